"""What words of a claim stand for: `References(…).resolve(pieces) -> Resolved`.

A pronoun, a possessive, "das Unternehmen" is replaced by the name that it plainly stands for. Where its
antecedent is in the claim itself it stays as it is; where neither, it is named as open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.aliases import Aliases
from factcheck.extraction.descriptions import Description, description_at, in_case
from factcheck.extraction.grounds import is_grounded
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.people import People
from factcheck.extraction.pieces import MISSING, Piece, take
from factcheck.extraction.pronouns import fitting, is_first_person
from factcheck.extraction.reference_words import (
    CONTRACTED,
    DEMONSTRATIVES,
    DESCRIBING,
    POINTING,
    POSSESSIVES,
    PRONOUNS,
    SUBJECTS,
    TRIGGERS,
    Genders,
)
from factcheck.extraction.scene import DOUBLE_QUOTES, Scene, Subject
from factcheck.extraction.tokens import Token

_INFLECTING = ("em", "er", "es")
"""Endings of a German possessive behind which an adjective would have to change."""

_NONE: Genders = frozenset()
_MODIFYING = frozenset({tags.NOUN, tags.ADJECTIVE, tags.NUMBER})
_VERBS = tags.VERBAL | {tags.PERHAPS_FINITE}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The pieces with names put in; `open` are words that stand for nobody plainly named, `voices` those
    of the first person, which are open where nobody is known to speak, `names` those put in."""

    pieces: list[Piece]
    open: list[list[Piece]] = field(default_factory=list)
    voices: list[list[Piece]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


class _Step(NamedTuple):
    """What becomes of the next `length` pieces."""

    length: int
    pieces: list[Piece]
    open: bool = False
    name: str = ""


class References:
    """Reads the claims of one sentence."""

    def __init__(
        self, sentence: Sentence, language: Language, scene: Scene, people: People, aliases: Aliases
    ) -> None:
        self.sentence, self.language = sentence, language
        self.scene, self.people, self.aliases = scene, people, aliases
        self.persons: dict[int | None, bool] = {
            at: name.person for name in sentence.names for at in range(name.first, name.last)
        }

    def resolve(self, text: str, pieces: Sequence[Piece]) -> Resolved:
        """The pieces of one claim of the sentence, resolved."""
        if not self.aliases and not self._may_refer(pieces):
            return Resolved(list(pieces))
        reading = _Reading(self, text, list(pieces))
        found, done = Resolved([]), 0
        for at in reading.places():
            if at < done:
                continue
            step = reading.step(at)
            found.pieces.extend((*pieces[done:at], *step.pieces))
            done = at + step.length
            if step.name:
                found.names.append(step.name)
            if step.open:
                found.open.append(step.pieces)
            elif is_first_person(pieces[at].text, self.language):
                found.voices.append(step.pieces)
        found.pieces.extend(pieces[done:])
        return found

    def _may_refer(self, pieces: Sequence[Piece]) -> bool:
        """Whether any word can stand for something: in most claims none does."""
        triggers, words_of = TRIGGERS[self.language], self.sentence.tokens
        lows = [words_of[piece.at].low for piece in pieces if piece.at is not None]
        return len(lows) < len(pieces) or not triggers.isdisjoint(lows)

    def is_quoted(self, at: int) -> bool:
        """Whether token `at` stands in direct speech, where "he" is not who the article is about."""
        marks = sum(token.text in DOUBLE_QUOTES for token in self.sentence.tokens[:at])
        return self.scene.quoting != bool(marks % 2)

    def names_before(self, at: int) -> bool:
        """Whether the sentence has named somebody before token `at`."""
        return any(name.first < at for name in self.sentence.names)


class _Reading:
    """One claim on its way; `tokens` are its words, in the order of the wording."""

    def __init__(self, of: References, text: str, pieces: list[Piece]) -> None:
        self._of, self._text, self._pieces = of, text, pieces
        words_of = of.sentence.tokens
        self._tokens = [
            words_of[piece.at] if piece.keeps and piece.at is not None else _token(words_of, piece)
            for piece in pieces
        ]
        person_at = of.persons.get
        self._persons = [person_at(piece.at) for piece in pieces]
        self._named = [person is not None for person in self._persons]

    def places(self) -> list[int]:
        """Where something can begin that stands for something: most words are told by a look."""
        triggers, named = TRIGGERS[self._of.language], self._named
        if self._of.aliases:
            return [at for at in range(len(named)) if not named[at]]
        return [at for at, token in enumerate(self._tokens) if token.low in triggers and not named[at]]

    def step(self, at: int) -> _Step:
        """What becomes of the words at `at`."""
        looks = (self._description, self._pronoun, self._possessive, self._pointer)
        for look in (self._alias, *looks) if self._of.aliases else looks:
            step = look(at)
            if step is not None:
                return step
        return _Step(1, [self._pieces[at]])

    def _alias(self, at: int) -> _Step | None:
        """What a reviewer named; a pronoun only where the claim does not say itself whom it means."""
        match = self._of.aliases.name_at(self._tokens, at, len(self._tokens))
        if match is None or self._has(match.name, at):
            return None
        fits = PRONOUNS[self._of.language].get(self._tokens[at].low)
        if fits is not None and self._is_grounded(at, fits):
            return None
        return _Step(match.length, self._name_pieces(at, match.length, match.name), name=match.name)

    def _has(self, name: str, at: int) -> bool:
        return name in " ".join(piece.text for piece in self._pieces[:at])

    def _description(self, at: int) -> _Step | None:
        if self._tokens[at].low not in DESCRIBING[self._of.language]:
            return None
        found = description_at(self._tokens[at:], self._named[at:], self._of.language)
        if found is None or self._takes_up(found, at):
            return None
        name = self._of.people.resolve(_plain(found.base, self._of.language)) if found.length == 2 else None
        if name is not None and found.sort == "body" and self._of.scene.is_main(name):
            if self._has(name, at):
                return None
            return _Step(found.length, self._name_pieces(at, found.length, name), name=name)
        return _Step(found.length, self._pieces[at : at + found.length], open=True)

    def _takes_up(self, found: Description, at: int) -> bool:
        """Whether the claim has named before what the description means."""
        if found.sort in ("body", "person"):
            return (found.sort == "person") in self._persons[:at]
        return any(token.low.startswith(found.base) for token in self._tokens[:at])

    def _pronoun(self, at: int) -> _Step | None:
        token = self._tokens[at]
        low = CONTRACTED.get(token.low, token.low)
        if low not in PRONOUNS[self._of.language]:
            return None
        fits = fitting(self._tokens, at, low, self._of.language)
        if fits is None or self._is_grounded(at, fits):
            return None
        subject = self._antecedent(at, low, fits) if low == token.low and low in SUBJECTS else None
        if subject is None:
            return _Step(1, [self._pieces[at]], open=True)
        if subject.span is not None:
            put = self._of.resolve(self._text, take(self._of.sentence.tokens, *subject.span))
            lead = put.pieces[0]
            if lead.keeps and self._of.sentence.tokens[subject.span[0]].tag == tags.DETERMINER:
                lead = Piece(lead.text.lower(), lead.at, keeps=False)
            return _Step(1, [lead, *put.pieces[1:]], open=bool(put.open))
        return _Step(1, [Piece(subject.text, self._pieces[at].at, keeps=False)], name=subject.name)

    def _antecedent(self, at: int, low: str, fits: Genders) -> Subject | None:
        """Whom the sentence, or else the one before, is about, where that can be meant."""
        place = self._pieces[at].at
        if place is None or self._of.is_quoted(place):
            return None
        within = self._of.scene.within(self._text, self._of.sentence, place)
        if within is not None:
            return within if within.genders & fits and _may_be(within, low) else None
        last = self._of.scene.last
        fitting = last is not None and last.genders & fits and _may_be(last, low)
        return last if fitting and not self._of.names_before(place) else None

    def _possessive(self, at: int) -> _Step | None:
        token, language = self._tokens[at], self._of.language
        fits = POSSESSIVES[language].get(token.low)
        if fits is None:
            return None
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if following is None or following.tag not in _MODIFYING:
            return None
        if self._is_grounded(at, fits, owns=True):
            return None
        subject = self._antecedent(at, token.low, fits) if at == 0 else None
        inflects = language == "de" and token.low.endswith(_INFLECTING) and following.tag != tags.NOUN
        if subject is None or not subject.name or inflects or token.low in ("dessen", "deren"):
            return _Step(1, [self._pieces[at]], open=True)
        owner = subject.name if language == "de" else subject.text
        put = [Piece(_genitive(owner, language), self._pieces[at].at, keeps=False)]
        return _Step(1, put, name=subject.name)

    def _pointer(self, at: int) -> _Step | None:
        """ "dort", "damals", "dies" by themselves."""
        token, language = self._tokens[at], self._of.language
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if token.low in POINTING[language]:
            open_here = not self._is_placed(at, following)
        elif token.low in DEMONSTRATIVES[language] or (token.low == "das" and at == 0):
            open_here = following is not None and following.tag in _VERBS and token.low != "that"
        else:
            return None
        return _Step(1, [self._pieces[at]], open=True) if open_here else None

    def _is_placed(self, at: int, following: Token | None) -> bool:
        """Whether the claim has said before where or when, or "there" only opens the sentence."""
        if self._of.language == "en":
            if following is None:
                return False
            opens = following.tag in tags.VERBAL or following.low in ("be", "been")
            return opens or (at > 0 and self._tokens[at - 1].tag in tags.VERBAL)
        wanted = tags.NUMBER if self._tokens[at].low == "damals" else tags.PREPOSITION
        return any(token.tag == wanted for token in self._tokens[:at])

    def _is_grounded(self, at: int, fits: Genders, *, owns: bool = False) -> bool:
        """Whether the claim itself has what is meant, if only as an open word that is marked already;
        `owns`: the word at `at` is a possessive."""
        low = self._tokens[at].low
        personal = PRONOUNS[self._of.language]
        for token in self._tokens[:at]:
            same = owns or token.low == low
            if token.text == MISSING or (same and personal.get(token.low, _NONE) & fits):
                return True
        return is_grounded(self._tokens, self._persons, at, fits, self._of.language, owns=owns)

    def _name_pieces(self, at: int, length: int, name: str) -> list[Piece]:
        """The name in the place of a description, with what its form asks for."""
        place, first = self._pieces[at].at, self._tokens[at]
        last = self._tokens[at + length - 1].text
        if self._of.language == "en":
            possessive = last.endswith(("'s", "’s")) and not name.endswith(("'s", "’s"))
            return [Piece(name + last[-2:] if possessive else name, place, keeps=False)]
        after_noun = at > 0 and self._tokens[at - 1].tag == tags.NOUN
        inflected = in_case(name, first.low, after_noun) if length > 1 else [name]
        return [
            Piece(form, place if index == 0 else None, keeps=False) for index, form in enumerate(inflected)
        ]


def _token(tokens: Sequence[Token], piece: Piece) -> Token:
    """The token of a piece that was put in, or that changes the form of one."""
    if piece.at is None:
        return Token(0, 0, piece.text, piece.text.lower(), tags.SIGNS.get(piece.text, tags.OTHER))
    return tokens[piece.at]._replace(text=piece.text, low=piece.text.lower())


def _plain(base: str, language: Language) -> str:
    """The description as it is looked up: "das unternehmen"."""
    return f"{'das' if language == 'de' else 'the'} {base}"


def _may_be(subject: Subject, low: str) -> bool:
    """A person is no "it", and what is no person no "he"."""
    if low in ("it", "its"):
        return not subject.person
    return subject.person or low not in ("he", "she", "his", "her")


def _genitive(name: str, language: Language) -> str:
    if language == "en":
        return name + "'s"
    return name + "’" if name.endswith(("s", "x", "z", "ß")) else name + "s"
