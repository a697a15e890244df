"""Read a number that begins with an English word."""

from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals.english_words import FRACTIONS, ONES, SCALE_WORDS, SCALES, TENS
from factcheck.extraction.numerals.numeral import Numeral, multiply
from factcheck.extraction.numerals.tokens import Token, glued, low

_VAGUE = frozenset(("several", "few", "many", "some", "couple", "numerous"))
_STARTS = frozenset((*ONES, *TENS, "one", "a", "an", "half", "hundred", "thousand"))
_NOT_A_THIRD = words(
    """
    of . , ; ) to in on from since compared and or more less were are is have had said by over – — :
    within during amid despite because while when across among last this through
    """
) | {""}
_HOURS = words(
    """
    a an the of its their his her all those these our
    """
)

_MEASURES = words(
    "second minute hour day week fortnight month year decade century mile kilometre metre tonne pound dollar "
    "euro"
)
_POINTING = words("the another this that which any")
_BOUNDS = words("than nearly almost least under")
_LASTING = words("for well just took takes lasted lasts waited spent")


def begins_english(word: str) -> bool:
    """Whether a lower-case word can begin an English number."""
    return word in _STARTS


def read_english(tokens: list[Token], at: int) -> Numeral | None:
    """The number in words at a token, None where there is none or it is vague (several thousand)."""
    numeral = _read(tokens, at)
    if numeral is None or not numeral.share:
        return numeral
    stop = numeral.stop
    if low(tokens, stop) == "of" and low(tokens, stop + 1) == "a" and low(tokens, stop + 2) in SCALE_WORDS:
        return scale_english(tokens, numeral._replace(stop=stop + 2, share=False))
    return numeral


def _read(tokens: list[Token], at: int) -> Numeral | None:
    word = tokens[at].low
    if word == "half":
        return _read_half(tokens, at)
    if word in ("a", "an"):
        return _read_a(tokens, at)
    if word == "one" and _stands_for_noun(tokens, at):
        return None
    before = low(tokens, at - 2 if low(tokens, at - 1) == "of" else at - 1)
    if word in SCALE_WORDS and before in (*_VAGUE, "the"):
        return None
    return _read_cardinal(tokens, at)


def _stands_for_noun(tokens: list[Token], at: int) -> bool:
    """ "a Dutch one", "the one in Hull"; not "the one million"."""
    named = low(tokens, at - 2) in ("a", "an", "the") or low(tokens, at - 1) in _POINTING
    return named and low(tokens, at + 1) not in SCALE_WORDS and low(tokens, at + 1) not in FRACTIONS


def scale_english(tokens: list[Token], numeral: Numeral) -> Numeral:
    """The numeral multiplied by the million, bn or dozen that follows."""
    at = numeral.stop
    word = low(tokens, at)
    if word == "-" and low(tokens, at + 1) in SCALE_WORDS:
        at, word = at + 1, low(tokens, at + 1)
    factor = SCALES.get(word)
    if factor is None or not (word in SCALE_WORDS or len(word) > 1):
        return numeral
    if factor == 1e3 and low(tokens, at + 1) in ("million", "billion", "trillion"):
        at, factor = at + 1, factor * SCALES[low(tokens, at + 1)]
    return numeral._replace(
        value=multiply(numeral.value, factor), stop=at + 1, scale=factor, article=False, plain=False
    )


