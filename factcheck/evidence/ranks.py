"""Superlatives and ordinals: the largest, der zweitgrößte, the third time: `find_ranks(text, language)`."""

import re
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.numerals.english_words import ORDINALS as ENGLISH
from factcheck.extraction.numerals.german_words import ORDINALS as GERMAN
from factcheck.matching import lexicon
from factcheck.matching.lexicon import NOTHING, Concepts
from factcheck.matching.words import lemma


class Rank(NamedTuple):
    """Words that rank: the place (1 for the largest), what is ranked by (None where something is only
    counted), and whether several share it ("one of the largest")."""

    start: int
    end: int
    exact: str
    place: int
    quality: str | None
    concepts: Concepts
    shared: bool


_GERMAN_ORDINAL = "|".join(
    sorted((word.rstrip("nrsme") for word in GERMAN if len(word) > 3), key=len, reverse=True)
)
_SUPERLATIVE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?P<shared>\bein(?:e[rsmn]?)? der )?\b(?P<rank>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|"
        r"zehnt)?(?P<quality>größ|höch|läng|ält|jüng|klein|kürz|tief|niedrig|schnell|langsam|teuer|billig|reich|ärm|stärk|"
        r"schwäch|wichtig|bevölkerungsreich|umsatzstärk|best|schlecht|meist|wenig)"
        r"(?:e?st|(?<=ß)t|(?<=best)|(?<=meist))e[nrsm]?\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?P<shared>\bone of (?:the|its) (?:\w+['’]s )?)?\b"
        r"(?:(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -])?"
        r"(?P<quality>(?:larg|bigg|high|tall|long|old|young|small|short|deep|low|fast|slow|cheap|rich|poor|strong|weak|great|busi|heavi|wealthi|earli|lat)est|"
        r"(?<!at )(?:most|least) (?!of\b)[a-z]+|best|worst)\b",
        re.IGNORECASE,
    ),
}
_DEGREES = {
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9,
    "zehnt": 10, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_BASES = {
    "größ": "groß", "höch": "hoch", "läng": "lang", "ält": "alt", "jüng": "jung", "kürz": "kurz",
    "tief": "tief", "ärm": "arm", "stärk": "stark", "schwäch": "schwach", "best": "gut", "meist": "viel",
    "larg": "large", "bigg": "big", "busi": "busy", "heavi": "heavy", "wealthi": "wealthy",
}  # fmt: skip
_COUNTED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:zum (?P<times>\w+)\. ?Mal|zum (?P<spelled>\w+?)en ?Mal|(?P<plain>\w+?)(?:e[rsnm]?) "
        r"(?=Titel|Sieg|Niederlage|Streik|Amtszeit|Mal|Auflage|Platz))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<plain>\w+)[ -](?=time\b|title|strike|term\b|win\b|victory|defeat|edition|place\b|day\b)",
        re.IGNORECASE,
    ),
}


def find_ranks(text: str, language: Language) -> tuple[Rank, ...]:
    """Everything in the text that ranks, in no particular order."""
    return (*_superlatives(text, language), *_counted(text, language))


def _superlatives(text: str, language: Language) -> list[Rank]:
    found = []
    for match in _SUPERLATIVE[language].finditer(text):
        if match["quality"][:5].lower() in ("most ", "least") and not _is_marked(match, text):
            continue
        base = match["quality"].lower().removesuffix("est")
        base = _BASES.get(base, base)
        key = lemma(base, language)
        place = _DEGREES.get((match["rank"] or "").lower(), 1)
        found.append(
            Rank(
                *match.span(),
                match.group(),
                place,
                key,
                lexicon.concepts(key, language),
                bool(match["shared"]),
            )
        )
    return found


_MARKS = ("the", "its", "'s", "’s", "their", "his", "her")


def _is_marked(match: re.Match[str], text: str) -> bool:
    """ "The most expensive", "second most populous", not "at least seven", "most people"."""
    return bool(match["rank"]) or text[: match.start()].rstrip().lower().endswith(_MARKS)


def _counted(text: str, language: Language) -> list[Rank]:
    found = []
    ordinals = GERMAN if language == "de" else ENGLISH
    for match in _COUNTED[language].finditer(text):
        word = next(filter(None, match.groupdict().values())).lower()
        place = int(word) if word.isdecimal() else _ordinal(word, ordinals)
        if place:
            found.append(Rank(*match.span(), match.group().strip(), place, None, NOTHING, shared=False))
    return found


def _ordinal(word: str, ordinals: dict[str, int]) -> int:
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if digits:
        return int(digits[1])
    return next(
        (ordinals[form] for form in (word, f"{word}e", f"{word}en", f"{word}er") if form in ordinals), 0
    )
