"""Every place where a text lets somebody else speak: `find_voices(text, sentences, language) -> list[Voice]`.

More than the frames that give a claim its speaker: also mentions of speech, quotations, and German verb
forms of reported speech whose speaker the sentence does not name. Over sentences a speaker lasts while a
quotation runs on and while such verb forms follow; "Das teilte die Bahn mit" is about the sentence before.
"""

from dataclasses import dataclass, replace

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.frames_german import german_source
from factcheck.extraction.lexicon import words
from factcheck.extraction.mentions import find_mentions
from factcheck.extraction.moods import hearsay_at, is_subjunctive, subjunctive_at, substitute_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import Cue, Span
from factcheck.extraction.quotations import Quotation, find_quotations
from factcheck.extraction.roles import is_role

_REACH = 4
"""Sentences for which a speaker is remembered when nothing names him again."""

_SPOKEN = 2
"""Words that a quotation has at least to be speech rather than a title or a word set apart."""

_PERSONAL = words("er sie")
_POINTING = words("das dies")


@dataclass(frozen=True, slots=True)
class Voice:
    """Spans of code points. `at` is the sentence; without a `source` the speaker is open. `lasting`: the
    voice shows by verb form or quotation only, so the speaker before may go on."""

    at: int
    source: Span | None
    head: Span | None
    cue: str | None
    message: Span | None
    lasting: bool = False


def find_voices(text: str, sentences: list[Sentence], language: Language) -> list[Voice]:
    """The voices of the text by sentence."""
    quotations = find_quotations([sentence.tokens for sentence in sentences], language)
    found: list[list[Voice]] = []
    for at, sentence in enumerate(sentences):
        spoken = [part for part in quotations[at] if is_spoken(sentence, part)]
        quoted = any(_is_picked(sentence, part) for part in quotations[at])
        named = _named(text, sentence, at, spoken, language, quoted=quoted)
        after = bool(at and found[at - 1])
        found.append(named or _unnamed(sentence, at, spoken, language, after=after))
    _point_back(found, sentences)
    _carry(found)
    return [voice for of_sentence in found for voice in of_sentence]


def _named(
    text: str, sentence: Sentence, at: int, spoken: list[Quotation], language: Language, *, quoted: bool
) -> list[Voice]:
    found: dict[Span, Voice] = {}
    for frame in sentence.frames:
        if _is_inside(frame.cue[0], spoken) or _is_label(sentence, frame.cue, frame.source):
            continue
        whole = language == "de"
        cue, source = _statement(sentence, frame.cue, frame.source) if whole else (frame.cue, frame.source)
        found[cue] = _voice(text, sentence, at, cue, source, frame.message)
    if language == "de":
        for mention in find_mentions(sentence, quoted=quoted or bool(spoken)):
            known = found.get(mention.cue)
            known = known or next((v for cue, v in found.items() if cue[0] == mention.cue[0]), None)
            if not _is_inside(mention.cue[0], spoken) and (known is None or known.source is None):
                found[mention.cue] = _voice(text, sentence, at, mention.cue, mention.source, mention.message)
    voices = sorted(found.values(), key=lambda voice: voice.source is None)
    named = [voice for voice in voices if voice.source is not None] or voices[:1]
    return _with_quotations(sentence, named, spoken)


def _with_quotations(sentence: Sentence, voices: list[Voice], spoken: list[Quotation]) -> list[Voice]:
    """The voices with what is quoted as their message: of the first that has none, else beside the last."""
    for part in spoken if voices else ():
        said = sentence.span((part.first, part.last))
        if any(v.message and v.message[0] < said[1] and said[0] < v.message[1] for v in voices):
            continue
        bare = next((at for at, voice in enumerate(voices) if voice.message is None), None)
        if bare is None:
            voices = [*voices, replace(voices[-1], message=said)]
        else:
            voices[bare] = replace(voices[bare], message=said)
    return voices


def _is_label(sentence: Sentence, cue: Span, source: Span | None) -> bool:
    """ "Hintergrund: …", "Japan: 1:0": nouns before a colon that name no speaker."""
    if cue != source:
        return False
    numbered = cue[1] + 1 < len(sentence.tokens) and sentence.tokens[cue[1] + 1].tag == tags.NUMBER
    return numbered or not any(cue[0] <= name.first < cue[1] for name in sentence.names)


def _is_inside(at: int, spoken: list[Quotation]) -> bool:
    return any(part.first <= at < part.last for part in spoken)


def _statement(sentence: Sentence, cue: Span, source: Span | None) -> tuple[Span, Span | None]:
    """ "nach Angaben der Polizei": here the whole phrase "Angaben der Polizei" is the source, whose head is
    the statement; a claim's speaker is whose statement it is."""
    nouns = [at for at in range(*cue) if sentence.tokens[at].tag == tags.NOUN]
    if source is None or cue[1] - cue[0] < 2 or not nouns:
        return cue, source
    if any(token.low not in ("von", "vom") for token in sentence.tokens[cue[1] : source[0]]):
        return cue, source
    first, last = cue[0] + 1, cue[1]
    if sentence.tokens[cue[1] - 1].tag != tags.NOUN:
        first, last, cue = nouns[0], cue[1] - 1, (cue[1] - 1, cue[1])
    else:
        cue = (cue[0], cue[0] + 1)
    return cue, (min(first, source[0]), max(last, source[1]))


