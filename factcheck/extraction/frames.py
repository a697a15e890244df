"""Who says what inside one sentence: `find_frames(tokens, clauses, language) -> list[Frame]`.

A frame is the part of a sentence that names a speaker and an act of speech ("sagte die Ministerin",
"laut Polizei", "the company said"); its message is what is said. All indexes are tokens.
"""

from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.attributing import attributes, promises, says_all
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.cues_german import german_cue
from factcheck.extraction.frames_english import (
    english_cue,
    english_source,
    heard_at,
)
from factcheck.extraction.frames_german import german_source
from factcheck.extraction.frames_nominal import nominal_frames
from factcheck.extraction.frames_phrasal import find_phrases, shared_subject
from factcheck.extraction.frames_reduced import reduced_frames
from factcheck.extraction.lexicon import words
from factcheck.extraction.messages import find_message, is_trailing, message_behind
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Cue, Span
from factcheck.extraction.quotation_tags import Tag, indirect_tags, quotation_tags
from factcheck.extraction.speaking import can_speak, is_quoted, is_role_alone, is_share
from factcheck.extraction.speech import (
    ENGLISH_ACT,
    ENGLISH_REPORT,
    GERMAN_ACT,
    GERMAN_CUES,
    GERMAN_REPORT,
    STRONG,
    WRITINGS,
)
from factcheck.extraction.speech_german import STATING, VOICING
from factcheck.extraction.tokens import Token
from factcheck.extraction.turns_german import SAID_WITH_CONTENT
from factcheck.extraction.verdicts_german import find_verdicts

_ASIDE = words("wie so as")
_POINTING = words("das dies dazu hierzu")
"""Words that point back at what was said: "Das bestätigte die Polizei"."""

_GERMAN_REPORT = GERMAN_REPORT | (SAID_WITH_CONTENT & STATING)
_NEEDY = SAID_WITH_CONTENT | (VOICING - GERMAN_CUES)
_SUGGESTING = words("suggest suggests suggested estimate estimates")
_NOBODY = words("ich wir i we being man everyone everybody nobody no-one anyone anybody someone somebody")
"""Who speaks of himself is quoted already: "I think" adds no speaker; nor does "being told", nor anybody."""

_FACTS = words("während obwohl obgleich nachdem als")
_UNKNOWN = words("viele manche niemand jeder jemand")
"""German pronouns that name nobody in "wie viele glauben"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`clause` is the index of the clause that is nothing but frame, None for a phrase such as
    "laut Polizei" inside a clause. `report`: the verb puts its message forward as a fact."""

    cue: Span
    source: Span | None
    message: Span | None
    clause: int | None
    report: bool
    trailing: bool = False


def find_frames(tokens: list[Token], clauses: list[Clause], language: Language) -> list[Frame]:
    """The frames of a sentence in order."""
    found = [frame for at in range(len(clauses)) if (frame := _verb_frame(tokens, clauses, at, language))]
    found += [
        Frame(cue, source, message, None, report=True)
        for cue, source, message in find_phrases(tokens, clauses, language)
    ]
    if language == "en":
        cues = {frame.cue[0] for frame in found}
        found += [
            Frame(reduced.cue, reduced.source, reduced.message, None, reduced.report)
            for reduced in reduced_frames(tokens, clauses)
            if reduced.cue[0] not in cues
        ]
    found += _name_frames(tokens, clauses)
    if language == "de":
        found += [
            Frame(v.cue, v.source, v.message, None, report=False) for v in find_verdicts(tokens, clauses)
        ]
        known = {frame.cue[0] for frame in found} | {frame.message[0] for frame in found if frame.message}
        found += [
            Frame(n.cue, n.source, n.message, None, n.report)
            for n in nominal_frames(tokens, clauses)
            if n.cue[0] not in known and n.message[0] not in known
        ]
    quoted = list(quotation_tags(tokens, language))
    if language == "de":
        quoted += indirect_tags(tokens, clauses)
    found = _with_tags(tokens, clauses, found, quoted, language)
    return sorted(found, key=attrgetter("cue")) if len(found) > 1 else found


