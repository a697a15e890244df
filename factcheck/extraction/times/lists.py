"""Days and hours that share their month or their Uhr: am 3., 4. und 5. Mai; 10 bis 18 Uhr."""

import re
from collections.abc import Iterator

from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, low
from factcheck.extraction.times.values import Value

_LINKS = words("und sowie oder bis and to - – / , & am vom den dem zum der")
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
