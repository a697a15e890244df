"""Taking sources in: from an address, from files of all kinds, out of web archives, and back as a WARC."""

import hashlib
import json
import zipfile
from io import BytesIO

import pytest
from sqlmodel import Session
from warcio.archiveiterator import ArchiveIterator

from claims.attempt import Outcome
from claims.errors import InvalidInput, UnreadableDocument
from claims.source import Capture, SourceClass
from claims.store import attempts, sources
from claims.workflow import Role
from factcheck.evidence.archive import read_archive, write_warc
from factcheck.evidence.capture import Kept, go, keep, keep_again, keep_file, open_file
from factcheck.evidence.fetching import Fetcher
from factcheck.ledger import verify
from tests import making
from tests.factcheck.evidence.web import Names, Site, moved, page, site
from tests.factcheck.reading.files import column, make_pdf

_HEAD = """
<html lang="en-GB"><head><title>Plain title | The Kelton Post</title>
<meta property="og:site_name" content="The Kelton Post">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "site"},
  {"@type": "NewsArticle", "headline": "Bridge closed for a year",
   "author": [{"@type": "Person", "name": "Ann Ohm"}, {"name": "Bert Lang"}],
   "datePublished": "2026-05-04T08:00:00+02:00"}]}</script></head>
"""
_BODY = """<body><article><h1>Bridge closed</h1><p>The old bridge over the Kel will be closed for a whole
year, the council said on Monday evening.</p><p>%s buses will run every ten minutes instead, at a cost of two
million.</p>
</article></body></html>"""


def _news(buses: str = "Twelve") -> bytes:
    return (_HEAD + _BODY % buses).encode()


def _fetcher() -> Fetcher:
    return Fetcher(resolver=Names({"post.example": [["127.0.0.1"]]}), allowed=frozenset({"post.example"}))


def _at(running: Site, path: str = "/") -> str:
    return f"http://post.example:{running.port}{path}"


def _capture(session: Session, url: str, minutes: int = 0) -> Kept:
    by = making.account(session, f"ida{minutes}", Role.REVIEWER)
    return keep(session, go(_fetcher(), url), by=by, at=making.later(minutes))


def test_a_page_becomes_a_source_and_a_snapshot_with_how_it_came(session: Session) -> None:
    with site({"/old": moved("/new"), "/new": page(_news(), X_Served_By="north")}) as running:
        kept = _capture(session, _at(running, "/old"))
        source, snapshot = kept.source, kept.snapshot
        assert source is not None
        assert snapshot is not None
        assert (source.type, source.title, source.author) == (
            "article-newspaper",
            "Bridge closed for a year",
            "Ann Ohm; Bert Lang",
        )
        assert (source.publisher, source.issued) == ("The Kelton Post", "2026-05-04")
        assert source.language == "en-GB"
        assert (source.url, source.source_class) == (_at(running, "/old"), SourceClass.SECONDARY)
        assert (snapshot.capture, snapshot.http_status) == (Capture.FETCHED, 200)
        assert (snapshot.requested_url, snapshot.final_url) == (_at(running, "/old"), _at(running, "/new"))
        assert ["X-Served-By", "north"] in snapshot.headers
        assert [(hop["url"], hop["status"]) for hop in snapshot.redirects] == [(_at(running, "/old"), 302)]
        assert snapshot.sha256 == hashlib.sha256(_news()).hexdigest()
        assert "a whole year" in snapshot.text
    assert verify(session).events


def test_capturing_again_adds_a_snapshot_only_where_the_text_is_another(session: Session) -> None:
    with site({"/": page(_news())}) as running:
        first = _capture(session, _at(running))
        running.pages["/"] = page(_news().replace(b"<body>", b"<body class='ad-7'>"))
        same = _capture(session, _at(running), 1)
        running.pages["/"] = page(_news("Thirteen"))
        other = _capture(session, _at(running), 2)
        running.pages["/"] = page(b"", status=403)
        refused = _capture(session, _at(running), 3)
    assert first.source is not None
    assert [each.source and each.source.id for each in (same, other, refused)] == [first.source.id] * 3
    kept = sources.snapshots(session, first.source.id or 0)
    assert ["Thirteen" in each.text for each in kept] == [True, False]
    tried = attempts.of_source(session, first.source.id or 0)
    assert [each.outcome for each in reversed(tried)] == [
        Outcome.CAPTURED,
        Outcome.UNCHANGED,
        Outcome.CAPTURED,
        Outcome.REFUSED,
    ]
    assert [each.snapshot_id for each in reversed(tried)] == [kept[1].id, kept[1].id, kept[0].id, None]


