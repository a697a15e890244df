"""German phrases that attribute: `german_phrases(tokens) -> Iterator[(cue, source)]`.

"laut Polizei" · "der Polizei zufolge" · "nach Angaben der Polizei" · "dem Bericht nach" · ", so Berger"
"""

from collections.abc import Iterator

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import is_subjunctive
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.speech_german import SOURCE_ENDINGS
from factcheck.extraction.tokens import Token

_STATEMENT = words(
    "angaben angabe ansicht worten einschätzung meinung aussage aussagen auffassung darstellung überzeugung "
    "bericht berichten informationen schätzung schätzungen prognose erkenntnissen mitteilung "
    "medienberichten einschätzungen darstellungen recherchen berechnungen berechnung kenntnissen kenntnis "
    "daten zahlen statistik umfrage umfragen analyse analysen lesart vermutung vermutungen beobachtungen "
    "schilderung schilderungen erhebung erhebungen"
)
_DRAFTS = words("plan plänen vorschlag entwurf gesetzentwurf konzept bericht gutachten studie papier vertrag")
_GENITIVE = words("der des einer eines ihrer ihres seiner seines dieser dieses mehrerer")
_POSSESSIVE = words("seiner seinen seinem ihrer ihren ihrem dessen deren eigenen eigener")
_LONGEST_NAME = 8
"""Tokens that a name between quotation marks has at most, with its marks."""

_LONGEST_ATTRIBUTE = 9
"""Tokens within which the noun behind its participle stands."""

_ATTRIBUTING = words("laut gemäß zufolge nach aus so")


def german_phrases(tokens: list[Token]) -> Iterator[tuple[Span, Span]]:
    """Cue and source of "laut Polizei", "der Polizei zufolge", "nach Angaben der Polizei", ", so Berger"."""
    last = len(tokens)
    for at, token in enumerate(tokens):
        if token.low not in _ATTRIBUTING:
            continue
        if token.low in ("laut", "gemäß") and token.tag != tags.ADJECTIVE:
            yield from _pair(
                (at, at + 1),
                noun_phrase(tokens, at + 1, last, "de")
                or _odd_name(tokens, at + 1)
                or _extended(tokens, at + 1),
            )
        elif token.low == "zufolge":
            yield from _pair((at, at + 1), _named_beside(tokens, at) or _ending_at(tokens, at))
        elif token.low == "nach":
            yield from _behind_nach(tokens, at)
        elif token.low == "aus" and at + 1 < last and tokens[at + 1].low in ("sicht", "perspektive"):
            yield from _pair((at, at + 2), _of_statement(tokens, at + 1, at + 1))
        elif token.low == "so" and at and tokens[at - 1].tag in (tags.COMMA, tags.DASH, tags.QUOTE):
            source = noun_phrase(tokens, at + 1, last, "de")
            if source is not None and _ends_clause(tokens, source[1]):
                yield (at, at + 1), source


def _behind_nach(tokens: list[Token], at: int) -> Iterator[tuple[Span, Span]]:
    """Of "nach Angaben der Polizei", "nach Polizeiangaben", "ihrer Meinung nach"."""
    if (noun := _statement_after(tokens, at)) is not None:
        yield from _pair((at, noun + 1), _of_statement(tokens, at + 1, noun))
    elif (noun := _compound_after(tokens, at)) is not None:
        yield (at, at + 1), (noun, noun + 1)
    elif at > 1 and tokens[at - 1].low in _STATEMENT:
        holder = _holder(tokens, at - 2, at - 1)
        phrase = _ending_at(tokens, at) if tokens[at - 2].tag == tags.DETERMINER else None
        yield from _pair((at - 1, at + 1) if holder else (at, at + 1), holder or phrase)
    elif (noun := _draft_after(tokens, at)) is not None:
        whole = tokens[at + 1].low in ("einem", "einer")
        source = noun_phrase(tokens, at + 1, len(tokens), "de") if whole else None
        yield from _pair((at, at + 1 if whole else noun + 1), source or _of_statement(tokens, noun, noun))


def _draft_after(tokens: list[Token], at: int) -> int | None:
    """The noun in "nach dem Plan der Reederei sollen …": with "sollen" or the Konjunktiv it is a source, else
    a time."""
    noun = at + 2
    if noun + 2 >= len(tokens) or tokens[at + 1].tag != tags.DETERMINER:
        return None
    while noun + 2 < len(tokens) and tokens[noun].tag == tags.ADJECTIVE:
        noun += 1
    if tokens[noun].low not in _DRAFTS:
        return None
    if tokens[at + 1].low in ("einem", "einer"):
        return noun
    near = tokens[noun + 1 : noun + _LONGEST_NAME]
    meant = any(t.low in ("soll", "sollen", "sollte", "sollten") or is_subjunctive(t.low) for t in near)
    return noun if meant else None


def _pair(cue: Span, source: Span | None) -> Iterator[tuple[Span, Span]]:
    if source is not None:
        yield cue, source


def _odd_name(tokens: list[Token], at: int) -> Span | None:
    """A name between quotation marks, or written small: laut „morgenpost.de“, laut taz."""
    if at + 1 >= len(tokens):
        return None
    if tokens[at].tag == tags.QUOTE:
        for end in range(at + 2, min(at + _LONGEST_NAME, len(tokens))):
            if tokens[end].tag == tags.QUOTE:
                return at + 1, end
        return None
    alone = tokens[at].tag == tags.ADJECTIVE and tokens[at + 1].tag not in (tags.NOUN, tags.ADJECTIVE)
    return (at, at + 1) if alone else None


