"""What a claim's words and terms were before they changed: kept on the row until the event is written.

With `was` in every event of a claim, its history can be gone back from what it is today (see
`factcheck.past`). Where it stands in the work needs none: events say it forwards, in `to`, `standing`,
`lapsed`, `decision`. No word about people is in it: those stand outside the hash chain.
"""

from typing import Any

import sqlalchemy as sa
from pydantic_core import to_jsonable_python
from sqlalchemy.orm import LoaderCallableStatus

from claims.claim import Claim

_TOLD = {"state", "lapsed", "verdict", "decision_id", "public_decision_id", "merged_into"}
"""What events say forwards."""
_FIXED = {"id", "article_id", "language", "origin", "created_at", "updated_at", "version"}

TRACED = frozenset(Claim.model_fields) - _TOLD - _FIXED
"""The columns whose earlier values events keep."""

_KEY = "was"


def take_trace(claim: Claim) -> dict[str, Any]:
    """What the columns that changed since the last event held before, as JSON; to be asked once for each."""
    was = sa.inspect(claim).info.pop(_KEY, {})
    return {name: to_jsonable_python(old) for name, old in was.items() if old != getattr(claim, name)}


def _listen(name: str) -> None:
    def keep(claim: Claim, _new: object, old: object, _initiator: object) -> None:
        state = sa.inspect(claim)
        if state.has_identity and not isinstance(old, LoaderCallableStatus):
            state.info.setdefault(_KEY, {}).setdefault(name, old)

    # active_history: the old value is read where the row was expired
    sa.event.listen(getattr(Claim, name), "set", keep, active_history=True)


for _name in sorted(TRACED):
    _listen(_name)
