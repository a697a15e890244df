"""Facts that share a verb with what stands before them: `shared_asides(sentence, language)`.

"(sold 90 cars in Europe,) 64 in America and just nine in China" · "(to rise to 5%) but fall to 4%" ·
"The mill, founded in 1868 and owned by the state, …".
"""

from collections.abc import Callable, Iterator

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.english_words import BASES
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import Aside, has_figure
from factcheck.extraction.reduced import is_done, reduced_segments
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token

_JOINING = words("and but und aber sowie")
_SECOND_VERBS = BASES | {"to"}
_BEFORE_NUMBER = words(
    "about around some only just nearly almost roughly over more less fewer than a further another "
    "rund etwa knapp fast gut nur mehr weniger als über weitere"
)
_OBJECT = frozenset({tags.DETERMINER, tags.PRONOUN, tags.NOUN, tags.NUMBER, tags.TO, tags.PREPOSITION})
_CURRENCY = frozenset("$£€")
_FEWEST = 3
"""Words of an item: its figure and what it is about."""

_LEADING = words("um auf mit bei von")
_PHRASE = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NOUN, tags.ADVERB})
_GAP, _GAP_FIGURE = 12, 6
"""Tokens before a gap within which its verb has a figure, and behind a preposition."""

_YEARS = range(1500, 2200)
_REACH = 4
"""Tokens behind a verb within which the value stands that something changes to."""


def shared_asides(sentence: Sentence, language: Language) -> Iterator[Aside]:
    """The facts, in order."""
    if language == "en":
        yield from _second_infinitives(sentence)
    for at, segment in enumerate(sentence.segments[1:], 1):
        listed = segment.sign == tags.COMMA and _begins_item(sentence, segment, language)
        if listed and _is_counted(sentence, at):
            yield from _items(sentence, segment, language)


def _second_infinitives(sentence: Sentence) -> Iterator[Aside]:
    """ "to peak at 5% but fall to 4% by 2028": the second verb, with a value of its own."""
    tokens = sentence.tokens
    joining = [at for at, token in enumerate(tokens) if token.low in _JOINING]
    if not joining:
        return
    for segment in sentence.segments:
        for at in joining:
            verb = at + 1
            if not segment.first <= at < segment.last - 2 or tokens[verb].low not in _SECOND_VERBS:
                continue
            led = any(token.tag == tags.TO for token in tokens[:at])
            led = led and any(token.tag == tags.NUMBER for token in tokens[:at])
            if led and _is_dated_purpose(tokens, verb, segment.last):
                yield _aside(sentence, verb, _end(tokens, verb, segment.last), at)
                break
            toward = tokens[verb + 1].tag in (tags.PREPOSITION, tags.TO, tags.NUMBER)
            near = tokens[verb + 1 : min(verb + _REACH, segment.last)]
            if led and toward and any(token.tag == tags.NUMBER for token in near):
                yield _aside(sentence, verb, _end(tokens, verb, segment.last), at)
                break


def _is_dated_purpose(tokens: list[Token], at: int, last: int) -> bool:
    """ "(to sell 90 and) to break even by 2027": the second of two plans, with a figure of its own."""
    figures = any(token.tag == tags.NUMBER for token in tokens[at:last])
    return tokens[at].tag == tags.TO and tokens[at + 1].tag == tags.INFINITIVE and figures


def _aside(sentence: Sentence, first: int, last: int, since: int) -> Aside:
    clauses = [c for c in sentence.clauses if c.first <= since and c.finite is not None and c.finite < since]
    begins = clauses[-1].first if clauses else 0
    return Aside(first, last, since, role=False, verb=(begins, since))


def _is_counted(sentence: Sentence, at: int) -> bool:
    """Whether what stands before has a verb and a figure behind it."""
    before = sentence.segments[at - 1]
    piece = sentence.tokens[before.first : before.last]
    verbs = [i for i, token in enumerate(piece) if token.tag in tags.VERBAL]
    counted = bool(verbs) and any(token.tag == tags.NUMBER for token in piece[verbs[0] :])
    return counted or (at > 1 and before.sign == tags.COMMA and _is_item(sentence.tokens, before, "en"))


