"""How cost grows with the desk, drawn: docs/performance.svg, a small diagram an operation."""

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.figures import DOCS, Figure

DRAWN = DOCS / "performance.svg"
_COLUMNS, _WIDTH, _HEIGHT = 3, 300, 210
_LEFT, _TOP, _RIGHT, _BOTTOM = 58, 44, 18, 34
_COLOURS = {"sqlite": "#1f5fa8", "postgresql": "#b4530a"}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_HEAD = 40


def draw(figures: Sequence[Figure], path: Path = DRAWN) -> None:
    """Write the drawing. Both axes are logarithmic; what an operation is measured beside is dashed."""
    operations = list(dict.fromkeys(figure.operation for figure in figures))
    sizes = sorted({figure.claims for figure in figures})
    rows = math.ceil(len(operations) / _COLUMNS)
    width, height = _COLUMNS * _WIDTH, rows * _HEIGHT + _HEAD
    panels = [
        f'<g transform="translate({at % _COLUMNS * _WIDTH} {at // _COLUMNS * _HEIGHT + _HEAD})">'
        f"{_panel([one for one in figures if one.operation == operation], sizes)}</g>"
        for at, operation in enumerate(operations)
    ]
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="Helvetica, Arial, sans-serif" font-size="11" fill="#222" role="img">'
        "<title>Time of one call by the number of claims</title>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>{_legend()}{"".join(panels)}</svg>\n',
        "utf-8",
    )


def _legend() -> str:
    parts, x = [], _LEFT
    for database, colour in _COLOURS.items():
        for what, dashes in (("", ""), (", measured beside", ' stroke-dasharray="4 3"')):
            parts.append(
                f'<path d="M{x} 20h22" stroke="{colour}" stroke-width="2"{dashes}/>'
                f'<text x="{x + 28}" y="24">{_NAMES[database]}{what}</text>'
            )
            x += 190 if what else 110
    return "".join(parts)


def _panel(figures: Sequence[Figure], sizes: Sequence[int]) -> str:
    times = [seconds for one in figures for seconds in (one.seconds, one.baseline)]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    across = _Scale(math.log10(sizes[0]), math.log10(sizes[-1]), _LEFT, _WIDTH - _RIGHT)
    up = _Scale(low, max(high, low + 1), _HEIGHT - _BOTTOM, _TOP)
    parts = [f'<text x="{_LEFT}" y="{_TOP - 16}" font-weight="bold">{escape(figures[0].operation)}</text>']
    for power in range(low, max(high, low + 1) + 1):
        y = up.place(power)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_told(power)}</text>')
    for size in sizes:
        x = across.place(math.log10(size))
        parts.append(
            f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{_short(size)}</text>'
        )
    for database, colour in _COLOURS.items():
        mine = sorted((one for one in figures if one.database == database), key=lambda one: one.claims)
        for name, dashes in (("baseline", ' stroke-dasharray="4 3"'), ("seconds", "")):
            spots = [
                (across.place(math.log10(one.claims)), up.place(math.log10(getattr(one, name))))
                for one in mine
            ]
            parts.append(_line(spots, colour, dashes))
    return "".join(parts)


class _Scale:
    """Where values from `low` to `high` lie between two places."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self._low, self._span = low, (high - low) or 1
        self._start, self._length = start, end - start

    def place(self, value: float) -> float:
        return self._start + (value - self._low) / self._span * self._length


def _line(spots: Sequence[tuple[float, float]], colour: str, dashes: str) -> str:
    if not spots:
        return ""
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    line = f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    if dashes:
        return line
    return line + "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in spots)


def _told(power: int) -> str:
    """Ten to that power, in seconds."""
    if power >= 0:
        return f"{10**power} s"
    return f"{10 ** (power + 3)} ms" if power >= -3 else f"{10 ** (power + 6)} µs"


def _short(size: int) -> str:
    if size >= 1_000_000:
        return f"{size / 1_000_000:g} M"
    return f"{size / 1000:g} k" if size >= 1000 else str(size)
