"""Numbers that count nothing: names, ordinals, scores, telephone numbers, idioms."""

from claims.reason import Language
from factcheck.extraction.numerals import Kind, Numeral, Token, glued, low
from factcheck.extraction.proper import is_uninflected, is_unknown
from factcheck.extraction.quantities.codes import is_code
from factcheck.extraction.quantities.exclusion_words import (
    DETERMINERS,
    IDIOMS,
    INDICES,
    LABELS,
    LOWER_LABELS,
    ONE_OF_SOME,
    SENTENCE_STARTS,
    SPORT,
    STREETS,
)
from factcheck.extraction.quantities.nouns import find_noun
from factcheck.extraction.quantities.units import unit_after

_HYPHENS = ("-", "‑", "–")
_CODES = ("us", "eur", "usd", "gbp", "chf", "rm", "rs", "jpy")
_GROUPED = 1000
_LARGEST_SCORE = 999
_LARGEST_NAME = 99_999
_OLDEST = 115
_RANKED_FROM = frozenset(("top", "bottom"))
_PHRASE_ENDS = frozenset(("in", "of", "at", "on", "during", "after", "and", "with", "for", "this", "by"))
_LAST_HOUR = 12
_QUARTERS = frozenset(("viertel", "half", "quarter"))
_TO_HOUR = frozenset(("und", "bis", "oder", *_HYPHENS))
_RELATIVES = frozenset(("der", "die", "das", "den"))
_TO_THE_HOUR = frozenset(("nach", "vor", "past", "to"))


def is_excluded(tokens: list[Token], numeral: Numeral, language: Language, second: bool = False) -> bool:
    """Whether the number counts nothing, by its own form and the words beside it.

    `second` when it follows the hyphen of a range.
    """
    if _is_clock(tokens, numeral.stop):
        return True
    if numeral.spelled:
        return _is_spelled_name(tokens, numeral, language)
    return (
        (not second and _hangs_on(tokens, numeral.start))
        or _is_ordinal(tokens, numeral, language)
        or is_code(tokens, numeral)
        or (is_label(tokens, numeral.start, language) and not _measures(tokens, numeral, language))
    )


def _is_clock(tokens: list[Token], at: int) -> bool:
    """ "(um fünf) Uhr", "(zwischen fünf) und neun Uhr"."""
    return low(tokens, at) == "uhr" or (low(tokens, at) in _TO_HOUR and low(tokens, at + 2) == "uhr")


def is_named_with(tokens: list[Token], numeral: Numeral) -> bool:
    """A capitalised word right before a small plain number: Boeing 747 musste, ZiB 2."""
    at = numeral.start
    if not numeral.plain or at == 0 or not tokens[at - 1].capital or numeral.value > _LARGEST_NAME:
        return False
    if tokens[at - 1].kind is Kind.NAME:
        return True
    return tokens[at - 1].kind is Kind.WORD and not _begins_sentence(tokens, at - 1)


def is_title(tokens: list[Token], numeral: Numeral) -> bool:
    """English digits before a capitalised word that is no noun to count: 10 Downing Street, 21 Savage."""
    stop = numeral.stop
    return (
        numeral.plain
        and numeral.value < 1000
        and stop < len(tokens)
        and tokens[stop].kind is Kind.WORD
        and tokens[stop].capital
    )


def is_label(tokens: list[Token], at: int, language: Language) -> bool:
    """Artikel 5, Section 427, Boeing 747: the number is a name's."""
    index = at - 1
    if low(tokens, index) == "." and glued(tokens, index):
        index -= 1
    before = low(tokens, index)
    if before in ("§", "§§", "#", "№"):
        return True
    if before in INDICES:
        return True
    if language == "de" and before.endswith(STREETS) and tokens[index].capital:
        return True
    return before in LABELS[language] and (tokens[index].capital or before in LOWER_LABELS)


