"""One number with its sign, currency and unit."""

import re
from typing import NamedTuple

from claims.quantity import Change
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import (
    Kind,
    Numeral,
    Token,
    begins_numeral,
    glued,
    low,
    read_numeral,
    word_begins_numeral,
)
from factcheck.extraction.quantities.compounds import SUFFIX, begins_multiple, read_compound, read_multiple
from factcheck.extraction.quantities.exclusions import is_excluded
from factcheck.extraction.quantities.shares import begins_share, read_every, read_of
from factcheck.extraction.quantities.units import Unit, money_before, unit_after

_COMPOUND_HYPHENS = ("-", "‑")
_NAMING = words(
    """
    ziel ticket tickets hürde klausel regel regelung inzidenz woche läufer läuferin lauf rennen sprint
    jobber job jobs jobs schein münze marke grenze gesellschaft karte
    """
)
"""What a compound with a measure in it names rather than measures: das 1,5-Grad-Ziel."""
_MINUS = frozenset("-−–")
_REMEMBERED = 100_000
_HOUR = re.compile(r"\d{1,2}\.\d{2}")


class Amount(NamedTuple):
    """tokens[start:stop] with the signed value; `unit` is None where only a noun can follow."""

    numeral: Numeral
    value: float
    start: int
    stop: int
    unit: str | None
    change: Change | None = None


