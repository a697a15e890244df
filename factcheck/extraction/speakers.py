"""Who is said to have said what: `find_speakers(text, language) -> list[Speaker]`.

Frames of speech name a speaker inside their sentence. Over sentences a speaker lasts while a
quotation runs on or begins anew, and in German while the verbs stay in the subjunctive of reported
speech. Pronouns and "the company" are resolved to the last fitting name where that is plain.
"""

from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, Field

from claims.reason import Language
from claims.selector import Place
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.frames import Frame
from factcheck.extraction.german import SUBJUNCTIVE
from factcheck.extraction.interviews import find_answers
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import is_subjunctive
from factcheck.extraction.naming import Naming, name_speaker
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence, parse
from factcheck.extraction.people import People
from factcheck.extraction.topic_labels import is_topic
from factcheck.extraction.voices import Voice, find_voices, reports

_OPENING = '„“"»‚‘«'
_INDIRECT = SUBJUNCTIVE | words(
    "hätte hätten wäre wären würde würden müssten wüssten läge lägen gäbe gäben käme kämen bestünde "
    "bestünden stünde stünden nähme nähmen sähe sähen bräuchte bräuchten ginge gingen hielte hielten fände "
    "fänden"
)
_REACH = 4
"""Sentences for which a speaker is remembered when nothing names him again."""


_TAG = 5
"""Tokens that ", he said," has at most."""


