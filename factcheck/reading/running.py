"""Running heads and feet: what repeats at the top or the bottom of the pages, page numbers among it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.reading.lines import Line

_OUTERMOST = 3
"""Lines from the top and from the bottom of a page among which heads and feet are looked for."""

_SHARE = 1 / 3
"""Of the pages on which a line has to repeat: left and right pages often have heads of their own."""

_NUMBERS = 3
"""Numbers of a line that may be the page's: "Seite 3 von 12, Ausgabe 7"."""

_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?=(?:\S+\s+){3}).*[a-zäöüß%\d)][.!?][\"“”»«’']?$")
"""What reads like a sentence: a slide whose few lines are all at its edges may say it again."""


def drop_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines that stand at the same height at the edge of at least two pages and a
    third of all, saying the same; numbers in them may differ as the pages' numbers do. A sentence that
    repeats is kept where it stands first, one with other numbers always."""
    repeated = _repeated(pages)
    return [[line for line in lines if (page, id(line)) not in repeated] for page, lines in enumerate(pages)]


def _repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    alike: defaultdict[tuple[object, ...], set[tuple[int, int]]] = defaultdict(set)
    for page, lines in enumerate(pages):
        for line in _edges(lines):
            for key in _keys(line, page):
                alike[key].add((page, id(line)))
    least = max(2, _SHARE * len(pages))
    groups = [places for places in alike.values() if len({page for page, _ in places}) >= least]
    texts = {(page, id(line)): line.text for page, lines in enumerate(pages) for line in lines}
    return {found for places in groups for found in places if not _is_said_first(found, texts)}


def _is_said_first(found: tuple[int, int], texts: Mapping[tuple[int, int], str]) -> bool:
    """Whether it is a sentence that no page before has word for word."""
    text = texts[found]
    if _SENTENCE.match(text) is None:
        return False
    return not any(page < found[0] and said == text for (page, _), said in texts.items())


def _edges(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.height)
    return ordered[:_OUTERMOST] + ordered[_OUTERMOST:][-_OUTERMOST:]


def _keys(line: Line, page: int) -> list[tuple[object, ...]]:
    """What lines that repeat have in common: their words and height, and each number as it is or by how
    much it differs from the page's."""
    words = _NUMBER.sub("#", line.text)
    numbers = [int(number[-9:]) for number in _NUMBER.findall(line.text)]
    patterns: list[tuple[object, ...]] = [tuple(numbers[_NUMBERS:])]
    for number in numbers[:_NUMBERS]:
        patterns = [(*known, form) for known in patterns for form in (number, f"page{number - page:+}")]
    # heights are compared in steps of two points; a line on the edge between two steps counts to both
    return [(words, round(line.height / 2 + half), *p) for p in patterns for half in (-0.25, 0.25)]
