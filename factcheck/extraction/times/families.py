"""The form a language's table of times has: patterns by the words that can begin them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from claims.time import Part
from factcheck.extraction.lazy import lazy
from factcheck.extraction.times.values import Value

Reader = Callable[["re.Match[str]"], Value | None]
"""The value of a match, None where the words turn out to be something else."""


class Family:
    """Expressions of one form. `match(text, at)` finds one that begins there, `read` tells its value.

    The pattern is compiled when it is first tried: a text of one language meets a third of them.
    """

    def __init__(self, pattern: str, read: Reader) -> None:
        self._pattern = pattern
        self.read = read

    @lazy
    def match(self) -> "Callable[[str, int], re.Match[str] | None]":
        return re.compile(_spread(self._pattern)).match


class Grammar(NamedTuple):
    """`starts` has the families for a first word, `digits` those that begin with digits.

    `openers` are what stands before an expression and belongs to it: words that leave its value as
    it is (im, the) map to "", those that open or close an interval to "since" and "until" (of what
    is an interval itself: from its beginning, to its end), "after" and "before", the first half of
    a range to "from" and "between"; `paired` are openers of two words (prior to). `parts` are the
    openers that say which part of it is meant, `daytimes` those of which no such part is told,
    `about` those that say it roughly. `joins` joins the two ends of a range, `present` is what a
    range that goes on ends with (von 2010 bis heute). `attributing` stands before a year that
    belongs to the noun behind it (the 2015 election). `future` and `past` are words that show of
    which time a sentence speaks; `past_ending` is the form of regular verbs of the past, `not_past`
    what only looks like one, and so does what stands after `before_adjectives` (der geplante
    Umbau).
    """

    starts: Mapping[str, tuple[Family, ...]]
    digits: tuple[Family, ...]
    openers: Mapping[str, str]
    paired: Mapping[tuple[str, str], str]
    parts: Mapping[str, Part]
    daytimes: frozenset[str]
    about: frozenset[str]
    joins: Mapping[str, str]
    present: frozenset[str]
    attributing: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    past_ending: "re.Pattern[str]"
    not_past: frozenset[str]
    before_adjectives: frozenset[str]


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, longest first, in lower case or with a capital."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        " ".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in each.split()) for each in ordered
    )


_SPACE = r"(?:(?:[ \t\u00a0\u2009\u202f]{1,4}\n?|\n)[ \t]{0,4})"
# bounded, so that a long run of blanks cannot make matching slow
_BLANK = re.compile(r"\[[^\]]*\]| ")


def _spread(pattern: str) -> str:
    """The pattern, spread over any white space but that of a paragraph."""
    return _BLANK.sub(lambda m: _SPACE if m.group() == " " else m.group().replace(" ", r"\s"), pattern)


Entry = tuple[Iterable[str], Family]
"""A family and the words that can begin it."""


def by_first_word(*entries: Entry) -> dict[str, tuple[Family, ...]]:
    """Index families by the words that begin them."""
    starts: dict[str, tuple[Family, ...]] = {}
    for words, one in entries:
        for word in dict.fromkeys(words):
            starts[word] = (*starts.get(word, ()), one)
    return starts
