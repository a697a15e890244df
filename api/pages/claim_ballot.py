"""The votes on a claim that two people decide without seeing each other's, as its page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.store import accounts
from claims.vote import Vote
from claims.workflow import Action
from factcheck.review import voting


@dataclass(frozen=True)
class Cast:
    """A vote with who cast it and the letters of the evidence that it rests on, as far as it may be seen."""

    vote: Vote
    by: str
    letters: list[str]


@dataclass(frozen=True)
class Ballot:
    """What this account may know. `withheld` are moves that blind review does not let it make,
    `took_part` says that its vote led to the decision under way; `own` is its vote that waits, `void`
    that its last one no longer counts; `apart` are two votes that differ, between which it may decide,
    `settled` those behind decisions, by the decision's number."""

    blind: bool
    withheld: frozenset[Action]
    took_part: bool
    waiting: int
    own: Cast | None
    void: bool
    apart: list[Cast]
    settled: Mapping[int, list[Cast]]


def open_ballot(session: Session, claim: Claim, account: Account, letters: Mapping[int, str]) -> Ballot:
    """`letters` are those of the evidence that this account may see, by its number."""
    found = voting.visible_votes(session, [claim.id or 0], account)
    names = accounts.names(session, {vote.account_id for vote in found}) if found else {}
    cast = [Cast(vote, names[vote.account_id], _letters(vote, letters)) for vote in found]
    waits = [each for each in cast if each.vote.decision_id is None and each.vote.void_at is None]
    mine = [each for each in cast if each.vote.account_id == account.id]
    settled: dict[int, list[Cast]] = {}
    for each in cast:
        if each.vote.decision_id is not None:
            settled.setdefault(each.vote.decision_id, []).append(each)
    return Ballot(
        blind=voting.is_blind(session, claim),
        withheld=voting.withheld(session, claim, account),
        took_part=account.id in voting.voters(session, claim.decision_id),
        waiting=voting.count_waiting(session, claim, account),
        own=next((each for each in waits if each in mine), None),
        void=bool(mine) and mine[-1].vote.void_at is not None,
        apart=waits if len(waits) == 2 else [],
        settled=settled,
    )


def _letters(vote: Vote, letters: Mapping[int, str]) -> list[str]:
    return [letters[number] for number in vote.evidence_ids if number in letters]
