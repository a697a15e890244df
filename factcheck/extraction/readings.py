"""A proposition with what is known about its words: `Reading`, which every later step asks."""

from dataclasses import dataclass

from claims.quantity import Quantity
from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.frames import Frame
from factcheck.extraction.lazy import lazy
from factcheck.extraction.lexicon import words
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.plans import is_planned, is_predicted
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.scopes import Scopes, scopes_of
from factcheck.extraction.themes import FIRST_PERSON, RECORD
from factcheck.extraction.tokens import Token

_COMPARING = words("als than")


@dataclass(eq=False)
class Reading:
    """A proposition with what is known about its words."""

    sentence: Sentence
    proposition: Proposition
    language: Language
    last_sign: str
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    attributed: bool
    act: bool = False

    @lazy
    def tokens(self) -> list[Token]:
        return self.sentence.tokens[self.proposition.first : self.proposition.last]

    @property
    def frame(self) -> Frame | None:
        return self.proposition.frame

    @lazy
    def lows(self) -> frozenset[str]:
        return frozenset([token.low for token in self.tokens])

    @lazy
    def finite(self) -> Token | None:
        at = None if self.proposition.aside is not None else self.proposition.clause.finite
        return self.sentence.tokens[at] if at is not None else None

    @lazy
    def compares(self) -> bool:
        return bool(self.lows & (RECORD[self.language] | _COMPARING))

    @property
    def measured(self) -> bool:
        return bool(self.quantities)

    @lazy
    def in_force(self) -> bool:
        """German "Ab Januar müssen Wirte …", "Seit 2020 müssen …": since when a rule holds."""
        begins = tuple(time.exact.split()[0].lower() for time in self.times)
        bound = self.tokens[0].low == "von" and not self.lows.isdisjoint(("an", "ab"))
        return bound or any(word in ("ab", "seit") for word in begins)

    @lazy
    def named(self) -> bool:
        """Whether it names a person or body."""
        first, last = self.proposition.first, self.proposition.last
        return any(first <= name.first and name.last <= last for name in self.sentence.names)

    @lazy
    def first_person(self) -> bool:
        """Whether its writer or speaker speaks of himself; "US" is a country."""
        own = FIRST_PERSON[self.language]
        return not own.isdisjoint(self.lows) and any(
            token.low in own and (len(token.text) == 1 or not token.text.isupper()) for token in self.tokens
        )

    @lazy
    def scopes(self) -> Scopes:
        """The words that its negations and its future count for."""
        return scopes_of(self.sentence, self.proposition, self.language)

    @lazy
    def planned(self) -> bool:
        """Whether its main clause says what somebody means to do."""
        return is_planned(self.scopes.outer, self.language)

    @lazy
    def predicted(self) -> bool:
        """Whether its main clause says what will or may come."""
        return is_predicted(self.scopes.outer, self.language)
