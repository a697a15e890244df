"""From the sentences of an article to its claims: `extract(text, language, published)`."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from claims.draft import AliasDraft, ClaimDraft, Extraction, SentenceDraft
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.selector import Place, surroundings
from claims.time import TimeExpression
from factcheck.extraction import tags
from factcheck.extraction.aliases import Aliases, with_speaker
from factcheck.extraction.assertion import objection
from factcheck.extraction.attributions import attribution_of, is_act, is_open_voice, is_voiced, sayers
from factcheck.extraction.kinds import find_kind
from factcheck.extraction.modality import find_modality
from factcheck.extraction.parsing import Sentence, parse
from factcheck.extraction.propositions import Proposition, find_propositions
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.readings import Reading
from factcheck.extraction.repeats import Content, content_of, join_repeats
from factcheck.extraction.speakers import Attribution, attribute, find_open
from factcheck.extraction.times import find_times
from factcheck.extraction.wording import Wording, Writer
from factcheck.extraction.worth import Standing, weigh

_LEADING = 8
"""Tokens within which the leading time of a German sentence stands, before its verb."""

_Placed = TypeVar("_Placed", bound=Place)


class Slotted:
    """Quantities and times of the whole text, handed out by place."""

    def __init__(self, quantities: Sequence[Quantity], times: Sequence[TimeExpression]) -> None:
        self.quantities, self.times = quantities, times
        self._quantity_starts = [quantity.start for quantity in quantities]
        self._time_starts = [time.start for time in times]

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        return _inside(self.quantities, self._quantity_starts, start, end)

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        return _inside(self.times, self._time_starts, start, end)


def _outside(placed: tuple[_Placed, ...], places: list[Place]) -> tuple[_Placed, ...]:
    if not places:
        return placed
    return tuple(
        each for each in placed if not any(p.start <= each.start and each.end <= p.end for p in places)
    )


def _inside(placed: Sequence[_Placed], starts: list[int], start: int, end: int) -> tuple[_Placed, ...]:
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return tuple([each for each in placed[first:last] if each.end <= end]) if first < last else ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What the sentences gave before repeats are joined: each draft with its content, each sentence
    with the indexes of its drafts or why it has none."""

    drafts: list[ClaimDraft]
    contents: list[Content]
    answers: list[tuple[tuple[int, ...], Reason | None]]


def extract(
    text: str, language: Language, published: date | None = None, aliases: Sequence[AliasDraft] = ()
) -> Extraction:
    """The claims of `text` and what became of each sentence; `aliases` are what a reviewer said that words
    of it stand for. Pure; raises nothing, whatever the text."""
    parsed = parse(text, language)
    slotted = Slotted(find_quantities(text, language), find_times(text, language, published))
    found = _find(text, parsed, slotted, language, aliases)
    kept = join_repeats(found.drafts, found.contents)
    repeats: defaultdict[int, list[ClaimDraft]] = defaultdict(list)
    for at, keeper in kept.items():
        if at != keeper:
            repeats[keeper].append(found.drafts[at])
    order = sorted(set(kept.values()), key=lambda at: (found.drafts[at].start, -found.drafts[at].end))
    position = {at: index for index, at in enumerate(order)}
    return Extraction(
        language=language,
        claims=tuple(_with_repeats(found.drafts[at], repeats[at]) for at in order),
        sentences=tuple(
            SentenceDraft(
                start=sentence.place.start,
                end=sentence.place.end,
                claims=tuple(sorted({position[kept[at]] for at in indexes})),
                why_none=why_none,
            )
            for sentence, (indexes, why_none) in zip(parsed, found.answers, strict=True)
        ),
    )


def _with_repeats(draft: ClaimDraft, others: list[ClaimDraft]) -> ClaimDraft:
    """The draft with the places of those that say the same; the highest worth counts."""
    if not others:
        return draft
    places = tuple(Place(start=other.start, end=other.end) for other in others)
    worth = max(draft.worth for draft in (draft, *others))
    return draft.model_copy(update={"also_at": places, "worth": worth})


def _find(
    text: str,
    parsed: list[Sentence],
    slotted: Slotted,
    language: Language,
    aliases: Sequence[AliasDraft],
) -> _Found:
    speakers = attribute(text, parsed, language)
    unnamed = find_open(parsed, speakers, language)
    propositions = [find_propositions(sentence, language) for sentence in parsed]
    known = Aliases(aliases, language)
    writer = Writer(text, language, known)
    found = _Found([], [], [])
    for index, sentence in enumerate(parsed):
        before = len(found.drafts)
        standing = Standing(index, len(parsed), len(propositions[index]))
        references = writer.references(sentence)
        why_none: Reason | None = None
        for proposition in propositions[index]:
            attribution = attribution_of(speakers[index], sentence, proposition)
            claimed = _nested(sentence, proposition, propositions[index], language)
            reading = _reading(text, sentence, proposition, slotted, claimed, language, attribution)
            reason = objection(reading)
            if reason is not None and is_voiced(reason, attribution, language):
                reading, reason = replace(reading, act=True), None
            if reason is None:
                is_open = is_open_voice(attribution, unnamed[index], sentence, proposition)
                wording = writer.word(proposition, references)
                draft = _draft(text, reading, attribution, wording, standing, is_open=is_open)
                found.drafts.append(with_speaker(draft, known))
                found.contents.append(content_of(reading.tokens, language))
            why_none = why_none or reason
        writer.see(sentence)
        indexes = tuple(range(before, len(found.drafts)))
        found.answers.append((indexes, None if indexes else why_none or Reason(code="fragment")))
    return found


