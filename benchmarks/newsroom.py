"""A desk with as many claims as wanted, made up, reproducible by its seed: `make_desk(engine, claims=N)`.

Written straight into the tables, some articles at a time, as the desk's own moves would have left them:
articles of twenty sentences, German or English, each sentence a claim with its proposal; a tenth of the
claims published on evidence by two people, others on the way, every step an event of the chained history.
"""

import hashlib
import time
from collections.abc import Callable
from datetime import timedelta

import sqlalchemy as sa

from benchmarks.claimed import Record, add_claim, fate
from benchmarks.loading import count_on, load
from benchmarks.making import BEGINNING, EDITOR, REVIEWER, Making
from benchmarks.sentences import TOGETHER, Told, tell
from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.bounds import ClaimQuantity, ClaimTime, quantity_rows, time_rows
from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event, LogHead
from claims.evidence import Evidence
from claims.notice import NoticeMark
from claims.proposal import Proposal, Ruling
from claims.source import Capture, Snapshot, Source, SourceClass
from claims.workflow import State
from factcheck.sources import way

_CHUNK = 500
"""Articles that are in memory at a time."""

_IN_PARAGRAPH = 4
_NUMBERED = (Article, ArticleVersion, Source, Snapshot, Claim, Proposal, Ruling, Evidence, Decision)
"""In the order in which they may be written: what is pointed to comes first."""


def make_desk(
    engine: sa.Engine, *, claims: int, seed: int = 7, progress: Callable[[int], None] | None = None
) -> float:
    """Fill an empty desk with today's schema, in one transaction; returns the seconds that it took.

    Claim number N (from 1 on) says `tell(N, seed).text`. `progress` is called with the number made so far.
    """
    begun = time.perf_counter()
    making = Making(seed)
    with engine.execution_options(write=True).begin() as connection:
        load(connection, Account, [_person(REVIEWER, "reviewer"), _person(EDITOR, "editor")])
        for chunk in range(0, claims, _CHUNK * TOGETHER):
            upto = min(claims, chunk + _CHUNK * TOGETHER)
            for first in range(chunk + 1, upto + 1, TOGETHER):
                _add_article(making, range(first, min(first + TOGETHER, upto + 1)))
            made = making.rows[Claim]
            making.rows[ClaimQuantity] = [
                r for row in made for r in quantity_rows(row["id"], row["quantities"])
            ]
            making.rows[ClaimTime] = [r for row in made for r in time_rows(row["id"], row["times"])]
            for model in (*_NUMBERED, ClaimQuantity, ClaimTime, Event):
                load(connection, model, making.rows.pop(model, []))
            if progress:
                progress(upto)
        connection.execute(sa.update(LogHead).values(seq=making.seq, hash=making.head))
        connection.execute(sa.update(NoticeMark).values(seq=making.seq))  # nobody is told of what was made up
        count_on(connection, (Account, *_NUMBERED))
    return time.perf_counter() - begun


def _person(number: int, role: str) -> dict[str, object]:
    return {
        "id": number,
        "name": f"bench-{role}",
        "display_name": role.title(),
        "roles": [role],
        "language": "en",
        "email": "",
        "wants_mail": False,
        "created_at": BEGINNING,
    }


def _add_article(making: Making, numbers: range) -> None:
    """One article with the claims of these numbers, and the record that those of them rest on which are
    published."""
    told = [tell(number, making.seed) for number in numbers]
    text, starts = _compose(told, numbers[0])
    title = text.partition("\n")[0]
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = making.add(
        Article,
        url=f"https://news.example/{making.seed}/{numbers[0]}",
        title=title,
        author=told[0].person,
        publisher="Example News",
        published=making.at.date().isoformat(),
        language=told[0].language,
        own_text=False,
        wished=False,
        current=1,
        created_at=making.at + timedelta(seconds=1),
    )
    making.log("ingest", {"number": 1, "text_sha256": digest, "url": None, "title": title}, article=article)
    ends = [start + len(said.text) for start, said in zip(starts, told, strict=True)]
    making.add(
        ArticleVersion,
        article_id=article,
        number=1,
        text=text,
        text_sha256=digest,
        content=text.encode(),
        content_sha256=digest,
        media_type="text/plain",
        pages=[],
        sentences=[
            {"start": start, "end": end, "why_none": None} for start, end in zip(starts, ends, strict=True)
        ],
        added_by=REVIEWER,
        added_at=making.at,
    )
    rest = any(fate(number) is State.PUBLISHED for number in numbers)
    record = _add_record(making, title, text, numbers[0]) if rest else None
    for number, said, start in zip(numbers, told, starts, strict=True):
        add_claim(making, number, said, article, text, start, record)


def _compose(told: list[Told], first: int) -> tuple[str, list[int]]:
    """The text of an article, and where its sentences begin."""
    text = f"{'Bericht' if told[0].language == 'de' else 'Report'} {first}: {told[0].person}"
    starts = []
    for at, said in enumerate(told):
        text += " " if at % _IN_PARAGRAPH else "\n\n"
        starts.append(len(text))
        text += said.text
    return text, starts


def _add_record(making: Making, title: str, text: str, first: int) -> Record:
    """The source of an article's claims, with a snapshot that has their words."""
    url = f"https://records.example/{making.seed}/{first}"
    source = making.add(
        Source,
        type="report",
        title=f"Register: {title}",
        author="",
        publisher="Example Register",
        url=url,
        source_class=SourceClass.PRIMARY,
        independence="",
        confidential=False,
        created_at=making.at + timedelta(seconds=1),
        details={},
    )
    said = f"{first}\n\n{text}"
    snapshot = Snapshot(
        source_id=source,
        content=said.encode(),
        media_type="text/plain",
        text=said,
        sha256=hashlib.sha256(said.encode()).hexdigest(),
        capture=Capture.FETCHED,
        requested_url=url,
        final_url=url,
        http_status=200,
        captured_by=REVIEWER,
        captured_at=making.at + timedelta(seconds=1),
    )
    number = making.add(Snapshot, **snapshot.model_dump(exclude={"id"}))
    body = {"source": source, "snapshot": number, "sha256": snapshot.sha256}
    making.log("capture", body, sealed={"text": said, "way": way(snapshot)})
    return Record(number, said)
