"""The rules' claims and the model's, side by side: `merge(extraction, text, marks, …)`.

What the rules found stays as it is; where the model marked the same words it is named as a second
proposer. What only the model marked is read by the rules of `extraction.slots`, as words that a person
marks are.
"""

from datetime import date

from claims.draft import ClaimDraft, Extraction, SentenceDraft
from claims.reason import Reason
from claims.selector import Place
from factcheck.extraction.slots import read_claim
from factcheck.model.asking import Marked


def merge(
    extraction: Extraction, text: str, marked: list[Marked], name: str, published: date | None
) -> Extraction:
    """The extraction with the model's marks in it, in the order of the text."""
    drafts = list(extraction.claims)
    for mark in marked:
        at = _find_same(drafts, mark.place)
        if at is None:
            drafts.append(_draft(extraction, text, mark, name, published))
        elif name not in drafts[at].proposers:
            proposers = (*drafts[at].proposers, name)
            drafts[at] = drafts[at].model_copy(update={"proposers": proposers})
    order = sorted(range(len(drafts)), key=lambda at: (drafts[at].start, -drafts[at].end))
    position = {at: index for index, at in enumerate(order)}
    new = [(position[at], drafts[at]) for at in range(len(extraction.claims), len(drafts))]
    return Extraction(
        language=extraction.language,
        claims=tuple(drafts[at] for at in order),
        sentences=tuple(_answered(sentence, position, new) for sentence in extraction.sentences),
    )


def _find_same(drafts: list[ClaimDraft], place: Place) -> int | None:
    """The index of the draft that has the place at one of its own, of several the one that fits best."""
    places = [
        (own.overlap(place), -at)
        for at, draft in enumerate(drafts)
        for own in (draft, *draft.also_at)
        if own.is_of_same_words(place)
    ]
    return -max(places)[1] if places else None


def _draft(extraction: Extraction, text: str, mark: Marked, name: str, published: date | None) -> ClaimDraft:
    draft = read_claim(text, mark.place.start, mark.place.end, extraction.language, published)
    speaker = {"speaker": mark.speaker} if mark.speaker and not draft.speaker else {}
    reason = Reason(code="model", values={"model": name})
    return draft.model_copy(
        update={
            **speaker,
            "kind": mark.kind,
            "proposers": (name,),
            "reasons": (reason, *draft.reasons),
        }
    )


def _answered(
    sentence: SentenceDraft, position: dict[int, int], new: list[tuple[int, ClaimDraft]]
) -> SentenceDraft:
    inside = {at for at, draft in new if sentence.start <= draft.start < sentence.end}
    claims = tuple(sorted({position[at] for at in sentence.claims} | inside))
    return sentence.model_copy(update={"claims": claims, "why_none": None if claims else sentence.why_none})
