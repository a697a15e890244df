"""The review of claims: moving, editing, citing, asking people. Everything here writes its event in the same
transaction; the caller commits."""

from factcheck.review.asking import ASKABLE, InquiryEdit, amend, ask, reply
from factcheck.review.citing import CITABLE, cite, retract
from factcheck.review.editing import ClaimEdit, add_claim, edit, is_editable, split
from factcheck.review.moves import changes_since, lapse, move
from factcheck.review.naming import Candidate, Naming, candidates, drop_alias, set_alias

__all__ = [
    "ASKABLE",
    "CITABLE",
    "Candidate",
    "ClaimEdit",
    "InquiryEdit",
    "Naming",
    "add_claim",
    "amend",
    "ask",
    "candidates",
    "changes_since",
    "cite",
    "drop_alias",
    "edit",
    "is_editable",
    "lapse",
    "move",
    "reply",
    "retract",
    "set_alias",
    "split",
]
