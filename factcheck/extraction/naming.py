"""Who the words of a frame's source stand for: `name_speaker(text, sentence, frame, people, before)`.

A person's or body's name goes before what describes them ("the operator, Northwind"). A pronoun, a possessive
or "der 19-Jährige" stands for somebody named before, in the form in which the article named him last.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.names import Name
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.people import People
from factcheck.extraction.phrases import Span, is_aged
from factcheck.extraction.roles import is_office, is_role
from factcheck.extraction.sexes import gender_of, gender_of_name
from factcheck.extraction.speech import ENGLISH_NOUNS
from factcheck.extraction.speech_german import SOURCE_ENDINGS

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_MALE = words("er he his")
_FEMALE = words("she her")
_EITHER = words("sie ihrer ihren ihre deren")
_THING = words("es it its")
_MANY = words("they their")
_POINTING = words("dieser diese dies dessen seiner seinen seinem this")
STAND_INS = _MALE | _FEMALE | _EITHER | _THING | _MANY | _POINTING
"""Words that are speakers only by whom they stand for."""

_FORMAL = {"frau": "f", "ms": "f", "mrs": "f", "miss": "f", "herr": "m", "herrn": "m", "mr": "m"}
_RECORDS = words(
    "figures data report reports study studies research records accounts survey estimates website"
)
_NO_FEMININE = words("dem des das ein einem eines ihrem seinem ihres seines diesem dieses")
_DEFINITE = words("der die the")
_MARKS = "„“”»«\"'‚‘’"
_OWNING = words("its their")
_LEADING = 1
"""Words before a source that leads its sentence: "But its figures show …"."""

_ENDS = frozenset({tags.COMMA, tags.STOP, tags.COLON, tags.QUOTE, tags.DASH, tags.CLOSE})
_LINKED = ("schafts", "ungs", "heits", "keits", "ions", "täts")
_CUT = ("angaben", "meldung", "bericht", "informationen")
"""What "Polizeiangaben" and "dpa-Meldung" end with behind the body that they name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A speaker as the article names him, his full name where it is known, and whether he is a person;
    `gender` is m, f or "" where nothing shows it."""

    speaker: str
    resolved: str | None
    person: bool
    gender: str = ""


def name_speaker(
    text: str, sentence: Sentence, frame: Frame, people: People, before: Naming | None, language: Language
) -> Naming | None:
    """None for a pronoun that nothing explains."""
    assert frame.source is not None
    source = _holder(sentence, frame.source)
    if source[1] - source[0] == 1 and sentence.tokens[source[0]].low in STAND_INS:
        return _of_pronoun(sentence, source, people, before)
    name = _person_in(sentence, source) or _beside(sentence, source, frame) or _titled(sentence, source)
    if name is not None:
        return _as_person(_of_name(sentence, name, people), sentence, source, language)
    last = sentence.tokens[source[1] - 1]
    if is_aged(last):
        return _of_aged(sentence.tokens[source[0]].low, people)
    start, end = sentence.span(source)
    words_of = _plain(text[start:end])
    words_of = _without_genitive(sentence, source, frame, words_of)
    office = _office_in(sentence, source, language)
    gender = gender_of(office, language) if office is not None else ""
    return Naming(words_of, people.resolve(words_of), office is not None, gender)


def _without_genitive(sentence: Sentence, source: Span, frame: Frame, words_of: str) -> str:
    """ "the union" of "the union's claim", "Berger" of "Bergers Vorwurf"."""
    cue = frame.cue[0]
    inside = frame.cue[0] < source[0] and source[1] < frame.cue[1]  # "on the company's own figures"
    if inside or sentence.tokens[cue].low in ENGLISH_NOUNS:
        return _POSSESSIVE.sub("", words_of)
    leads = source[1] == cue and sentence.tokens[cue].tag == tags.NOUN and words_of.endswith("s")
    return words_of[:-1] if leads else words_of


def _of_aged(article: str, people: People) -> Naming | None:
    """ "der 19-Jährige": the last person named whom the article fits."""
    gender = {"der": "m", "dem": "m", "die": "f"}.get(article, "")
    for person in people.latest_persons():
        known = _known(people, person)
        if known.gender in ("", gender):
            return known
    return None


def _of_name(sentence: Sentence, name: Name, people: People) -> Naming:
    before = sentence.tokens[name.first - 1].text if name.first else ""
    resolved = people.full_name(name.text) if name.person else people.resolve(name.text)
    gender = _FORMAL.get(before.lower(), "") or (gender_of_name(resolved) if resolved and name.person else "")
    return Naming(name.text, resolved, name.person, gender)


def _as_person(named: Naming, sentence: Sentence, source: Span, language: Language) -> Naming:
    """ "Her coach, Brendan Stroud": whom an office describes is a person, whatever his name."""
    office = _office_in(sentence, source, language)
    if named.person or " " not in named.speaker or office is None:
        return named
    return Naming(named.speaker, named.speaker, person=True, gender=gender_of(office, language))


def _office_in(sentence: Sentence, source: Span, language: Language) -> str | None:
    """ "minister" in "Norland's foreign minister", "researcher" in "the lead researcher at the port"."""
    head = takewhile(lambda token: token.tag != tags.PREPOSITION, sentence.tokens[source[0] : source[1]])
    return next((t.text for t in head if t.tag == tags.NOUN and is_office(t.text, language)), None)


def _known(people: People, full: str) -> Naming:
    return Naming(people.latest_form(full), people.full_name(full), person=True, gender=gender_of_name(full))


def _person_in(sentence: Sentence, source: Span) -> Name | None:
    """The person named as the head of the phrase, not the one whose lawyer or spokesman it is."""
    for name in sentence.names:
        if name.person and source[0] <= name.first and name.last <= source[1]:
            return None if _belongs(sentence, source, name) else name
    return None


def _belongs(sentence: Sentence, source: Span, name: Name) -> bool:
    """ "Ms Berger's lawyer", "der Anwalt von Anna Berger", "der Sprecher des Ministers Huber"."""
    tokens = sentence.tokens
    if name.last < source[1] and _POSSESSIVE.search(tokens[name.last - 1].text):
        return True
    at = name.first - 1
    while at > source[0] and is_role(tokens[at].text, "de"):
        at -= 1
    if at <= source[0]:
        return False
    genitive = tokens[at].low in ("des", "der") and tokens[at - 1].tag == tags.NOUN
    return genitive or tokens[at].low in ("von", "vom", "of", "for", "by")


def _beside(sentence: Sentence, source: Span, frame: Frame) -> Name | None:
    """The name in "the operator, Northwind, said", "der Vorsitzende des Verbandes, Berger, meinte"."""
    tokens, at = sentence.tokens, source[1]
    if at + 1 >= len(tokens) or tokens[at].tag != tags.COMMA:
        return None
    name = next((name for name in sentence.names if name.first - _title(sentence, name) == at + 1), None)
    if name is None or (name.last < len(tokens) and tokens[name.last].tag not in _ENDS):
        return None
    begins = tokens[source[0]]
    described = begins.tag == tags.DETERMINER or begins.low.endswith(("'s", "’s")) or begins.low in _OWNING
    leading = frame.clause is None and frame.cue[0] == 0
    bodiless = described and not leading and not any(source[0] < n.first < source[1] for n in sentence.names)
    return name if name.person or bodiless else None


def _titled(sentence: Sentence, source: Span) -> Name | None:
    """ "Das wies Baudezernent Alex Rohr zurück: Der Brief sei neu, so der Dezernent": whose title it is."""
    tokens = sentence.tokens
    if source[1] - source[0] != 2 or tokens[source[0]].low not in ("der", "die", "dem"):
        return None
    title = tokens[source[0] + 1].low
    before = (n for n in sentence.names if n.person and n.first > 0 and n.last <= source[0])
    return next((n for n in before if tokens[n.first - 1].low.endswith(title)), None)


def _title(sentence: Sentence, name: Name) -> int:
    """Tokens of a title before the name: "Dr" and its full stop."""
    count = 0
    while count < 2 and name.first - count > 0 and sentence.tokens[name.first - count - 1].tag != tags.COMMA:
        count += 1
    return count


def _holder(sentence: Sentence, source: Span) -> Span:
    """ "its own figures": whose figures they are; not of whoever spoke before, where the sentence begins with
    another owner: "The clinic's income fell, its accounts show"."""
    tokens = sentence.tokens
    possessive = tokens[source[0]].low in ("its", "his", "her", "their")
    told = source[0] > _LEADING and tokens[0].tag == tags.DETERMINER and tokens[0].low not in STAND_INS
    if possessive and not told and source[1] - source[0] > 1 and tokens[source[1] - 1].low in _RECORDS:
        return source[0], source[0] + 1
    return source


def _of_pronoun(sentence: Sentence, source: Span, people: People, before: Naming | None) -> Naming | None:
    low = sentence.tokens[source[0]].low
    gender = "m" if low in _MALE else "f" if low in _FEMALE else ""
    if low in _THING or low in _MANY:
        subject = _subject_before(sentence, source[0])
        if subject is not None and low in _THING:
            return _of_name(sentence, subject, people)
        fits = before is not None and (low in _MANY or not before.person)
        return _once_more(before, people) if fits and before is not None else None
    if gender and people.subject is not None:
        fresh = _known(people, people.subject)
        if fresh.gender in ("", gender):
            return fresh
    if low == "sie" and before is not None and _is_masculine(before):
        before = None
    if before is not None and (not gender or (before.person and before.gender in ("", gender))):
        return _behind_description(before, people) or _once_more(before, people)
    known = (_known(people, person) for person in people.latest_persons())
    return next((found for found in known if not gender or found.gender in ("", gender)), None)


def _is_masculine(before: Naming) -> bool:
    """ "Dem Betriebsrat zufolge …": no "sie" stands for him, whatever its number."""
    return not before.person and before.speaker.split()[0].lower() in _NO_FEMININE


def _behind_description(before: Naming, people: People) -> Naming | None:
    """ "sie" behind "die Managerin", who has no other name there: the person named last whom it fits."""
    parts = before.speaker.lower().split()
    described = before.person and before.resolved is None and len(parts) == 2 and parts[0] in _DEFINITE
    if not described or people.last_person is None:
        return None
    known = _known(people, people.last_person)
    return known if known.gender in ("", before.gender) else None


def _once_more(before: Naming, people: People) -> Naming:
    """Who spoke before, as the article named him last."""
    if before.person and before.resolved:
        return Naming(people.latest_form(before.resolved), before.resolved, person=True, gender=before.gender)
    if before.resolved is not None and people.is_description(before.speaker):
        return Naming(before.resolved, before.resolved, before.person)
    return before


def _subject_before(sentence: Sentence, at: int) -> Name | None:
    """The body that the first clause is about: "Northwind is short of staff, and its figures show …"."""
    for clause in sentence.clauses[:1]:
        for name in sentence.names:
            if (
                clause.finite is not None
                and name.last <= min(clause.finite, at)
                and name.first <= clause.first + 1
            ):
                return None if name.person else name
    return None


def _plain(words_of: str) -> str:
    """Without quotation marks, and without what only says that it was said: "dpa" of "einer dpa-Meldung"."""
    marked = [at for at, letter in enumerate(words_of) if letter in _MARKS[:7]]
    if len(marked) == 2 and marked[1] == len(words_of) - 1:
        return words_of[marked[0] + 1 : marked[1]]
    last = words_of.split()[-1]
    low = last.lower()
    ending = next((ending for ending in _CUT if low.endswith(ending)), None)
    if ending is None or low in SOURCE_ENDINGS or low.startswith("medien"):
        return words_of
    if "-" in last:
        return last.rpartition("-")[0]
    if low.removesuffix(ending).endswith(_LINKED):
        return words_of  # "Gewerkschaftsangaben": what is left is no word
    return last[: -len(ending)] if ending == "angaben" and len(words_of.split()) == 1 else words_of
