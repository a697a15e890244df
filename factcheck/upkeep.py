"""What time alone brings about: verdicts that are due to be checked again, articles that wait to be matched.
Run by the command `watch` and, every few seconds, by the process beside `serve`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from claims import database
from claims.store import decisions
from factcheck.desk import actor
from factcheck.kinship import match_waiting
from factcheck.notices import follow
from factcheck.review.adopting import desk_day, lapse_due
from factcheck.settings import Settings


@dataclass(frozen=True)
class Kept:
    """The numbers of the claims whose decision lapsed with one that is due, and how many articles were
    matched."""

    lapsed: list[int]
    matched: int

    @property
    def said(self) -> str:
        return ", ".join(map(str, self.lapsed))


def keep_up(engine: Engine, settings: Settings, at: datetime) -> Kept:
    """Do what is due by now; it writes only where there is something. Raises DeskBusy."""
    today, lapsed = desk_day(at, settings.time_zone), []
    with database.reading(engine) as session:
        is_due = bool(decisions.adopting_due(session, today))
    if is_due:
        with database.writing(engine) as session:
            by = actor(session, settings.user.strip().lower(), at)
            lapsed = lapse_due(session, by=by, at=at, today=today)
            follow(session, at)
    return Kept(lapsed, match_waiting(engine, settings, at))