def _with_tags(
    tokens: list[Token], clauses: list[Clause], found: list[Frame], quoted: list[Tag], language: Language
) -> list[Frame]:
    """The frames with those that only what stands behind a quotation shows."""
    known = {frame.cue[0] for frame in found if frame.source is not None}
    for tag in quoted:
        if tag.cue in known or (tokens[tag.cue].tag == tags.AUXILIARY and any(at > tag.cue for at in known)):
            continue
        clause = next((at for at, c in enumerate(clauses) if tag.first <= c.first <= tag.cue < c.last), None)
        found = [frame for frame in found if frame.cue[0] != tag.cue]
        report = tag.base not in (GERMAN_ACT if language == "de" else ENGLISH_ACT)
        found.append(Frame((tag.cue, tag.cue + 1), tag.source, tag.message, clause, report, trailing=True))
    return found


def _verb_frame(tokens: list[Token], clauses: list[Clause], at: int, language: Language) -> Frame | None:
    clause = clauses[at]
    cue = german_cue(tokens, clause) if language == "de" else english_cue(tokens, clause)
    if cue is None:
        return _heard(tokens, clauses, at, language) or _before_colon(tokens, clauses, at, language)
    if not _can_frame(tokens, clause, cue):
        return None
    finder = german_source if language == "de" else english_source
    shared = shared_subject(tokens, clauses, at, cue, language)
    joined = language == "de" and clause.sign == tags.CONJUNCTION
    source = (shared if joined else None) or finder(tokens, clause, cue) or shared
    if _is_no_speech(tokens, clause, cue, source):
        return None
    if _shows_not(tokens, clauses, at, cue):
        return None
    report = cue.base in (_GERMAN_REPORT if language == "de" else ENGLISH_REPORT)
    report = report or (cue.base in _SUGGESTING and source is not None and _is_writing(tokens, source))
    inserted = clause.opening is Opening.MAIN and clause.head is not None and clause.sign == tags.COMMA
    if inserted and clause.head is not None and source is not None:
        around = clauses[clause.head]
        return Frame((cue.at, cue.at + 1), source, (around.first, around.last), at, report, trailing=True)
    trailing = is_trailing(tokens, clauses, at, cue.at, source, language)
    message = _message(tokens, clauses, at, cue, trailing, language)
    trailing = trailing and (message is None or message[0] < clause.first)
    report = report and not promises(clauses, cue, message)
    embedded = clause.opening is Opening.ADVERBIAL and not _is_aside(tokens, clause)
    if embedded and report and source is not None and _follows(clauses, at, message, language):
        return Frame((cue.at, cue.at + 1), source, message, None, report)
    message = None if embedded else message
    needy = language == "de" and cue.base in _NEEDY and not attributes(tokens, clause, cue)
    if needy and not _is_content(tokens, message):
        return None
    if message is None or clause.opening is Opening.RELATIVE:
        whole = (clause.first, clause.last)
        strong = source is not None and _says_alone(tokens, clause, cue)
        return Frame((cue.at, cue.at + 1), source, whole, None, report) if strong else None
    if trailing and source is not None and message[0] < source[0] < message[1]:
        message = message[0], source[0]
    return Frame((cue.at, cue.at + 1), source, message, at, report, trailing)


def _message(
    tokens: list[Token], clauses: list[Clause], at: int, cue: Cue, trailing: bool, language: Language
) -> Span | None:
    message = find_message(tokens, clauses, at, cue.at, trailing, language)
    if language == "en" or message is None:
        return message
    said_all = not trailing and says_all(tokens, clauses, at, cue, message)
    if message[0] < clauses[at].first and tokens[message[0]].low in _FACTS:
        return message_behind(clauses, at)
    return None if said_all else message


def _heard(tokens: list[Token], clauses: list[Clause], at: int, language: Language) -> Frame | None:
    """What a court was told: put forward as a fact by nobody named."""
    verb = heard_at(tokens, clauses[at]) if language == "en" else None
    message = find_message(tokens, clauses, at, verb, False, language) if verb is not None else None
    if verb is None or message is None:
        return None
    return Frame((verb, verb + 1), None, message, at, report=True)


def _shows_not(tokens: list[Token], clauses: list[Clause], at: int, cue: Cue) -> bool:
    """ "Die Zahlen beweisen nicht, dass …": what is not said has no speaker; "nicht nur" denies nothing."""
    if (
        at + 1 >= len(clauses)
        or clauses[at + 1].opening is not Opening.CONTENT
        or cue.base not in _GERMAN_REPORT
    ):
        return False
    behind = tokens[cue.at + 1 : clauses[at].last]
    return any(one.low == "nicht" and two.low != "nur" for one, two in pairwise([*behind, tokens[cue.at]]))


