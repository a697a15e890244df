"""Numbers inside longer words: zweijährig, dreimal, verdoppeln, doubled."""

import re
from typing import NamedTuple

from claims.quantity import Change
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import remembered_by_language
from factcheck.extraction.numerals import Token, low
from factcheck.extraction.numerals.german_words import STEMS, read_word


class Compound(NamedTuple):
    """The value in a word, its unit, and the change that the word itself says."""

    value: float
    unit: str
    change: Change | None = None


SUFFIX_UNITS = {
    "jährig": "year", "monatig": "month", "wöchig": "week", "tägig": "day", "stündig": "h", "minütig": "min",
    "sekündig": "s", "prozentig": "percent", "köpfig": "Person", "stöckig": "Stockwerk", "mal": "times",
    "fach": "times",
}  # fmt: skip
SUFFIX = re.compile(rf"({'|'.join(SUFFIX_UNITS)})(?:e[nrsm]?)?")
_WORD = re.compile(rf"(\w+?)({'|'.join(SUFFIX_UNITS)})(?:e[nrsm]?)?")
_TIMES = {
    "doppel": 2, "dreifach": 3, "vierfach": 4, "fünffach": 5, "sechsfach": 6, "siebenfach": 7, "achtfach": 8,
    "neunfach": 9, "zehnfach": 10, "hundertfach": 100,
}  # fmt: skip
_MULTIPLY = re.compile(rf"ver({'|'.join(_TIMES)})(?:n|t|te|ten|ter|tes|l[nt]e?n?|end|e?lung|ung)?")
_HALVED = re.compile(r"halbier(?:t|te|ten|en|ter|ung)")
_PARTS = {"halb": 0.5, "viertel": 0.25, "dreiviertel": 0.75}
_HALF_AS_BAD = frozenset(("schlimm", "wild", "tragisch"))
_ENGLISH = {
    "doubled": 2, "doubling": 2, "doubles": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4,
    "quintupled": 5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
    "hundredfold": 100, "twice": 2, "thrice": 3,
}  # fmt: skip


@remembered_by_language
def read_compound(word: str, language: Language) -> Compound | None:
    """The quantity that one lower-case word is, None for nearly all words."""
    if language == "en":
        if word in ("halved", "halving"):
            return Compound(0.5, "times", Change.DOWN)
        change = None if word in ("twice", "thrice") else Change.UP
        return Compound(float(_ENGLISH[word]), "times", change) if word in _ENGLISH else None
    if (factor := _MULTIPLY.fullmatch(word)) is not None:
        return Compound(float(_TIMES[factor[1]]), "times", Change.UP)
    if _HALVED.fullmatch(word):
        return Compound(0.5, "times", Change.DOWN)
    found = _WORD.fullmatch(word)
    if found is None or word.startswith("einmal") or word.startswith("einfach"):
        return None
    value = STEMS.get(found[1]) or _PARTS.get(found[1]) or read_word(found[1])
    return Compound(float(value), SUFFIX_UNITS[found[2]]) if value else None


_MULTIPLES: dict[Language, dict[str, float]] = {
    "de": {"doppelt": 2, "halb": 0.5, "doppelte": 2, "doppelten": 2},
    "en": {"half": 0.5, "double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": 0.5},
}
_TO_COME = words("to will would could may might should must can")


def begins_multiple(word: str, language: Language) -> bool:
    """Whether a multiple of several words can begin with a lower-case word."""
    return word in _MULTIPLES[language]


def read_multiple(tokens: list[Token], at: int, language: Language) -> Compound | None:
    """doppelt so viele, das Doppelte, halb so hoch; half as many, double the number."""
    word, following = tokens[at].low, low(tokens, at + 1)
    value = _MULTIPLES[language].get(word)
    if value is None:
        return None
    if language == "en" and word != "half" and low(tokens, at - 1) in _TO_COME:
        return Compound(value, "times", Change.DOWN if value < 1 else Change.UP)
    if language == "en":
        fits = (
            following == "as" if word == "half" else following in ("the", "that") and not tokens[at].capital
        )
    elif word in ("doppelt", "halb"):
        fits = following == "so" and low(tokens, at + 2) not in _HALF_AS_BAD
    else:
        fits = tokens[at].capital and low(tokens, at - 1) in ("das", "dem", "ums", "aufs", "des")
    return Compound(value, "times") if fits else None
