"""Fetching one page safely: whatever an address says, nothing inside the house is touched.

Each hop is taken apart once, resolved once, checked, and connected to at the very address that was checked,
so that a name which answers differently the second time gains nothing; TLS is verified for the name. Time,
bytes (as sent and unpacked) and redirects are bounded. Proxies of the environment, cookies and credentials
play no part. What happened is a value: a page that cannot be had says nothing about a claim.
"""

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import BaseHTTPResponse

from claims.attempt import Outcome
from factcheck.evidence.addresses import Forbidden, Target, check, parse

Resolver = Callable[[str, int], list[str]]
"""A host's name and a port -> its addresses. Raises OSError where it has none."""

_REDIRECTS = (301, 302, 303, 307, 308)
_OUTCOMES = {
    **dict.fromkeys((401, 402, 403, 429, 451), Outcome.REFUSED),
    **dict.fromkeys((404, 410), Outcome.NOT_FOUND),
    **dict.fromkeys((408, 504), Outcome.TIMED_OUT),
}
_CHUNK = 65_536
_MOST_ADDRESSES = 4
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True)
class Limits:
    """Seconds for all of it, bytes of the page unpacked, redirects that are followed."""

    seconds: float = 20
    size: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True)
class Hop:
    """One answer on the way: where it was asked, at which address of the network, and what came."""

    url: str
    address: str
    status: int
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fetched:
    """The page, unpacked, and the way to it; the last hop is the answer."""

    requested: str
    content: bytes = field(repr=False)
    hops: tuple[Hop, ...]

    @property
    def url(self) -> str:
        return self.hops[-1].url

    @property
    def media_type(self) -> str:
        """Without its parameters; empty where the server names none."""
        return header(self.hops[-1].headers, "content-type").partition(";")[0].strip().lower()


@dataclass(frozen=True)
class Unfetched:
    """What happened instead. `reason` is a word where the outcome alone does not say why."""

    requested: str
    outcome: Outcome
    status: int | None = None
    reason: str = ""
    hops: tuple[Hop, ...] = ()