def _voice(
    text: str, sentence: Sentence, at: int, cue: Span, source: Span | None, message: Span | None
) -> Voice:
    cue_start, cue_end = sentence.span(cue)
    said = sentence.span(message) if message is not None and message[1] > message[0] else None
    whose = sentence.span(source) if source is not None else None
    head = head_of(sentence, source) if source is not None else None
    return Voice(at, whose, head, text[cue_start:cue_end], said)


def head_of(sentence: Sentence, source: Span) -> Span:
    """The name that the first run of nouns ends with or is, else the last of these nouns: "Berger" of "die
    Ministerin Berger", "Sprecher" of "ein Sprecher der Stadt"."""
    tokens = sentence.tokens
    first = next((at for at in range(*source) if tokens[at].tag == tags.NOUN), None)
    if first is None:
        return sentence.span((source[0], source[0] + 1))
    last = first + 1
    while last < source[1] and tokens[last].tag == tags.NOUN:
        last += 1
    for name in sentence.names:
        if first <= name.first < last and (name.person or name.first == first):
            return sentence.span((name.first, min(name.last, source[1])))
    return sentence.span((last - 1, last))


def _unnamed(
    sentence: Sentence, at: int, spoken: list[Quotation], language: Language, *, after: bool
) -> list[Voice]:
    """What shows as somebody's words and not whose; `after`: somebody spoke in the sentence before."""
    whole = (sentence.place.start, sentence.place.end)
    if spoken:
        whole = sentence.span((spoken[0].first, spoken[-1].last))
    elif language != "de" or not reports(sentence, after=after):
        return []
    source = _subject_beside(sentence, spoken) if language == "de" else None
    if source is None:
        return [Voice(at, None, None, None, whole, lasting=True)]
    return [Voice(at, sentence.span(source), head_of(sentence, source), None, whole)]


def _subject_beside(sentence: Sentence, spoken: list[Quotation]) -> Span | None:
    """The subject of the main clause beside what is quoted or reported, whose own verb is neither."""
    tokens = sentence.tokens
    for clause in sentence.clauses:
        finite = clause.finite
        if clause.opening is not Opening.MAIN or finite is None or _is_inside(finite, spoken):
            continue
        apart = is_subjunctive(tokens[finite].low) or tokens[finite].low in ("soll", "sollen")
        if apart or substitute_at(tokens, finite, finite + 1, spoken=True) is not None:
            continue
        source = german_source(tokens, clause, Cue(finite, "", passive=False))
        if source is not None and not _is_inside(source[0], spoken) and _can_speak(sentence, source):
            return source
    return None


def _can_speak(sentence: Sentence, source: Span) -> bool:
    """A person by name, pronoun or role."""
    first = sentence.tokens[source[0]]
    if source[1] - source[0] == 1 and first.low in _PERSONAL:
        return True
    if any(name.person and source[0] <= name.first < source[1] for name in sentence.names):
        return True
    nouns = [token.text for token in sentence.tokens[source[0] : source[1]] if token.tag == tags.NOUN]
    return bool(nouns) and is_role(nouns[0], "de")


def reports(sentence: Sentence, *, after: bool) -> bool:
    """Whether German verb forms mark the sentence as somebody's words; `after`: somebody spoke before it."""
    tokens = sentence.tokens
    for segment in sentence.segments:
        if subjunctive_at(tokens, segment.first, segment.last) is not None:
            return True
        if hearsay_at(tokens, segment.first, segment.last, spoken=after) is not None:
            return True
    return substitute_at(tokens, 0, len(tokens), spoken=after) is not None


def is_spoken(sentence: Sentence, part: Quotation) -> bool:
    """A quotation that goes on beyond the sentence, has a verb, or begins in the middle of a phrase."""
    inside = sentence.tokens[part.first : part.last]
    spoken = [token for token in inside if token.tag.isalpha()]
    if len(spoken) <= _SPOKEN:
        return False
    if not (part.opened and part.closed) or any(token.tag in tags.VERBAL for token in inside):
        return True
    return spoken[0].text[0].islower()


def _is_picked(sentence: Sentence, part: Quotation) -> bool:
    """A word or two picked from somebody's speech, not a name: "nannte es „zu teuer“"."""
    inside = [token for token in sentence.tokens[part.first : part.last] if token.tag.isalpha()]
    return bool(inside) and inside[0].text[0].islower()


def _point_back(found: list[list[Voice]], sentences: list[Sentence]) -> None:
    """ "Das teilte die Bahn mit": what was said is the sentence before."""
    for at in range(1, len(sentences)):
        first = sentences[at].tokens[0].low if sentences[at].tokens else ""
        if first in _POINTING and found[at] and not any(v.source for v in found[at - 1]):
            said = (sentences[at - 1].place.start, sentences[at - 1].place.end)
            found[at - 1] = [replace(found[at][0], message=said, at=at - 1)]


def _carry(found: list[list[Voice]]) -> None:
    """Fills open speakers from the sentences before."""
    last: Voice | None = None
    for at, voices in enumerate(found):
        for index, voice in enumerate(voices):
            if voice.source is None and last is not None and voice.lasting and at - last.at <= _REACH:
                voices[index] = replace(voice, source=last.source, head=last.head)
                last = replace(last, at=at)
        named = [voice for voice in voices if voice.source is not None and not voice.lasting]
        if named:
            last = named[-1]
