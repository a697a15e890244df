"""Who or what the sentences so far were about: `Scene(language)`, read sentence by sentence.

What a pronoun at the beginning of a sentence plainly stands for is the subject of the sentence before;
what one in a later clause stands for is the subject of the main clause before it.
"""

from collections import Counter
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.antecedents import genders, is_plural
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.names import Name
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.people import People
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.reference_words import Genders
from factcheck.extraction.roles import is_role
from factcheck.extraction.sexes import sex_of
from factcheck.extraction.tokens import Token

_SOFT = words("sich nun auch dann jedoch aber")
_NOMINAL = frozenset({tags.NOUN, tags.DETERMINER, tags.PRONOUN, tags.NUMBER, tags.ADJECTIVE})
_MEN = words("herr herrn mr sir lord")
_WOMEN = words("frau mrs ms miss lady dame")
_POSITION = 4
"""Tokens from a sentence's beginning within which a name counts as its subject."""

DOUBLE_QUOTES = frozenset('„“”«»"')


class Subject(NamedTuple):
    """Who or what a clause is about: the words to put in for a pronoun, what they can be, the bare name.
    `span`: tokens of the sentence itself where they are no name and may stand for one in turn."""

    text: str
    genders: Genders
    person: bool
    name: str = ""
    span: Span | None = None


class Scene:
    """`last` is the name that the last sentence was about; `quoting`: a quotation of it goes on."""

    def __init__(self, language: Language, people: People) -> None:
        self.last: Subject | None = None
        self.quoting = False
        self._bodies: Counter[str] = Counter()
        self._language = language
        self._people = people

    def see(self, sentence: Sentence) -> None:
        """Takes in a sentence, behind everything that was asked about it."""
        self._people.see(sentence)
        marks = len([token for token in sentence.tokens if token.text in DOUBLE_QUOTES])
        self.quoting = self.quoting != bool(marks % 2)
        self.last = self._about(sentence)
        for name in sentence.names:
            if not name.person:
                self._bodies[name.text.split()[0]] += 1

    def is_main(self, name: str) -> bool:
        """Whether no other body has been named more often: else "the company" may well be that one."""
        most = max(self._bodies.values(), default=0)
        return self._bodies[name.split()[0]] == most

    def _about(self, sentence: Sentence) -> Subject | None:
        for name in sentence.names:
            before = sentence.tokens[: name.first]
            if name.first >= _POSITION:
                return None
            if not any(token.tag == tags.PREPOSITION or token.tag in tags.VERBAL for token in before):
                return self._named(sentence.tokens, name)
        return None

    def _named(self, tokens: list[Token], name: Name) -> Subject:
        if name.person:
            full = self._people.full_name(name.text) or name.text
            return Subject(full, _sex(tokens, name, full), True, full)
        before = tokens[name.first - 1] if name.first else None
        if before is None or before.low not in ("der", "die", "das", "the"):
            return Subject(name.text, frozenset("n"), False, name.text)
        fits = frozenset("n") if self._language == "en" else genders(before)
        return Subject(f"{before.low} {name.text}", fits, False, name.text)

    def within(self, text: str, sentence: Sentence, at: int) -> Subject | None:
        """The subject of the main clause before token `at`."""
        for clause in reversed(sentence.clauses):
            if clause.opening is Opening.MAIN and clause.finite is not None and clause.finite < at:
                span = subject_of(sentence.tokens, clause, self._language)
                if span is None or span[1] > at:
                    return None
                return self._described(text, sentence, span, clause.finite)
        return None

    def _described(self, text: str, sentence: Sentence, span: Span, verb: int) -> Subject | None:
        tokens = sentence.tokens
        for name in sentence.names:
            if span[0] <= name.first and name.last == span[1] and (name.person or span[0] >= name.first - 1):
                return self._named(tokens, name)
        first = tokens[span[0]]
        if first.tag == tags.PRONOUN:
            return None
        start, end = sentence.span(span)
        words_of = text[start:end]
        if first.tag == tags.DETERMINER:
            words_of = words_of[0].lower() + words_of[1:]
        if self._language == "en":
            head = _head(tokens, span)
            plural = head.low.endswith("s")
            person = is_role(head.low, "en")
            fits = frozenset("p" if plural else "mf" if person else "n")
            return Subject(words_of, fits, person, span=span)
        fits = genders(first) if first.tag == tags.DETERMINER else frozenset("p")
        fits = fits & frozenset("p") if is_plural(tokens[verb]) else fits - {"p"}
        if first.low == "der" and not is_plural(tokens[verb]):
            fits = frozenset("m")
        return Subject(words_of, fits, False, span=span)


def _head(tokens: list[Token], span: Span) -> Token:
    """The last noun of the phrase before "of" or "for"."""
    at = span[0]
    while at + 1 < span[1] and tokens[at + 1].tag != tags.PREPOSITION:
        at += 1
    return tokens[at]


def _sex(tokens: list[Token], name: Name, full: str) -> Genders:
    before = tokens[name.first - 1].low if name.first else ""
    if before in _MEN:
        return frozenset("m")
    return frozenset("f") if before in _WOMEN or before.endswith("in") else sex_of(full)


def subject_of(tokens: list[Token], clause: Clause, language: Language) -> Span | None:
    """The noun phrase before the verb; in German, where another part comes first, the one behind it."""
    found = _subject_of(tokens, clause, language)
    # "A U.S. court": the phrase goes on behind its abbreviation
    cut_off = found is not None and found[1] < clause.last and tokens[found[1]].tag == tags.STOP
    return None if cut_off else found


def _subject_of(tokens: list[Token], clause: Clause, language: Language) -> Span | None:
    if clause.finite is None:
        return None
    start = begin_of(tokens, clause)
    counted = tokens[start].tag == tags.NUMBER and clause.finite == start + 1
    led = language == "de" and (counted or tokens[start].tag not in _NOMINAL)
    if led or start >= clause.finite:
        after = clause.finite + 1
        while after < clause.last and tokens[after].low in _SOFT:
            after += 1
        return noun_phrase(tokens, after, clause.last, language, whole=False) if after < clause.last else None
    return noun_phrase(tokens, start, clause.finite, language)
