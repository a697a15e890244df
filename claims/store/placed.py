"""The claims of articles as far as how far an article is checked hangs on them: where they stand, and how far
they are. Lists have hundreds, whose words nobody reads there."""

import json
from collections.abc import Iterable
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.claim import Claim
from claims.store.compiled import IDS, Compiled, is_listed
from claims.verdict import Verdict
from claims.workflow import State

_STATES = {state.value: state for state in State}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_NONE = "[]"


class Placed(NamedTuple):
    """These fields of a claim."""

    id: int
    start: int
    end: int
    also_at: list[dict[str, int]]
    candidates: list[dict[str, int]]
    vanished: bool
    state: State
    verdict: Verdict | None
    merged_into: int | None


_OF_ARTICLES = Compiled(
    sa.select(
        col(Claim.article_id),
        col(Claim.id),
        col(Claim.start),
        col(Claim.end),
        sa.cast(col(Claim.also_at), sa.Text),
        sa.cast(col(Claim.candidates), sa.Text),
        col(Claim.vanished),
        col(Claim.state),
        col(Claim.verdict),
        col(Claim.merged_into),
    )
    .where(is_listed(Claim.article_id))
    .order_by(col(Claim.start), col(Claim.id))
)


def of_articles(session: Session, article_ids: Iterable[int]) -> dict[int, list[Placed]]:
    """All claims of each of these articles, in the order of its text."""
    found: dict[int, list[Placed]] = {number: [] for number in article_ids}
    session.flush()
    rows = _OF_ARTICLES.put(session.connection(), {IDS: json.dumps(list(found))})
    for article_id, number, start, end, also_at, candidates, vanished, state, verdict, into in rows:
        found[article_id].append(
            Placed(
                number,
                start,
                end,
                _read(also_at),
                _read(candidates),
                bool(vanished),
                _STATES[state],
                _VERDICTS[verdict] if verdict else None,
                into,
            )
        )
    return found


def _read(places: str) -> list[dict[str, int]]:
    return json.loads(places) if places != _NONE else []