def test_a_try_that_brought_nothing_is_written_down_and_makes_no_source(session: Session) -> None:
    pages = {"/empty": page(b"<html><body></body></html>"), "/picture": page(_PNG, "image/png")}
    with site(pages) as running:
        kept = [_capture(session, _at(running, path), number) for number, path in enumerate(pages)]
    assert [(each.attempt.outcome, each.attempt.http_status) for each in kept] == [(Outcome.NO_TEXT, 200)] * 2
    assert kept[1].attempt.detail == {"reason": "image"}
    assert sources.page(session) == []


def test_a_confidential_source_takes_no_snapshots_of_the_open_one(session: Session) -> None:
    with site({"/": page(_news())}) as running:
        first = _capture(session, _at(running))
        by = making.account(session, "bo", Role.REVIEWER)
        hidden = keep(session, go(_fetcher(), _at(running)), by=by, at=making.START, confidential=True)
        assert hidden.source is not None
        assert first.source is not None
        assert (hidden.source.confidential, hidden.source.id != first.source.id) == (True, True)
        again = keep_again(session, hidden.source, go(_fetcher(), _at(running)), by=by, at=making.START)
    assert again.attempt.outcome is Outcome.UNCHANGED


_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (_PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "image/jpeg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "audio/wav"),
        (b"ID3\x04" + b"\0" * 40, "audio/mpeg"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"fLaC\0\0\0\x22", "audio/flac"),
        (b"OggS\0\x02", "audio/ogg"),
    ],
)
def test_a_picture_or_a_recording_says_what_a_person_wrote_down(content: bytes, media_type: str) -> None:
    taken = open_file(content, "found", description="It says “closed until May”.")
    assert (taken.snapshot.media_type, taken.snapshot.text) == (media_type, "It says “closed until May”.")
    with pytest.raises(InvalidInput, match="write down"):
        open_file(content, "found")


def test_a_pdf_keeps_where_its_pages_begin() -> None:
    pages = (column("First page speaks of boats."), column("Second page speaks of trains."))
    taken = open_file(make_pdf(*pages), "report.pdf")
    assert len(taken.snapshot.pages) == 2
    assert taken.snapshot.text[taken.snapshot.pages[1] :].startswith("Second page")


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_written_as_warc_is_read_again(session: Session, packed: bool) -> None:
    with site({"/old": moved("/new"), "/new": page(_news())}) as running:
        kept = _capture(session, _at(running, "/old"))
        assert kept.snapshot is not None
        warc = write_warc(kept.snapshot)
        assert warc == write_warc(kept.snapshot)
        kinds = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(BytesIO(warc), check_digests="raise")
        ]
        content, name = (_zipped(warc), "page.wacz") if packed else (warc, "page.warc")
        taken = open_file(content, name)
    assert [kind for kind, _, _ in kinds] == ["warcinfo", "request", "response", "request", "response"]
    paths = ("/old", "/old", "/new", "/new")
    assert [url for _, url, _ in kinds[1:]] == [_at(running, path) for path in paths]
    assert [content for _, _, content in kinds[1:]] == [b"", b"", b"", _news()]
    assert (taken.snapshot.content, taken.snapshot.capture) == (_news(), Capture.ARCHIVED)
    assert taken.source.title == "Bridge closed for a year"
    assert dict(taken.snapshot.headers)["Memento-Datetime"] == "Tue, 24 Nov 2026 09:00:00 GMT"


