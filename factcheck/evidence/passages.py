"""Which passages of a snapshot to read for a claim: `propose(claim, text, …)`, best first, with reasons.

A linear model ranks the sentences (its card and weights: passage_weights.json); each that is chosen makes
those count less that answer the same words, so that the first few together answer the claim.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
from pydantic import BaseModel, ConfigDict

from claims.reason import Language, Reason
from factcheck.evidence.weighing import FEATURES, Floats, Weighed, weigh
from factcheck.extraction.language import detect_language
from factcheck.extraction.sentences import split_sentences
from factcheck.matching.compare import SAME_CONCEPT, align
from factcheck.matching.slots import Comparison
from factcheck.matching.terms import Analysis, analyse

WEIGHTS = files("factcheck.evidence").joinpath("passage_weights.json")

LONGEST = 2_000_000
"""Code points of a snapshot that are looked through; a book of 700 pages has some 2 million."""

_NEW = 4.0
"""What it is worth to answer all of the claim that the passages chosen before do not."""

_READ = 2_000
"""Code points from which the language of a text is told."""


class Passage(BaseModel):
    """One passage to read, `text[start:end]`; what stands before and after it; and why it is proposed."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    exact: str
    before: str
    after: str
    reasons: tuple[Reason, ...]


@lru_cache(maxsize=1)
def read_weights() -> tuple[float, ...]:
    """The weights of the features, in their order."""
    found = json.loads(WEIGHTS.read_text("utf-8"))["weights"]
    return tuple(float(found[name]) for name in FEATURES)


def propose(claim: str, language: Language, text: str, limit: int = 8) -> list[Passage]:
    """At most `limit` passages of `text`, the best first; none that has nothing to do with the claim.

    The two may be German or English, each by itself; the text's language is told from how it begins. Pure.
    """
    spoken = detect_language(text[:_READ])
    places = split_sentences(text[:LONGEST], spoken)
    sentences = [text[place.start : place.end] for place in places]
    asked = analyse(claim, language)
    weighed = weigh(asked, sentences, spoken)
    return [
        Passage(
            start=places[at].start,
            end=places[at].end,
            exact=sentences[at],
            before=sentences[at - 1] if at else "",
            after=sentences[at + 1] if at + 1 < len(sentences) else "",
            reasons=_reasons(asked, analyse(sentences[at], spoken), weighed.compared.get(at)),
        )
        for at in select(weighed, np.array(read_weights()), limit)
        if weighed.answered[at].any()
    ]


def select(weighed: Weighed, weights: Floats, limit: int) -> list[int]:
    """The best sentences, at most `limit` of them."""
    scores = weighed.features @ weights
    covered = np.zeros(weighed.answered.shape[1])
    chosen: list[int] = []
    while len(chosen) < min(limit, len(scores)):
        news = np.maximum(weighed.answered - covered, 0.0).sum(axis=1)
        gains = scores + _NEW * news / _whole(weighed)
        gains[chosen] = -np.inf
        best = int(np.argmax(gains))
        chosen.append(best)
        covered = np.maximum(covered, weighed.answered[best])
    return chosen


def _whole(weighed: Weighed) -> float:
    """How much of the claim the text answers at all."""
    return float(weighed.answered.max(axis=0, initial=0.0).sum()) or 1.0


def _reasons(asked: Analysis, said: Analysis, compared: Comparison | None) -> tuple[Reason, ...]:
    """What the passage shares with the claim: names, words, meanings, figures and times; and what differs."""
    pairs = [(term, pair) for term, pair in zip(asked.terms, align(asked, said).pairs, strict=True)]
    names = [said.terms[pair.claim].form for term, pair in pairs if pair.likeness == 1 and term.name]
    same = [said.terms[pair.claim].form for term, pair in pairs if pair.likeness == 1 and not term.name]
    meant = [
        f"{term.form} = {said.terms[pair.claim].form}"
        for term, pair in pairs
        if 0 < pair.likeness <= SAME_CONCEPT
    ]
    listed = [("names", names), ("same_words", same), ("same_meaning", meant)]
    words = tuple(Reason(code=code, values={"words": _listed(found)}) for code, found in listed if found)
    found = (*words, *_slots(compared)) if compared else words
    return found or (Reason(code="surroundings"),)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _slots(compared: Comparison) -> tuple[Reason, ...]:
    agreeing = [reason.values["words"] for reason in compared.reasons]
    fits = (Reason(code="fits", values={"words": _listed(agreeing)}),) if agreeing else ()
    return fits + tuple(Reason(code="beside", values=each.values) for each in compared.differences)
