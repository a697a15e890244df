"""The words over which a verb, a "nicht" or a "plans to" has its say:
`scopes_of(sentence, proposition, language) -> Scopes`.

A cue counts for the clause it stands in, not for the clauses in or under that one. So the words of a
proposition are told apart: those of its main clause, and those of what is said where the act of
saying is the point ("bestritt, dass …", "warned that …").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.german import PARTICLES, infinitive
from factcheck.extraction.lazy import lazy
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.tokens import Token

_COMPARING = words("als wie than")
_EVER = words("nie niemals never ever expected planned feared forecast")
_DONE = frozenset({tags.PARTICIPLE, tags.PERHAPS_FINITE})
_TEMPORAL = words("because before after since until as")
_SUBJECTS = words("i you he she it we they there this that these those")
_VERBAL = frozenset({tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE, tags.PARTICIPLE, tags.INFINITIVE})
_PARTICLES = frozenset({*PARTICLES, "voraus", "entgegen"})
_LIKELY_VERBS = tags.VERBAL | {tags.PERHAPS_FINITE}
_ENCLOSING = frozenset({tags.OPEN, tags.CLOSE, tags.QUOTE})
_STARTS = frozenset({tags.SUBORDINATOR, tags.QUESTION})
"""What begins a clause inside an English one, where no comma does: "that", "who", "because"."""


@dataclass(eq=False)
class Scope:
    """The words of one clause, without its subordinate clauses, brackets and quoted titles."""

    tokens: tuple[Token, ...]

    @lazy
    def lows(self) -> frozenset[str]:
        return frozenset([token.low for token in self.tokens])

    @lazy
    def contracts(self) -> bool:
        """Whether an English verb has its "not" in it: "didn't"."""
        return bool([t for t in self.tokens if t.tag == tags.AUXILIARY and t.low.endswith("t")])

    @lazy
    def finite(self) -> int | None:
        """Where its finite verb stands: a certain one, else a likely one."""
        likely = None
        for at, token in enumerate(self.tokens):
            if token.tag in tags.VERBAL:
                return at
            if likely is None and token.tag == tags.PERHAPS_FINITE:
                likely = at
        return likely

    @lazy
    def verbs(self) -> frozenset[str]:
        """The infinitives of its German verb forms, also with a separated particle: "kündigte … an"."""
        bases = {infinitive(token.low) for token in self.tokens if token.tag in _VERBAL}
        closing = next((token.low for token in reversed(self.tokens) if token.tag.isalpha()), "")
        return frozenset(bases | {closing + base for base in bases} if closing in _PARTICLES else bases)

    @lazy
    def verb(self) -> str:
        """The finite verb's form, empty where there is none."""
        return self.tokens[self.finite].low if self.finite is not None else ""

    def low(self, at: int) -> str:
        """The word at `at` in lower case, empty outside."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        return self.tokens[at].tag if 0 <= at < len(self.tokens) else ""


class Scopes(NamedTuple):
    """`outer`: the clause that makes the proposition, or the act of speech that is its point; `inner`:
    what is said in that act, None where there is none."""

    outer: Scope
    inner: Scope | None


def scopes_of(sentence: Sentence, proposition: Proposition, language: Language) -> Scopes:
    """The words of the proposition's clause, and of what is said in it."""
    first, last = proposition.first, proposition.last
    if proposition.aside is not None:
        shared = range(*(proposition.aside.verb or (first, first)))
        return Scopes(_scope(sentence, [*shared, *range(first, last)], language), None)
    frame = proposition.frame
    if frame is None or frame.clause is None or frame.message is None:
        return Scopes(_scope(sentence, _own(sentence, proposition, range(first, last)), language), None)
    message = range(max(first, frame.message[0]), min(last, frame.message[1]))
    inner = _scope(sentence, _own(sentence, proposition, message), language)
    if frame.report:
        return Scopes(inner, None)
    outer = [at for at in range(first, last) if at not in message]
    return Scopes(_scope(sentence, outer, language), inner)


def _scope(sentence: Sentence, places: Sequence[int], language: Language) -> Scope:
    tokens = sentence.tokens
    if language == "en":
        places = _up_to_subordinate(tokens, places)
    if not _ENCLOSING.isdisjoint([token.tag for token in tokens]):
        places = list(_outside_signs(tokens, places))
    words_in = [tokens[at] for at in places]
    if not _COMPARING.isdisjoint([token.low for token in words_in]):
        words_in = [tokens[at] for at in places if not _is_held_against(tokens, at)]
    return Scope(tuple(words_in))


def _is_held_against(tokens: list[Token], at: int) -> bool:
    """ "teurer als geplant", "so viele wie nie zuvor", "later than expected": not said of the clause."""
    if not at or tokens[at - 1].low not in _COMPARING:
        return False
    return tokens[at].tag in _DONE or tokens[at].low in _EVER


def _own(sentence: Sentence, proposition: Proposition, places: range) -> Sequence[int]:
    """Those of `places` that the leading clause has to itself, not the clauses inside it."""
    head = _head(sentence, proposition, places)
    if head is None:
        return places
    within = range(max(places.start, head.first), min(places.stop, head.last))
    inside = [
        clause
        for clause in sentence.clauses
        if clause is not head and clause.first > head.first and clause.first < within.stop
    ]
    if not inside:
        return within
    return [at for at in within if not any(clause.first <= at < clause.last for clause in inside)]


def _head(sentence: Sentence, proposition: Proposition, places: range) -> Clause | None:
    """The clause that makes the proposition; of what somebody reports, the first clause in it."""
    clause = proposition.clause
    if clause.finite is not None and clause.finite in places:
        return clause
    within = [c for c in sentence.clauses if c.finite is not None and c.finite in places]
    leading = [c for c in within if c.opening in (Opening.MAIN, Opening.CONTENT)]
    return next(iter(leading or within), None)


def _up_to_subordinate(tokens: list[Token], places: Sequence[int]) -> Sequence[int]:
    """English clauses begin without a comma: what follows the verb ends at the next one's first word."""
    verb = False
    for count, at in enumerate(places):
        tag = tokens[at].tag
        if verb and (tag in _STARTS or (tag == tags.PREPOSITION and _begins_clause(tokens, at))):
            return places[:count]
        verb = verb or tag in _LIKELY_VERBS
    return places


def _begins_clause(tokens: list[Token], at: int) -> bool:
    """ "because it", "before they": a word that is a preposition elsewhere."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low in _TEMPORAL and following in _SUBJECTS


def _outside_signs(tokens: list[Token], places: Sequence[int]) -> Iterator[int]:
    """Without brackets, and without quoted words that hold no verb: the title of a book, a slogan."""
    titles = _titles(tokens)
    depth = 0
    for at in places:
        depth = max(0, depth + (tokens[at].tag == tags.OPEN) - (tokens[at].tag == tags.CLOSE))
        if not depth and at not in titles:
            yield at


def _titles(tokens: list[Token]) -> set[int]:
    signs = [at for at, token in enumerate(tokens) if token.tag == tags.QUOTE]
    found: set[int] = set()
    for left, right in zip(signs[::2], signs[1::2], strict=False):
        quoted = range(left + 1, right)
        if not any(tokens[at].tag in tags.VERBAL for at in quoted):
            found.update(quoted)
    return found