def _read_small(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """1 to 99 and the index behind it."""
    word = low(tokens, at)
    if word in TENS:
        hyphen = at + 1 + (low(tokens, at + 1) in ("-", "‑"))
        unit = 1 if low(tokens, hyphen) == "one" else ONES.get(low(tokens, hyphen), 0)
        return (TENS[word] + unit, hyphen + 1) if 0 < unit < 10 else (TENS[word], at + 1)
    if word == "one":
        return 1, at + 1
    return (ONES[word], at + 1) if word in ONES else None


def _read_cardinal(tokens: list[Token], at: int) -> Numeral | None:
    total, group, stop, scale = 0.0, 0.0, at, 1.0
    while True:
        small = _read_small(tokens, stop)
        if small is None and low(tokens, stop) in ("hundred", "thousand") and stop == at:
            small = (1, stop)
        if small is None or (stop > at and scale == 1):
            break
        group, stop = small
        if low(tokens, stop) == "hundred":
            group, stop, scale = group * 100, stop + 1, 100.0
            joined = stop + (low(tokens, stop) == "and")
            if (rest := _read_small(tokens, joined)) is not None:
                group, stop = group + rest[0], rest[1]
        large = SCALES.get(low(tokens, stop), 0) if low(tokens, stop) in SCALE_WORDS else 0
        if not large:
            total, group = total + group, 0.0
            break
        total, group, stop, scale = total + group * large, 0.0, stop + 1, large
        stop += low(tokens, stop) == "and" and _read_small(tokens, stop + 1) is not None
    if stop == at:
        return None
    numeral = Numeral(
        total + group, at, stop, spelled=True, scale=scale, article=tokens[at].low == "one" and stop == at + 1
    )
    return _with_fraction(tokens, numeral)


def _with_fraction(tokens: list[Token], numeral: Numeral) -> Numeral:
    """two thirds, two-thirds; two and a half (million)."""
    at = numeral.stop
    hyphen = at + (low(tokens, at) == "-")
    part = FRACTIONS.get(low(tokens, hyphen))
    plural = low(tokens, hyphen).endswith("s") or numeral.value == 1
    if part is not None and plural and numeral.value * part < 2 and numeral.scale == 1:
        return Numeral(numeral.value * part, numeral.start, hyphen + 1, spelled=True, share=True)
    words_behind = [low(tokens, index) for index in range(at, at + 6)]
    hyphens = words_behind == ["-", "and", "-", "a", "-", "half"]
    if hyphens or words_behind[:3] == ["and", "a", "half"]:
        stop = at + 6 if hyphens else at + 3
        half = numeral._replace(value=numeral.value + 0.5 * numeral.scale, stop=stop, article=False)
        return scale_english(tokens, half)
    return numeral


def _read_a(tokens: list[Token], at: int) -> Numeral | None:
    """a dozen, a million, a third of, a quarter; None for the mere article."""
    following = low(tokens, at + 1)
    if following in SCALE_WORDS:
        if low(tokens, at - 1) in ("half", "many"):
            return None
        if following in ("hundred", "thousand"):
            hundreds = _read_cardinal(tokens, at + 1)
            return hundreds and hundreds._replace(start=at)
        return _with_fraction(tokens, scale_english(tokens, Numeral(1.0, at, at + 1, spelled=True)))
    if following == "half" and low(tokens, at + 2) in SCALE_WORDS:
        return scale_english(tokens, Numeral(0.5, at, at + 2, spelled=True))
    if following == "half" and low(tokens, at - 1) == "by" and low(tokens, at + 2) in _NOT_A_THIRD:
        return Numeral(0.5, at, at + 2, spelled=True, share=True)
    if following == "half" and (low(tokens, at + 2) != "of" or not _is_half_share(tokens, at)):
        return None
    bounded = low(tokens, at - 1) == "than"  # "more than a third left"
    if following in FRACTIONS and (bounded or low(tokens, at + 2) in _NOT_A_THIRD):
        return Numeral(FRACTIONS[following], at, at + 2, spelled=True, share=True)
    if following in _MEASURES and _is_bounded(tokens, at):
        return Numeral(1.0, at, at + 1, spelled=True, article=True)
    return None


def _is_bounded(tokens: list[Token], at: int) -> bool:
    """more than a year, nearly a decade; "over a month" alone says in the course of it."""
    before = low(tokens, at - 1)
    if before in ("over", "to"):
        return low(tokens, at - 2) in (_LASTING if before == "over" else ("up",))
    return before in _BOUNDS


def _is_half_share(tokens: list[Token], at: int) -> bool:
    """a half of, but not an hour and a half of; between a third and a half of is one again."""
    return low(tokens, at - 1) not in ("and", "-") or low(tokens, at - 2) in FRACTIONS


def _read_half(tokens: list[Token], at: int) -> Numeral | None:
    """half a million, half an hour, half of voters, half the workforce."""
    if low(tokens, at - 1) in (
        "first",
        "second",
        "other",
        "latter",
        "-",
        "last",
        "better",
        "and",
        "a",
    ) or glued(tokens, at + 1):
        return None
    following = low(tokens, at + 1)
    if following in ("a", "an"):
        whole = low(tokens, at + 2)
        if whole in SCALE_WORDS:
            return scale_english(tokens, Numeral(0.5, at, at + 2, spelled=True))
        return Numeral(0.5, at, at + 2, spelled=True)
    if following in _HOURS or low(tokens, at - 1) in (
        "by",
        "nearly",
        "almost",
        "about",
        "than",
        "over",
        "around",
    ):
        return Numeral(0.5, at, at + 1, spelled=True, share=True)
    return None
