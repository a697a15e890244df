"""Parts of a whole said by counting: jeder vierte, einer von fünf, one in five."""

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Numeral, Token, low, read_numeral
from factcheck.extraction.numerals.english_words import ORDINALS as ENGLISH_ORDINALS
from factcheck.extraction.numerals.german_words import ORDINALS
from factcheck.extraction.quantities.units import unit_after

_EVERY = frozenset(("jeder", "jede", "jedes", "jedem", "jeden"))
_PERIODS = words(
    """
    tag tage monat woche jahr mal stunde minute schritt sonntag montag dienstag mittwoch donnerstag
    freitag samstag abend morgen sommer winter

    day days week weeks month months year years hour hours minute minutes time sunday monday tuesday
    wednesday thursday friday saturday night weekend summer one of so
    """
)
_ROUND = frozenset((3, 4, 5, 6, 7, 8, 10, 20, 50, 100, 1000))
"""Wholes by which shares are told; of other numbers (zwei von 17 Ländern) each counts for itself."""


def begins_share(word: str, language: Language) -> bool:
    """Whether a share of the form jeder vierte, every fourth can begin with this word."""
    return word in _EVERY if language == "de" else word == "every"


def read_every(tokens: list[Token], at: int, language: Language) -> Numeral | None:
    """jeder vierte (Deutsche), every fourth house: a quarter. Not jeden zweiten Tag, which is a frequency."""
    ordinals = ORDINALS if language == "de" else ENGLISH_ORDINALS
    number, counted = ordinals.get(low(tokens, at + 1), 0), low(tokens, at + 2)
    if (
        number < 2
        or counted in _PERIODS
        or (language == "en" and (not counted.isalpha() or counted[-1] == "s"))
    ):
        return None
    return Numeral(1 / number, at, at + 2, spelled=True, share=True)


def _behind_join(tokens: list[Token], at: int, language: Language) -> int:
    """The index behind in, out of, in every, von, -in-; the index itself where there is none."""
    join = low(tokens, at)
    if language == "de":
        return at + (join == "von")
    if join == "in":
        return at + 1 + (low(tokens, at + 1) == "every")
    if join == "out" and low(tokens, at + 1) == "of":
        return at + 2 + (low(tokens, at + 2) == "every")
    hyphened = join == "-" and (low(tokens, at + 1), low(tokens, at + 2)) == ("in", "-")
    return at + 3 if hyphened else at


def read_of(tokens: list[Token], part: Numeral, language: Language) -> Numeral | None:
    """one in five, two out of three, einer von fünf, drei von zehn."""
    at = _behind_join(tokens, part.stop, language)
    if at == part.stop or at >= len(tokens) or part.share or part.scale != 1:
        return None
    whole = read_numeral(tokens, at, language)
    if whole is None or whole.value not in _ROUND or not 0 < part.value < whole.value or whole.scale > 100:
        return None
    if unit_after(tokens, whole.stop, language, whole.spelled) is not None:
        return None
    if part.value != int(part.value) or part.value > 9 or (not part.spelled and whole.spelled):
        return None
    return Numeral(part.value / whole.value, part.start, whole.stop, spelled=True, share=True)
