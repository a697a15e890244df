"""One number with its sign, currency and unit."""

from dataclasses import dataclass

from claims.reason import Language
from factcheck.extraction.numerals import Kind, Numeral, Token, begins_numeral, glued, low, read_numeral
from factcheck.extraction.quantities.exclusions import is_excluded
from factcheck.extraction.quantities.shares import begins_share, read_every, read_of
from factcheck.extraction.quantities.units import money_before, unit_after

_MINUS = frozenset(("-", "−", "–"))


@dataclass(frozen=True, slots=True)
class Amount:
    """tokens[start:stop] with the signed value; `unit` is None where only a noun can follow."""

    numeral: Numeral
    value: float
    start: int
    stop: int
    unit: str | None
    signed: bool = False


def begins_amount(token: Token, language: Language) -> bool:
    """Whether an amount can have its number at this token."""
    return begins_numeral(token, language) or (language == "de" and begins_share(token.low))


def read_amount(tokens: list[Token], at: int, language: Language, text: str) -> Amount | None:
    """The amount whose number begins at a token, None where there is none or it counts nothing."""
    if language == "de" and begins_share(tokens[at].low):
        every = read_every(tokens, at)
        return every and Amount(every, every.value, every.start, every.stop, "share")
    money = money_before(tokens, at)
    numeral = read_numeral(tokens, at, language, text, money=money is not None)
    if numeral is None:
        return None
    share = read_of(tokens, numeral, language)
    if share is not None:
        return Amount(share, share.value, share.start, share.stop, "share")
    if money is None and is_excluded(tokens, numeral, language):
        return None
    return _with_unit(tokens, numeral, money, language)


def _with_unit(
    tokens: list[Token], numeral: Numeral, money: tuple[str, int] | None, language: Language
) -> Amount:
    start, stop, unit = numeral.start, numeral.stop, None
    if money is not None:
        unit, start = money
    elif (found := unit_after(tokens, stop, language, numeral.spelled)) is not None:
        unit, stop = found
    elif numeral.share:
        unit = "share"
    value = numeral.value
    start, sign = _read_sign(tokens, start)
    return Amount(numeral, sign * value, start, stop, unit, signed=start != numeral.start and sign != 0)


def _read_sign(tokens: list[Token], start: int) -> tuple[int, float]:
    """The start with its plus or minus, and the factor."""
    before = low(tokens, start - 1)
    if before == "minus" and low(tokens, start - 2) not in ("ein", "ein", "einem", "a"):
        return start - 1, -1.0
    if before in ("+", "−", "-", "–") and glued(tokens, start) and not _is_held(tokens, start - 1):
        return start - 1, -1.0 if before in _MINUS else 1.0
    return start, 1.0


def _is_held(tokens: list[Token], at: int) -> bool:
    """Whether a sign hangs on a word or number before it, which makes it a hyphen."""
    return glued(tokens, at) and tokens[at - 1].kind is not Kind.SIGN