class Speaker(BaseModel):
    """Words [start, end) that name who says something. `head_start`, `head_end` are the place of the noun
    or name that is its head, `cue` the verb or preposition that attributes, `message` what is said. Where
    the speaker is open, `exact` is "" and both places are empty."""

    model_config = ConfigDict(frozen=True)

    start: int = Field(ge=0)
    end: int
    exact: str
    head_start: int
    head_end: int
    cue: str | None = None
    message: Place | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A message, code points [start, end), with its speaker as the article names him, the full name
    where it is known, and the frame that says so (None where the speaker lasts from before). `unresolved`:
    the words are a pronoun or "the company", and the article does not plainly say whom they mean."""

    start: int
    end: int
    naming: Naming
    frame: Frame | None
    unresolved: bool = False

    @property
    def speaker(self) -> str:
        return self.naming.speaker

    @property
    def resolved(self) -> str | None:
        return self.naming.resolved


def find_speakers(text: str, language: Language) -> list[Speaker]:
    """Who speaks in the text, in order; offsets in code points of `text`.

    Where the words show that somebody else speaks but nobody says who, the speaker is open: `exact` is
    empty, and the place, as that of the head, is the empty one at the beginning of the message. These
    stand behind those with a name.
    """
    voices = find_voices(text, parse(text, language), language)
    return [_speaker(text, voice) for voice in sorted(voices, key=lambda voice: voice.source is None)]


def _speaker(text: str, voice: Voice) -> Speaker:
    begin = voice.message[0] if voice.message is not None else 0
    start, end = voice.source or (begin, begin)
    head_start, head_end = voice.head or (start, start)
    return Speaker(
        start=start,
        end=end,
        exact=text[start:end],
        head_start=head_start,
        head_end=head_end,
        cue=voice.cue,
        message=Place(start=voice.message[0], end=voice.message[1]) if voice.message else None,
    )


def attribute(text: str, sentences: list[Sentence], language: Language) -> list[list[Attribution]]:
    """For each sentence its messages; a message never leaves its sentence."""
    people = People(language)
    found: list[list[Attribution]] = []
    last: Attribution | None = None
    age, quoting, rival = 0, False, False
    answers = find_answers(text, sentences)
    for at, sentence in enumerate(sentences):
        opens = quoting or text[sentence.place.start] in _OPENING
        attributed = _framed(text, sentence, people, last if age <= _REACH else None, language)
        if attributed:
            if quoting:
                _backfill(found, sentences, attributed[-1])
            if last is None or age > _REACH or not _told_earlier(sentence, attributed[-1].frame):
                last, age, rival = attributed[-1], 0, False
        elif at in answers:
            attributed = [_answered(sentence, answers[at], people)]
        elif (
            last is not None
            and not _has_own_frame(sentence, language)
            and (age == 0 or ((opens or not rival) and age <= _REACH))
            and _goes_on(sentence, opens, language)
        ):
            attributed = [_lasting(sentence, last)]
            age = 0
        else:
            age += 1
            rival = rival or age > 1 or _names_other(sentence, last)
        found.append(attributed)
        people.see(sentence)
        quoting = _runs_on(text, sentence, quoting)
    return found


def _told_earlier(sentence: Sentence, frame: Frame | None) -> bool:
    """German "Der Bund hatte zugesagt, …": what was said before the story does not go on behind it."""
    at = frame.clause if frame is not None else None
    finite = sentence.clauses[at].finite if at is not None else None
    return finite is not None and sentence.tokens[finite].low in ("hatte", "hatten")


def _names_other(sentence: Sentence, last: Attribution | None) -> bool:
    """Whether the sentence names somebody who may speak next instead of who spoke last."""
    known = set() if last is None else set((last.resolved or last.speaker).split())
    return any(known.isdisjoint(name.text.split()) for name in sentence.names)


def _has_own_frame(sentence: Sentence, language: Language) -> bool:
    """ "…", sagt er: somebody speaks whom nothing explains, so it is not who spoke before."""
    return any(
        frame.source is not None and frame.trailing and not is_topic(sentence, frame, language)
        for frame in sentence.frames
    )


def _framed(
    text: str, sentence: Sentence, people: People, last: Attribution | None, language: Language
) -> list[Attribution]:
    found: list[Attribution] = []
    for frame in sentence.frames:
        if frame.source is None or frame.message is None or frame.message[1] <= frame.message[0]:
            continue
        if is_topic(sentence, frame, language):
            continue
        before = found[-1] if found else last
        named = name_speaker(text, sentence, frame, people, before.naming if before else None, language)
        if named is not None:
            start, end = sentence.span(frame.message)
            unresolved = named.resolved is None and people.is_description(named.speaker)
            found.append(Attribution(start, end, named, frame, unresolved))
    if found:
        found += _said_besides(sentence, found, language)
    return found


def _said_besides(sentence: Sentence, found: list[Attribution], language: Language) -> list[Attribution]:
    """What the last speaker goes on to say in the same sentence: German in the Konjunktiv ("…, sagte Berger;
    der Hafen sei zu"), English behind ", he said, and"."""
    besides = []
    spoken = found[-1]
    tagged = spoken.frame is not None and spoken.frame.trailing and spoken.frame.clause is not None
    for at, clause in enumerate(sentence.clauses):
        said = clause.opening is Opening.MAIN or (language == "de" and clause.opening is Opening.ADVERBIAL)
        if not said or clause.finite is None or clause.last <= clause.first:
            continue
        if language == "de":
            goes_on = is_subjunctive(sentence.tokens[clause.finite].low) or _quotes_on(
                sentence, clause, spoken
            )
        else:
            before = sentence.clauses[at - 1]
            goes_on = tagged and at > 0 and at - 1 == (spoken.frame and spoken.frame.clause)
            goes_on = (
                goes_on
                and clause.sign in (tags.COMMA, tags.CONJUNCTION)
                and before.last - before.first < _TAG
            )
        start, end = sentence.span((clause.first, clause.last))
        if goes_on and not any(a.start < end and start < a.end for a in found):
            besides.append(replace(spoken, start=start, end=end, frame=None))
    return besides


def _quotes_on(sentence: Sentence, clause: Clause, spoken: Attribution) -> bool:
    """German "„…“, sagte Berger, „aber …“": the quotation that goes on behind who says it."""
    frame = spoken.frame
    behind = frame is not None and frame.trailing and frame.cue[0] < clause.first
    return behind and sentence.tokens[clause.first].tag == tags.QUOTE == sentence.tokens[0].tag


def _answered(sentence: Sentence, name: str, people: People) -> Attribution:
    """The whole sentence as said by who answers in an interview."""
    naming = Naming(name, people.full_name(name) or name, person=True)
    return Attribution(sentence.place.start, sentence.place.end, naming, None)


def _lasting(sentence: Sentence, last: Attribution) -> Attribution:
    """The whole sentence as said by who spoke last."""
    return replace(last, start=sentence.place.start, end=sentence.place.end, frame=None)


def find_open(
    sentences: list[Sentence], attributed: list[list[Attribution]], language: Language
) -> list[list[tuple[int, int]]]:
    """For each sentence the spans of code points that somebody says of whom the article does not plainly
    say who he is: a pronoun without a name before it, "es hieß", German reported speech of nobody named.
    `attributed` is what `attribute` gave for the same sentences."""
    return [
        _open_in(sentence, known, language) for sentence, known in zip(sentences, attributed, strict=True)
    ]


def _open_in(sentence: Sentence, known: list[Attribution], language: Language) -> list[tuple[int, int]]:
    found = [(a.start, a.end) for a in known if a.unresolved]
    for frame in sentence.frames:
        said = frame.message is not None and frame.message[1] > frame.message[0]
        said = said and not is_topic(sentence, frame, language)
        if said and frame.message is not None and all(a.frame is not frame for a in known):
            found.append(sentence.span(frame.message))
    if not known and not found and language == "de" and reports(sentence, after=False):
        found.append((sentence.place.start, sentence.place.end))
    return found


def _goes_on(sentence: Sentence, opens: bool, language: Language) -> bool:
    return opens or _indirect(sentence, language)


def _indirect(sentence: Sentence, language: Language) -> bool:
    """German: every finite verb stands in the subjunctive of reported speech."""
    if language != "de":
        return False
    mains = (c for c in sentence.clauses if c.opening is Opening.MAIN and c.head is None)
    finite = [sentence.tokens[c.finite] for c in mains if c.finite is not None]
    certain = [token for token in finite if is_subjunctive(token.low) or token.low in _INDIRECT]
    # "stammten" is Konjunktiv II as well, beside one that is plain
    return bool(certain) and all(token in certain or token.low.endswith(("te", "ten")) for token in finite)


def _runs_on(text: str, sentence: Sentence, quoting: bool) -> bool:
    """Whether a quotation is still open at the sentence's end."""
    for token in sentence.tokens:
        if token.tag == tags.QUOTE and len(token.text) == 1 and token.text not in "'’‘":
            quoting = _opens(text, token.start) if token.text in '"“' else token.text in "„»«"
            if token.text in "«»" and not _opens(text, token.start):
                quoting = False
    return quoting


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "(–—-") and not after.isspace()


def _backfill(found: list[list[Attribution]], sentences: list[Sentence], named: Attribution) -> None:
    """The sentences of the same quotation before the one that names its speaker."""
    for at in range(len(found) - 1, max(-1, len(found) - 1 - _REACH), -1):
        if any(attribution.frame is not None for attribution in found[at]):
            return
        found[at] = [_lasting(sentences[at], named)]
        if sentences[at].tokens and sentences[at].tokens[0].tag == tags.QUOTE:
            return
