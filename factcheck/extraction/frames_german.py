"""German: the verb or phrase that attributes, and its subject."""

from collections.abc import Iterator

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.speech_german import SOURCE_ENDINGS
from factcheck.extraction.tokens import Token

_STATEMENT = words(
    "angaben angabe ansicht worten einschätzung meinung aussage aussagen auffassung darstellung überzeugung "
    "bericht berichten informationen schätzung schätzungen prognose erkenntnissen mitteilung "
    "medienberichten einschätzungen darstellungen recherchen berechnungen berechnung kenntnissen kenntnis "
    "daten zahlen statistik umfrage umfragen analyse analysen lesart vermutung vermutungen beobachtungen "
    "schilderung schilderungen erhebung erhebungen"
)
_GENITIVE = words("der des einer eines ihrer ihres seiner seines dieser dieses mehrerer")
_POSSESSIVE = words("seiner seinen seinem ihrer ihren ihrem dessen deren eigenen eigener")
_NOT_SUBJECT = frozenset({tags.PREPOSITION, tags.SUBORDINATOR, tags.QUESTION, tags.OPEN})
_LONGEST_NAME = 8
"""Tokens that a name between quotation marks has at most, with its marks."""

_LONGEST_DATELINE = 5
"""Tokens of a place before its dash, with the dash."""

_DEMONSTRATIVE = words("das dies dieses")
_NOMINATIVE = words("der ein dieser jener kein sein ihr er mein unser")
"""What begins a masculine subject and no object."""

_OBLIQUE = words(
    "den dem des einen einem eines ihren ihrem ihres seinen seinem seines diesen diesem keinen keinem "
    "meinen meinem unseren unserem ihm ihn ihnen mich mir uns ferner"
)
"""What begins an object: articles of other cases than the first."""

_SPANS_OF_TIME = words(
    "tage tagen stunden minuten wochen monate monaten jahre jahren tag woche monat stunde minute ende anfang "
    "mitte montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_ADDRESSEES = (
    "zeitung",
    "agentur",
    "presse",
    "rundschau",
    "post",
    "welt",
    "dpa",
    "afp",
    "apa",
    "allgemeinen",
)
"""What newspapers and agencies to whom somebody says something are called, or end with."""

_ATTRIBUTING = words("laut gemäß zufolge nach aus so")
_SKIPPED = words("sich es dazu dabei darauf davor davon dagegen dafür am an")


def german_source(tokens: list[Token], clause: Clause, cue: Cue) -> Span | None:
    """The subject: before the verb, or behind it where something else fills the first place."""
    finite = clause.finite if clause.finite is not None else cue.at
    if cue.passive:
        return _behind(tokens, clause, "von", "vom")
    if tokens[cue.at].low in ("hieß", "heißt", "verlautete"):
        return _behind(tokens, clause, "aus", "vom", "von", "beim", "bei", "im", "in", "seitens", "auf")
    if cue.base == "hervorgehen":
        return _behind(tokens, clause, "aus")
    before, after = _before(tokens, clause, finite), _after(tokens, finite + 1, clause.last)
    if before is None or after is None:
        return before or after
    pointing = tokens[before[0]].low in _DEMONSTRATIVE and before[1] - before[0] == 1
    return after if pointing or _only_subject(tokens, before, after) else before


def _only_subject(tokens: list[Token], before: Span, after: Span) -> bool:
    """ "Den Plan nannte sie", "Die Pläne lehnte er ab": a pronoun behind the verb is its subject, "sie" and
    "dies" only where what stands before cannot be."""
    word = tokens[after[0]]
    if after[1] - after[0] > 1 or word.tag != tags.PRONOUN or word.low in (*_DEMONSTRATIVE, "es"):
        return False
    return word.low != "sie" or tokens[before[0]].low not in _NOMINATIVE


def _behind(tokens: list[Token], clause: Clause, *prepositions: str) -> Span | None:
    for at in range(clause.first, clause.last - 1):
        if tokens[at].low in prepositions:
            return noun_phrase(tokens, at + 1, clause.last, "de")
    return None


def _after(tokens: list[Token], start: int, last: int) -> Span | None:
    at = start
    while at < last and (tokens[at].low in _SKIPPED or tokens[at].tag in (tags.ADVERB, tags.QUOTE)):
        at += 1
    return _subject(tokens, _unaddressed(tokens, noun_phrase(tokens, at, last, "de"))) if at < last else None


def _unaddressed(tokens: list[Token], phrase: Span | None) -> Span | None:
    """ "(sagte) Berger der Zeitung": a name and whom he told, no genitive."""
    if (
        phrase is None
        or tokens[phrase[0]].tag != tags.NOUN
        or not tokens[phrase[1] - 1].low.endswith(_ADDRESSEES)
    ):
        return phrase
    article = next((at for at in range(*phrase) if tokens[at].low == "der"), None)
    return (phrase[0], article) if article is not None else phrase


def _before(tokens: list[Token], clause: Clause, finite: int) -> Span | None:
    at = _behind_dateline(tokens, begin_of(tokens, clause), finite)
    while at < finite and tokens[at].low in ("wie", "so", "auch", "nicht"):
        at += 1
    if at >= finite or tokens[at].tag in _NOT_SUBJECT:
        return None
    return _subject(tokens, noun_phrase(tokens, at, finite, "de"))


def _behind_dateline(tokens: list[Token], first: int, finite: int) -> int:
    """ "Nordstadt – Die Werft teilte mit": behind the place."""
    if first == 0:
        for at in range(1, min(_LONGEST_DATELINE, finite)):
            if tokens[at].tag == tags.DASH:
                return at + 1
    return first


def _subject(tokens: list[Token], phrase: Span | None) -> Span | None:
    """The phrase where it can be a subject: no other case by its article, no length of time."""
    if phrase is None or tokens[phrase[0]].low in _OBLIQUE:
        return None
    if (
        any(tokens[at].low in _SPANS_OF_TIME for at in range(*phrase))
        and tokens[phrase[0]].low not in _NOMINATIVE
    ):
        return None
    return phrase


def german_phrases(tokens: list[Token]) -> Iterator[tuple[Span, Span]]:
    """Cue and source of "laut Polizei", "der Polizei zufolge", "nach Angaben der Polizei", ", so Berger"."""
    last = len(tokens)
    for at, token in enumerate(tokens):
        if token.low not in _ATTRIBUTING:
            continue
        if token.low in ("laut", "gemäß") and token.tag != tags.ADJECTIVE:
            yield from _pair(
                (at, at + 1), noun_phrase(tokens, at + 1, last, "de") or _odd_name(tokens, at + 1)
            )
        elif token.low == "zufolge":
            yield from _pair((at, at + 1), _ending_at(tokens, at))
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
        yield from _pair((at - 1, at + 1), _holder(tokens, at - 2, at - 1))


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
