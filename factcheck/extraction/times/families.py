"""The form a language's table of times has: patterns by the words that can begin them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from factcheck.extraction.times.values import Value

Reader = Callable[["re.Match[str]"], Value | None]
"""The value of a match, None where the words turn out to be something else."""


class Family(NamedTuple):
    """Expressions of one form. `pattern` matches from its first word on."""

    pattern: "re.Pattern[str]"
    read: Reader


class Grammar(NamedTuple):
    """`starts` has the families for a first word, `digits` those that begin with digits.

    `openers` are what stands before an expression and belongs to it: words that leave its value as
    it is (im, Ende) map to "", those that open or close an interval to "since" and "until", the first
    half of a range to "from" and "between". `joins` joins the two ends of a range; `future` and
    `past` are words that show of which time a sentence speaks, `past_ending` ends verbs of the past
    where a language has such.
    """

    starts: Mapping[str, tuple[Family, ...]]
    digits: tuple[Family, ...]
    openers: Mapping[str, str]
    joins: Mapping[str, str]
    future: frozenset[str]
    past: frozenset[str]
    past_ending: str


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, longest first, in lower case or with a capital."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ordered)


_SPACE = r"(?:(?:[ \t\u00a0\u2009\u202f]{1,4}\n?|\n)[ \t]{0,4})"
# bounded, so that a long run of blanks cannot make matching slow
_BLANK = re.compile(r"\[[^\]]*\]| ")


def family(pattern: str, read: Reader) -> Family:
    """A family whose pattern may spread over any white space but that of a paragraph."""
    spaced = _BLANK.sub(lambda m: _SPACE if m.group() == " " else m.group().replace(" ", r"\s"), pattern)
    return Family(re.compile(spaced), read)


def by_first_word(*entries: tuple[tuple[str, ...], Family]) -> dict[str, tuple[Family, ...]]:
    """Index families by the words that begin them."""
    starts: dict[str, tuple[Family, ...]] = {}
    for words, one in entries:
        for word in words:
            starts[word] = (*starts.get(word, ()), one)
    return starts
