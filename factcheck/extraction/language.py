"""German or English? `detect_language(text) -> Language`.

py3langid's model (Lui and Baldwin, "langid.py", 2012), restricted to languages that European
newsrooms publish in; close relatives of German and English that it confuses with them in short
texts (Luxembourgish, Frisian, Scots …) are left out. A short text is German or English unless
another language is far more likely: a query of three names decides nothing. Where function words that no
other of these languages has say plainly which of the two it is, the model is not asked; to read it takes
longer than an article.
"""

import math
import re
from functools import lru_cache
from typing import Any

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


_GERMAN_ALONE = words(
    "und nicht ist sind wird wurde zum zur für auf aus nach über auch dass eine einen einem einer mindestens"
)
_ENGLISH_ALONE = words("the and were have has with that this from they their since than what when least")
_PLAIN = 0.15
"""Share of function words from which on a text is plainly of its language; articles have 0.15 to 0.35."""

_RIVALS = 0.2
"""Of these, how many the other language may have; and how many letters may be no Latin ones."""

_LETTERS_A_WORD = 60
_ENOUGH = 4
"""So many different words that no other language has make a long text plain, one in so many letters a short
one."""


def detect_language(text: str) -> Language:
    """The language of `text`. Raises UnsupportedLanguage where it is plainly neither of the two."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    return _by_words(sample.lower(), letters) or _by_model(sample, letters)


def _by_words(low: str, letters: int) -> Language | None:
    """The language that function words say, None where they leave a doubt."""
    found = re.findall(r"\w+", low)
    german = sum(word in _GERMAN for word in found)
    english = sum(word in _ENGLISH for word in found)
    most, least = max(german, english), min(german, english)
    if most < _PLAIN * len(found) or least > _RIVALS * most or _latin(low) < (1 - _RIVALS) * letters:
        return None
    alone = _GERMAN_ALONE if german > english else _ENGLISH_ALONE
    if len(alone.intersection(found)) < min(_ENOUGH, 1 + letters // _LETTERS_A_WORD):
        return None
    return "de" if german > english else "en"


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # with numpy: longer than all else here

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_CANDIDATES)
    return identifier


def _by_model(sample: str, letters: int) -> Language:
    """Raises UnsupportedLanguage."""
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
    if _latin(sample.lower()) * 2 < letters:
        return 0.0
    if letters < _SHORT:
        return math.inf
    share = min(1.0, letters / _LONG)
    return _MARGIN_SHORT + share * (_MARGIN_LONG - _MARGIN_SHORT)


def _latin(low: str) -> int:
    return sum("a" <= letter <= "z" for letter in low)


def _nearer(sample: str, scores: dict[Language, float]) -> Language:
    """German or English for a short text: function words and umlauts count before letter statistics."""
    found = re.findall(r"\w+", sample.lower())
    umlauts = any(letter in "äöüß" for letter in sample.lower())
    german = sum(word in _GERMAN for word in found) + umlauts
    english = sum(word in _ENGLISH for word in found)
    if german != english:
        return "de" if german > english else "en"
    return max(scores, key=lambda code: scores[code])
