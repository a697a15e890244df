"""The review of claims: moving, editing, citing, asking people, assigning, tagging, writing notes. Everything
here writes its event in the same transaction; the caller commits."""

from factcheck.review.adopting import Adoption, adopt, lapse_due
from factcheck.review.asking import ASKABLE, InquiryEdit, amend, ask, reply
from factcheck.review.assigning import assign, assignable
from factcheck.review.citing import CITABLE, cite, retract
from factcheck.review.editing import ClaimEdit, add_claim, edit, is_editable, split
from factcheck.review.merging import is_mergeable, merge, unmerge
from factcheck.review.moves import changes_since, lapse, move
from factcheck.review.naming import Candidate, Naming, candidates, drop_alias, set_alias
from factcheck.review.noting import reopen_thread, resolve_thread, write_note
from factcheck.review.owning import own_text
from factcheck.review.placing import choose_place, refuse_places
from factcheck.review.setting_aside import set_aside, take_up
from factcheck.review.tagging import set_tags, tag, untag
from factcheck.review.undoing import undo, undoable
from factcheck.review.voting import begin_blind_review, end_blind_review

__all__ = [
    "ASKABLE",
    "CITABLE",
    "Adoption",
    "Candidate",
    "ClaimEdit",
    "InquiryEdit",
    "Naming",
    "add_claim",
    "adopt",
    "amend",
    "ask",
    "assign",
    "assignable",
    "begin_blind_review",
    "candidates",
    "changes_since",
    "choose_place",
    "cite",
    "drop_alias",
    "edit",
    "end_blind_review",
    "is_editable",
    "is_mergeable",
    "lapse",
    "lapse_due",
    "merge",
    "move",
    "own_text",
    "refuse_places",
    "reopen_thread",
    "reply",
    "resolve_thread",
    "retract",
    "set_alias",
    "set_aside",
    "set_tags",
    "split",
    "tag",
    "take_up",
    "undo",
    "undoable",
    "unmerge",
    "untag",
    "write_note",
]