def test_what_was_handed_in_is_a_resource_with_what_is_said_of_it(session: Session) -> None:
    by = making.account(session, "ida", Role.REVIEWER)
    taken = open_file(_PNG, "sign.png", description="A sign.")
    snapshot = sources.add_snapshot(
        session, sources.add(session, taken.source, making.START), taken.snapshot, by.id or 0, making.START
    )
    records = [
        (record.rec_type, record.content_stream().read())
        for record in ArchiveIterator(BytesIO(write_warc(snapshot)), check_digests="raise")
    ]
    assert [kind for kind, _ in records] == ["warcinfo", "resource", "metadata"]
    assert records[1][1] == _PNG
    assert b"description: A sign." in records[2][1]


def test_a_saved_page_of_a_known_address_is_one_more_snapshot_where_it_says_something_else(
    session: Session,
) -> None:
    by = making.account(session, "ida", Role.REVIEWER)
    with site({"/": page(_news())}) as running:
        kept = keep(session, go(_fetcher(), _at(running)), by=by, at=making.START)
        url = _at(running)
    found = []
    for hidden, buses in ((False, "Twelve"), (False, "Thirteen"), (True, "Thirteen")):
        taken = open_file(_news(buses), "page.html", url)
        draft = taken.source.model_copy(update={"confidential": hidden})
        source, snapshot = keep_file(session, draft, taken.snapshot, by=by, at=making.later(1))
        found.append((source.id, snapshot.id))
    [known] = [kept.source.id if kept.source else 0]
    assert [source == known for source, _ in found] == [True, True, False]
    assert found[0][1] == (kept.snapshot.id if kept.snapshot else 0)
    assert len({snapshot for _, snapshot in found}) == 3


def _zipped(warc: bytes, pages: tuple[str, ...] = ()) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", warc)
        lines = [{"format": "json-pages-1.0"}, *({"url": url} for url in pages)]
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
    return out.getvalue()


def _record(url: str, content: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n"
    return head.encode() + b"Content-Type: application/http; msgtype=response\r\n\r\n" + http + b"\r\n\r\n"


def test_of_several_pages_it_has_to_be_said_which() -> None:
    warc = _record("https://a.example/", _news()) + _record("https://b.example/x", _news("Nine"))
    with pytest.raises(InvalidInput, match=r"https://a\.example/, https://b\.example/x"):
        read_archive(warc, "both.warc")
    assert b"Nine" in read_archive(warc, "both.warc", "https://b.example/x#part").content
    assert b"Nine" in read_archive(_zipped(warc, ("https://b.example/x",)), "both.wacz").content
    with pytest.raises(InvalidInput, match="no page with the address"):
        read_archive(warc, "both.warc", "https://c.example/")


@pytest.mark.parametrize(
    "content",
    [b"WARC/1.0\r\nnonsense", b"PK\x03\x04broken", b"\x1f\x8bbroken", b"WARC/1.0\r\nWARC-Type: response\r\n"],
)
def test_a_broken_archive_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read_archive(content, "broken.warc.gz")


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="too large"):
        read_archive(_zipped(_record("https://a.example/", b"\0" * 30_000_000)), "bomb.wacz")


def test_a_scholarly_page_tells_journal_pages_and_doi() -> None:
    content = """<html lang="de"><head>
    <meta name="citation_title" content="Brücken im Winter"><meta name="citation_author" content="Ohm, Anna">
    <meta name="citation_author" content="Lang, Bert"><meta name="citation_journal_title" content="Bauen">
    <meta name="citation_publication_date" content="2024/3"><meta name="citation_volume" content="12">
    <meta name="citation_firstpage" content="7"><meta name="citation_lastpage" content="19">
    <meta name="citation_doi" content="https://doi.org/10.1234/AB.5"></head>
    <body><p>Eine lange Untersuchung dazu, wie Frost auf Beton und Stahl wirkt.</p></body></html>"""
    source = open_file(content.encode(), "page.html").source
    assert (source.type, source.container) == ("article-journal", "Bauen")
    assert source.author == "Ohm, Anna; Lang, Bert"
    assert (source.issued, source.doi) == ("2024-03", "10.1234/ab.5")
    assert source.details == {"volume": "12", "page": "7–19"}
