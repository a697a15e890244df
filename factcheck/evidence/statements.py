"""A text as statements that can be compared: `read_claim`, `read_passage`.

Each proposition that the extraction finds in a passage is a statement of its own, with its own time and
its own modality; what the passage names anywhere is known to all of them.
"""

import re
from datetime import date
from typing import NamedTuple

from claims.claim import ClaimDraft, Modality
from claims.reason import Language
from claims.selector import Place
from factcheck.evidence.content import find_content
from factcheck.evidence.cues import Cues, find_cues
from factcheck.evidence.entities import Entity, find_entities, key_of
from factcheck.evidence.kinship import NOBODY, Groups, kin
from factcheck.evidence.ranks import Rank, find_ranks
from factcheck.extraction.claims import extract
from factcheck.extraction.parsing import parse
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.times import find_times
from factcheck.matching.terms import Analysis, Term, analyse


class Statement(NamedTuple):
    """One proposition, read: its words, names, times with their dates, ranks, and how it is held."""

    analysis: Analysis
    entities: tuple[Entity, ...]
    times: tuple[tuple[str, str], ...]
    undated: tuple[str, ...]
    ranks: tuple[Rank, ...]
    kin: tuple[Groups, ...]
    """For each term the groups of words that state the same."""
    modality: Modality
    hearsay: bool
    cues: Cues
    content: tuple[int, ...]
    """The terms that say what it is about."""
    keys: frozenset[str]
    """Its words as names are compared."""
    unread: bool
    """Whether it has figures that no slot took in."""


class Passage(NamedTuple):
    """Its statements, and what it names anywhere."""

    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    analysis: Analysis
    keys: frozenset[str]


_HEARSAY: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:gerücht\w*|angeblich\w*|mutmaßlich\w*|soll(?:en)? \w[^.]* (?:haben|sein)\b|vorwurf|vorwürfe|"
        r"verdacht\w*|ob\b|vermut\w*|behaupt\w*|ermittel\w*\b[^.]{0,40}\b(?:gegen|wegen)|ermittlungen|spekul\w*|möglicherweise|könnte\w*|womöglich|"
        r"verhandel[tn]\b|verhandlungen|erwäg\w*|berät\b|beraten\b|beratung\w*|diskut\w*|prüft\b|"
        r"gespräche\w*|"
        r"falls|sofern|vorgeschlagen|schlägt\b|schlug\b|forder(?:t|n|te|ten)\b[^.]*\b(?:zu|dass|soll\w*|müss\w*)\b|forderung\w*|beantragt\w*|empfiehlt|empfahl|möglicher?\b|schätz\w*|hoff\w*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:rumou?rs?|alleged(?:ly)?|allegations?|alleges?|claim(?:s|ed)? that|claims?\b(?! (?:of|for))|"
        r"whether|suspect\w*|accus\w*|reportedly|speculat\w*|investigat(?:e|es|ed|ing|ion)\b|believed to|"
        r"may\b|might\b|could\b|possibl[ey]|in talks|negotiat\w*|consider(?:s|ed|ing)?\b|mull\w*|weighing|"
        r"discuss\w*|provided|if\b|hop(?:es?|ed|ing)\b|propos\w*|suggest\w*|"
        r"recommend\w*|demand(?:s|ed|ing)\b|call(?:s|ed)? for|urg(?:e|es|ed|ing)\b)",
        re.IGNORECASE,
    ),
}
"""Words that say that something is told, suspected or talked about, not that it is so."""


def read_claim(text: str, language: Language, published: date | None) -> Statement:
    """The claim as one statement, however many propositions it has. Pure."""
    drafts = extract(text, language, published).claims
    modality = (
        max(drafts, key=lambda draft: draft.end - draft.start).modality if drafts else Modality.ASSERTED
    )
    return _read(text, language, published, modality, told=False)


def read_passage(text: str, language: Language, published: date | None) -> Passage:
    """The statements of a passage: what the extraction finds, and each sentence as a whole. Pure."""
    extraction = extract(text, language, published)
    drafts = extraction.claims
    places = split_sentences(text, language)
    found = [_of_draft(draft, text, places, language, published) for draft in drafts]
    for place in places:
        inside = [draft for draft in drafts if place.start <= draft.start < place.end]
        held = {draft.modality for draft in inside}
        if len(held) == 1:
            read = _read(text[place.start : place.end], language, published, held.pop())
            alone = len(inside) == 1 or len(read.times) + len(read.undated) < 2
            found += [read] if alone and not any(_same_words(read, other) for other in found) else []
    for sentence in extraction.sentences:
        if sentence.why_none is not None and sentence.why_none.code == "fragment":
            # too short to be checked alone, but not to answer: "Turnout declined."
            found.append(_read(text[sentence.start : sentence.end], language, published, Modality.ASSERTED))
    analysis = analyse(text, language)
    entities = find_entities(analysis, parse(text, language))
    keys = frozenset(key_of(word) for word in re.findall(r"[\w&-]+", text))
    return Passage(tuple(found), entities, analysis, keys)


def _same_words(one: Statement, other: Statement) -> bool:
    return one.analysis.sequence == other.analysis.sequence


def _of_draft(
    draft: ClaimDraft, text: str, places: list[Place], language: Language, published: date | None
) -> Statement:
    """A proposition with what its sentence adds: the time, and whether it is only told."""
    read = _read(draft.text, language, published, draft.modality)
    around = next((text[p.start : p.end] for p in places if p.start <= draft.start < p.end), draft.text)
    times = read.times or tuple((time.exact, time.edtf) for time in draft.times if time.edtf)
    if not times and not read.undated:
        found = find_times(around, language, published)
        times = tuple((time.exact, time.edtf) for time in found if time.edtf) if len(found) == 1 else ()
    return read._replace(times=times, hearsay=_HEARSAY[language].search(around) is not None)


def _read(
    text: str, language: Language, published: date | None, modality: Modality, *, told: bool = True
) -> Statement:
    analysis = analyse(text, language)
    times = find_times(text, language, published)
    entities = find_entities(analysis, parse(text, language))
    ranks = find_ranks(text, language)
    groups = tuple(_kin(term, language) for term in analysis.terms)
    slots = [(each.start, each.end) for each in (*analysis.quantities, *times)]
    spans = [
        *slots,
        *((each.start, each.end) for each in entities),
        *((rank.start, rank.end) for rank in ranks),
    ]
    spans += [each.calling for each in entities if each.calling is not None]
    return Statement(
        analysis=analysis,
        entities=entities,
        times=tuple((time.exact, time.edtf) for time in times if time.edtf),
        undated=tuple(time.exact for time in times if not time.edtf),
        ranks=ranks,
        kin=groups,
        cues=find_cues(analysis, groups),
        content=find_content(analysis, spans, groups, planned=modality is Modality.PLANNED, told=told),
        keys=frozenset(key_of(term.form) for term in analysis.terms),
        unread=any(not _covered(match.start(), slots) for match in _FIGURE.finditer(text)),
        modality=modality,
        hearsay=_HEARSAY[language].search(text) is not None,
    )


def _covered(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _kin(term: Term, language: Language) -> Groups:
    """Those of the word, else those of the last part of a compound, which says what it is."""
    return kin(term.key, language) or (kin(term.parts[-1], language) if term.parts else NOBODY)


_FIGURE = re.compile(r"\d[\d.,]*")
