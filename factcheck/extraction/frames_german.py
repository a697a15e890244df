"""German: who is the subject of a verb that attributes: `german_source(tokens, clause, cue)`."""

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.speech_german import NOUNS
from factcheck.extraction.tokens import Token

_NOT_SUBJECT = frozenset({tags.PREPOSITION, tags.SUBORDINATOR, tags.QUESTION, tags.OPEN})
_LONGEST_DATELINE = 5
"""Tokens of a place before its dash, with the dash."""

_DEMONSTRATIVE = words("das dies dieses")
_EMBEDDING = words("nachdem weil obwohl während da sodass")
_FIRST_CASE = words("der die das ein eine")
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

_MEDIA = ("agentur", "zeitung", "sender", "magazin", "fernsehen", "radio", "zeitschrift")
_SKIPPED = words("sich es dazu dabei darauf davor davon dagegen dafür am an")


def german_source(tokens: list[Token], clause: Clause, cue: Cue) -> Span | None:
    """The subject: before the verb, or behind it where something else fills the first place."""
    finite = clause.finite if clause.finite is not None else cue.at
    if cue.passive:
        return _behind(tokens, clause, "von", "vom")
    if tokens[cue.at].low in ("hieß", "heißt", "verlautete") or cue.base == "heißen":
        return _behind(tokens, clause, "aus", "vom", "von", "beim", "bei", "im", "in", "seitens", "auf")
    if cue.base == "hervorgehen":
        return _behind(tokens, clause, "aus")
    before, after = _before(tokens, clause, finite), _after(tokens, finite + 1, clause.last)
    if before is None or after is None:
        return before or after
    pointing = tokens[before[0]].low in _DEMONSTRATIVE and before[1] - before[0] == 1
    object_first = _only_subject(tokens, before, after) or _is_object(tokens, before, after, finite)
    return after if pointing or object_first else before


def _only_subject(tokens: list[Token], before: Span, after: Span) -> bool:
    """ "Den Plan nannte sie", "Die Pläne lehnte er ab": a pronoun behind the verb is its subject, "sie" and
    "dies" only where what stands before cannot be."""
    word = tokens[after[0]]
    if after[1] - after[0] > 1 or word.tag != tags.PRONOUN or word.low in (*_DEMONSTRATIVE, "es"):
        return False
    return word.low != "sie" or tokens[before[0]].low not in _NOMINATIVE


def _is_object(tokens: list[Token], before: Span, after: Span, verb: int) -> bool:
    """ "Zweifel äußerte die Werft", "Drei Verletzte meldete die Polizei": what is said comes first, and the
    subject behind the verb has an article or a name."""
    first, subject = tokens[before[0]], tokens[after[0]]
    definite = subject.low in _FIRST_CASE or subject.tag == tags.NOUN
    if not definite or tokens[verb].low.endswith("en"):
        return False
    last = tokens[before[1] - 1].low
    several = first.tag in (tags.NOUN, tags.ADJECTIVE) and last.endswith(
        ("ungen", "ionen", "heiten", "keiten")
    )
    counted = first.tag == tags.NUMBER and first.low not in ("ein", "eine")
    return counted or several or (before[1] - before[0] == 1 and last in NOUNS)


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
    told = None if phrase is None else _addressee(tokens, phrase)
    if phrase is not None and told is not None:
        return phrase[0], told
    if (
        phrase is None
        or tokens[phrase[0]].tag != tags.NOUN
        or not tokens[phrase[1] - 1].low.endswith(_ADDRESSEES)
    ):
        return phrase
    article = next((at for at in range(*phrase) if tokens[at].low == "der"), None)
    return (phrase[0], article) if article is not None else phrase


def _addressee(tokens: list[Token], phrase: Span) -> int | None:
    """ "ein Sprecher der Bahn der Agentur Rell": a paper, agency or station behind a genitive."""
    for at in range(phrase[0] + 2, phrase[1] - 1):
        of_name = tokens[at].low in ("der", "dem") and tokens[at + 1].low.endswith(_MEDIA)
        owned = any(token.low in ("der", "des") for token in tokens[phrase[0] + 1 : at])
        if of_name and owned and tokens[at - 1].tag == tags.NOUN:
            return at
    return None


def _before(tokens: list[Token], clause: Clause, finite: int) -> Span | None:
    at = _behind_dateline(tokens, begin_of(tokens, clause), finite)
    at += at < finite and tokens[at].low in _EMBEDDING
    while at < finite and tokens[at].low in ("wie", "so", "auch", "nicht"):
        at += 1
    if at >= finite or tokens[at].tag in _NOT_SUBJECT:
        return None
    return _subject(tokens, _unaddressed(tokens, noun_phrase(tokens, at, finite, "de")))


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
