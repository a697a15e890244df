"""Facts said in passing, without a verb of their own: `find_asides(sentence, language) -> list[Aside]`.

"Anna Berger, früher Leiterin der Werft," · "Kolibri, ein Rechner mit 900 Kernen" · "darunter zwei
Schulen" · "Mike Dorn von Nordlicht" · "making it the largest of its kind".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.names import Name
from factcheck.extraction.openings import finite_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import compares_value, counts_parts
from factcheck.extraction.roles import is_role
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token

_FORMER = words(
    "ehemals früher einst zuletzt bisher vormals seinerzeit zuvor derzeit heute seit formerly previously "
    "once currently now ehemaliger ehemalige ehemaligen früherer frühere former"
)
_INDEFINITE = words("ein eine einer einem einen eines a an one")
_DEFINITE = words("der die das dem den des the")
_INCLUDING = words("darunter")
_ONCE = words(
    "ehemaliger ehemalige ehemaligen früherer frühere früheren einstiger einstige einstigen former ex-"
)
_TITLE_LENGTH = 5
"""Words between "former" and the name whose title it is."""


_BELONGING: dict[Language, frozenset[str]] = {"de": words("von vom bei"), "en": words("of from")}
_AGAINST = words("against compared versus gegenüber verglichen nach up down on")
_NOT_PARTICIPLES = words(
    "including according following regarding concerning excluding during citing speaking looking"
)
_ENDS = frozenset({tags.STOP, tags.QUOTE, tags.COMMA})


@dataclass(frozen=True, slots=True)
class Aside:
    """Tokens [first, last) state a fact; `since` is where it begins to be apart from its clause: a clause
    that ends with it ends there."""

    first: int
    last: int
    since: int
    role: bool


def find_asides(sentence: Sentence, language: Language) -> list[Aside]:
    """The asides of a sentence, in order."""
    found = [
        aside
        for before, segment in pairwise(sentence.segments)
        for aside in _of_segment(sentence, before, segment, language)
    ]
    found += _belonging(sentence, language)
    found += _once_titled(sentence, language)
    if language == "en":
        found += _titled_sources(sentence)
    found = list(dict.fromkeys(found))
    found.sort(key=lambda aside: (aside.first, aside.last))
    return _without_leads(found)


def _without_leads(found: list[Aside]) -> list[Aside]:
    """ "darunter Kolibri, ein Rechner …" is one aside: the second, apart from where the first is."""
    kept: list[Aside] = []
    for aside in found:
        if kept and _leads_to(kept[-1], aside):
            kept[-1] = replace(aside, since=kept[-1].since)
        else:
            kept.append(aside)
    return kept


def _leads_to(one: Aside, two: Aside) -> bool:
    return one.first == one.since and one.since < two.first < one.last == two.since - 1


def _of_segment(sentence: Sentence, before: Segment, segment: Segment, language: Language) -> Iterator[Aside]:
    tokens = sentence.tokens
    if segment.sign not in (tags.COMMA, tags.DASH):
        return
    last = _trimmed(tokens, segment.first, segment.last)
    if last - segment.first < 1:
        return
    first = tokens[segment.first]
    if counts_parts(tokens, segment.first, last) or compares_value(tokens, segment, last, language):
        yield Aside(segment.first, last, segment.first, role=False)
    elif first.low in _INCLUDING:
        yield Aside(segment.first, _with_infinitive(sentence, segment, last), segment.first, role=False)
    elif language == "en" and _participial(tokens, segment):
        yield Aside(_antecedent_of_by(sentence, before, segment), last, segment.first, role=False)
    elif first.low in _AGAINST and _has_number(tokens, segment.first, last):
        yield Aside(_after_preposition(tokens, segment.first, last), last, segment.first, role=False)
    elif finite_at(tokens, segment.first, segment.last) is None:
        head = _head(sentence, before)
        if language == "en" and first.low == "from" and _person_before(sentence, before) and head is not None:
            yield Aside(head, last, segment.first, role=True)
        elif head is not None and _is_apposition(sentence, head, before, segment):
            end = _with_relative(sentence, segment, last)
            yield Aside(head, end, segment.first, role=_says_role(tokens, segment))


def _person_before(sentence: Sentence, before: Segment) -> bool:
    name = _named(sentence, before)
    return name is not None and name.person


def _trimmed(tokens: list[Token], first: int, last: int) -> int:
    while last > first and tokens[last - 1].tag in _ENDS:
        last -= 1
    return last


def _with_infinitive(sentence: Sentence, segment: Segment, last: int) -> int:
    """ "darunter Versuche, Mitarbeiter abzuwerben": the infinitive belongs to it."""
    for clause in sentence.clauses:
        if clause.first == segment.last + 1 and clause.finite is None:
            return _trimmed(sentence.tokens, segment.first, clause.last)
    return last


def _with_relative(sentence: Sentence, segment: Segment, last: int) -> int:
    for clause in sentence.clauses:
        if clause.first == segment.last + 1 and clause.opening == "relative":
            finite = clause.finite
            past = finite is not None and sentence.tokens[finite].low in (
                "hat",
                "haben",
                "war",
                "wurde",
                "wurden",
            )
            return last if past else _trimmed(sentence.tokens, segment.first, clause.last)
    return last


def _participial(tokens: list[Token], segment: Segment) -> bool:
    first = tokens[segment.first]
    if segment.last - segment.first < 3 or first.low in _NOT_PARTICIPLES:
        return False
    if first.low.endswith("ing") and first.text[0].islower():
        following = tokens[segment.first + 1].tag
        moved = following == tags.PREPOSITION and _has_number(tokens, segment.first, segment.last)
        return moved or following in (tags.TO, tags.DETERMINER, tags.PRONOUN, tags.NOUN, tags.NUMBER)
    return first.tag == tags.PARTICIPLE and tokens[segment.first + 1].low == "by"


def _antecedent_of_by(sentence: Sentence, before: Segment, segment: Segment) -> int:
    """ "a lawsuit, brought by the state": what was brought is part of it."""
    if sentence.tokens[segment.first].tag != tags.PARTICIPLE:
        return segment.first
    head = _head(sentence, before)
    return segment.first if head is None else head


def _has_number(tokens: list[Token], first: int, last: int) -> bool:
    return any(token.tag == tags.NUMBER for token in tokens[first:last])


def _after_preposition(tokens: list[Token], first: int, last: int) -> int:
    for at in range(first, last):
        if tokens[at].tag in (tags.DETERMINER, tags.NUMBER) or tokens[at].text in "$£€":
            return at
    return first


def _head(sentence: Sentence, before: Segment) -> int | None:
    """Where the noun phrase begins that ends the segment before."""
    for name in sentence.names:
        if name.last == before.last:
            return name.first
    at = before.last - 1
    tokens = sentence.tokens
    if tokens[at].tag != tags.NOUN:
        return None
    while at > before.first and tokens[at - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.NUMBER):
        at -= 1
    if at > before.first and tokens[at - 1].tag == tags.DETERMINER:
        at -= 1
    return at


def _named(sentence: Sentence, before: Segment) -> Name | None:
    return next((name for name in sentence.names if name.last == before.last), None)


def _is_apposition(sentence: Sentence, head: int, before: Segment, segment: Segment) -> bool:
    tokens = sentence.tokens
    first = tokens[segment.first]
    nouns = any(token.tag == tags.NOUN for token in tokens[segment.first : segment.last])
    if not nouns or head == segment.first:
        return False
    if _superlative(tokens, segment):
        return first.low in _INDEFINITE
    name = _named(sentence, before)
    if name is None:
        return False
    if first.low in _FORMER or first.low in _INDEFINITE:
        return not _is_list(sentence, segment)
    described = _role_noun(tokens, segment.first, min(segment.first + 4, segment.last))
    return described and (name.person or first.low not in _DEFINITE) and not _is_list(sentence, segment)


def _superlative(tokens: list[Token], segment: Segment) -> bool:
    piece = tokens[segment.first : min(segment.first + 7, segment.last)]
    return any(token.low.endswith(("sten", "ste", "est")) or token.low == "most" for token in piece)


def _role_noun(tokens: list[Token], first: int, last: int) -> bool:
    return any(
        token.tag == tags.NOUN and (is_role(token.text, "de") or is_role(token.low, "en"))
        for token in tokens[first:last]
    )


def _is_list(sentence: Sentence, segment: Segment) -> bool:
    """ "Berger, Trainer Dorn und …": the next name of an enumeration, not who Berger is."""
    return any(segment.first < name.first < segment.first + 3 and name.person for name in sentence.names)


def _says_role(tokens: list[Token], segment: Segment) -> bool:
    return _role_noun(tokens, segment.first, segment.last) or tokens[segment.first].low in _FORMER


def _belonging(sentence: Sentence, language: Language) -> Iterator[Aside]:
    """ "Mike Dorn von Nordlicht": a person and the body he belongs to."""
    if language == "en":
        return
    bodies = {name.first: name for name in sentence.names if not name.person}
    for name in sentence.names:
        at = name.last
        linked = at + 1 < len(sentence.tokens) and sentence.tokens[at].low in _BELONGING[language]
        if name.person and " " in name.text and linked and at + 1 in bodies:
            yield Aside(name.first, bodies[at + 1].last, bodies[at + 1].last, role=True)


def _once_titled(sentence: Sentence, language: Language) -> Iterator[Aside]:
    """ "former coach Anna Berger", "der frühere Direktor Anna Berger": what somebody was."""
    tokens = sentence.tokens
    for name in sentence.names:
        for at in range(max(0, name.first - _TITLE_LENGTH), name.first):
            title = tokens[at + 1 : name.first]
            titled = any(is_role(token.low if language == "en" else token.text, language) for token in title)
            if (
                tokens[at].low in _ONCE
                and name.person
                and titled
                and all(_is_title(token) for token in title)
            ):
                yield Aside(at, name.last, name.last, role=True)


def _is_title(token: Token) -> bool:
    return token.tag in (tags.NOUN, tags.ADJECTIVE)


def _titled_sources(sentence: Sentence) -> Iterator[Aside]:
    """English: "Harbour chief executive Anna Berger (said)", in the frame of what she said."""
    for frame in sentence.frames:
        if frame.source is None:
            continue
        first, last = frame.source
        for name in sentence.names:
            titled = any(is_role(t.low, "en") for t in sentence.tokens[first : name.first])
            of_body = any(first <= other.first < name.first for other in sentence.names)
            place = name.first > 0 and sentence.tokens[name.first - 1].tag == tags.PREPOSITION
            if name.last == last and titled and of_body and not place:
                yield Aside(first, last, last, role=True)
