"""Feasts and the days they fall on; those of the church by the date of Easter."""

from collections.abc import Callable
from datetime import date, timedelta

_THURSDAY, _SUNDAY = 3, 6
_WEEK = 7


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _by_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday(number: int, weekday: int, month: int, days: int = 0) -> Callable[[int], date]:
    """The so many-th weekday of a month, and days after it."""

    def find(year: int) -> date:
        first = date(year, month, 1)
        ahead = (weekday - first.weekday()) % _WEEK
        return first + timedelta(days=ahead + _WEEK * (number - 1) + days)

    return find


def _advent(number: int) -> Callable[[int], date]:
    """The fourth Sunday of Advent is the last before Christmas."""

    def find(year: int) -> date:
        eve = date(year, 12, 24)
        fourth = eve - timedelta(days=(eve.weekday() - _SUNDAY) % _WEEK)
        return fourth - timedelta(weeks=4 - number)

    return find


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(hundreds, 4)
    moon = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - leap - moon + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * quarter - epact - remainder) % _WEEK
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - _WEEK * correction + 114, 31)
    return date(year, month, day + 1)


DAYS: dict[str, Callable[[int], date]] = {
    "new year": _fixed(1, 1), "epiphany": _fixed(1, 6), "valentine": _fixed(2, 14), "labour": _fixed(5, 1),
    "independence": _fixed(7, 4), "bastille": _fixed(7, 14), "assumption": _fixed(8, 15),
    "unity": _fixed(10, 3), "national": _fixed(10, 26), "halloween": _fixed(10, 31),
    "all saints": _fixed(11, 1), "nicholas": _fixed(12, 6), "eve": _fixed(12, 24),
    "christmas": _fixed(12, 25), "second day": _fixed(12, 26), "last night": _fixed(12, 31),
    "rose monday": _by_easter(-48), "shrove tuesday": _by_easter(-47), "ash wednesday": _by_easter(-46),
    "palm sunday": _by_easter(-7), "maundy thursday": _by_easter(-3), "good friday": _by_easter(-2),
    "holy saturday": _by_easter(-1), "easter": _by_easter(0), "easter monday": _by_easter(1),
    "ascension": _by_easter(39), "pentecost": _by_easter(49), "whit monday": _by_easter(50),
    "corpus christi": _by_easter(60), "mothers": _weekday(2, _SUNDAY, 5),
    "thanksgiving": _weekday(4, _THURSDAY, 11), "black friday": _weekday(4, _THURSDAY, 11, 1),
    "cyber monday": _weekday(4, _THURSDAY, 11, 4),
    **{f"advent {number}": _advent(number) for number in (1, 2, 3, 4)},
}  # fmt: skip
"""Feast -> the day it falls on in a year."""

SEVERAL_DAYS = frozenset(("christmas", "easter", "pentecost"))
"""Names that stand for the days around the feast as well: at Christmas is about 25 December."""
