"""What the desk knows already of a claim that nobody decided on: the checked claims that say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_timedelta
from flask_babel import get_locale
from sqlmodel import Session

from api.pages.frequent import language
from api.unit import db, now, settings
from claims.claim import Claim
from claims.decision import Decision
from claims.reason import Reason
from claims.store import claims, decisions
from factcheck.found import Result
from factcheck.kinship import waits
from factcheck.matching.reasons import beside
from factcheck.matching.relation import Relation
from factcheck.review.adopting import desk_day, is_adoptable, is_due, pointer


@dataclass(frozen=True)
class CheckedKin:
    """A checked claim beside the one on the page, and the rationale that points to it. `adoptable`: its
    verdict can be taken over, which it cannot once it is `due` to be checked again."""

    result: Result
    adoptable: bool
    due: bool
    rationale: str

    @property
    def same(self) -> bool:
        return self.result.relation is Relation.SAME

    @property
    def form(self) -> str:
        return f"adopt-{self.result.claim.id}"


@dataclass(frozen=True)
class Kinfolk:
    """`checked`, those first that say the same, and the `others` that are alike."""

    checked: list[CheckedKin]
    others: list[Result]

    @property
    def forms(self) -> set[str]:
        return {each.form for each in self.checked if each.adoptable}

    @property
    def key(self) -> str:
        """The form that the one key is for; empty where there is none."""
        return next((each.form for each in self.checked if each.adoptable), "")


def kinfolk(session: Session, claim: Claim, alike: list[Result]) -> Kinfolk:
    """Which of the claims alike have a published verdict that stands, for a claim that waits for its own."""
    if not waits(claim):
        return Kinfolk([], alike)
    rows = claims.many(session, [each.claim.id for each in alike])
    standing = {number: row for number, row in rows.items() if row.is_standing}
    checked = [
        _checked(session, claim, standing[each.claim.id], each) for each in alike if each.claim.id in standing
    ]
    return Kinfolk(
        sorted(checked, key=lambda each: not each.same),
        [each for each in alike if each.claim.id not in standing],
    )


def _checked(session: Session, claim: Claim, other: Claim, result: Result) -> CheckedKin:
    decision = decisions.get(session, other.public_decision_id or 0)
    zone = settings().time_zone
    today = desk_day(now(), zone)
    return CheckedKin(
        result,
        is_adoptable(other, decision, today),
        is_due(decision, today),
        pointer(claim, decision, zone),
    )


def differing(differences: Iterable[Reason], checked: bool) -> list[str]:
    """How a claim differs from another one, in the reader's language."""
    return [beside(difference, language(), checked=checked) for difference in differences]


def age(moment: datetime) -> str:
    """How long ago it was: 3 months ago."""
    return format_timedelta(moment - now(), add_direction=True, locale=get_locale())


def recheck_due(decision: Decision) -> bool:
    """Whether the verdict is to be checked again by now."""
    return is_due(decision, desk_day(now(), settings().time_zone))


def adopted_from(decision: Decision) -> int:
    """The number of the claim whose verdict this one takes over."""
    return decisions.get(db(), decision.adopts or 0).claim_id
