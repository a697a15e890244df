"""Which words of a text are names: `find_names(words, text, language)` gives their indexes.

German writes every noun with a capital, so there the form must say more: capitals or figures inside,
a word that neither the dictionary nor the lexicon knows, or a place among others that are names.
"""

import re

from claims.reason import Language
from factcheck.extraction.lexicon import base_of, is_known
from factcheck.matching import lexicon
from factcheck.matching.words import Word

_ODD_FORM = re.compile(r"[a-zäöü]+[A-Z]\w*|[A-ZÄÖÜ]{2,}[a-z]?|\w*\d\w*|[A-ZÄÖÜ]{2,}(?:-\w+)+|\w+&\w+")
_SENTENCE_END = re.compile(r"(?:^|[.!?:„“\"»«–-])\s*$")


def find_names(words: list[Word], text: str, language: Language) -> frozenset[int]:
    """The indexes of the words that are names, or parts of names."""
    found = {at for at, word in enumerate(words) if _is_name(word, text, language)}
    for at in range(1, len(words)):
        if at in found and at - 1 not in found and _goes_before(words[at - 1], words[at], text, language):
            found.add(at - 1)
    return frozenset(found)


def _is_name(word: Word, text: str, language: Language) -> bool:
    if _in_names(word.key, language) or _ODD_FORM.fullmatch(word.form):
        return True
    if "-" in word.form and not all(piece[:1].isupper() for piece in word.form.split("-")):
        return False
    if not word.form[:1].isupper() or word.stop or lexicon.concepts(word.key, language):
        return False
    if language == "de":
        return not word.parts and not _known_german(word.form)
    starts = _SENTENCE_END.search(text, 0, word.start) is not None
    return not starts or not is_known(word.form.lower(), "en")


def _known_german(form: str) -> bool:
    """Whether the form is a German word; a form that English writes with a capital, too, is a name."""
    if not is_known(form, "de"):
        return False
    return not (is_known(form, "en") and base_of(form, "en").istitle())


def _goes_before(first: Word, second: Word, text: str, language: Language) -> bool:
    """Whether a capitalised word before a name belongs to it: `Angela` before an unknown surname."""
    together = text[first.end : second.start] == " " and first.form.istitle() and second.form[0].isupper()
    return together and not first.stop and not lexicon.concepts(first.key, language)


def _in_names(key: str, language: Language) -> bool:
    return bool(lexicon.concepts(key, language) & lexicon.names())
