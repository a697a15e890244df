"""Who and what a text names: `find_entities(analysis, names) -> tuple[Entity, ...]`.

The grammar of the extraction finds the names that it is sure of. For comparing more counts: "in Mehlbach"
and "die Werft Janssen" name a place and a firm, whatever a dictionary makes of their parts.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.lexicon import is_known, words
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.proper import is_uninflected
from factcheck.extraction.roles import is_role
from factcheck.matching import lexicon
from factcheck.matching.folding import fold
from factcheck.matching.stopwords import STOPWORDS
from factcheck.matching.terms import Analysis, Term
from factcheck.matching.words import lemma


class Entity(NamedTuple):
    """A name in its text: its place, its words and whether it is a person's; `located` says that a
    preposition of place stands before it. `calling` is the place of what a person is called right before
    the name ("climber Ivar Brekke"), `called` its dictionary form."""

    start: int
    end: int
    exact: str
    keys: tuple[str, ...]
    person: bool
    located: bool
    calling: tuple[int, int] | None = None
    called: str = ""


_CAPITAL = re.compile(r"[A-ZÄÖÜ][\w&’'-]+")
_BEFORE_PLACE = re.compile(r"\b(?:in|bei|aus|nach|von|at|from|to|near)\s+$", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:in|im|aus|nach|at|from|near)\s+$", re.IGNORECASE)
_SEATED = re.compile(r"\b(?:based in|headquartered in|Sitz in|seat in|aus)\s+$", re.IGNORECASE)
"""What stands before the place somebody comes from: it says nothing of where something happens."""

_NO_APPOSITION = words(
    "ende anfang mitte millionen million milliarden milliarde mio mrd euro dollar prozent tonnen tonne kilo "
    "kilogramm liter kilometer meter hektar grad jahre jahren stunden tage tagen dutzend uhr seit im mai "
    "juni juli august januar februar märz april september oktober november dezember herr frau"
)
_INITIALS = re.compile(
    r"(?:[A-Z]\. ?){1,3}[A-ZÄÖÜ][\w’'-]{2,}|[A-Z][\w’'-]+ (?:[A-Z]\. ?){1,2}[A-ZÄÖÜ][\w’'-]{2,}"
)
_WORDS = re.compile(r"[\w&-]+")
_BASED = re.compile(r"^[A-Z]\w+-based ")
_LEGAL = words("ag gmbh se kg plc inc ltd llc corp co the of der die das von für for and und group")


def find_entities(analysis: Analysis, parsed: list[Sentence]) -> tuple[Entity, ...]:
    """The names of a text in order, none inside another."""
    text = analysis.text
    spans: list[tuple[int, int, bool]] = []
    for sentence in parsed:
        for name in sentence.names:
            start, end = sentence.span((name.first, name.last))
            spans.append((start, end, name.person))
    spans += [
        (_behind_calling(match, analysis.language), match.end(), True) for match in _INITIALS.finditer(text)
    ]
    spans += [(first.start, last.end, False) for first, last in _runs(analysis)]
    spans += _by_place(analysis)
    spans = [span for span in spans if any(len(word) > 1 for word in _WORDS.findall(text[span[0] : span[1]]))]
    kept: list[tuple[int, int, bool]] = []
    for span in sorted(spans, key=lambda each: (not each[2], each[0] - each[1])):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return tuple(_entity(text, analysis.language, *span) for span in sorted(kept))


def _behind_calling(match: re.Match[str], language: Language) -> int:
    """Where the name begins in "Anwältin K. Lohmeyer"."""
    first = match.group().split()[0]
    named = first.endswith(".") or not is_role(first, language)
    return match.start() if named else match.start() + len(first) + 1


_CALLING: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"([A-ZÄÖÜ][a-zäöüß]{3,}) (?:Dr\. |Prof\. )*$"),
    "en": re.compile(r"\b([A-Za-z][a-z]{2,}) (?:Dr\.? |Prof\.? )*$"),
}
_CALLED = re.compile(
    r"[a-z]+(?:er|or|ist|ian|man|woman|ent|eur|ess|ant|yst|ete|ief|aut|smith)|judge|pilot|chef|nurse|coach|priest|cook|"
    r"poet|king|queen|prince|mayor|surgeon|monk|spy|thief|vet|clown|star"
)


def _calling(text: str, start: int, language: Language) -> tuple[tuple[int, int] | None, str]:
    found = _CALLING[language].search(text, max(0, start - 60), start)
    if found is None:
        return None, ""
    word = found[1]
    known = is_known(word, "de") if language == "de" else _CALLED.fullmatch(word.lower())
    if not known and not is_role(word, language):
        return None, ""
    return found.span(1), lemma(word, language)


def _entity(text: str, language: Language, start: int, end: int, person: bool) -> Entity:
    exact = _BASED.sub("", re.sub(r"['’]s?$", "", text[start:end]))
    pieces = [key_of(piece) for piece in re.findall(r"[\w&-]+", exact)]
    keys = tuple(piece for piece in pieces if piece not in _LEGAL and len(piece) > 1)
    located = _IN_PLACE.search(text, 0, start) is not None and _SEATED.search(text, 0, start) is None
    person = person or _looks_like_person(exact)
    calling = _calling(text, start, language)
    person = person or (calling[0] is not None and is_role(calling[1], language) and len(keys) > 1)
    calling = calling if person else (None, "")
    return Entity(start, end, exact, keys or tuple(pieces), person, located, *calling)


_PERSON = re.compile(r"(?:[A-ZÄÖÜ][\w’'-]+ )(?:[A-Z]\. |[A-ZÄÖÜ][\w’'-]+ )?[A-ZÄÖÜ][\w’'-]+")


@lru_cache(maxsize=65536)
def _looks_like_person(exact: str) -> bool:
    """Two or three capitals, the first a first name or none of them a word: Nadia Kerr, not Pelican Air."""
    if _PERSON.fullmatch(exact) is None:
        return False
    parts = [part for part in exact.split() if len(part) > 2]
    if parts[0] in FIRST_NAMES:
        return True
    return not any(is_known(part.lower(), "en") or part in _BEFORE_PLACES for part in parts)


_BEFORE_PLACES = frozenset(
    words("Bad Sankt Saint San Los Las El Al New Neu Bank Stadt Klinik Hafen Universität")
)


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """A name as it is compared: without case, marks and the ending of the genitive."""
    folded = fold(re.sub(r"['’]s?$", "", word))
    return folded[:-1] if len(folded) > 4 and folded.endswith("s") else folded


def _runs(analysis: Analysis) -> list[tuple[Term, Term]]:
    """Terms that are names, those side by side taken together."""
    runs: list[tuple[Term, Term]] = []
    for term in analysis.terms:
        if not term.name or _in_time(term, analysis):
            continue
        if runs and analysis.text[runs[-1][1].end : term.start] == " ":
            runs[-1] = (runs[-1][0], term)
        else:
            runs.append((term, term))
    return runs


def _in_time(term: Term, analysis: Analysis) -> bool:
    return any(term.form in words for words, _ in (*analysis.times, *analysis.relative))


def _by_place(analysis: Analysis) -> list[tuple[int, int, bool]]:
    """Capitals behind a bare preposition of place that no dictionary has, and German nouns right behind
    another noun: "Stadt Lauenfels"."""
    text, found = analysis.text, []
    for match in _CAPITAL.finditer(text):
        if fold(match.group()) in _NO_APPOSITION:
            continue
        behind = _BEFORE_PLACE.search(text, 0, match.start()) is not None
        if (behind and _is_strange(match.group(), analysis.language)) or _is_apposition(match, analysis):
            found.append((match.start(), match.end(), False))
    return found


@lru_cache(maxsize=65536)
def _is_strange(form: str, language: Language) -> bool:
    if language == "en":
        return not is_known(form.lower(), "en")
    return not is_known(form, "de") or is_uninflected(form)


_NOUN_BEFORE = re.compile(r"([A-ZÄÖÜ][a-zäöüß]{2,}) $")


def _is_apposition(match: re.Match[str], analysis: Analysis) -> bool:
    if analysis.language == "en":
        return False
    before = _NOUN_BEFORE.search(analysis.text, 0, match.start())
    if before is None or fold(before[1]) in _NO_APPOSITION:
        return False
    counted = any(each.start <= before.start() < each.end for each in analysis.quantities)
    if counted or lexicon.concepts(lemma(match.group(), "de"), "de") - lexicon.names():
        return False
    return is_known(before[1], "de") and fold(before[1]) not in STOPWORDS["de"]