def _is_no_speech(tokens: list[Token], clause: Clause, cue: Cue, source: Span | None) -> bool:
    """Of nobody, of a share of those asked, or a verb that means something else by itself."""
    if source is not None and (tokens[source[0]].low in _NOBODY or is_share(tokens, source)):
        return True
    if source is not None and source[1] - source[0] == 1 and tokens[source[0]].low in _UNKNOWN:
        return clause.opening is Opening.ADVERBIAL
    if cue.base == "halten":
        return not attributes(tokens, clause, cue)
    return cue.base == "widersprechen" and (source is None or not can_speak(tokens, source, "de"))


def _is_writing(tokens: list[Token], source: Span) -> bool:
    """ "The documents", "figures from the council", "its own assessment"."""
    noun = next((at for at in range(*source) if tokens[at].tag == tags.NOUN), source[0])
    while noun + 1 < source[1] and tokens[noun + 1].tag == tags.NOUN:
        noun += 1
    return tokens[noun].low in WRITINGS


def _says_alone(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """Whether the verb attributes without a clause of what is said."""
    quoting = sum(token.tag == tags.QUOTE for token in tokens[cue.at : clause.last]) > 1
    pointing = tokens[clause.first].low in _POINTING and cue.at == clause.first + 1
    return quoting or pointing or clause.opening is Opening.RELATIVE or attributes(tokens, clause, cue)


def _is_content(tokens: list[Token], message: Span | None) -> bool:
    """A clause with dass, words in quotation marks, or the Konjunktiv."""
    if message is None:
        return False
    opens = tokens[message[0]]
    if opens.low in ("dass", "daß") or any(tokens[at].tag == tags.QUOTE for at in range(*message)):
        return True
    return subjunctive_at(tokens, *message) is not None


def _can_frame(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    if clause.opening is Opening.MAIN:
        return True
    if clause.opening is Opening.RELATIVE:
        return cue.passive
    report = cue.base in GERMAN_REPORT or cue.base in ENGLISH_REPORT
    known = report or cue.base in STRONG
    return clause.opening is Opening.ADVERBIAL and (_is_aside(tokens, clause) or known)


def _follows(clauses: list[Clause], at: int, message: Span | None, language: Language) -> bool:
    """ "after an inquiry found that …", "nachdem die Werft gemeldet hatte, dass …": what is said comes behind
    the verb of the clause that embeds it."""
    if message is None:
        return False
    clause = clauses[at]
    if language == "en" and clause.finite is not None and clause.finite < message[0] < clause.last:
        return True
    return any(c.first == message[0] and c.opening is Opening.CONTENT for c in clauses[at + 1 :])


def _is_aside(tokens: list[Token], clause: Clause) -> bool:
    """ "as the company said", "wie die Polizei mitteilte"."""
    return tokens[begin_of(tokens, clause)].low in _ASIDE


def _before_colon(tokens: list[Token], clauses: list[Clause], at: int, language: Language) -> Frame | None:
    """ "Berger winkt ab: „…“": the subject of a clause that ends with a colon says what is quoted behind it,
    whatever its verb."""
    if at + 1 >= len(clauses) or clauses[at + 1].sign != tags.COLON:
        return None
    clause, following = clauses[at], clauses[at + 1]
    if clause.opening is not Opening.MAIN or clause.finite is None:
        return None
    if not is_quoted(tokens, following):
        return None
    finder = german_source if language == "de" else english_source
    source = finder(tokens, clause, Cue(clause.finite, "told", passive=False))
    if source is None or not can_speak(tokens, source, language):
        return None
    return Frame(
        (clause.finite, clause.finite + 1), source, (following.first, len(tokens)), None, report=True
    )


def _name_frames(tokens: list[Token], clauses: list[Clause]) -> list[Frame]:
    """ "Berger: Wir bauen neu" in a headline: a name, a colon, what it says."""
    found = []
    for at, clause in enumerate(clauses[:-1]):
        following = clauses[at + 1]
        if following.sign != tags.COLON or clause.opening is not Opening.MAIN:
            continue
        bare = [token for token in tokens[clause.first : clause.last] if token.tag != tags.QUOTE]
        if clause.finite is None and is_quoted(tokens, following) and is_role_alone(tokens, clause):
            source = (clause.first, clause.last)
            found.append(Frame(source, source, (following.first, len(tokens)), at, report=True))
            continue
        if not 0 < len(bare) <= 3:
            continue
        if all(token.tag == tags.NOUN for token in bare) and following.finite is not None:
            span = (clause.first, clause.last)
            found.append(Frame(span, span, (following.first, len(tokens)), at, report=True))
    return found