def _measures(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """ "in der dritten Runde 2,8 Prozent", "im Bezirk 1.200 Lehrlinge": digits with a unit in words or
    grouped thousands belong to no name before them."""
    if language != "de" or low(tokens, numeral.start - 1) in INDICES:
        return False
    grouped = not numeral.plain and numeral.value >= _GROUPED and numeral.value == int(numeral.value)
    unit = unit_after(tokens, numeral.stop, language, spelled=False)
    return grouped or (unit is not None and len(tokens[numeral.stop].low) > 1)


def is_any(tokens: list[Token], at: int) -> bool:
    """ "Ein Liter, der versickert": where a relative clause says which, it is any litre."""
    return low(tokens, at) == "," and low(tokens, at + 1) in _RELATIVES


def is_score(tokens: list[Token], left: Numeral, right: Numeral, unit: bool) -> bool:
    """3-1: a hyphen between small numbers that fall, or in the company of winning and losing."""
    if left.scale != 1 or right.scale != 1 or max(left.value, right.value) > _LARGEST_SCORE:
        return False
    if left.value >= right.value or _is_set(tokens, left.start - 1, -1) or _is_set(tokens, right.stop, 1):
        return True
    window = range(max(0, left.start - 6), min(len(tokens), right.stop + 4))
    return not unit and any(tokens[index].low in SPORT for index in window)


def _is_set(tokens: list[Token], comma: int, way: int) -> bool:
    """Whether another pair stands on the other side of a comma: 21-18, 14-21, 21-19."""
    pair = [comma + way, comma + 2 * way, comma + 3 * way]
    if low(tokens, comma) != "," or not all(0 <= at < len(tokens) for at in pair):
        return False
    kinds = [tokens[at].kind for at in pair]
    return kinds[0] is kinds[2] is Kind.DIGITS and tokens[pair[1]].low in _HYPHENS


def _is_spelled_name(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    at = numeral.start
    word, before = tokens[at].low, low(tokens, at - 1)
    if (word, low(tokens, at + 1)) in IDIOMS[language] or (before, word) in IDIOMS[language]:
        return True
    if before in _HYPHENS and glued(tokens, at) and glued(tokens, at - 1) and at > 1:
        return tokens[at - 2].kind is not Kind.SIGN
    if is_label(tokens, at, language):
        return True
    if tokens[at].capital and not _begins_sentence(tokens, at):
        return tokens[at - 1].capital or before in ("of", "the", "der", "die", "den", "zu")
    if _is_hour(tokens, numeral):
        return True
    if before in _RANKED_FROM and low(tokens, at - 2) == "the" and _ends_phrase(tokens, numeral.stop):
        return True
    if before == "not" and word == "one":
        return True
    if word == "one" and before == "in" and low(tokens, at + 1) in ONE_OF_SOME:
        return True
    if word == "one":
        return before in ("no", "any", "every", "this", "that", "which", "the", "each", "another", "last")
    return word == "null" and before in ("stunde", "bei")


def _begins_sentence(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].low in SENTENCE_STARTS


def _hangs_on(tokens: list[Token], at: int) -> bool:
    """Whether something before the digits is glued to them and makes a name of them: Catch-22, A/380."""
    if not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind is not Kind.SIGN:
        return before.low not in _CODES
    if before.low in ("#", "@", "_"):
        return True
    if before.low in ("'", "’") and len(tokens[at].low) == 2:
        return True
    if not glued(tokens, at - 1) or at < 2:
        return before.low in ("/", "&")
    if before.low in ("/", ".", "_"):
        return True
    return before.low in (*_HYPHENS, "&", "'", "’", ":", "=") and tokens[at - 2].kind is not Kind.SIGN


def _is_ordinal(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """22nd; German 3. before a small letter, or between an article and a noun."""
    after = numeral.stop
    if low(tokens, after) in ("st", "nd", "rd", "th", "er", "ers", "ern") and glued(tokens, after):
        return True
    if language != "de" or low(tokens, after) != "." or not glued(tokens, after) or not numeral.plain:
        return False
    if after + 1 >= len(tokens) or numeral.value > 999:
        return False
    if low(tokens, numeral.start - 1) in (",", "(") and not glued(tokens, after + 1):
        return True
    following = tokens[after + 1]
    if following.kind is Kind.WORD and not following.capital:
        return True
    named = following.low in (",", "-", "–", "/", ")", "fc", "sv", "sc", "fsv")
    return named or low(tokens, numeral.start - 1) in DETERMINERS


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind is Kind.SIGN or tokens[at].low in _PHRASE_ENDS


def _is_hour(tokens: list[Token], numeral: Numeral) -> bool:
    """halb drei, viertel nach drei, half past seven."""
    at = numeral.start
    if numeral.value > _LAST_HOUR:
        return False
    if low(tokens, at - 1) == "halb":
        return True
    return low(tokens, at - 1) in _TO_THE_HOUR and low(tokens, at - 2) in _QUARTERS


def is_postal(tokens: list[Token], numeral: Numeral, text: str) -> bool:
    """1010 Wien, 70173 Stuttgart, 1860 München: four or five plain digits before a German proper name."""
    at = numeral.stop
    if not numeral.plain or not 1000 <= numeral.value <= _LARGEST_NAME or at >= len(tokens):
        return False
    if tokens[at].kind is not Kind.WORD or not tokens[at].capital:
        return False
    form = text[tokens[at].start : tokens[at].end]
    return not form.isupper() and form[-1] != "s" and _is_proper(form)


def is_club(tokens: list[Token], numeral: Numeral, text: str) -> bool:
    """Hannover 96 steigt ab: a plain number behind a German proper name that begins the sentence."""
    at = numeral.start - 1
    if not numeral.plain or at < 0 or tokens[at].kind is not Kind.WORD or not tokens[at].capital:
        return False
    return _is_proper(text[tokens[at].start : tokens[at].end])


def _is_proper(form: str) -> bool:
    # adjectives used as nouns are uninflected too: 1200 Tote
    return is_unknown(form) or (is_uninflected(form) and form[-1] != "e")


def is_person(tokens: list[Token], stop: int, language: Language, text: str) -> bool:
    """Whether an age that ends before a token stands for somebody: der 53-Jährige, ein Vierjähriger."""
    last = tokens[stop - 1]
    if language == "en":
        return last.low == "old" and find_noun(tokens, stop, language, text, single=True) is None
    if not last.capital or "jährig" not in last.low:
        return False
    return last.low.startswith("jährig") or stop >= len(tokens) or not tokens[stop].capital


def is_age(tokens: list[Token], numeral: Numeral) -> bool:
    """The age that stands behind a name: Eva Muster (54), Joe Bloggs, 34, said."""
    at, stop = numeral.start, numeral.stop
    name = at - 2
    if name > 0 and tokens[name].low == "." and len(tokens[name - 1].low) == 1:
        name -= 1  # "Thorben L. (58)"
    aged = numeral.plain and 0 < numeral.value <= _OLDEST
    if not aged or name < 0 or tokens[name].kind is not Kind.WORD:
        return False
    before, after = low(tokens, at - 1), low(tokens, stop)
    return tokens[name].capital and (
        (before == "(" and after in (")", ",")) or (before == "," and after == ",")
    )
