"""Units in normal form: ISO 4217 codes, percent, SI symbols; read behind or before a number."""

from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.numerals import Kind, Token, glued, low
from factcheck.extraction.quantities.compounds import SUFFIX, SUFFIX_UNITS
from factcheck.extraction.quantities.unit_words import (
    CROWNS,
    DOLLARS,
    HYPHENED,
    KRONER,
    MEASURES,
    MONEY,
    NATIONAL,
    NATIONALITIES,
    PERCENT,
    POINTS,
    PREFIXES,
    SECOND_SENSE,
    SIGNS,
    SQUARES,
)


class Unit(NamedTuple):
    """A unit and the index behind its words."""

    name: str
    stop: int


def money_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The currency that stands before a number, with the index of its first token."""
    sign = low(tokens, at - 1)
    if sign in SIGNS:
        area = low(tokens, at - 2)
        if sign == "$" and area in DOLLARS and (glued(tokens, at - 1) or area == "us"):
            return DOLLARS[area], at - 2
        return SIGNS[sign], at - 1
    if sign == "us" and low(tokens, at - 2) == "$" and glued(tokens, at - 1):
        return "USD", at - 2
    if sign in PREFIXES and tokens[at - 1].capital:
        return ("USD", at - 2) if low(tokens, at - 2) == "$" else (PREFIXES[sign], at - 1)
    return None


def unit_after(tokens: list[Token], at: int, language: Language, spelled: bool) -> Unit | None:
    """The unit whose words begin at a token; `spelled` when the number is in words."""
    word = low(tokens, at)
    if not word:
        return None
    if (
        word in ("-", "‑")
        and glued(tokens, at)
        and glued(tokens, at + 1)
        and tokens[at + 1].kind is Kind.WORD
    ):
        return _hyphenated(tokens, at + 1, language)
    if word in ("c", "f") and glued(tokens, at) and tokens[at].capital and not spelled:
        return Unit(f"°{word.upper()}", at + 1)
    if word == "," and glued(tokens, at) and low(tokens, at + 1) in ("-", "–") and glued(tokens, at + 1):
        at += 2  # 9,- Euro
    return _percent(tokens, at) or _money(tokens, at, language) or _measure(tokens, at, spelled)


def _hyphenated(tokens: list[Token], at: int, language: Language) -> Unit | None:
    """15-TB, two-year, 10-prozentig."""
    word = tokens[at].low
    if word in PERCENT or (language == "de" and word.startswith("prozentig")):
        return Unit("percent", at + 1)
    if word == "us" and [low(tokens, at + 1), low(tokens, at + 2)] == ["-", "dollar"]:
        return Unit("USD", at + 3)
    suffix = SUFFIX.fullmatch(word) if language == "de" else None
    if suffix is not None:
        return Unit(SUFFIX_UNITS[suffix[1]], at + 1)
    if language == "en" and word in HYPHENED:
        return Unit(word, at + 1)
    if word == "year" and low(tokens, at + 1) == "-" and low(tokens, at + 2) in ("old", "olds"):
        return Unit("year", at + 3)
    if word in ("degree", "grad"):
        return Unit("degree", at + 1)
    if word in MEASURES and (word not in SECOND_SENSE or word in ("foot", "second", "ton")):
        return Unit(MEASURES[word], at + 1)
    return Unit(MONEY[word], at + 1) if word in ("euro", "dollar", "pound", "franken") else None


_PHRASES = {
    ("per", "cent"): "percent",
    ("percentage", "point"): "percentage_point",
    ("percentage", "points"): "percentage_point",
    ("basis", "point"): "basis_point",
    ("basis", "points"): "basis_point",
}
_POINTS_BEHIND = frozenset(("point", "points", "-punkt", "-punkte", "-punkten"))


def _percent(tokens: list[Token], at: int) -> Unit | None:
    word = low(tokens, at)
    if word in POINTS:
        return Unit("percentage_point", at + 1)
    if word in PERCENT and (word != "pc" or glued(tokens, at)):
        name, stop = "percent", at + 1
    elif phrase := _PHRASES.get((word, low(tokens, at + 1))):
        name, stop = phrase, at + 2
    else:
        return None
    hyphen = low(tokens, stop) == "-"
    if name == "percent" and "-" * hyphen + low(tokens, stop + hyphen) in _POINTS_BEHIND:
        return Unit("percentage_point", stop + hyphen + 1)
    return Unit(name, stop)


def _money(tokens: list[Token], at: int, language: Language) -> Unit | None:
    word = low(tokens, at)
    if word in SIGNS:
        number_follows = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.DIGITS and glued(tokens, at + 1)
        return None if number_follows else Unit(SIGNS[word], at + 1)
    name = at
    if word in NATIONALITIES:
        name = at + 1
        while low(tokens, name) in ("-", "zealand"):
            name += 1
    currency = low(tokens, name)
    if currency in ("dollar", "dollars", "dollarn"):
        return Unit(NATIONAL.get(word, "USD"), name + 1)
    if currency in CROWNS:
        return Unit(KRONER.get(word, "krone"), name + 1)
    if currency in ("mark", "real", "won", "rand", "lira") and (language == "en" or currency != "mark"):
        return None if currency in ("mark", "won", "real", "rand") else Unit("TRY", name + 1)
    return Unit(MONEY[currency], name + 1) if currency in MONEY else None


def _measure(tokens: list[Token], at: int, spelled: bool) -> Unit | None:
    word = low(tokens, at)
    if word in ("°", "grad", "degree", "degrees"):
        return _degrees(tokens, at)
    if word in SQUARES and low(tokens, at + 1) in MEASURES:
        return Unit(MEASURES[tokens[at + 1].low] + SQUARES[word], at + 2)
    symbol = MEASURES.get(word)
    if word in ("mal", "x") and low(tokens, at + 1)[:1].isdecimal():
        return None  # 20 mal 30 Zentimeter
    if symbol is None or (word in SECOND_SENSE and (spelled or (word in ("in", "second", "foot")))):
        return None
    if len(word) <= 2 and tokens[at].capital and word in ("m", "s", "h", "t", "g", "p", "d"):
        return None
    stop = at + 1
    if glued(tokens, stop) and low(tokens, stop) in ("²", "³") and symbol in ("m", "km", "cm"):
        return Unit(symbol + low(tokens, stop), stop + 1)
    return _rate(tokens, stop, symbol) or Unit(symbol, stop)


_SPEED_LINKS = frozenset(("pro", "per", "an", "a", "/"))
_SPEED_TIMES = {"h": "h", "s": "s", "stunde": "h", "hour": "h", "sekunde": "s", "second": "s"}


def _rate(tokens: list[Token], at: int, symbol: str) -> Unit | None:
    """km/h, km pro Stunde, miles an hour."""
    per = _SPEED_TIMES.get(low(tokens, at + 1))
    if per is None or low(tokens, at) not in _SPEED_LINKS:
        return None
    return Unit("mph" if (symbol, per) == ("mile", "h") else f"{symbol}/{per}", at + 2)


def _degrees(tokens: list[Token], at: int) -> Unit:
    scale = low(tokens, at + 1)
    if scale in ("celsius", "c"):
        return Unit("°C", at + 2)
    if scale in ("fahrenheit", "f"):
        return Unit("°F", at + 2)
    return Unit("degree", at + 1)