class _Stop(Exception):
    def __init__(self, outcome: Outcome, reason: str = "") -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.reason = reason


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Fetcher:
    """How this desk fetches. `allowed` are hosts whose addresses may be private and whose ports are free;
    `trust` the authorities that certificates are held against, the system's where none are given."""

    user_agent: str = "factcheck"
    allowed: frozenset[str] = frozenset()
    limits: Limits = Limits()
    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic
    trust: ssl.SSLContext | None = None

    def fetch(self, url: str) -> Fetched | Unfetched:
        """The page at an address, or what happened instead."""
        hops: list[Hop] = []
        deadline = self.clock() + self.limits.seconds
        try:
            content = self._follow(url, hops, deadline)
        except _Stop as stop:
            status = hops[-1].status if hops else None
            return Unfetched(url, stop.outcome, status, stop.reason, tuple(hops))
        return Fetched(url, content, tuple(hops))

    def _follow(self, url: str, hops: list[Hop], deadline: float) -> bytes:
        for _ in range(self.limits.redirects + 1):
            content = self._ask(url, hops, deadline)
            last = hops[-1]
            location = _as_sent(header(last.headers, "location"))
            if last.status in _REDIRECTS and location:
                url = urljoin(last.url, location)
                continue
            if not 200 <= last.status < 300:
                raise _Stop(_OUTCOMES.get(last.status, Outcome.FAILED), "status")
            return content
        raise _Stop(Outcome.FAILED, "redirects")

    def _ask(self, url: str, hops: list[Hop], deadline: float) -> bytes:
        """The body of one answer, none of a redirect or an error; the answer is added to the hops."""
        try:
            target = parse(url, self.allowed)
            addresses = check(self._resolve(target, deadline), allowed=target.host in self.allowed)
        except Forbidden as error:
            raise _Stop(Outcome.BLOCKED, error.reason) from error
        with self._told_apart(deadline), closing(self._connect(target, addresses, deadline)) as connection:
            address = connection.host
            with _stopped_at(connection, deadline - self.clock()):
                return self._exchange(connection, target, address, hops, deadline)

    def _resolve(self, target: Target, deadline: float) -> list[str]:
        """The system's resolver knows no deadline: it is asked beside, and left where it takes too long."""
        found: list[str] = []
        failed: list[OSError | UnicodeError] = []

        def ask() -> None:
            try:
                found.extend(self.resolver(target.host, target.port))
            except (OSError, UnicodeError) as error:
                failed.append(error)

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(max(0, deadline - self.clock()))
        if asking.is_alive():
            raise _Stop(Outcome.TIMED_OUT)
        if failed or not found:
            raise _Stop(Outcome.UNREACHABLE, "no_address")
        return found

    def _connect(self, target: Target, addresses: tuple[str, ...], deadline: float) -> HTTPConnection:
        for address in addresses[:_MOST_ADDRESSES]:
            connection = self._connection(target, address, max(0.001, deadline - self.clock()))
            try:
                connection.connect()
                return connection
            except (SSLError, ssl.SSLError):
                connection.close()
                raise
            except (HTTPError, OSError):
                connection.close()
        self._check_time(deadline)
        raise _Stop(Outcome.UNREACHABLE, "connection")

    def _connection(self, target: Target, address: str, seconds: float) -> HTTPConnection:
        if target.scheme == "http":
            return HTTPConnection(address, target.port, timeout=seconds)
        return HTTPSConnection(
            address,
            target.port,
            timeout=seconds,
            ssl_context=self.trust or ssl.create_default_context(),
            server_hostname=target.host,
        )

    def _exchange(
        self, connection: HTTPConnection, target: Target, address: str, hops: list[Hop], deadline: float
    ) -> bytes:
        headers = {
            "Host": target.authority,
            "User-Agent": self.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
        answer = connection.getresponse()
        given = tuple((name, value) for name, value in answer.headers.items())
        hops.append(Hop(target.url, address, answer.status, given))
        if not 200 <= answer.status < 300:
            self._check_time(deadline)
            return b""
        return self._read(answer, deadline)

    def _read(self, answer: BaseHTTPResponse, deadline: float) -> bytes:
        encoding = answer.headers.get("content-encoding", "identity").strip().lower()
        unpack = None
        if encoding not in ("identity", ""):
            if encoding not in _WINDOWS:
                raise _Stop(Outcome.FAILED, "encoding")
            unpack = zlib.decompressobj(_WINDOWS[encoding])
        content = bytearray()
        while chunk := answer.read1(_CHUNK):
            self._check_time(deadline)
            content += unpack.decompress(chunk, self.limits.size + 1 - len(content)) if unpack else chunk
            if len(content) > self.limits.size or (unpack and unpack.unconsumed_tail):
                raise _Stop(Outcome.TOO_LARGE)
        self._check_time(deadline)
        self._check_whole(answer, unpack)
        return bytes(content)

    def _check_whole(self, answer: BaseHTTPResponse, unpack: "zlib._Decompress | None") -> None:
        if (unpack and not unpack.eof) or answer.length_remaining:
            raise _Stop(Outcome.FAILED, "broken")

    def _check_time(self, deadline: float) -> None:
        if self.clock() >= deadline:
            raise _Stop(Outcome.TIMED_OUT)

    @contextmanager
    def _told_apart(self, deadline: float) -> Iterator[None]:
        """What goes wrong on the line, as outcomes."""
        try:
            yield
        except (SSLError, ssl.SSLError) as error:
            self._check_time(deadline)
            raise _Stop(Outcome.UNREACHABLE, "certificate") from error
        except TimeoutError as error:
            raise _Stop(Outcome.TIMED_OUT) from error
        except (HTTPException, HTTPError, OSError, zlib.error, ValueError) as error:
            self._check_time(deadline)
            raise _Stop(Outcome.FAILED, "broken") from error


@contextmanager
def _stopped_at(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Hang up when the time is over: a server that sends a byte now and then never runs into a timeout."""
    line = connection.sock

    def hang_up() -> None:
        with suppress(OSError):
            # not the method of a TLS socket, which would wait for the other side
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = threading.Timer(max(0, seconds), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _as_sent(location: str) -> str:
    """Letters beyond ASCII are sent as UTF-8 by all servers that send them, and read as Latin-1 here."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location


def header(headers: tuple[tuple[str, str], ...], name: str) -> str:
    """The first field of this name, empty where there is none."""
    return next((value for key, value in headers if key.lower() == name), "")
