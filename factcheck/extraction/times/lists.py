"""What times in a list share, standing once: am 3., 4. und 5. Mai; 10 bis 18 Uhr; March and April 2020."""

import re
from collections.abc import Iterator

from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, low
from factcheck.extraction.times.values import Value

_LISTED = words("und and oder or sowie , & - / to bis")
_LINKS = words("und sowie oder bis auf and to - – / , & am vom den dem zum der")
_HOUR = re.compile(r"([01]?[0-9]|2[0-4])(?:[.:]([0-5][0-9]))?")
_FULL_DAY = len("-10-03")


def earlier_days(tokens: list[Token], at: int, value: Value, floor: int) -> list[tuple[int, Value]]:
    """The days before a date that are given without their month, with the index of each, in order."""
    written = value.edtf or value.part or (value.relative.detail if value.relative else "")
    if (
        tokens[at].kind is not Kind.DIGITS
        or len(written) < _FULL_DAY
        or "/" in written
        or not written[-2:].isdecimal()
    ):
        return []
    dotted = low(tokens, at + 1) == "."
    days = [
        (index, day)
        for index, day in _before(tokens, at, floor, dotted)
        if day.isdecimal() and 0 < int(day) <= 31
    ]
    return [(index, _with_day(value, written, int(day))) for index, day in reversed(days)]


def _with_day(value: Value, written: str, day: int) -> Value:
    changed = f"{written[:-2]}{day:02d}"
    if value.edtf is not None:
        return Value(edtf=changed)
    if value.part is not None:
        return Value(part=changed)
    return value._replace(relative=value.relative._replace(detail=changed)) if value.relative else value


def earlier_hours(tokens: list[Token], at: int, value: Value, floor: int) -> list[tuple[int, Value]]:
    """The hours before a time of day that are given without Uhr or a.m., in order."""
    if value.clock is None:
        return []
    hours = []
    for index, hour in _before(tokens, at, floor, dotted=False):
        match = _HOUR.fullmatch(hour)
        if match is None:
            break
        hours.append((index, Value(clock=f"T{int(match[1]) % 24:02d}:{match[2] or '00'}")))
    return hours[::-1]


def _before(tokens: list[Token], at: int, floor: int, dotted: bool) -> Iterator[tuple[int, str]]:
    """The numbers before an index that links join to it, from right to left."""
    while True:
        link = at - 1
        while link >= floor and tokens[link].low in _LINKS:
            link -= 1
        if link == at - 1:
            return
        if dotted and low(tokens, link) != ".":
            return
        number = link - dotted
        if number < floor or tokens[number].kind is not Kind.DIGITS or len(tokens[number].low) > 5:
            return
        yield number, tokens[number].low
        at = number


def share_years(tokens: list[Token], moments: list[tuple[int, int, Value]]) -> list[Value]:
    """The values of moments (first token, token behind, value) in which a year or century stands once.

    im März und April 2020 gives the year to the first, the 1960s and 70s the century to the second.
    """
    values = [value for _, _, value in moments]
    for index in range(len(values) - 2, -1, -1):
        stop, after = moments[index][1], moments[index + 1][0]
        if after == stop + 1 and low(tokens, stop) in _LISTED:
            values[index] = _with_year_of(values[index], values[index + 1])
    for index in range(1, len(values)):
        stop, after = moments[index - 1][1], moments[index][0]
        if stop <= after <= stop + 2 and any(low(tokens, at) in _LISTED for at in range(stop, after + 1)):
            values[index] = _in_century_of(values[index], values[index - 1])
    return values


def _with_year_of(value: Value, other: Value) -> Value:
    part, written = value.part, other.edtf
    if part is None or written is None or len(written) != 4 + len(part):
        return value
    return value._replace(edtf=written[:4] + part, part=None)


def _in_century_of(value: Value, other: Value) -> Value:
    relative, written = value.relative, other.edtf or ""
    if (
        relative is None
        or relative.unit != "decade"
        or not relative.detail
        or not re.fullmatch(r"\d{3}X", written)
    ):
        return value
    if int(relative.detail) <= int(written[2]):
        return value
    return Value(edtf=f"{written[:2]}{relative.detail}X")
