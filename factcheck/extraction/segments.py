"""A sentence cut at its signs and at the conjunctions that join clauses.

`cut(tokens, language) -> list[Segment]`: every token that is no boundary sign lies in one segment.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.speech import ENGLISH_CUES
from factcheck.extraction.tokens import Token

_CUTS = frozenset({tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH})
_SIGNS = _CUTS | {tags.OPEN, tags.CLOSE}
_VERBS = frozenset({tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE})
_JOINING = frozenset(
    {"und", "aber", "sondern", "doch", "oder", "and", "but", "or", "yet", "while", "whereas"}
)
_SUBORDINATING = frozenset({"when", "although", "though", "since", "before", "after"})
_RESTRICTING = frozenset({"which", "that", "who"})
_BEGINNING = _SUBORDINATING | _RESTRICTING | {"as"}
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did"})
_LIKENING = frozenset({"as", "so", "such", "same", "just", "well", "much", "far", "long", "soon"})
"""Words before an English "as" that compares or belongs to a fixed phrase."""

_NO_END = frozenset({tags.PREPOSITION, tags.CONJUNCTION, tags.DETERMINER, tags.TO, tags.AUXILIARY})
_PERFECT = frozenset({"hat", "haben", "habe", "hatte", "hatten", "hätte", "hätten"})
_LIGHT = frozenset({tags.ADVERB, tags.QUOTE})
_SUBJECT = frozenset(
    {tags.DETERMINER, tags.NOUN, tags.PRONOUN, tags.ADJECTIVE, tags.NUMBER, tags.ADVERB, tags.PREPOSITION}
)
_AT_END = _VERBS | {tags.STOP, tags.QUOTE, tags.PARTICIPLE}
_CURRENCY = frozenset("$£€%")
_UNFINISHED = frozenset({"once", "as", "so"})
"""English words of the class that need not begin a clause: "was once ranked as the richest"."""

_ASIDE = 20
"""Tokens within which the subject of "wie … mitteilte" and what describes it end."""

_SUBJECT_LENGTH = 9
"""Tokens within which the verb of a coordinate clause has to come."""


class Segment(NamedTuple):
    """Tokens [first, last); `sign` is the class of what stands before: a sign, a conjunction, or ''."""

    first: int
    last: int
    sign: str


def cut(tokens: list[Token], language: Language) -> list[Segment]:
    """The segments of a sentence, in order."""
    kept = _inner_commas(tokens) if language == "de" else frozenset()
    pieces = [piece for piece in _by_signs(tokens, kept) if piece.last > piece.first]
    return [part for piece in pieces for part in _by_conjunctions(tokens, piece, language)]


def _by_signs(tokens: list[Token], kept: frozenset[int]) -> Iterator[Segment]:
    first, sign, depth = 0, "", 0
    for at, tag in [(at, token.tag) for at, token in enumerate(tokens) if token.tag in _SIGNS]:
        depth = max(0, depth + (tag == tags.OPEN) - (tag == tags.CLOSE))
        if tag in _CUTS and not depth and at not in kept:
            yield Segment(first, at, sign)
            first, sign = at + 1, tag
    yield Segment(first, len(tokens), sign)


def _inner_commas(tokens: list[Token]) -> frozenset[int]:
    """German "wie Anna Berger, Leiterin der Werft, mitteilte": the two commas around what describes the
    subject before its verb."""
    for at, token in enumerate(tokens):
        if token.low != "wie" or (at and tokens[at - 1].tag not in _CUTS):
            continue
        commas = [i for i in range(at, min(at + _ASIDE, len(tokens) - 1)) if tokens[i].tag == tags.COMMA][:2]
        if len(commas) == 2 and not any(t.tag in _VERBS for t in tokens[at : commas[1]]):
            rest = tokens[commas[1] + 1 :]
            end = next((i for i, t in enumerate(rest) if t.tag in (tags.COMMA, tags.STOP)), len(rest))
            if end and rest[end - 1].tag in _VERBS:
                return frozenset(commas)
    return frozenset()


def _by_conjunctions(tokens: list[Token], piece: Segment, language: Language) -> Iterator[Segment]:
    first, sign = piece.first, piece.sign
    for at in range(piece.first + 1, piece.last - 1):
        low = tokens[at].low
        begins = language == "en" and low in _BEGINNING
        subordinate = _subordinate_sign(tokens, first, at, piece.last) if begins else ""
        if subordinate:
            start = at - (tokens[at - 1].low == "even")
            yield Segment(first, start, sign)
            first, sign = start, subordinate
        elif low in _JOINING and _joins_clauses(tokens, first, at, piece.last, language):
            yield Segment(first, at, sign)
            first, sign = at + 1, tags.CONJUNCTION
    yield Segment(first, piece.last, sign)


def _subordinate_sign(tokens: list[Token], first: int, at: int, last: int) -> str:
    """The sign before an English clause that begins at `at` without a comma, empty where none does."""
    low = tokens[at].low
    if low in _RESTRICTING:
        told = _names_antecedent(tokens, at) or _tells_fact(tokens, first, at, last)
        told = told or (low == "who" and _of_apposition(tokens, first, at))
        return tags.COMMA if told else ""
    if low == "as" and _is_part(tokens, first, at):
        return ""
    begins = (low in _SUBORDINATING or low == "as") and _begins_clause(tokens, first, at, last)
    return tags.SUBORDINATOR if begins else ""


def _is_part(tokens: list[Token], first: int, at: int) -> bool:
    """English "as fast as", "as they tried to …": a comparison, or what the subject did meanwhile."""
    before = tokens[at - 1]
    nested = tokens[first].low in _RESTRICTING
    same = at + 1 < len(tokens) and tokens[at + 1].tag == tags.PRONOUN
    return nested or same or before.low in _LIKENING or before.tag in tags.VERBAL


def _tells_fact(tokens: list[Token], first: int, at: int, last: int) -> bool:
    """English: "three fires that had grown to 37 acres", "agencies which cost £1bn": a relative clause in the
    past or with a figure at the end of what has its verb already."""
    before = tokens[first:at]
    if tokens[at - 1].tag != tags.NOUN or not any(token.tag in tags.VERBAL for token in before):
        return False
    verb = at + 1
    while verb < last and tokens[verb].tag == tags.ADVERB:
        verb += 1
    if verb >= last or tokens[verb].tag not in tags.VERBAL:
        return False
    low = tokens[verb].low
    if any(token.tag in tags.VERBAL for token in before if token.low in ENGLISH_CUES):
        return False
    past = low in _PAST_AUXILIARIES or (tokens[verb].tag == tags.FINITE and not low.endswith("s"))
    return past or any(token.tag == tags.NUMBER for token in tokens[verb:last])


def _of_apposition(tokens: list[Token], first: int, at: int) -> bool:
    """English: "(Ada Rey,) an oceanographer at the institute who was not involved, (said)"."""
    before = tokens[first:at]
    beside = first > 0 and tokens[first - 1].tag == tags.COMMA and tokens[first].low in ("a", "an")
    verbless = not any(token.tag in tags.VERBAL or token.tag == tags.CONJUNCTION for token in before)
    return beside and verbless and tokens[at + 1].low in _PAST_AUXILIARIES


def _names_antecedent(tokens: list[Token], at: int) -> bool:
    """English: "Northwind which was founded in 2011": about a name it can only add a fact."""
    verb = tokens[at + 1].tag in tags.VERBAL
    return tokens[at].low == "which" and verb and tokens[at - 1].text[0].isupper()


def _begins_clause(tokens: list[Token], first: int, at: int, last: int) -> bool:
    """English: "(were hurt) when a ferry hit a pier": a subject and its verb behind it, a verb before."""
    before = {token.tag for token in tokens[first:at]}
    if before.isdisjoint(tags.VERBAL) or tags.SUBORDINATOR in before or tokens[at - 1].tag in _NO_END:
        return False
    verb = _coordinate_verb(tokens, at + 1, last)
    return verb is not None and verb > at + 1 and tokens[verb].tag in tags.VERBAL


def _joins_clauses(tokens: list[Token], first: int, at: int, last: int, language: Language) -> bool:
    left = [token for token in tokens[first:at] if token.tag in _VERBS]
    if not left:
        return language == "en" and tokens[at].low == "but" and _has_clause(tokens, at, last)
    if language == "en" and len(left) == 1 and left[0].low in ENGLISH_CUES and not _shares(tokens, at):
        return False
    if language == "en" and tokens[at + 1].low in ("which", "who") and tokens[first].low in ("which", "who"):
        return True
    if language == "en" and _awaits_verb(tokens[first:at]):
        return False
    verb = _coordinate_verb(tokens, at + 1, last)
    if language == "de" and _goes_on(tokens, left, at, last):
        return True
    if language == "de" and verb is not None and _awaits_participle(tokens, left, at, verb):
        return False
    if verb is not None and language == "en":
        return not _only_describes(tokens, at, verb, last)
    if verb is not None and _gapped(tokens, at, last):
        return True
    if verb is not None:
        return not _verb_final(tokens, verb, last) or verb == at + 1
    return language == "de" and _gapped(tokens, at, last)


def _goes_on(tokens: list[Token], left: list[Token], at: int, last: int) -> bool:
    """German "zahlt acht Millionen und verspricht 120 Stellen": a form in -t with something behind it is no
    participle where no auxiliary stands before."""
    verb = tokens[at + 1]
    certain = len(left) == 1 and left[0].tag == tags.FINITE
    behind = tokens[at + 2 : last]
    more = any(token.tag in (tags.NUMBER, tags.NOUN, tags.DETERMINER) for token in behind)
    return certain and verb.tag == tags.PERHAPS_FINITE and verb.low.endswith("t") and more


def _has_clause(tokens: list[Token], at: int, last: int) -> bool:
    """A subject and, behind it, a verb that is certain."""
    verb = _coordinate_verb(tokens, at + 1, last)
    return verb is not None and verb > at + 1 and tokens[verb].tag in tags.VERBAL


def _shares(tokens: list[Token], at: int) -> bool:
    """English: "welcomed the report and called for …": the second verb right behind the conjunction has the
    subject of the first."""
    return tokens[at + 1].tag in tags.VERBAL and not tokens[at + 1].low.startswith("let")


def _awaits_verb(before: list[Token]) -> bool:
    """English "charges that Berger and Acker took money": a clause that has begun has no verb yet."""
    begun = [
        at
        for at, token in enumerate(before)
        if token.tag == tags.SUBORDINATOR and token.low not in _UNFINISHED
    ]
    return bool(begun) and not any(token.tag in _VERBS for token in before[begun[-1] :])


def _awaits_participle(tokens: list[Token], left: list[Token], at: int, verb: int) -> bool:
    """ "hatte die Nacht und den Morgen mit Freunden verbracht": nouns are joined before the participle."""
    if len(left) > 1 or left[0].low not in _PERFECT or tokens[verb].tag in tags.VERBAL:
        return False
    before = [token for token in tokens[:at] if token.start > left[0].start]
    return not any(token.tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE) for token in before)


def _coordinate_verb(tokens: list[Token], start: int, last: int) -> int | None:
    """The verb of a clause that begins at `start`, with or without a subject of its own before it."""
    for at in range(start, min(last, start + _SUBJECT_LENGTH)):
        tag = tokens[at].tag
        if tokens[at].low == "because":
            return None
        if tag in tags.VERBAL or (
            tag == tags.PERHAPS_FINITE and (at > start or tokens[at].low.endswith("en"))
        ):
            return at
        if tag not in _SUBJECT and tag not in _LIGHT and tokens[at].text not in _CURRENCY:
            return None
    return None


def _only_describes(tokens: list[Token], at: int, verb: int, last: int) -> bool:
    """English: "to type and have it sent" goes on with an infinitive, "a first and preferred means" with
    an attribute."""
    if verb == last - 1 and tokens[verb].tag == tags.PERHAPS_FINITE:
        return True
    if verb > at + 1:
        return tokens[at + 1].low.endswith("ing")
    infinitive = any(token.tag == tags.INFINITIVE for token in tokens[max(0, at - 12) : at])
    if tokens[verb].low in ("have", "do", "be"):
        return infinitive
    describes = tokens[verb].low.endswith("ed") and verb + 1 < last and tokens[verb + 1].tag == tags.NOUN
    return describes and tokens[at - 1].tag != tags.NOUN


def _verb_final(tokens: list[Token], verb: int, last: int) -> bool:
    """Whether nothing but verbs follows: the end of a German subordinate clause, or a participle."""
    return all(token.tag in _AT_END for token in tokens[verb + 1 : last])


def _gapped(tokens: list[Token], at: int, last: int) -> bool:
    """ "(wurden) die Preise gesenkt und die Löhne erhöht": two participles under one auxiliary."""
    ends = (tags.PARTICIPLE, tags.PERHAPS_FINITE)
    right = [token.tag for token in tokens[at + 1 : last] if token.tag not in (tags.STOP, tags.QUOTE)]
    return len(right) > 1 and right[-1] in ends and tokens[at - 1].tag in ends and tags.NOUN in right
