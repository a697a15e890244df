"""Tags on a claim."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import InvalidInput, NotAllowed, NotFound
from claims.store import claims, events, tags
from claims.tag import MOST, key, normalise
from claims.workflow import Role, may


def tag(
    session: Session,
    claim_id: int,
    typed: Iterable[str],
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Claim:
    """Put tags on a claim, beside those that it has.

    Raises NotFound, StaleVersion, NotAllowed, InvalidInput.
    """
    claim = _taggable(session, claim_id, by, expect)
    return _change(session, claim, _read(session, typed), [], by, at)


def untag(
    session: Session, claim_id: int, typed: str, *, by: Account, at: datetime, expect: int | None = None
) -> Claim:
    """Take one tag off. Raises NotFound where the claim does not have it, and as `tag`."""
    claim = _taggable(session, claim_id, by, expect)
    on = {key(written): written for written in tags.of_claim(session, claim_id)}
    if key(typed) not in on:
        raise NotFound("Claim %(claim)s has no tag “%(tag)s”.", claim=claim_id, tag=typed)
    return _change(session, claim, [], [on[key(typed)]], by, at)


def set_tags(
    session: Session,
    claim_id: int,
    typed: Iterable[str],
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Claim:
    """Let a claim have these tags and no others; the same ones again change nothing. Raises as `tag`."""
    claim = _taggable(session, claim_id, by, expect)
    wanted = _read(session, typed)
    kept = {key(written) for written in wanted}
    off = [written for written in tags.of_claim(session, claim_id) if key(written) not in kept]
    return _change(session, claim, wanted, off, by, at)


def _taggable(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Tagging a claim takes the role reviewer.")
    return claim


def _read(session: Session, typed: Iterable[str]) -> list[str]:
    """The tags in the desk's spelling, each once."""
    written = {key(found): found for found in map(normalise, typed)}
    return [tags.spelling(session, found) for found in written.values()]


def _change(
    session: Session, claim: Claim, on: list[str], off: list[str], by: Account, at: datetime
) -> Claim:
    claim_id, before = claim.id or 0, {key(found) for found in tags.of_claim(session, claim.id or 0)}
    new = [written for written in on if key(written) not in before]
    if not new and not off:
        return claim
    if len(before) + len(new) - len(off) > MOST:
        raise InvalidInput("A claim has at most %(limit)s tags.", limit=MOST)
    for written in off:
        tags.remove(session, claim_id, written)
    for written in new:
        tags.add(session, claim_id, written, by=by.id or 0, at=at)
    claims.touch(session, claim, at)
    action = "tag" if new else "untag"
    facts = {"added": new, "removed": off}
    events.record(session, claim, action, by=by.id or 0, at=at, facts=facts)
    return claim
