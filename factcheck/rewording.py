"""What changed between two wordings, word by word: `compare(old, new) -> list[Piece]`. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Words that both have, that only the old wording has, or only the new one."""

    text: str
    change: Change


def compare(old: str, new: str) -> list[Piece]:
    """The pieces that are kept or removed together are `old`, those kept or added `new`."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    found: list[Piece] = []
    for tag, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(before[low:high]), Change.KEPT))
            continue
        found += _changed(before[low:high], Change.REMOVED) + _changed(after[start:end], Change.ADDED)
    return found


def _changed(words: list[str], change: Change) -> list[Piece]:
    return [Piece("".join(words), change)] if words else []
