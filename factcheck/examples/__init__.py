"""A desk to try things on: two example articles, some of their claims already worked on, so that
every state and every page has something to show.

The articles and their sources are written for this; the sources ship as files and say so.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from claims.account import Account, AccountDraft
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.evidence import EvidenceDraft
from claims.source import Capture, SnapshotDraft, SourceClass, SourceDraft
from claims.store import accounts
from claims.verdict import Stance, Verdict
from claims.workflow import Action, Role
from factcheck import review
from factcheck.examples.story import CITATIONS, STORY, Citation, Step
from factcheck.examples.teamwork import wish, work_together
from factcheck.ingest import Ingested, ingest
from factcheck.passwords import hash_password
from factcheck.reading import read
from factcheck.sources import add_source

PASSWORD = "factcheck-demo"
PEOPLE = (
    ("reader", Role.READER),
    ("reviewer", Role.REVIEWER),
    ("editor", Role.EDITOR),
    ("admin", Role.ADMIN),
)
_FOLDER = Path(__file__).parent
_ARTICLES = (
    ("talente.de.txt", "de", "Vier Neue für das Skalierungsteam", "2025-07-10"),
    ("talent.en.txt", "en", "Four engineers, one race for computing power", "2025-07-11"),
)


@dataclass
class _Desk:
    session: Session
    people: dict[str, Account]
    snapshots: dict[str, int]
    at: datetime

    def tick(self) -> datetime:
        """Some minutes later: work takes time, and the history shows it."""
        self.at += timedelta(minutes=7)
        return self.at


def seed(session: Session, at: datetime) -> list[Ingested]:
    """Fill an empty desk with the work of the days before `at`. Raises Conflict where it is not empty."""
    begun = at - timedelta(days=2)
    password_hash = hash_password(PASSWORD)
    people = {
        name: accounts.add(
            session,
            AccountDraft(name=name, roles=frozenset({role}), display_name=name.capitalize()),
            password_hash,
            begun,
        )
        for name, role in PEOPLE
    }
    desk = _Desk(session, people, {}, begun)
    found = [_add_article(desk, *article) for article in _ARTICLES]
    proposed = [claim for one in found for claim in one.claims]
    for step in STORY:
        _take_step(desk, _claim(proposed, step.words), step)
    work_together(session, lambda words: _claim(proposed, words), people, desk.tick, until=at)
    read_again = _add_article(desk, *_ARTICLES[0], changed=True)
    wish(session, _claim(proposed, "at least seven people"), people["reader"], desk.tick())
    return [read_again, found[1]]


def _add_article(
    desk: _Desk, name: str, language: str, title: str, published: str, *, changed: bool = False
) -> Ingested:
    content = (_FOLDER / "articles" / name).read_bytes()
    if changed:
        # the author took a sentence back: what had been decided about it lapses
        content = content.replace(b"ChatGPT wurde Ende 2022", b"ChatGPT wurde im November 2022")
    draft = read(
        content,
        language="de" if language == "de" else "en",
        title=title,
        author="",
        publisher="Beispielblatt" if language == "de" else "Example Gazette",
        published=published,
        url=f"https://desk.example/{name.removesuffix('.txt')}",
    )
    return ingest(desk.session, draft, by=desk.people["reviewer"], at=desk.tick())


def _claim(proposed: list[Claim], words: str) -> Claim:
    return next(claim for claim in proposed if words in claim.exact)


def _take_step(desk: _Desk, claim: Claim, step: Step) -> None:
    claim_id, by = claim.id or 0, desk.people[step.who]
    if step.cite:
        _cite(desk, claim_id, CITATIONS[step.cite], by)
        return
    review.move(
        desk.session,
        claim_id,
        Action(step.action),
        by=by,
        at=desk.tick(),
        reason=step.reason,
        decision=DecisionDraft(verdict=Verdict(step.verdict), rationale=step.rationale)
        if step.verdict
        else None,
    )


def _cite(desk: _Desk, claim_id: int, citation: Citation, by: Account) -> None:
    draft = EvidenceDraft(
        snapshot_id=_snapshot(desk, citation, by),
        quote=citation.quote,
        stance=Stance(citation.stance),
        note=citation.note,
    )
    review.cite(desk.session, claim_id, draft, by=by, at=desk.tick())


def _snapshot(desk: _Desk, citation: Citation, by: Account) -> int:
    if citation.file not in desk.snapshots:
        content = (_FOLDER / "sources" / citation.file).read_bytes()
        text = content.decode()
        source = SourceDraft(
            type="document",
            title=citation.title,
            publisher="Beispielarchiv",
            issued="2025",
            language="de" if ".de." in citation.file else "en",
            source_class=SourceClass(citation.source_class),
            independence=citation.independence,
            confidential=citation.confidential,
        )
        draft = SnapshotDraft(content=content, media_type="text/plain", text=text, capture=Capture.UPLOADED)
        _, snapshot = add_source(desk.session, source, draft, by=by, at=desk.tick())
        desk.snapshots[citation.file] = snapshot.id or 0
    return desk.snapshots[citation.file]
