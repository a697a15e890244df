"""An editor's overview of the desk: what is open and checked, how long verdicts took, who has how much to do,
how far people agree, and what became of published verdicts. What each figure means: `docs/overview.md`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from claims.store import figures
from claims.store.figures import Load, Standing, Way
from claims.workflow import Action
from factcheck.concord import Concord, measure_desk
from factcheck.quartiles import Quartiles, quartiles

PERIODS = (4, 12, 26)
"""Weeks that can be looked back on; this week counts as one."""
MOST_ARTICLES = 15
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Pace:
    """How many days it took from when claims came in, and from when they were opened, until their first
    verdict was published; None where none was."""

    came: Quartiles | None
    opened: Quartiles | None


@dataclass(frozen=True)
class Week:
    """What was published in the week that begins on this Monday, and what was done to published verdicts."""

    monday: date
    pace: Pace
    challenged: int
    confirmed: int
    corrected: int
    withdrawn: int


@dataclass(frozen=True)
class Overview:
    """`weeks` newest first, of which the newest is not over; `articles` as they stand now."""

    since: date
    articles: list[Standing]
    pace: Pace
    weeks: list[Week]
    loads: list[Load]
    concord: Concord


def look_over(session: Session, weeks: int, at: datetime, zone: ZoneInfo) -> Overview:
    """The desk at `at`, looked back on over whole weeks of the desk's days, this one included."""
    monday = _monday(at, zone)
    mondays = [monday - number * _WEEK for number in range(weeks)]
    since, before = _midnight(mondays[-1], zone), _midnight(monday + _WEEK, zone)
    ways = figures.ways(session, since, before)
    answers = figures.answers(session, since, before)
    return Overview(
        since=mondays[-1],
        articles=figures.standings(session, MOST_ARTICLES),
        pace=_pace(ways),
        weeks=[_week(each, ways, answers, zone) for each in mondays],
        loads=figures.loads(session, since, before),
        concord=measure_desk(session, zone, since),
    )


def _week(monday: date, ways: Iterable[Way], answers: Iterable[tuple[str, datetime]], zone: ZoneInfo) -> Week:
    done = Counter(action for action, at in answers if _monday(at, zone) == monday)
    return Week(
        monday=monday,
        pace=_pace([way for way in ways if _monday(way.published_at, zone) == monday]),
        challenged=done[Action.CHALLENGE],
        confirmed=done[Action.CONFIRM],
        corrected=done[Action.CORRECT],
        withdrawn=done[Action.WITHDRAW],
    )


def _pace(ways: list[Way]) -> Pace:
    return Pace(
        came=quartiles([(way.published_at - way.came_at) / _DAY for way in ways]),
        opened=quartiles([(way.published_at - way.opened_at) / _DAY for way in ways if way.opened_at]),
    )


def _monday(at: datetime, zone: ZoneInfo) -> date:
    day = at.astimezone(zone).date()
    return day - day.weekday() * _DAY


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
