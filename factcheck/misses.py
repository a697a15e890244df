"""Reporting what the extraction missed, and working the reports off."""

from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.account import Account
from claims.errors import MoveImpossible, NotAllowed
from claims.miss import Miss, MissDraft, Wrong
from claims.reason import Language
from claims.store import events, misses
from claims.workflow import Role, may
from factcheck.explanation import explain, explanation_record

EDITORS = (Role.EDITOR, Role.ADMIN)
"""Who works reports off: either role is enough."""


class ReportedSentence(BaseModel):
    """The sentence that a report is about, in code points of the text."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    exact: str


class MissCase(BaseModel):
    """A report as a test case: the text, what is wrong with the answer, and the answer as it was. It names
    nobody who worked on the desk."""

    model_config = ConfigDict(frozen=True)

    id: int
    text: str
    language: Language
    published: str | None
    sentence: ReportedSentence | None
    what: Wrong
    note: str
    program: str
    reported_at: datetime
    done_at: datetime | None
    answer: dict[str, Any]


def report_miss(session: Session, draft: MissDraft, *, by: Account, at: datetime) -> Miss:
    """Keep a report with what this program answers to its text. Raises NotAllowed, InvalidInput.

    The log has the digests of text and note only: both are somebody's words, and can be erased.
    """
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Reporting a miss takes the role reviewer.")
    found = explain(draft.text, draft.language, draft.published)
    miss = misses.add(
        session,
        draft,
        by=by.id or 0,
        at=at,
        program=version("factcheck"),
        answer=explanation_record(found).model_dump(mode="json"),
    )
    events.append(
        session,
        "report_miss",
        by=by.id or 0,
        at=at,
        body={"miss": miss.id, "what": miss.what.value, "program": miss.program},
        sealed={"text": miss.text, "note": miss.note},
    )
    return miss


def settle_miss(session: Session, miss_id: int, *, by: Account, at: datetime) -> Miss:
    """Mark a report as done. Raises NotFound, NotAllowed, MoveImpossible where it is already."""
    return _settle(session, miss_id, "settle_miss", by=by, at=at)


def reopen_miss(session: Session, miss_id: int, *, by: Account, at: datetime) -> Miss:
    """Take that back. Raises NotFound, NotAllowed, MoveImpossible where the report is not done."""
    return _settle(session, miss_id, "reopen_miss", by=by, at=at)


def _settle(session: Session, miss_id: int, action: str, *, by: Account, at: datetime) -> Miss:
    if not any(may(by.role_set, role) for role in EDITORS):
        raise NotAllowed("Working off reports takes the role editor or admin.")
    miss = misses.get(session, miss_id)
    done = action == "settle_miss"
    if done and miss.done_at is not None:
        raise MoveImpossible("Report %(id)s is done already.", id=miss_id)
    if not done and miss.done_at is None:
        raise MoveImpossible("Report %(id)s is still open.", id=miss_id)
    miss.done_by, miss.done_at = (by.id, at) if done else (None, None)
    session.add(miss)
    events.append(session, action, by=by.id or 0, at=at, body={"miss": miss_id})
    return miss


def miss_cases(session: Session) -> Iterator[MissCase]:
    """All reports as test cases, newest first."""
    return (_case(miss) for miss in misses.walk(session))


def _case(miss: Miss) -> MissCase:
    sentence = None
    if miss.start is not None and miss.end is not None:
        sentence = ReportedSentence(start=miss.start, end=miss.end, exact=miss.words)
    return MissCase.model_validate(
        {**miss.model_dump(include=set(MissCase.model_fields)), "sentence": sentence}
    )
