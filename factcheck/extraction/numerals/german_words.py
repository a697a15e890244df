"""German number words, from eins to neunhundertneunundneunzigtausend, halves and scales."""

from factcheck.extraction.memo import remembered

_ONES = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip

STEMS: dict[str, int] = {
    **_ONES,
    "zwo": 2,
    **_TEENS,
    **_TENS,
    **{f"{one}und{ten}": a + b for one, a in _ONES.items() for ten, b in _TENS.items()},
}
"""1 to 99 as they stand inside longer words."""

ONES = {"ein", "eine", "einen", "einem", "einer", "eines", "eins"}
INFLECTED = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "null": 0}
SCALES = {
    "hundert": 100, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "mill": 1e6,
    "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "mia": 1e9, "billion": 1e12, "billionen": 1e12,
    "teur": 1e3, "billiarde": 1e15, "billiarden": 1e15, "dutzend": 12, "viertelmillion": 250e3,
    "dreiviertelmillion": 750e3,
}  # fmt: skip
SCALE_NOUNS = frozenset(SCALES) - {"hundert", "tausend"}
"""Scales that count only behind a number: Millionen alone is a vague amount."""

FRACTIONS = {
    "hälfte": 1 / 2, "drittel": 1 / 3, "viertel": 1 / 4, "fünftel": 1 / 5, "sechstel": 1 / 6,
    "siebtel": 1 / 7, "achtel": 1 / 8, "neuntel": 1 / 9, "zehntel": 1 / 10, "zwanzigstel": 1 / 20,
    "hundertstel": 1 / 100, "tausendstel": 1 / 1000, "dreiviertel": 3 / 4,
}  # fmt: skip
HALVES = {"halbe", "halben", "halber", "halbes", "halbem"}

ORDINAL_STEMS: dict[str, int] = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7,
    "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12, "zwanzigst": 20, "dreißigst": 30,
    "fünfzigst": 50, "hundertst": 100, "tausendst": 1000,
}  # fmt: skip
_ENDINGS = ("e", "en", "er", "es", "em")
ORDINALS = {
    stem + ending: value
    for stem, value in {
        **ORDINAL_STEMS,
        **{f"{stem}t": value for stem, value in _TEENS.items() if value > 12},
        **{f"{stem}st": value for stem, value in STEMS.items() if value >= 20},
    }.items()
    for ending in _ENDINGS
}


def _below_hundred(word: str) -> int | None:
    return STEMS.get(word)


def _below_thousand(word: str) -> int | None:
    if "hundert" not in word:
        return _below_hundred(word)
    left, right = word.split("hundert", 1)
    hundreds = STEMS.get(left) if left else 1
    rest = _below_hundred(right.removeprefix("und")) if right else 0
    # elfhundert to neunzehnhundert are said too
    return None if hundreds is None or hundreds > 19 or rest is None else hundreds * 100 + rest


@remembered
def read_word(word: str) -> float | None:
    """The value of one lower-case word: zwölf, hundertfünfzigtausend, anderthalb, zweieinhalb.

    None for every other word; forms of `ein` are left to the caller, who knows whether they count.
    """
    if word in INFLECTED:
        return float(INFLECTED[word])
    if word in ("anderthalb", "eineinhalb"):
        return 1.5
    if word.endswith("einhalb"):
        whole = STEMS.get(word[:-7])
        return None if whole is None else whole + 0.5
    if word.endswith("eins") and word != "eins":
        word = word[:-1]
    if "tausend" not in word:
        value = _below_thousand(word)
        return None if value is None or word in ONES else float(value)
    left, right = word.split("tausend", 1)
    thousands = _below_thousand(left) if left else 1
    rest = _below_thousand(right.removeprefix("und")) if right else 0
    return None if thousands is None or rest is None else float(thousands * 1000 + rest)
