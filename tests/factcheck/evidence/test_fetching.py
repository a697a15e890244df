"""Fetching: the good case over TLS, and everything that must not happen, held by canaries."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from claims.attempt import Outcome
from factcheck.evidence.addresses import Forbidden, check, parse
from factcheck.evidence.fetching import Fetched, Fetcher, Limits, Unfetched
from tests.factcheck.evidence.web import Names, authority, canary, moved, page, site

_LOCAL = [["127.0.0.1"]]

# what leads inside: as an address in the URL, with where the canary listens
_WRITTEN = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "0",
    "0.0.0.0",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "%31%32%37.0.0.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1%25lo]",
    "localhost",
    "inside.example",
]
_PRIVATE = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.0.8",
    "192.88.99.1",
    "198.18.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "0.1.2.3",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "2002:a00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
]


def _named(names: Names | None = None, **more: object) -> Fetcher:
    return Fetcher(resolver=names or Names({}), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("host", _WRITTEN)
def test_no_spelling_of_this_machine_is_gone_to(host: str) -> None:
    with canary() as inside, canary("::1") as inside6:
        names = Names({"localhost": _LOCAL, "inside.example": _LOCAL})
        for bird in (inside, inside6):
            # the port is let through on purpose: the address alone has to stop it
            url = f"http://{host}:{bird.port}/"
            found = _unported(names).fetch(url)
            assert isinstance(found, Unfetched)
            assert found.outcome is Outcome.BLOCKED
            assert bird.knocks == []


class _AnyPort(frozenset[str]):
    """Lets every port pass and no address."""

    seen = 0

    def __contains__(self, host: object) -> bool:
        # asked first for the port, then for the address
        self.seen += 1
        return self.seen % 2 == 1


def _unported(names: Names) -> Fetcher:
    return Fetcher(resolver=names, allowed=_AnyPort())


@pytest.mark.parametrize("address", _PRIVATE)
def test_no_address_that_is_not_public_is_gone_to_and_none_beside_a_public_one(address: str) -> None:
    for answers in ([address], ["93.184.215.14", address]):
        with pytest.raises(Forbidden, match="private"):
            check(answers, allowed=False)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_public_addresses_are_gone_to(address: str) -> None:
    assert check([address], allowed=False) == (address,)


@pytest.mark.parametrize("address", ["169.254.169.254", "224.0.0.1", "0.0.0.0", "::ffff:10.0.0.1", "fe80::1"])
def test_an_allowed_host_may_be_private_but_never_link_local_or_disguised(address: str) -> None:
    assert check(["10.1.2.3", "fd00::5"], allowed=True)
    with pytest.raises(Forbidden):
        check([address], allowed=True)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "malformed"),
        ("ftp://example.org/", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("http://user:word@example.org/", "userinfo"),
        ("http://example.org@127.0.0.1/", "userinfo"),
        ("http://example.org:22/", "port"),
        ("http://example.org\\@127.0.0.1/", "malformed"),
        ("http://exa mple.org/", "malformed"),
        ("http://example.org/\r\nHost: inside", "malformed"),
        ("http:///path", "malformed"),
        ("nonsense", "scheme"),
    ],
)
def test_other_addresses_are_blocked_before_any_name_is_looked_up(url: str, reason: str) -> None:
    names = Names({"example.org": [["93.184.215.14"]]})
    found = _named(names).fetch(url)
    assert isinstance(found, Unfetched)
    assert (found.outcome, found.reason, names.asked) == (Outcome.BLOCKED, reason, [])


def test_a_name_in_any_letters_is_asked_for_in_one_spelling() -> None:
    assert (
        parse("HTTPS://Bücher.Example./a b".replace(" ", "%20")).url == "https://xn--bcher-kva.example/a%20b"
    )


def test_a_page_is_fetched_over_tls_that_is_verified_for_the_name() -> None:
    served, trust = authority("paper.example")
    with site({"/": page("Grüße".encode())}, served) as running:
        names = Names({"paper.example": _LOCAL, "other.example": _LOCAL})
        fetcher = _named(names, allowed=frozenset(names.answers), trust=trust, user_agent="desk")
        found = fetcher.fetch(f"https://paper.example:{running.port}/")
        other = fetcher.fetch(f"https://other.example:{running.port}/")
        distrusting = _named(names, allowed=frozenset(names.answers)).fetch(
            f"https://paper.example:{running.port}/"
        )
    assert isinstance(found, Fetched)
    assert (found.content.decode(), found.media_type, found.hops[0].address) == (
        "Grüße",
        "text/html",
        "127.0.0.1",
    )
    assert running.headers[0]["Host"] == f"paper.example:{running.port}"
    assert running.headers[0]["User-Agent"] == "desk"
    assert (
        names.asked.count("paper.example") == 2
    )  # once for each fetch: checked and used are the same answer
    for failed in (other, distrusting):
        assert isinstance(failed, Unfetched)
        assert (failed.outcome, failed.reason) == (Outcome.UNREACHABLE, "certificate")
    assert len(running.asked) == 1


def test_a_name_that_turns_inward_after_the_check_gains_nothing() -> None:
    """First a public answer, then a private one: the connection goes to the first, or nowhere."""
    with canary() as inside:
        names = Names({"turning.example": [["203.0.114.1"], ["127.0.0.1"]]})
        fetcher = Fetcher(resolver=names, allowed=_AnyPort(), limits=Limits(seconds=0.5))
        found = fetcher.fetch(f"http://turning.example:{inside.port}/")
        assert isinstance(found, Unfetched)
        assert found.outcome in (Outcome.UNREACHABLE, Outcome.TIMED_OUT)
        assert (names.asked, inside.knocks) == (["turning.example"], [])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_written_down(status: int) -> None:
    with site({"/old": moved("/new#part", status), "/new": page(b"here")}) as running:
        host = f"http://paper.example:{running.port}"
        found = _named(Names({"paper.example": _LOCAL}), allowed=frozenset({"paper.example"})).fetch(
            f"{host}/old"
        )
    assert isinstance(found, Fetched)
    assert [(hop.url, hop.status) for hop in found.hops] == [(f"{host}/old", status), (f"{host}/new", 200)]


@pytest.mark.parametrize("host", [*_WRITTEN, "169.254.169.254", "10.0.0.1", "turning.example"])
def test_a_redirect_leads_inside_no_more_than_an_address_does(host: str) -> None:
    with canary() as inside:
        pages = {"/": moved(f"http://{host}:{inside.port}/"), "/scheme": moved("file:///etc/passwd")}
        with site(pages) as running:
            names = Names({"paper.example": _LOCAL, "localhost": _LOCAL, "inside.example": _LOCAL})
            names.answers["turning.example"] = [["127.0.0.1"]]
            fetcher = _named(names, allowed=frozenset({"paper.example"}))
            found = fetcher.fetch(f"http://paper.example:{running.port}/")
        assert isinstance(found, Unfetched)
        assert (found.outcome, found.status, inside.knocks) == (Outcome.BLOCKED, 302, [])


def test_redirects_come_to_an_end() -> None:
    with site({"/": moved("/")}) as running:
        fetcher = _named(Names({"paper.example": _LOCAL}), allowed=frozenset({"paper.example"}))
        found = fetcher.fetch(f"http://paper.example:{running.port}/")
    assert isinstance(found, Unfetched)
    assert (found.outcome, found.reason, len(running.asked)) == (Outcome.FAILED, "redirects", 6)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        *((status, Outcome.REFUSED) for status in (401, 402, 403, 429)),
        *((status, Outcome.NOT_FOUND) for status in (404, 410)),
        (500, Outcome.FAILED),
        (503, Outcome.FAILED),
    ],
)
def test_what_a_server_answers_is_said_exactly(status: int, outcome: Outcome) -> None:
    with site({"/": page(b"no", status=status)}) as running:
        found = _open().fetch(f"http://paper.example:{running.port}/")
    assert isinstance(found, Unfetched)
    assert (found.outcome, found.status) == (outcome, status)


def _open(**more: object) -> Fetcher:
    names = Names({"paper.example": _LOCAL})
    return _named(names, allowed=frozenset({"paper.example"}), **more)


def test_a_name_without_an_address_and_a_port_without_a_server_are_unreachable() -> None:
    with canary() as closed:
        port = closed.port
    for url, reason in (
        ("http://nowhere.example/", "no_address"),
        (f"http://paper.example:{port}/", "connection"),
    ):
        found = _open().fetch(url)
        assert isinstance(found, Unfetched)
        assert (found.outcome, found.reason) == (Outcome.UNREACHABLE, reason)


def _drip(head: bool) -> object:
    def answer(request: BaseHTTPRequestHandler) -> None:
        if not head:
            request.send_response(200)
            request.end_headers()
        for _ in range(100):
            request.wfile.write(b"HTTP"[:1] if head else b"x")
            request.wfile.flush()
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize("head", [True, False])
def test_a_server_that_sends_a_byte_now_and_then_is_hung_up_on(head: bool) -> None:
    with site({"/": _drip(head)}) as running:  # type: ignore[dict-item]
        began = time.monotonic()
        found = _open(limits=Limits(seconds=0.4)).fetch(f"http://paper.example:{running.port}/")
    assert isinstance(found, Unfetched)
    assert found.outcome is Outcome.TIMED_OUT
    assert time.monotonic() - began < 2


def test_a_resolver_that_does_not_answer_holds_nobody_up() -> None:
    def slow(_host: str, _port: int) -> list[str]:
        time.sleep(3)
        return ["93.184.215.14"]

    found = Fetcher(resolver=slow, limits=Limits(seconds=0.2)).fetch("http://paper.example/")
    assert isinstance(found, Unfetched)
    assert found.outcome is Outcome.TIMED_OUT


def test_what_is_too_large_is_left_unread_packed_or_not() -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    pages = {
        "/large": page(b"x" * 200_000),
        "/bomb": page(bomb, Content_Encoding="gzip"),
        "/packed": page(gzip.compress(b"small"), Content_Encoding="gzip"),
        "/strange": page(b"x", Content_Encoding="br"),
        "/cut": page(gzip.compress(b"small")[:-9], Content_Encoding="gzip"),
    }
    fetcher = _open(limits=Limits(size=100_000))
    with site(pages) as running:
        host = f"http://paper.example:{running.port}"
        found = {path: fetcher.fetch(host + path) for path in pages}
    assert isinstance(found["/packed"], Fetched)
    assert found["/packed"].content == b"small"
    outcomes = [each.outcome for each in found.values() if isinstance(each, Unfetched)]
    assert outcomes == [Outcome.TOO_LARGE, Outcome.TOO_LARGE, Outcome.FAILED, Outcome.FAILED]


def test_proxies_of_the_environment_play_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    with canary() as proxy, site({"/": page(b"here")}) as running:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        found = _open().fetch(f"http://paper.example:{running.port}/")
        assert isinstance(found, Fetched)
        assert proxy.knocks == []
