"""A claim read to be changed, and its changes written: by the driver, and for the session as if it had done
both itself.

What a session does to make an object of one row, and to find out later what changed of it, takes three times
what is done here; the object is the same one that it would give.
"""

from functools import lru_cache
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import make_transient, make_transient_to_detached
from sqlmodel import Session

from claims.claim import Claim
from claims.store.compiled import Compiled

_MAPPER = sa.inspect(Claim)
_TABLE = cast(sa.Table, _MAPPER.local_table)
_NAMES = [column.name for column in _TABLE.columns]
_READ = Compiled(sa.select(_TABLE).where(_TABLE.c.id == sa.bindparam("id")).with_for_update())
_WITH_ROWS_BESIDE = {"quantities", "times"}
"""A session that writes these keeps other rows in step with them (see `claims.bounds`)."""


def read(session: Session, claim_id: int) -> Claim | None:
    """The claim as its row is now, held until the transaction ends."""
    session.flush()
    row = _READ.one(session.connection(), {"id": claim_id})
    if row is None:
        return None
    known = session.identity_map.get(_MAPPER.identity_key_from_primary_key((claim_id,)))
    claim: Claim = _MAPPER.class_manager.new_instance() if known is None else known
    claim.__dict__.update(zip(_NAMES, row, strict=True))
    _settle(session, claim)
    return claim


def write(session: Session, claim: Claim, version: int) -> bool:
    """Write what changed of a claim that was of this version, and whatever else the session has to write.
    False where the row is not of that version."""
    kept = sa.inspect(claim).committed_state
    changed = {name: getattr(claim, name) for name, old in kept.items() if old != getattr(claim, name)}
    if not _WITH_ROWS_BESIDE.isdisjoint(changed):
        session.flush()
        return True
    _settle(session, claim)
    session.flush()
    values = {**changed, "of_id": claim.id, "of_version": version}
    return bool(_update(frozenset(changed)).put(session.connection(), values).rowcount)


def _settle(session: Session, claim: Claim) -> None:
    """Let the session take the claim for one that its row agrees with."""
    make_transient(claim)
    make_transient_to_detached(claim)
    session.add(claim)


@lru_cache(maxsize=64)
def _update(names: frozenset[str]) -> Compiled:
    its = _TABLE.c
    wanted = (its.id == sa.bindparam("of_id"), its.version == sa.bindparam("of_version"))
    values: dict[str, Any] = {name: sa.bindparam(name, type_=its[name].type) for name in sorted(names)}
    return Compiled(sa.update(_TABLE).where(*wanted).values(values))
