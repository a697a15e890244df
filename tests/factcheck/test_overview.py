"""An editor's overview: figures that are right, week by week on the desk's clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from claims.decision import DecisionDraft
from claims.store.figures import Load, Standing
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import review
from factcheck.overview import look_over
from factcheck.quartiles import quartiles
from tests import making

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
NOT_ENOUGH = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Es gibt nichts.")


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_quartiles_are_those_of_numpy(values: list[float]) -> None:
    found = quartiles(values)
    assert found is not None
    assert found[:3] == pytest.approx(numpy.quantile(values, [0.25, 0.5, 0.75]), rel=1e-9, abs=1e-9)
    assert found.number == len(values)


def test_no_values_have_no_quartiles() -> None:
    assert quartiles([]) is None


def test_each_figure_counts_what_it_says(session: Session) -> None:
    ida = making.account(session, "ida", Role.REVIEWER)
    edgar = making.account(session, "edgar", Role.EDITOR)
    article = making.article(session, ida)
    for days in (1, 3, 8):  # the last one is published before this week began
        claim = making.proposal(session, article)
        claim.created_at = MONDAY - timedelta(days=days)
        done = MONDAY - timedelta(days=7) if days == 8 else MONDAY
        steps = [(Action.ACCEPT, ida), (Action.TAKE, ida), (Action.SUBMIT, ida), (Action.APPROVE, edgar)]
        for action, by in [*steps, (Action.PUBLISH, edgar)]:
            opened = done - timedelta(hours=12)
            at = opened if action is Action.ACCEPT else done
            decision = NOT_ENOUGH if action is Action.SUBMIT else None
            review.move(session, claim.id or 0, action, by=by, at=at, decision=decision)
    last = claim.id or 0
    review.move(session, last, Action.CHALLENGE, by=ida, at=MONDAY, reason="Stimmt nicht.")
    waiting = making.proposal(session, article)
    review.move(session, waiting.id or 0, Action.ACCEPT, by=ida, at=MONDAY)
    review.move(session, waiting.id or 0, Action.TAKE, by=ida, at=MONDAY)

    found = look_over(session, 4, MONDAY + timedelta(days=1), BERLIN)
    assert found.since == date(2026, 11, 2)
    assert found.articles == [Standing(article.id or 0, open=2, checked=2)]
    this, before = found.weeks[:2]
    assert (this.monday, before.monday) == (date(2026, 11, 23), date(2026, 11, 16))
    assert this.pace.came == (1.5, 2.0, 2.5, 2)
    assert this.pace.opened == (0.5, 0.5, 0.5, 2)
    assert before.pace.came == (1.0, 1.0, 1.0, 1)
    assert (this.challenged, this.confirmed, this.corrected, this.withdrawn) == (1, 0, 0, 0)
    assert found.pace.came is not None
    assert found.pace.came.number == 3
    assert Load(ida.id or 0, open=0, in_check=1, submitted=3, done=3) in [
        Load(each.account_id, each.open, each.in_check, each.submitted, each.done) for each in found.loads
    ]


def test_a_week_begins_at_midnight_on_the_desk_s_clocks(session: Session) -> None:
    ida = making.account(session, "ida", Role.REVIEWER)
    edgar = making.account(session, "edgar", Role.EDITOR)
    claim = making.proposal(session, making.article(session, ida))
    sunday_in_utc = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday in Berlin
    claim.created_at = sunday_in_utc - timedelta(days=1)
    steps = [(Action.ACCEPT, ida), (Action.TAKE, ida), (Action.SUBMIT, ida), (Action.APPROVE, edgar)]
    for action, by in [*steps, (Action.PUBLISH, edgar)]:
        decision = NOT_ENOUGH if action is Action.SUBMIT else None
        review.move(session, claim.id or 0, action, by=by, at=sunday_in_utc, decision=decision)
    weeks = look_over(session, 4, MONDAY, BERLIN).weeks
    assert [week.pace.came.number if week.pace.came else 0 for week in weeks] == [1, 0, 0, 0]
    in_utc = look_over(session, 4, MONDAY, ZoneInfo("UTC")).weeks
    assert [week.pace.came.number if week.pace.came else 0 for week in in_utc] == [0, 1, 0, 0]


def test_an_empty_desk_has_an_overview(session: Session) -> None:
    found = look_over(session, 12, MONDAY, BERLIN)
    assert (found.articles, found.loads, found.pace.came, len(found.weeks)) == ([], [], None, 12)