def _nested(
    sentence: Sentence, proposition: Proposition, beside: list[Proposition], language: Language
) -> list[Place]:
    """The places inside a claim where the sentence makes another one or names who makes it."""
    named = sayers(sentence, language)
    if len(beside) == 1:
        return named
    first, last = proposition.first, proposition.last
    inside = (o for o in beside if o is not proposition and first <= o.first and o.last <= last)
    spans = [sentence.span((other.first, other.last)) for other in inside]
    return [*named, *(Place(start=start, end=end) for start, end in spans)]


def _reading(
    text: str,
    sentence: Sentence,
    proposition: Proposition,
    slotted: Slotted,
    claimed: list[Place],
    language: Language,
    attribution: Attribution | None,
) -> Reading:
    """`claimed`: the places inside it whose figures and times belong to another claim."""
    start, end = sentence.span((proposition.first, proposition.last))
    return Reading(
        sentence=sentence,
        proposition=proposition,
        language=language,
        last_sign=text[sentence.place.end - 1],
        quantities=_outside(slotted.quantities_in(start, end), claimed),
        times=_outside(slotted.times_in(start, end), claimed)
        or _shared_times(sentence, proposition, slotted),
        attributed=attribution is not None,
        act=attribution is not None and is_act(attribution, sentence, proposition),
    )


def _shared_times(
    sentence: Sentence, proposition: Proposition, slotted: Slotted
) -> tuple[TimeExpression, ...]:
    """ "2019 wurde die Werft verkauft und zog um": the time that leads the sentence holds for both
    verbs; so does that of "When the mill closed in 1981, prices fell"."""
    clause = proposition.clause
    dating = sentence.clauses[0] if sentence.clauses else clause
    follows = dating is not clause and proposition.first == clause.first == dating.last + 1
    if follows and proposition.aside is None and sentence.tokens[dating.first].low == "when":
        return slotted.times_in(*sentence.span((dating.first, dating.last)))
    if (
        proposition.aside is not None
        or clause.sign != tags.CONJUNCTION
        or not _lacks_subject(sentence, proposition)
    ):
        return ()
    lead = sentence.tokens[: min(_LEADING, clause.first)]
    verbs = [at for at, token in enumerate(lead) if token.tag in tags.VERBAL]
    return slotted.times_in(lead[0].start, lead[verbs[0]].start) if verbs else ()


def _lacks_subject(sentence: Sentence, proposition: Proposition) -> bool:
    """The verb leads, or its auxiliary stands with the first of two participles."""
    clause, tokens = proposition.clause, sentence.tokens
    if clause.finite is None:
        return False
    before = max((c.first for c in sentence.clauses if c.first < clause.first), default=clause.first)
    leading = next((c for c in sentence.clauses if c.first == before), clause)
    closes = clause.finite == proposition.last - 1 and tokens[clause.finite].tag == tags.PERHAPS_FINITE
    shared = leading.finite is not None and tokens[leading.finite].tag == tags.AUXILIARY
    return clause.finite <= proposition.first or (closes and shared)


def _draft(
    text: str,
    reading: Reading,
    attribution: Attribution | None,
    wording: Wording,
    standing: Standing,
    *,
    is_open: bool,
) -> ClaimDraft:
    proposition = reading.proposition
    start, end = reading.sentence.span((proposition.first, proposition.last))
    names = _names(reading.sentence, proposition, wording)
    kind = find_kind(reading)
    worth, reasons = weigh(reading, kind, names, standing)
    prefix, suffix = surroundings(text, start, end)
    return ClaimDraft(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=prefix,
        suffix=suffix,
        text=wording.text or text[start:end],
        unresolved=wording.unresolved(spoken=attribution is not None),
        kind=kind,
        modality=find_modality(reading),
        worth=worth,
        reasons=reasons,
        quantities=reading.quantities,
        times=reading.times,
        speaker=attribution.speaker if attribution else None,
        speaker_resolved=attribution.resolved if attribution else None,
        speaker_unresolved=is_open,
        names=names,
    )


def _names(sentence: Sentence, proposition: Proposition, wording: Wording) -> tuple[str, ...]:
    """The names in the claim's words, and those that its readable wording takes from the sentence."""
    inside = (
        name.text
        for name in sentence.names
        if (proposition.first <= name.first and name.last <= proposition.last) or name.text in wording.text
    )
    return tuple(dict.fromkeys((*inside, *wording.names)))
