"""Blind double review: two people decide on a claim, and neither sees what the other says.

While a blind review of its article or of one of its tags runs, an open claim takes votes instead of a verdict
submitted by one person. Two equal votes make a decision, which the second voter submits; two different ones
wait for somebody who is neither voter, who sees both and submits a verdict. All three are then barred from
approving. A claim on which a vote waits goes on like this even where the blind review has ended or the tag
is off, so nothing is revealed by switching it off.

The first vote changes nothing that others could notice: the claim keeps its version, and the event of the
vote is told to nobody else (`discreet`). `factcheck.review.moves` calls this where claims are moved, and who
changes words or evidence calls `void_outdated`.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision, DecisionDraft
from claims.errors import Conflict, InvalidInput, MoveRefused, NotAllowed
from claims.event import Event
from claims.store import articles, claims, events, sources, votes
from claims.tag import key, normalise
from claims.vote import BlindReview, Vote
from claims.workflow import Action, Role, State, may
from factcheck.notices import tell_adjudication_wanted

_TAKING_VOTES = (State.OPEN, State.IN_CHECK)
_ALONE = (Action.SUBMIT, Action.ADOPT)
"""By these one person decides."""
_VOID = "void_votes"
_DIFFER = "votes_differ"
_MEANT = ("kind", "modality", "speaker", "speaker_resolved")
"""What a claim states besides its text; where its words stand may move."""


def begin_blind_review(
    session: Session, *, by: Account, at: datetime, article_id: int | None = None, tag: str = ""
) -> BlindReview:
    """Let the claims of an article, or those with a tag, take two votes from now on.

    Raises NotAllowed, NotFound, Conflict where it is so already, InvalidInput where not just one is named.
    """
    _permit(by)
    if (article_id is None) == (not tag.strip()):
        raise InvalidInput("Name an article or a tag, one of the two.")
    if article_id is not None:
        articles.lock(session, article_id)
    tag_key = key(normalise(tag)) if article_id is None else None
    if votes.runs(session, article_id=article_id, tag_key=tag_key):
        raise Conflict("Two people decide here already without seeing each other's verdict.")
    begun = votes.begin(session, article_id=article_id, tag_key=tag_key, by=by.id or 0, at=at)
    _record(session, "begin_blind_review", begun, by, at)
    return begun


def end_blind_review(session: Session, review_id: int, *, by: Account, at: datetime) -> BlindReview:
    """Let one person submit again; claims with a vote that waits take their second one all the same.

    Raises NotAllowed, NotFound, Conflict where it has ended.
    """
    _permit(by)
    ended = votes.review(session, review_id)
    if ended.ended_at is not None:
        raise Conflict("This blind review has ended already.")
    ended.ended_by, ended.ended_at = by.id, at
    session.add(ended)
    _record(session, "end_blind_review", ended, by, at)
    return ended


def is_blind(session: Session, claim: Claim) -> bool:
    """Whether two people decide on the claim."""
    return votes.covers(session, claim) or bool(votes.waiting(session, claim.id or 0))


def guard(session: Session, claim: Claim, action: Action, by: Account) -> None:
    """Whether this account may vote, or submit a verdict alone. Raises MoveRefused, NotAllowed."""
    if action not in (*_ALONE, Action.VOTE):
        return
    waiting = votes.waiting(session, claim.id or 0)
    voted = by.id in {vote.account_id for vote in waiting}
    if action in _ALONE and len(waiting) == 2 and voted:
        raise NotAllowed("You voted on this claim: somebody who has not voted decides.")
    if action in _ALONE and len(waiting) < 2 and is_blind(session, claim):
        raise MoveRefused(
            "Two people decide on this claim, neither seeing the other's verdict: cast your vote instead."
        )
    if action is Action.VOTE:
        _guard_vote(session, claim, waiting, voted)


def cast(
    session: Session, claim: Claim, draft: DecisionDraft, *, reason: str, by: Account, at: datetime
) -> bool:
    """Keep a vote. True where it is the second and says the same as the first: then a decision is due.

    `reason` is the public one, where readers have seen a verdict.
    """
    before = votes.waiting(session, claim.id or 0)
    standing = _standing_evidence(session, claim)
    vote = votes.add(session, claim, draft, evidence_ids=standing, by=by.id or 0, at=at)
    agreed = bool(before) and before[0].verdict is vote.verdict
    if before and not agreed:
        # who has the page open from before both were in has not seen what there is to settle
        claims.touch(session, claim, at)
        tell_adjudication_wanted(session, claim, {each.account_id for each in (*before, vote)}, at)
    _record_vote(session, claim, vote, reason)
    if before and not agreed:
        _append(session, claim, _DIFFER, {"version": claim.version}, vote.account_id, at)
    return agreed


def settle(session: Session, claim: Claim, decided: Decision | None, by: Account, at: datetime) -> None:
    """After a move: the votes that wait belong to what was decided; where the claim went elsewhere they are
    void."""
    if claim.state in _TAKING_VOTES:
        return
    waiting = votes.waiting(session, claim.id or 0)
    if claim.state is not State.SUBMITTED or decided is None:
        _void(session, claim, waiting, by, at)
        return
    for vote in waiting:
        vote.decision_id = decided.id
        session.add(vote)
    session.flush()


def void_outdated(session: Session, claim: Claim, *, by: Account, at: datetime) -> None:
    """Void the votes that wait, where the claim's words or evidence are no longer those they were cast on."""
    waiting = votes.waiting(session, claim.id or 0)
    if waiting:
        standing = _standing_evidence(session, claim)
        outdated = [
            vote for vote in waiting if vote.evidence_ids != standing or _reads_otherwise(claim, vote)
        ]
        _void(session, claim, outdated, by, at)


