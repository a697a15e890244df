"""German or English? `detect_language(text) -> Language`.

py3langid's model (Lui and Baldwin, "langid.py", 2012), restricted to languages that European
newsrooms publish in; close relatives of German and English that it confuses with them in short
texts (Luxembourgish, Frisian, Scots …) are left out. A short text is German or English unless
another language is far more likely: a query of three names decides nothing.
"""

import math
import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from claims.errors import UnsupportedLanguage
from claims.reason import Language
from factcheck.extraction.lexicon import words

_CANDIDATES = words(
    "de en fr es it nl pt pl cs sk sl hr sr bg ro hu da sv no fi et lv lt el tr ru uk ar he fa hi zh ja ko "
    "vi id"
)

_SAMPLE = 4000
"""Code points looked at: more changes nothing about the answer, only about the time it takes."""

_MARGIN_SHORT = 0.9
"""Log-likelihood per letter by which another language must lead in a short text."""

_MARGIN_LONG = 0.05
_LONG = 120
"""Letters from which on a text is long enough to trust the model."""

_SHORT = 16
"""Below so many Latin letters a text is names and figures: it is never refused."""

_GERMAN = words(
    "der die das den dem des ein eine einen einem einer und oder nicht ist sind war hat haben wird wurde "
    "von vom zu zum zur mit für auf aus bei im nach seit über unter als auch wie dass mindestens wer wem"
)
_ENGLISH = words(
    "the a an and or not is are was were has have had will of to for with on from at by since over than "
    "that this it its they his her who what when least"
)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_CANDIDATES)
    return identifier


def detect_language(text: str) -> Language:
    """The language of `text`. Raises UnsupportedLanguage where it is plainly neither of the two."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    ranks = dict(_identifier().rank(sample.encode("utf-8", "replace")))
    scores: dict[Language, float] = {"de": ranks["de"], "en": ranks["en"]}
    other = max((code for code in ranks if code not in scores), key=lambda code: ranks[code])
    lead = (ranks[other] - max(scores.values())) / max(letters, 1)
    if letters and lead > _margin(sample, letters):
        raise UnsupportedLanguage(
            "The text is neither German nor English; it looks like %(language)s.", language=other
        )
    return _nearer(sample, scores) if letters < _LONG else max(scores, key=lambda code: scores[code])


def _margin(sample: str, letters: int) -> float:
    """The lead another language needs. A script of its own needs none."""
    latin = sum("a" <= letter <= "z" for letter in sample.lower())
    if latin * 2 < letters:
        return 0.0
    if letters < _SHORT:
        return math.inf
    share = min(1.0, letters / _LONG)
    return _MARGIN_SHORT + share * (_MARGIN_LONG - _MARGIN_SHORT)


def _nearer(sample: str, scores: dict[Language, float]) -> Language:
    """German or English for a short text: function words and umlauts count before letter statistics."""
    found = re.findall(r"\w+", sample.lower())
    umlauts = any(letter in "äöüß" for letter in sample.lower())
    german = sum(word in _GERMAN for word in found) + umlauts
    english = sum(word in _ENGLISH for word in found)
    if german != english:
        return "de" if german > english else "en"
    return max(scores, key=lambda code: scores[code])
