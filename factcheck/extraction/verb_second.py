"""German clauses with the verb at their end made into sentences: `verb_second(tokens, first, last)`.

"(dass) die Firma im Herbst drei Werke schließt" → "die Firma schließt im Herbst drei Werke". The verb
goes behind the first constituent, and only where it is plain what that is.
"""

from collections.abc import Sequence

from factcheck.extraction import tags
from factcheck.extraction.german import PARTICLES, infinitive, lemma
from factcheck.extraction.lexicon import is_known, words
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.pieces import Piece, take
from factcheck.extraction.tokens import Token

_FINITE = frozenset({tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE})
_CLUSTER = _FINITE | {tags.PARTICIPLE, tags.INFINITIVE, tags.TO}
_SIGNS = frozenset({tags.STOP, tags.QUOTE, tags.COMMA, tags.DASH})
_MODALS = words("können müssen sollen wollen dürfen mögen lassen")
_LEADING_AUXILIARY = words("hat haben habe hatte hatten hätte hätten wird werden werde würde würden")
_NEVER_FINITE = words("worden gewesen geworden sein")
_FOCUS = words(
    "auch nur sogar selbst nicht rund etwa fast knapp mindestens höchstens gut mehr weniger kaum ungefähr "
    "über bereits allein circa"
)
"""Adverbs that belong to the noun phrase behind them: "nicht alle", "rund 300 Stellen"."""

_SUBJECTS = words("er sie es man wir ich dies das jeder jemand niemand")
_UNSTRESSED = words("sich")
_DOUBLE = words("über unter um durch wieder")
"""Particles that are parted from some verbs and not from others: "überlegt", "setzt über"."""

_RELATION = ("ung", "ungen", "ion", "ionen", "streit", "kampf", "klage", "kritik", "verfahren", "nachfrage")
_RELATING = words("mit gegen zwischen über zu zum zur nach auf an durch")
"""Behind a noun of action these may belong to it: "das Verfahren gegen die Bank"."""


def verb_second(
    tokens: Sequence[Token],
    first: int,
    last: int,
    named: frozenset[int] = frozenset(),
    lead: Sequence[Piece] | None = None,
) -> list[Piece] | None:
    """Tokens [first, last), a clause that ends with its verb, with the verb behind the first constituent;
    None where that is not plain. `named` are tokens of names; `lead` is a first constituent from outside.
    """
    found = _verbs(tokens, first, last)
    if found is None:
        return None
    start, finite, end = found
    if any(token.tag in tags.VERBAL for token in tokens[first:start]):
        return None
    if lead is not None:
        head, rest = list(lead), take(tokens, first, start)
    else:
        parts = _constituents(list(tokens), first, start, named)
        if parts is None:
            return None
        head, rest = parts
    verb, parted = (
        _parted(tokens[finite], finite) if end - start == 1 else (take(tokens, finite, finite + 1), [])
    )
    others = [piece for piece in take(tokens, start, end) if piece.at != finite]
    return head + verb + rest + others + parted + take(tokens, end, last)


def _verbs(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int, int] | None:
    """Where the verbs at the clause's end begin, which is finite, and where they end."""
    end = last
    while end > first and tokens[end - 1].tag in _SIGNS:
        end -= 1
    start = end
    while start > first and tokens[start - 1].tag in _CLUSTER:
        start -= 1
    if start in (end, first):
        return None
    finite = end - 1
    if tokens[finite].low in _MODALS and end - start > 2 and tokens[start].low in _LEADING_AUXILIARY:
        finite = start
    plain = tokens[finite].tag in _FINITE and tokens[finite].low not in _NEVER_FINITE
    return (start, finite, end) if plain else None


def _parted(verb: Token, at: int) -> tuple[list[Piece], list[Piece]]:
    """ "aufgibt" → "gibt", "auf"."""
    base = infinitive(verb.low)
    for particle in sorted(PARTICLES, key=len, reverse=True):
        rest = verb.low[len(particle) :]
        if verb.low.startswith(particle) and base.startswith(particle) and len(rest) > 2:
            plural = base == verb.low and is_known(rest, "de")
            if particle in _DOUBLE or (lemma(rest) == rest and not plural):
                break
            return [Piece(rest, at, keeps=False)], [Piece(particle, None)]
    return [Piece(verb.text, at)], []


def _constituents(
    tokens: list[Token], first: int, last: int, named: frozenset[int]
) -> tuple[list[Piece], list[Piece]] | None:
    """The first constituent before the verb, and the words behind it; "sich" is never first."""
    if tokens[first].low in _UNSTRESSED:
        behind = _constituents(tokens, first + 1, last, named) if first + 1 < last else None
        return (behind[0], [Piece(tokens[first].text, first), *behind[1]]) if behind is not None else None
    end = first_constituent(tokens, first, last, named)
    return (take(tokens, first, end), take(tokens, end, last)) if end is not None else None


def first_constituent(tokens: list[Token], first: int, last: int, named: frozenset[int]) -> int | None:
    """Where the constituent ends that tokens [first, last) begin with; None where that is not plain."""
    token = tokens[first]
    phrase = noun_phrase(tokens, first, last, "de")
    if token.low in _SUBJECTS and (token.tag != tags.DETERMINER or phrase is None):
        return first + 1
    if token.tag == tags.ADVERB and token.low not in _FOCUS and first + 1 < last:
        return first + 1
    if token.tag == tags.PREPOSITION:
        phrase = noun_phrase(tokens, first + 1, last, "de", whole=False) if first + 1 < last else None
    if phrase is None:
        return None
    end = _before_bare_noun(tokens, phrase, named)
    return end if _ends_plainly(tokens, end - 1, last) else None


def _before_bare_noun(tokens: list[Token], phrase: tuple[int, int], named: frozenset[int]) -> int:
    """ "(dass) die Firmen Werke verkaufen": two nouns side by side are two phrases unless one is a name."""
    if tokens[phrase[0]].tag != tags.DETERMINER:
        return phrase[1]
    for at in range(phrase[0] + 1, phrase[1]):
        both = tokens[at].tag == tags.NOUN == tokens[at - 1].tag
        if both and at not in named and at - 1 not in named:
            return at
    return phrase[1]


def _ends_plainly(tokens: list[Token], noun: int, last: int) -> bool:
    """Whether what follows the noun cannot belong to it."""
    if noun + 1 >= last:
        return True
    after = tokens[noun + 1]
    if after.tag in (tags.COMMA, tags.OPEN, tags.CONJUNCTION, tags.DASH, tags.COLON, tags.OTHER):
        return False
    return not (after.low in _RELATING and tokens[noun].low.endswith(_RELATION))