class _Beginnings(dict[str, bool]):
    """Whether an amount can begin with a word, remembered; a plain look-up for words seen before."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = (
            word_begins_numeral(word, self._language)
            or read_compound(word, self._language) is not None
            or begins_share(word, self._language)
            or begins_multiple(word, self._language)
        )
        return found


_BEGINNINGS: dict[Language, _Beginnings] = {"de": _Beginnings("de"), "en": _Beginnings("en")}


def begins_amount(token: Token, language: Language) -> bool:
    """Whether an amount can have its number at this token."""
    return _BEGINNINGS[language][token.low] if token.kind is Kind.WORD else begins_numeral(token, language)


def find_beginnings(tokens: list[Token], language: Language) -> list[int]:
    """The indexes at which amounts can have their numbers."""
    begins, word = _BEGINNINGS[language], Kind.WORD
    return [
        index
        for index, token in enumerate(tokens)
        if (begins[token.low] if token.kind is word else begins_numeral(token, language))
    ]


def read_amount(
    tokens: list[Token], at: int, language: Language, text: str, second: bool = False
) -> Amount | None:
    """The amount whose number begins at a token, None where there is none or it counts nothing.

    `second` when it would be the upper end of a range.
    """
    if tokens[at].kind is Kind.WORD:
        if begins_share(tokens[at].low, language):
            every = read_every(tokens, at, language)
            return every and Amount(every, every.value, every.start, every.stop, "share")
        compound = read_compound(tokens[at].low, language) or read_multiple(tokens, at, language)
        if compound is not None:
            if compound.change is not None and low(tokens, at + 1) in ("as", "the", "that"):
                return None
            numeral = Numeral(compound.value, at, at + 1, spelled=True)
            return Amount(numeral, compound.value, at, at + 1, compound.unit, compound.change)
    if (hour_and_half := _read_and_a_half(tokens, at)) is not None:
        return hour_and_half
    money = money_before(tokens, at)
    numeral_read = read_numeral(tokens, at, language, text, money=money is not None)
    if numeral_read is None:
        return None
    share = read_of(tokens, numeral_read, language)
    if share is not None:
        return Amount(share, share.value, share.start, share.stop, "share")
    if money is None and is_excluded(tokens, numeral_read, language, second):
        return None
    return _with_unit(tokens, numeral_read, money, language)


def _with_unit(
    tokens: list[Token], numeral: Numeral, money: tuple[str, int] | None, language: Language
) -> Amount | None:
    start, stop, unit = numeral.start, numeral.stop, None
    found = unit_after(tokens, stop, language, numeral.spelled) if money is None else None
    if money is not None:
        unit, start = money
    elif parts := _part_of_measure(tokens, numeral, language):
        numeral, unit = parts
        stop = numeral.stop
    elif found is not None:
        if _is_name(tokens, numeral, found, language) or _is_named_compound(tokens, numeral, language):
            return None
        unit, stop = found
        if unit in ("degree", "°C") and low(tokens, stop) == "minus":
            return Amount(numeral, -numeral.value, start, stop + 1, unit)
    elif numeral.share:
        unit = "share"
    elif _is_fused(tokens, numeral, language):
        return None
    start, sign = _read_sign(tokens, start)
    return Amount(numeral, sign * numeral.value, start, stop, unit)


def _read_and_a_half(tokens: list[Token], at: int) -> Amount | None:
    """an hour and a half, a year and a half."""
    if tokens[at].low not in ("a", "an", "one") or low(tokens, at + 2) != "and":
        return None
    if (low(tokens, at + 3), low(tokens, at + 4)) != ("a", "half"):
        return None
    unit = unit_after(tokens, at + 1, "en", spelled=True)
    return unit and Amount(Numeral(1.5, at, at + 5, spelled=True), 1.5, at, at + 5, unit.name)


_PART_HOURS = {
    "viertelstunde": 0.25,
    "viertelstunden": 0.25,
    "dreiviertelstunde": 0.75,
}


def _part_of_measure(tokens: list[Token], numeral: Numeral, language: Language) -> tuple[Numeral, str] | None:
    """eine Viertelstunde, a quarter of an hour, two thirds of a mile: the value and its unit."""
    at = numeral.stop
    if language == "de":
        part = _PART_HOURS.get(low(tokens, at), 0)
        return (
            (numeral._replace(value=numeral.value * part, stop=at + 1, article=False), "h") if part else None
        )
    if not numeral.share or low(tokens, at) != "of" or low(tokens, at + 1) not in ("a", "an", "one"):
        return None
    whole = unit_after(tokens, at + 2, language, spelled=True)
    return whole and (numeral._replace(stop=whole.stop, share=False), whole.name)


def _is_name(tokens: list[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """50 Cent: an English currency has no capital."""
    at = unit.stop - 1
    plain = tokens[at].kind is Kind.WORD and tokens[at].low in ("cent", "dollar", "pound", "mile", "foot")
    return language == "en" and plain and tokens[at].capital and numeral.value != 1


def _is_named_compound(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """Zwei-Prozent-Ziel, Drei-Tage-Woche, 49-Euro-Ticket: names, while 15-TB-Platte measures."""
    at = numeral.stop
    if language != "de" or low(tokens, at) not in _COMPOUND_HYPHENS:
        return False
    if not numeral.spelled:
        return low(tokens, at + 2) in _COMPOUND_HYPHENS and low(tokens, at + 3) in _NAMING
    return SUFFIX.fullmatch(low(tokens, at + 1)) is None


def _is_fused(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """5G, 3D-Druck, Zwei-Drittel-Mehrheit: a word holds on to the number, which names a thing.

    German digits with one point and two places (17.30) are an hour.
    """
    at = numeral.stop
    if glued(tokens, at) and at < len(tokens):
        if tokens[at].kind is not Kind.SIGN:
            return True
        hyphen = (
            tokens[at].low in ("-", "‑") and glued(tokens, at + 1) and tokens[at + 1].kind is not Kind.DIGITS
        )
        if hyphen and (language == "de" or numeral.spelled):
            return True
    return language == "de" and _HOUR.fullmatch(tokens[numeral.start].low) is not None and numeral.scale == 1


def _read_sign(tokens: list[Token], start: int) -> tuple[int, float]:
    """The start with its plus or minus, and the factor."""
    before = low(tokens, start - 1)
    if (tolerance := _tolerance(tokens, start)) is not None:
        return tolerance, 1.0
    if before == "minus" and low(tokens, start - 2) not in ("ein", "einem", "a"):
        return start - 1, -1.0
    if before in ("+", "−", "-", "–") and glued(tokens, start) and not _is_held(tokens, start - 1):
        return start - 1, -1.0 if before in _MINUS else 1.0
    return start, 1.0


_BOTH_WAYS = (("plus", "/", "minus"), ("plus", "oder", "minus"), ("plus", "or", "minus"), ("+", "/", "-"))


def _tolerance(tokens: list[Token], start: int) -> int | None:
    """The start of ±3, plus/minus 3, plus or minus 3: a margin, whose size is the value."""
    last = low(tokens, start - 1)
    if last == "±":
        return start - 1
    if last not in ("minus", "-"):
        return None
    return start - 3 if (low(tokens, start - 3), low(tokens, start - 2), last) in _BOTH_WAYS else None


def _is_held(tokens: list[Token], at: int) -> bool:
    """Whether a sign hangs on a word or number before it, which makes it a hyphen."""
    return glued(tokens, at) and (
        tokens[at - 1].kind is not Kind.SIGN or tokens[at - 1].low in ("%", "€", ")")
    )
