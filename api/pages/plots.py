"""Plots as SVG that stands in a row of a table, beside the numbers that it draws: bars, and a range with its
middle. Lengths are shares of the width in percent, so a plot is as wide as its cell; colours and strokes are
those of `static/figures.css`, so no style stands in the page. Each has a title and a description in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_HEIGHT = 14


@dataclass(frozen=True)
class Part:
    """A piece of a bar: the class that it is drawn by, and how much it stands for."""

    kind: str
    value: float


def bar(parts: Sequence[Part], most: float, title: str, about: str) -> Markup:
    """The parts behind each other, on a scale from 0 to `most`."""
    shapes, start = "", 0.0
    for part in parts:
        length = _share(part.value, most)
        if length:
            place = f'x="{_written(start)}%" y="2" width="{_written(length)}%" height="10"'
            shapes += f'<rect class="plot-{escape(part.kind)}" {place}/>'
        start += length
    return _drawn(shapes, title, about)


def span(low: float, middle: float, high: float, most: float, title: str, about: str) -> Markup:
    """A line from `low` to `high` with a mark at the middle, on a scale from 0 to `most`."""
    first, last, mark = (_written(_share(value, most)) for value in (low, high, middle))
    line = f'<line class="plot-line" x1="{first}%" x2="{last}%" y1="7" y2="7"/>'
    return _drawn(f'{line}<circle class="plot-dot" cx="{mark}%" cy="7" r="4"/>', title, about)


def _drawn(shapes: str, title: str, about: str) -> Markup:
    said = f"<title>{escape(title)}</title><desc>{escape(about)}</desc>"
    return Markup(f'<svg class="plot" role="img" height="{_HEIGHT}" width="100%">{said}{shapes}</svg>')


def _share(value: float, most: float) -> float:
    return 100 * min(value / most, 1) if most else 0.0


def _written(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".")
