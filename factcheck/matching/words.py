"""The words of a text in the forms in which they are compared: `find_words(text, language)`.

A word's `key` is its dictionary form (simplemma) without capitals and diacritics; compounds keep the
keys of their parts beside it. Function words are marked (`stop`): they say little about a claim.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.lexicon import base_of, is_known
from factcheck.matching.folding import fold
from factcheck.matching.german import PARTICLES, compound_parts, infinitive, masculine
from factcheck.matching.stopwords import MOVING_VERBS, STOPWORDS


class Word(NamedTuple):
    """One word: its place in code points, its form, its key and the keys of its parts."""

    start: int
    end: int
    form: str
    key: str
    parts: tuple[str, ...] = ()
    stop: bool = False


_WORD = re.compile(r"[^\W_]+(?:[-‐'’&.][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_FIGURE = re.compile(r"[+-]?\d[\d.,:/-]*(?:[a-zA-Z]{1,2})?")
_APOSTROPHES = str.maketrans("’‐", "'-")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?–)\"“”»«]|$|(?:und|oder|aber|sowie|doch|denn|weil|als|wie)\b)")
_REACH = 14
"""Words back from a parted particle within which its verb is looked for."""


def find_words(text: str, language: Language) -> list[Word]:
    """All words of `text` in order; figures are left to the slots."""
    found = [_read(match, language) for match in _WORD.finditer(text)]
    if language == "de":
        _join_particles(text, found)
    return [word for word in found if not _FIGURE.fullmatch(word.form)]


def _read(match: re.Match[str], language: Language) -> Word:
    form = _POSSESSIVE.sub("", match.group().translate(_APOSTROPHES))
    key, parts = _analyse(form, language)
    return Word(match.start(), match.end(), form, key, parts, fold(form) in STOPWORDS[language])


@lru_cache(maxsize=65536)
def _analyse(form: str, language: Language) -> tuple[str, tuple[str, ...]]:
    if "-" in form:
        pieces = [_analyse(piece, language) for piece in form.split("-") if len(piece) > 1]
        return fold(form.replace("-", "")), tuple(part for key, parts in pieces for part in (key, *parts))
    if language == "en":
        return lemma(form, "en"), ()
    parts = tuple(fold(part) for part in compound_parts(form))
    if parts and not is_known(form, "de"):
        return "".join(parts), parts
    return lemma(form, "de"), parts


@lru_cache(maxsize=65536)
def lemma(form: str, language: Language) -> str:
    """The folded dictionary form; an abbreviation in capitals stays what it is."""
    if form.isupper() and len(form) < 6:
        return fold(form)
    if language == "de":
        return fold(masculine(infinitive(base_of(form, "de"))))
    return fold(base_of(form.lower(), "en"))


def _join_particles(text: str, found: list[Word]) -> None:
    """Put a verb and the particle that stands at the end of its clause together: `lehnte … ab`."""
    for at, word in enumerate(found):
        if word.form in PARTICLES and _CLAUSE_END.match(text, word.end):
            _join(found, at)


def _join(found: list[Word], at: int) -> None:
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        verb = found[back]
        if verb.form.islower() and (not verb.stop or fold(verb.form) in MOVING_VERBS):
            joined = found[at].form + base_of(verb.form, "de")
            if joined.endswith("n") and is_known(joined, "de"):
                found[back] = verb._replace(key=fold(joined), stop=False)
                found[at] = found[at]._replace(stop=True)
                return
