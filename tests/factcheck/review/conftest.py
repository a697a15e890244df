"""One desk with everybody on it and one proposed claim."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.store import claims
from claims.verdict import Stance, Verdict
from claims.workflow import Action, Role, State
from factcheck import review
from tests import making

ROLES = {
    "reader": (Role.READER,),
    "reviewer": (Role.REVIEWER,),
    "colleague": (Role.REVIEWER,),
    "editor": (Role.EDITOR,),
    "chief": (Role.EDITOR, Role.ADMIN),
    "admin": (Role.ADMIN,),
    "cli": (),
}
SUPPORTED = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="Das Register sagt es.")
REFUTED = DecisionDraft(verdict=Verdict.REFUTED, rationale="Das Register sagt etwas anderes.")


@dataclass
class Desk:
    """The claim, and who moves it."""

    session: Session
    people: dict[str, Account]
    claim: Claim

    @property
    def claim_id(self) -> int:
        return self.claim.id or 0

    def move(self, who: str, action: Action, **more: Any) -> Claim:
        return review.move(
            self.session,
            self.claim_id,
            action,
            by=self.people[who],
            at=making.later(self.claim.version),
            **more,
        )

    def cite(self, stance: Stance = Stance.SUPPORTS, who: str = "reviewer") -> int:
        return making.evidence(self.session, self.claim, self.people[who], stance).id or 0

    def bring_to(self, state: State) -> None:
        """Take the claim the straight way."""
        steps = {
            State.OPEN: lambda: self.move("reviewer", Action.ACCEPT),
            State.IN_CHECK: lambda: (self.move("reviewer", Action.TAKE), self.cite()),
            State.SUBMITTED: lambda: self.move("reviewer", Action.SUBMIT, decision=SUPPORTED),
            State.APPROVED: lambda: self.move("editor", Action.APPROVE),
            State.PUBLISHED: lambda: self.move("editor", Action.PUBLISH),
            State.CHALLENGED: lambda: self.move("reader", Action.CHALLENGE, reason="Das stimmt so nicht."),
        }
        for reached, step in steps.items():
            if self.claim.state is state:
                return
            step()
            assert self.claim.state is reached

    def reread(self) -> Claim:
        self.session.expire_all()
        return claims.get(self.session, self.claim_id)


@pytest.fixture
def desk(session: Session) -> Desk:
    people = {name: making.account(session, name, *roles) for name, roles in ROLES.items()}
    article = making.article(session, people["reviewer"])
    return Desk(session, people, making.proposal(session, article))
