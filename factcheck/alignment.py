"""Two texts of an article side by side: which sentences both have, and which stand in place of which.

Pure. Sentences count as the same when they have the same words: white space and the shape of quotation
marks and dashes are how a text is set, not what it says.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from claims.reason import Language
from claims.selector import Place
from factcheck.extraction.sentences import split_sentences

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SET = str.maketrans(dict.fromkeys("„“”«»", '"') | dict.fromkeys("‚‘’‹›", "'") | dict.fromkeys("–—", "-"))
_LARGEST = 40_000
"""Pairs of sentences that are compared within one changed stretch; texts that differ over more than some
two hundred sentences on end are different texts."""


@dataclass(frozen=True)
class Reading:
    """A text with its sentences in order."""

    text: str
    sentences: tuple[Place, ...]

    @cached_property
    def keys(self) -> list[str]:
        """What each sentence says, however it is set."""
        return [self.says(place) for place in self.sentences]

    @cached_property
    def _found(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            found.setdefault(key, []).append(at)
        return found

    def words(self, place: Place) -> str:
        return self.text[place.start : place.end]

    def says(self, place: Place) -> str:
        """The words of a place, however they are set."""
        return _key(self.words(place))

    def covering(self, place: Place) -> range:
        """The sentences that a place has a share in, as indexes."""
        low = bisect_right(self._ends, place.start)
        return range(low, max(low, bisect_left(self._starts, place.end)))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    def stretch(self, sentences: range) -> Place:
        """From the first of some sentences to the last."""
        return Place(start=self.sentences[sentences[0]].start, end=self.sentences[sentences[-1]].end)

    def runs(self, keys: Sequence[str]) -> list[int]:
        """Where these sentences stand one after the other: the indexes of the first of them."""
        return [at for at in self._found.get(keys[0], ()) if self.keys[at : at + len(keys)] == list(keys)]

    def beside(self, sentences: range) -> tuple[str | None, str | None]:
        """What the sentence before some sentences says, and the one after them; None where there is none."""
        before = self.keys[sentences.start - 1] if sentences.start else None
        return before, self.keys[sentences.stop] if sentences.stop < len(self.keys) else None


def read(text: str, language: Language) -> Reading:
    return Reading(text, tuple(split_sentences(text, language)))


@dataclass(frozen=True)
class _Stretch:
    """Sentences of the old text in whose place others stand in the new one."""

    old: range
    new: range


class Alignment:
    """Which sentence of the old text is which of the new one, in the order of both."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self.old, self.new = old, new
        self._partners: dict[int, int] = {}
        self._stretches: dict[int, _Stretch] = {}
        self._alike: dict[tuple[int, int], float] = {}
        at = (0, 0)
        blocks = LCSseq.editops(old.keys, new.keys).as_matching_blocks()
        for block in (*blocks, None):
            first = (block.a, block.b) if block else (len(old.keys), len(new.keys))
            self._change(_Stretch(range(at[0], first[0]), range(at[1], first[1])))
            if block:
                self._partners |= {block.a + step: block.b + step for step in range(block.size)}
                at = (block.a + block.size, block.b + block.size)

    def _change(self, stretch: _Stretch) -> None:
        if len(stretch.old) * len(stretch.new) <= _LARGEST:
            self._stretches |= dict.fromkeys(stretch.old, stretch)

    def partner(self, sentence: int) -> int | None:
        """The same sentence in the new text, where the order of both has it."""
        return self._partners.get(sentence)

    @cached_property
    def taken(self) -> dict[int, int]:
        """The partners seen from the new text."""
        return {new: old for old, new in self._partners.items()}

    def in_place_of(self, sentence: int) -> _Stretch:
        """The changed stretch in which a sentence stood, with what stands there now."""
        return self._stretches.get(sentence, _Stretch(range(0), range(0)))

    def likeness(self, old: int, new: int) -> float:
        """How much two sentences have in common, 0 to 1: their words and signs in order (Indel)."""
        if (old, new) not in self._alike:
            one, two = tokens(self.old.keys[old]), tokens(self.new.keys[new])
            self._alike[old, new] = Indel.normalized_similarity(_texts(one), _texts(two))
        return self._alike[old, new]


class Token(NamedTuple):
    """A word or a sign at its place."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words and signs of a text."""
    return [
        Token(found.start(), found.end(), found.group().translate(_SET)) for found in _TOKEN.finditer(text)
    ]


def carry_over(old: str, new: str, span: Place) -> Place | None:
    """Where the words of a span of `old` stand in `new`, what was written in their place included; None
    where nothing is left of them."""
    if old == new:
        return span
    before, after = tokens(old), tokens(new)
    under = [at for at, token in enumerate(before) if token.start < span.end and span.start < token.end]
    if not under:
        return None
    first, last = _ends(_texts(before), _texts(after), under[0], under[-1])
    return Place(start=after[first].start, end=after[last].end) if first <= last else None


def _ends(old: list[str], new: list[str], first: int, last: int) -> tuple[int, int]:
    """The first and the last token that came of those from `first` to `last`; the last is before the
    first where none did."""
    start, end = 0, -1
    for _, low, high, start_new, end_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        even = high - low == end_new - start_new
        if low <= first < high:
            start = start_new + first - low if even else start_new
        if low <= last < high:
            end = start_new + last - low if even else end_new - 1
    return start, end


def _texts(found: list[Token]) -> list[str]:
    return [token.text for token in found]


def _key(words: str) -> str:
    return " ".join(words.split()).translate(_SET)
