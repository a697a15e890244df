"""Titles that say who somebody is or was, as asides: `titled_asides(sentence, language)`.

"Mike Dorn von Nordlicht" · "former coach Anna Berger" · "Harbour chief executive Anna Berger (said)".
"""

from collections.abc import Iterator

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.descriptions import body_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import Aside
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token

_ONCE = words(
    "ehemaliger ehemalige ehemaligen früherer frühere früheren einstiger einstige einstigen former ex-"
)
_HONORIFICS = words("dr prof sir dame mr mrs ms lord lady")
_DEFINITE = words("the its his her their")
_BODIES = words(
    "operator builder maker organiser organizer contractor owner promoter landlord supplier lender"
)
_IN_ROLE = frozenset({tags.NOUN, tags.ADJECTIVE, tags.DETERMINER})
_ENDS = frozenset({tags.COMMA, tags.STOP, tags.QUOTE, tags.COLON})
_TITLE_LENGTH = 5
"""Words between "former" and the name whose title it is."""


_BELONGING: dict[Language, frozenset[str]] = {"de": words("von vom bei"), "en": words("of from")}


def titled_asides(sentence: Sentence, language: Language) -> Iterator[Aside]:
    """The titles of a sentence that are facts of their own."""
    if not sentence.names:
        return
    yield from _belonging(sentence, language)
    yield from _once_titled(sentence, language)
    if language == "en":
        yield from _titled_sources(sentence)
        yield from _named_roles(sentence)


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
        for at in range(max(0, name.first - _TITLE_LENGTH), name.first if name.person else 0):
            if tokens[at].low not in _ONCE:
                continue
            title = tokens[at + 1 : name.first]
            titled = any(is_role(token.low if language == "en" else token.text, language) for token in title)
            if titled and all(_is_title(token) for token in title):
                yield Aside(at, name.last, name.last, role=True)


def _is_title(token: Token) -> bool:
    return token.tag in (tags.NOUN, tags.ADJECTIVE)


def _named_roles(sentence: Sentence) -> Iterator[Aside]:
    """English: "her coach, Brendan Stroud,", "the operator, Northwind": who holds the role."""
    tokens = sentence.tokens
    for name in sentence.names:
        comma = name.first - 1 - (tokens[name.first - 1].low in _HONORIFICS)
        ends = name.last >= len(tokens) or tokens[name.last].tag in _ENDS
        if comma < 2 or tokens[comma].tag != tags.COMMA or not ends:
            continue
        start = comma
        while start and tokens[start - 1].tag in _IN_ROLE:
            start -= 1
        head = next((at for at in range(start, comma) if tokens[at + 1].low in ("of", ",", "for")), comma - 1)
        definite = tokens[start].low in _DEFINITE or tokens[start].text.endswith(("'s", "’s"))
        said = (
            is_role(tokens[head].low, "en") or body_of(tokens[head].low, "en") or tokens[head].low in _BODIES
        )
        if definite and said:
            yield Aside(start, name.last, name.last, role=True)


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