def _extended(tokens: list[Token], at: int) -> Span | None:
    """The noun of "laut einem am Montag veröffentlichten Bericht" with whose it is."""
    if at >= len(tokens) or tokens[at].tag != tags.DETERMINER:
        return None
    for noun in range(at + 2, min(at + _LONGEST_ATTRIBUTE, len(tokens))):
        before = tokens[noun - 1]
        described = before.text[0].islower() and before.low.endswith(
            ("ten", "nen", "ene", "te", "ter", "tes")
        )
        if tokens[noun].tag == tags.NOUN and described:
            return noun_phrase(tokens, noun, len(tokens), "de")
        if tokens[noun].tag in (tags.COMMA, tags.STOP):
            return None
    return None


def _named_beside(tokens: list[Token], end: int) -> Span | None:
    """The name in "dem Chef der Werft, Anna Berger, zufolge", else what it is put beside."""
    if end < 3 or tokens[end - 1].tag != tags.COMMA:
        return None
    near = range(end - 2, max(0, end - _LONGEST_NAME), -1)
    comma = next((at for at in near if tokens[at].tag == tags.COMMA), None)
    if comma is None:
        return None
    named = all(token.tag == tags.NOUN for token in tokens[comma + 1 : end - 1])
    return (comma + 1, end - 1) if named and comma + 1 < end - 1 else _ending_at(tokens, comma)


def _statement_after(tokens: list[Token], at: int) -> int | None:
    """The noun in "nach (den ersten) Angaben"."""
    for noun in range(at + 1, min(at + 4, len(tokens))):
        if tokens[noun].low in _STATEMENT and tokens[noun].tag == tags.NOUN:
            return noun
        if tokens[noun].tag not in (tags.DETERMINER, tags.ADJECTIVE, tags.PRONOUN):
            return None
    return None


def _compound_after(tokens: list[Token], at: int) -> int | None:
    """The noun in "nach (ersten) Polizeiangaben": a statement with whose it is in one word."""
    noun = at + 1 + (at + 2 < len(tokens) and tokens[at + 1].tag == tags.ADJECTIVE)
    if noun >= len(tokens) or tokens[noun].tag != tags.NOUN or tokens[noun].low in SOURCE_ENDINGS:
        return None
    return noun if tokens[noun].low.endswith(SOURCE_ENDINGS) else None


def _of_statement(tokens: list[Token], start: int, noun: int) -> Span | None:
    """Whose statement: the genitive or "von" behind it, else the possessive before it."""
    behind = noun + 1
    if behind < len(tokens) and tokens[behind].low in ("von", "vom"):
        behind += 1
    found = noun_phrase(tokens, behind, len(tokens), "de") if behind < len(tokens) else None
    named = (
        found is not None and tokens[found[1] - 1].tag == tags.NOUN and tokens[found[1] - 1].low.endswith("s")
    )
    described = (
        found is not None and tokens[behind].tag == tags.ADJECTIVE and tokens[behind].low.endswith("er")
    )
    if found is not None and (behind > noun + 1 or named or described or tokens[behind].low in _GENITIVE):
        return found
    return _holder(tokens, start, noun)


def _holder(tokens: list[Token], start: int, noun: int) -> Span | None:
    """ "seiner Meinung nach", "nach dessen Angaben": a possessive stands for the speaker."""
    for at in range(max(0, start), noun):
        if tokens[at].low in _POSSESSIVE:
            return at, at + 1
    return None


def _ending_at(tokens: list[Token], end: int) -> Span | None:
    """The noun phrase that ends before token `end`."""
    end = _before_brackets(tokens, end)
    at = _phrase_start(tokens, end)
    while at >= 0 and tokens[at + 1].low in _GENITIVE and tokens[at].tag == tags.NOUN:
        at = _phrase_start(tokens, at + 1)
    return (at + 1, end) if at + 1 < end and tokens[end - 1].tag in (tags.NOUN, tags.PRONOUN) else None


def _before_brackets(tokens: list[Token], end: int) -> int:
    """The end of the words before "(VDR)"."""
    if end and tokens[end - 1].tag == tags.CLOSE:
        for at in range(end - 2, max(0, end - _LONGEST_NAME), -1):
            if tokens[at].tag == tags.OPEN:
                return at
    return end


def _phrase_start(tokens: list[Token], end: int) -> int:
    """The token before the nouns and what describes them that end at `end`."""
    at = end - 1
    while at >= 0 and (tokens[at].tag == tags.NOUN or "." in tokens[at].text[1:]):
        at -= 1
    while at >= 0 and tokens[at].tag in (tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER):
        at -= 1
    return at


def _ends_clause(tokens: list[Token], at: int) -> bool:
    closes = (
        tags.COMMA,
        tags.STOP,
        tags.DASH,
        tags.CLOSE,
        tags.PREPOSITION,
        tags.OPEN,
        tags.COLON,
        tags.ADVERB,
    )
    return at >= len(tokens) or tokens[at].tag in closes
