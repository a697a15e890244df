"""Lines joined into paragraphs: `set_text(pages, hyphens) -> (text, page starts)`.

A paragraph ends where the page shows it: by a wider gap, by letters of another size, by an indented line
after a full stop, by a sign of a list, or by a line that ends although the next word had room in it. At
the end of a column or page the paragraph goes on unless its last sentence ended there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.reading.hyphens import Hyphens
from factcheck.reading.lines import Line, width

_GAP = 1.25
"""Of the usual distance of lines; from there on it is a gap between paragraphs."""

_SIZES_DIFFER = 0.08
_INDENT = (0.5, 5.0)
"""How far, in letter sizes, the first line of a paragraph is indented: at least, at most."""

_SPARE = 0.15
"""Of the column's width that a line has to leave over besides the next word, to count as ended."""

_SPARE_INSIDE = 0.4
"""The same for a line that ends inside a sentence."""

_NEAR = 3
"""Lines before and after a line that tell how wide its column is."""

_COLUMN = 3.0
"""How far, in letter sizes, lines of one column begin from each other at most."""

_TERMINAL = re.compile(r"[.!?…:][\"“”»«’'‘)\]]*\d{0,2}$")
_BULLET = re.compile(r"[•▪◦‣●■□–—*-]\s|[•▪◦‣●■□]|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
_SURE_BULLET = re.compile(r"[•▪◦‣●■□]")
_ROW = re.compile(r"\S.*\s[+−–-]?[\d.,]*\d\s?(?:%|€|Mio\.?|Mrd\.?|Euro|Prozent|[kmb]n?|tons?)?$")
"""A line that ends with a figure: where the next one does too, both are rows of a table."""

_TITLE = 1.15
"""How much larger than most letters those of a title are."""


@dataclass(frozen=True)
class _Column:
    """Where the lines around a line begin, how far the ones after it reach, and how far all near it do."""

    left: float
    right_after: float
    right_near: float


@dataclass(frozen=True)
class _Placed:
    """A line on its page; `step` is the usual distance to the next line of its size, `body` the size of
    most letters of the document."""

    line: Line
    page: int
    column: _Column
    step: float
    body: float

    @property
    def ends(self) -> bool:
        return _TERMINAL.search(self.line.text) is not None

    @property
    def is_title(self) -> bool:
        return self.line.size > _TITLE * self.body


def set_text(pages: Sequence[Sequence[Line]], hyphens: Hyphens) -> tuple[str, tuple[int, ...]]:
    """The text with a blank line between paragraphs, and where in it each page begins."""
    starts: dict[int, int] = {}
    paragraphs: list[str] = []
    length = 0
    for paragraph in _paragraphs(_place(pages)):
        text = ""
        for placed in paragraph:
            text = hyphens.join(text, placed.line.text) if text else placed.line.text
            starts.setdefault(placed.page, length + len(text) - len(placed.line.text))
        paragraphs.append(text)
        length += len(text) + 2
    return "\n\n".join(paragraphs), _with_empty(starts, len(pages), max(0, length - 2))


def _with_empty(starts: dict[int, int], pages: int, length: int) -> tuple[int, ...]:
    """The starts of all pages; one without text begins where the next one does."""
    found: list[int] = []
    following = length
    for page in reversed(range(pages)):
        following = starts.get(page, following)
        found.append(following)
    return tuple(reversed(found))


def find_title(pages: Sequence[Sequence[Line]]) -> str:
    """The first lines of the first page where they are larger than the rest; else empty."""
    placed = _place(pages[:1])
    first = next(_paragraphs(placed), [])
    large = bool(first) and first[0].is_title and len(first) <= 3
    return " ".join(found.line.text for found in first) if large else ""


def _place(pages: Sequence[Sequence[Line]]) -> list[_Placed]:
    steps, body = _steps(pages), _body(pages)
    found: list[_Placed] = []
    for page, lines in enumerate(pages):
        columns = _Columns(lines)
        for run in _runs(lines, steps):
            for at, line in enumerate(run):
                left, page_right = columns.around(line)
                after = max(other.right for other in run[at : at + _NEAR + 1])
                near = max(other.right for other in run[max(0, at - _NEAR) : at + _NEAR + 1])
                column = _Column(left, after, near if len(run) >= _NEAR else page_right)
                found.append(_Placed(line, page, column, _step(steps, line), body))
    return found


def _runs(lines: Sequence[Line], steps: Mapping[int, float]) -> Iterator[list[Line]]:
    """Lines of one size that follow each other at the usual distance."""
    run: list[Line] = []
    for line in lines:
        if run:
            step = run[-1].height - line.height
            if not _same_size(run[-1], line) or not 0 <= step <= _GAP * _step(steps, line):
                yield run
                run = []
        run.append(line)
    if run:
        yield run


def _step(steps: Mapping[int, float], line: Line) -> float:
    return steps.get(round(line.size), 1.3 * line.size)


def _steps(pages: Sequence[Sequence[Line]]) -> dict[int, float]:
    """Size of letters -> the distance between lines of that size that is found most often."""
    found: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for lines in pages:
        for above, below in pairwise(lines):
            step = above.height - below.height
            if 0 < step < 2.5 * above.size and _same_size(above, below):
                found[round(above.size)][round(2 * step) / 2] += 1
    return {size: steps.most_common(1)[0][0] for size, steps in found.items()}


def _body(pages: Sequence[Sequence[Line]]) -> float:
    sizes = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SIZES_DIFFER * max(one.size, other.size)


class _Columns:
    """The columns of a page, found by where its lines begin."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lefts: defaultdict[int, Counter[float]] = defaultdict(Counter)
        self._rights: defaultdict[int, float] = defaultdict(float)
        for line in lines:
            strip = self._strip(line)
            self._lefts[strip][round(line.left)] += 1
            self._rights[strip] = max(self._rights[strip], line.right)

    @staticmethod
    def _strip(line: Line) -> int:
        return int(line.left // (_COLUMN * max(line.size, 4.0)))

    def around(self, line: Line) -> tuple[float, float]:
        """Where most lines begin that begin near it, and how far they reach."""
        near = [strip for at in (-1, 0, 1) if (strip := self._strip(line) + at) in self._lefts]
        lefts = sum((self._lefts[strip] for strip in near), Counter[float]())
        return lefts.most_common(1)[0][0], max(self._rights[strip] for strip in near)


def _paragraphs(placed: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    paragraph: list[_Placed] = []
    for found in placed:
        if paragraph and not _goes_on(paragraph[-1], found):
            yield paragraph
            paragraph = []
        paragraph.append(found)
    if paragraph:
        yield paragraph


def _goes_on(above: _Placed, below: _Placed) -> bool:
    """Whether the second line belongs to the paragraph of the first."""
    step = above.line.height - below.line.height
    if above.page == below.page and abs(step) < 0.5 * above.line.size:
        return _is_beside(above.line, below.line)
    rows = _ROW.match(above.line.text) and _ROW.match(below.line.text)
    if not _same_size(above.line, below.line) or _is_item(above, below) or rows:
        return False
    if above.page != below.page or step < 0:
        return not above.ends and not _is_short(above, below)
    if step > _GAP * above.step:
        return False
    if above.is_title:
        return True
    return not _is_indented(above, below) and not _is_short(above, below)


def _is_beside(one: Line, other: Line) -> bool:
    """A raised figure or a word set apart is drawn on its own, next to its line."""
    return -one.size < other.left - one.right < one.size


def _is_item(above: _Placed, below: _Placed) -> bool:
    sure = _SURE_BULLET.match(below.line.text) is not None
    return sure or (above.ends and _BULLET.match(below.line.text) is not None)


def _is_indented(above: _Placed, below: _Placed) -> bool:
    least, most = (factor * below.line.size for factor in _INDENT)
    return above.ends and least < below.line.left - below.column.left < most


def _is_short(above: _Placed, below: _Placed) -> bool:
    """Whether the line ended although the next word had room in it."""
    line, column = above.line, above.column
    word = width(f" {below.line.text.split(None, 1)[0]}", line.size)
    right, spare = (column.right_near, _SPARE) if above.ends else (column.right_after, _SPARE_INSIDE)
    return right - line.right > word + spare * (right - column.left)