def _items(sentence: Sentence, segment: Segment, language: Language) -> Iterator[Aside]:
    """ "64 in America and nine in China": each item; the first has a figure at its head."""
    tokens = sentence.tokens
    begins = segment.first
    verb = _aside(sentence, begins, begins, begins).verb
    for at in range(segment.first + 1, segment.last):
        rest = Segment(at + 1, segment.last, tags.CONJUNCTION)
        if tokens[at].low in _JOINING and _is_item(tokens, rest, language):
            yield _aside(sentence, begins, at, begins)._replace(verb=verb)
            begins = at + 1
    yield _aside(sentence, begins, _end(tokens, begins, segment.last), begins)._replace(verb=verb)


def _begins_item(sentence: Sentence, segment: Segment, language: Language) -> bool:
    placed = language == "de" and _is_placed(sentence, segment)
    return placed or _is_item(sentence.tokens, segment, language)


def _is_item(tokens: list[Token], segment: Segment, language: Language) -> bool:
    """A figure with a preposition right behind it: what it counts was named before."""
    at = segment.first
    while at < segment.last and (tokens[at].low in _BEFORE_NUMBER or tokens[at].low in _JOINING):
        at += 1
    at += at < segment.last and tokens[at].text in _CURRENCY
    if segment.last - at < _FEWEST:
        return False
    number = tokens[at]
    counts = number.tag == tags.NUMBER or word_begins_numeral(number.low, language)
    if not counts or (number.text.isdecimal() and int(number.text) in _YEARS):
        return False
    behind = at + 1 + (tokens[at + 1].text == "%")
    piece = tokens[segment.first : segment.last]
    verbless = not any(token.tag in tags.VERBAL for token in piece)
    return verbless and tokens[behind].tag == tags.PREPOSITION and tokens[behind].low not in ("of", "von")


def _is_placed(sentence: Sentence, segment: Segment) -> bool:
    """German "(sanken um 12 Prozent,) in Tirol sogar um ein Viertel": a place, person or time, then a figure
    behind the preposition that leads to one before."""
    tokens, last = sentence.tokens, _end(sentence.tokens, segment.first, segment.last)
    piece = tokens[segment.first : last]
    if len(piece) < _FEWEST or piece[0].tag != tags.PREPOSITION or any(t.tag in tags.VERBAL for t in piece):
        return False
    at = 1
    while at < len(piece) and piece[at].tag in _PHRASE:
        at += 1
    if at == 1 or piece[at - 1].tag not in (tags.NOUN, tags.ADVERB):
        return False
    leads = piece[at] if at < len(piece) else piece[-1]
    before = tokens[max(0, segment.first - _GAP) : segment.first]
    alike = any(
        one.low == leads.low and has_figure(before[i : i + _GAP_FIGURE]) for i, one in enumerate(before)
    )
    return leads.low in _LEADING and alike and has_figure(piece[at : at + _GAP_FIGURE])


def _end(tokens: list[Token], first: int, last: int) -> int:
    while last > first and tokens[last - 1].tag in (tags.STOP, tags.QUOTE, tags.COMMA):
        last -= 1
    return last


def described_asides(sentence: Sentence) -> list[Aside]:
    """ "The mill, founded in 1868 and owned by the bank Northwind, …": each with a figure or a name."""
    tokens = sentence.tokens
    found: list[Aside] = []
    reduced = reduced_segments(tokens, sentence.segments)
    for segment in sentence.segments:
        if segment.first not in reduced:
            continue
        piece = tokens[segment.first : segment.last]
        named = any(segment.first < name.first < segment.last for name in sentence.names)
        if named or any(t.tag == tags.NUMBER or word_begins_numeral(t.low, "en") for t in piece):
            last = _end(tokens, segment.first, segment.last)
            found += coordinate(tokens, segment.first, last, segment.first, is_done)
    return found


def coordinate(
    tokens: list[Token], first: int, last: int, since: int, begins: Callable[[list[Token], int], bool]
) -> Iterator[Aside]:
    """ "forcing many to queue and costing shops £4m": one aside for each of what "and" joins."""
    for at in range(first + _FEWEST, last - _FEWEST + 1):
        if tokens[at].low == "and" and begins(tokens, at + 1):
            yield Aside(first, at, since, role=False)
            first = since = at + 1
    yield Aside(first, last, since, role=False)


def does(tokens: list[Token], at: int) -> bool:
    return tokens[at].low.endswith("ing") and tokens[at].text[0].islower() and tokens[at + 1].tag in _OBJECT


def counts_doing(tokens: list[Token], at: int) -> bool:
    """ "(with six voting to hold and) three backing a cut"."""
    counts = tokens[at].tag == tags.NUMBER or word_begins_numeral(tokens[at].low, "en")
    return counts and any(token.low.endswith("ing") for token in tokens[at + 1 : at + 4])
