"""Whom the desk asked about a claim, as the claim's page shows it to the one who looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.inquiry import Inquiry, Reply
from claims.store import accounts, inquiries
from claims.workflow import Role, may
from factcheck.review import ASKABLE


@dataclass(frozen=True)
class Shown:
    """One inquiry with the names of who asked and who noted the reply. `contact` is empty for those who
    do not check."""

    inquiry: Inquiry
    contact: str
    added_by: str
    settled_by: str
    overdue: bool
    repliable: bool
    amendable: bool
    protectable: bool

    @property
    def reply_form(self) -> str:
        return f"reply-{self.inquiry.id}"

    @property
    def amend_form(self) -> str:
        return f"amend-{self.inquiry.id}"


@dataclass(frozen=True)
class People:
    """Those who were asked, oldest question first; whether this account can ask somebody; and the day."""

    shown: list[Shown]
    asks: bool
    today: date

    @property
    def forms(self) -> set[str]:
        """The forms that the section has."""
        replies = {shown.reply_form for shown in self.shown if shown.repliable}
        amends = {shown.amend_form for shown in self.shown if shown.amendable}
        return replies | amends | ({"ask"} if self.asks else set())


def people(session: Session, claim: Claim, account: Account, today: date) -> People:
    """What this account may see of whom the desk asked: confidential inquiries are for those who check."""
    checks = may(account.role_set, Role.REVIEWER)
    works = checks and claim.state in ASKABLE
    names = accounts.names(session)
    found = inquiries.of_claims(session, [claim.id or 0], confidential=checks)
    return People([_shown(each, account, names, checks, works, today) for each in found], works, today)


def asked_names(session: Session, claim_id: int, account: Account) -> Mapping[int, str]:
    """By the number of each inquiry that this account may see, who was asked."""
    checks = may(account.role_set, Role.REVIEWER)
    return {each.id or 0: each.whom for each in inquiries.of_claims(session, [claim_id], confidential=checks)}


def _shown(
    inquiry: Inquiry, account: Account, names: dict[int, str], checks: bool, works: bool, today: date
) -> Shown:
    own = account.id in (inquiry.added_by, inquiry.settled_by) or may(account.role_set, Role.EDITOR)
    waiting = inquiry.reply is Reply.PENDING
    return Shown(
        inquiry=inquiry,
        contact=inquiry.contact if checks else "",
        added_by=names[inquiry.added_by],
        settled_by=names.get(inquiry.settled_by or 0, ""),
        overdue=waiting and inquiry.due_on is not None and inquiry.due_on < today,
        repliable=works and inquiry.reply is not Reply.ANSWERED,
        amendable=works and own,
        protectable=works and not own and not inquiry.confidential,
    )
