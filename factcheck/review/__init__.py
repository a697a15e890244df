"""The review of claims: moving, editing, citing. Everything here writes its event in the same
transaction; the caller commits."""

from factcheck.review.citing import CITABLE, cite, retract
from factcheck.review.editing import ClaimEdit, add_claim, edit, is_editable, split
from factcheck.review.moves import changes_since, lapse, move

__all__ = [
    "CITABLE",
    "ClaimEdit",
    "add_claim",
    "changes_since",
    "cite",
    "edit",
    "is_editable",
    "lapse",
    "move",
    "retract",
    "split",
]