def void_all(session: Session, claim: Claim, *, by: Account, at: datetime) -> None:
    """Void the votes that wait: the sentence that the claim stands in changed."""
    _void(session, claim, votes.waiting(session, claim.id or 0), by, at)


def voters(session: Session, decision_id: int | None) -> set[int]:
    """The numbers of those whose votes led to the decision."""
    return votes.voters(session, decision_id) if decision_id else set()


def withheld(session: Session, claim: Claim, account: Account) -> frozenset[Action]:
    """What the workflow's table has for this account and blind review does not let it do now."""
    waiting = votes.waiting(session, claim.id or 0)
    voted = account.id in {vote.account_id for vote in waiting}
    if len(waiting) == 2:
        return frozenset({Action.VOTE, *_ALONE} if voted else {Action.VOTE})
    if not is_blind(session, claim):
        return frozenset({Action.VOTE})
    return frozenset({Action.VOTE, *_ALONE} if voted else _ALONE)


def visible_votes(session: Session, claim_ids: Iterable[int], account: Account) -> list[Vote]:
    """The votes on these claims that the account may know of, oldest first.

    One's own always; others' when they led to a decision, or, to somebody who is to decide between them, when
    both are in. Those who only read see none of others', void ones nobody else does.
    """
    found = votes.of_claims(session, claim_ids)
    return [vote for vote in found if vote.account_id == account.id or _is_open(vote, found, account)]


def count_waiting(session: Session, claim: Claim, account: Account) -> int:
    """How many votes wait, which before both are in is for editors to know; 0 for others."""
    number = len(votes.waiting(session, claim.id or 0))
    told = may(account.role_set, Role.EDITOR) or (number == 2 and may(account.role_set, Role.REVIEWER))
    return number if told else 0


def discreet(session: Session, found: list[Event], account: Account) -> list[Event]:
    """The events without those that tell of votes which this account may not know of. That two votes differ
    all know who check claims: it brings the claim to a new version, and says nobody's verdict."""
    if not may(account.role_set, Role.REVIEWER):
        found = [event for event in found if event.action != _DIFFER]
    secret = [event for event in found if event.action in (Action.VOTE, _VOID)]
    if not secret:
        return found
    known = {vote.id for vote in visible_votes(session, {event.claim_id or 0 for event in secret}, account)}
    edits = may(account.role_set, Role.EDITOR)
    hidden = {
        event.seq
        for event in secret
        if not known.intersection(event.body["votes"]) and not (edits and event.action == _VOID)
    }
    return [event for event in found if event.seq not in hidden]


def _permit(by: Account) -> None:
    if not may(by.role_set, Role.EDITOR):
        raise NotAllowed("Saying where two people decide takes the role editor.")


def _guard_vote(session: Session, claim: Claim, waiting: list[Vote], voted: bool) -> None:
    if voted:
        raise MoveRefused("Your vote on this claim is in: it waits for somebody else's.")
    if len(waiting) == 2:
        raise MoveRefused("Two people voted and disagree: settle it by submitting a verdict.")
    if not is_blind(session, claim):
        raise MoveRefused("One person decides on this claim and another approves: submit a verdict.")


def _is_open(vote: Vote, found: list[Vote], account: Account) -> bool:
    if not may(account.role_set, Role.REVIEWER) or vote.void_at is not None:
        return False
    if vote.decision_id is not None:
        return True
    both = [each for each in found if each.claim_id == vote.claim_id and _waits(each)]
    return len(both) == 2 and account.id not in {each.account_id for each in both}


def _waits(vote: Vote) -> bool:
    return vote.decision_id is None and vote.void_at is None


def _standing_evidence(session: Session, claim: Claim) -> list[int]:
    return [number for number, _ in sources.standing(session, claim.id or 0)]


def _reads_otherwise(claim: Claim, vote: Vote) -> bool:
    """Set otherwise at another place of the article it still is the same claim."""
    now = claim.model_dump(mode="json", include={"exact", *_MEANT})
    then = vote.claim_words
    return (
        claim.text != vote.claim_text
        or now["exact"].split() != then["exact"].split()
        or any(now[name] != then[name] for name in _MEANT)
    )


def _void(session: Session, claim: Claim, outdated: list[Vote], by: Account, at: datetime) -> None:
    if not outdated:
        return
    for vote in outdated:
        vote.void_at = at
        session.add(vote)
    _append(session, claim, _VOID, {"votes": [vote.id for vote in outdated]}, by.id or 0, at)


def _record_vote(session: Session, claim: Claim, vote: Vote, reason: str) -> None:
    facts: dict[str, object] = {"votes": [vote.id], "evidence": vote.evidence_ids}
    sealed = {"rationale": vote.rationale, "vote": vote.verdict.value}
    _append(session, claim, Action.VOTE.value, facts, vote.account_id, vote.cast_at, reason, sealed)


def _append(
    session: Session,
    claim: Claim,
    action: str,
    body: dict[str, object],
    by: int,
    at: datetime,
    note: str = "",
    sealed: dict[str, str] | None = None,
) -> None:
    """Without the claim's version, unless it brought the claim to a new one."""
    events.append(
        session,
        action,
        by=by,
        at=at,
        article_id=claim.article_id,
        claim_id=claim.id,
        body=body,
        note=note,
        sealed=sealed or {},
    )


def _record(session: Session, action: str, review: BlindReview, by: Account, at: datetime) -> None:
    body = {"review": review.id, "tag": review.tag_key}
    events.append(session, action, by=by.id or 0, at=at, article_id=review.article_id, body=body)
