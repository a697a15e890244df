"""The review of claims: moving, editing, citing. Everything here writes its event in the same
transaction; the caller commits."""

from factcheck.review.citing import CITABLE, cite, retract
from factcheck.review.editing import ClaimEdit, add_claim, edit, is_editable, split
from factcheck.review.moves import changes_since, lapse, move
from factcheck.review.naming import Candidate, Naming, candidates, drop_alias, set_alias

__all__ = [
    "CITABLE",
    "Candidate",
    "ClaimEdit",
    "Naming",
    "add_claim",
    "candidates",
    "changes_since",
    "cite",
    "drop_alias",
    "edit",
    "is_editable",
    "lapse",
    "move",
    "retract",
    "set_alias",
    "split",
]
