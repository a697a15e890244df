"""Claims that an article makes twice: `join_repeats(claims, contents) -> list[Joined]`.

Two claims say the same when nearly all content words of the shorter are in the longer, what they begin
with among them, their figures are equal, their dates and names do not differ, and both or neither deny.
The fuller wording is kept. Work is linear in the number of claims: a claim is compared with the last few
that share a word with it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from claims.draft import ClaimDraft, Kind
from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.english import lemma as english_lemma
from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import Memo
from factcheck.extraction.tokens import Token

_CONTAINED = 0.8
"""Share of the shorter claim's content words that the longer one has."""

_CONTAINED_WITH_FIGURES = 0.7
"""The same where both give the same figures, which are seldom the same by chance."""

_CONTAINED_WITH_SEVERAL = 0.5
"""The same where both give the same two figures or more, one of them no small count."""

_TELLING = 10
_FEWEST = 3
"""Content words below which nothing is called a repeat."""

_LATEST = 12
"""Earlier claims looked at for each word: what is repeated more often is no key to a repeat."""

_CONTENT = frozenset(
    {
        tags.NOUN,
        tags.ADJECTIVE,
        tags.FINITE,
        tags.PERHAPS_FINITE,
        tags.PARTICIPLE,
        tags.INFINITIVE,
        tags.NUMBER,
    }
)
_DENYING = words("nicht kein keine keinen keiner nie niemals not no never n't without ohne")


class Content(NamedTuple):
    """What a claim is about, for comparing: lemmas of its content words, the first noun among them, and
    whether it denies."""

    lemmas: frozenset[str]
    denies: bool
    lead: str = ""


def content_of(tokens: Sequence[Token], language: Language) -> Content:
    """The content of a claim's tokens."""
    content = [token for token in tokens if token.tag in _CONTENT]
    lemmas = [_lemma(token, language) for token in content]
    lead = next((lemma for token, lemma in zip(content, lemmas, strict=True) if token.tag == tags.NOUN), "")
    lows = [token.low for token in tokens]
    denies = not _DENYING.isdisjoint(lows) or "n't " in f"{' '.join(lows)} "
    return Content(frozenset(lemmas), denies, lead)


def _lemma(token: Token, language: Language) -> str:
    if token.tag == tags.NUMBER:
        return token.low
    if language == "en":
        return _ENGLISH[token.low]
    return _GERMAN[token.text if token.tag == tags.NOUN else token.low]


_ENGLISH: Memo[str] = Memo(lambda low: english_lemma(low).lower())
_GERMAN: Memo[str] = Memo(lambda form: infinitive(form).lower())


def join_repeats(claims: Sequence[ClaimDraft], contents: Sequence[Content]) -> dict[int, int]:
    """Which claim each claim is kept as: an index to itself, or to the fuller one that says the same."""
    kept = list(range(len(claims)))
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for at, content in enumerate(contents):
        match = _match(at, claims, contents, postings)
        if match is not None:
            kept[at] = kept[match]
        for lemma in content.lemmas:
            postings[lemma].append(at)
    fullest: dict[int, int] = {}
    for at, group in enumerate(kept):
        best = fullest.get(group, group)
        fullest[group] = at if len(contents[at].lemmas) > len(contents[best].lemmas) else best
    return {at: fullest[group] for at, group in enumerate(kept)}


def _match(
    at: int, claims: Sequence[ClaimDraft], contents: Sequence[Content], postings: dict[str, list[int]]
) -> int | None:
    mine = contents[at].lemmas
    if len(mine) < _FEWEST:
        return None
    shared: dict[int, int] = {}
    for lemma in mine:
        for other in postings.get(lemma, ())[-_LATEST:]:
            shared[other] = shared.get(other, 0) + 1
    alike = [(count, other) for other, count in shared.items() if count >= _FEWEST]
    if not alike:
        return None
    share = _share(_figures(claims[at]))
    # words come from sets, whose order changes from run to run: of equals the latest goes first
    for count, other in sorted(alike, reverse=True)[:3]:
        short, long = sorted((contents[at], contents[other]), key=lambda content: len(content.lemmas))
        clear = count >= share * len(short.lemmas) and short.lead in long.lemmas
        if clear and _agree(at, other, claims, contents):
            return other
    return None


def _share(figures: frozenset[tuple[str, float, float | None]]) -> float:
    """How many of the shorter claim's content words the longer has to have, by the figures that both give."""
    if len(figures) > 1 and any(value > _TELLING for _, value, _ in figures):
        return _CONTAINED_WITH_SEVERAL
    return _CONTAINED_WITH_FIGURES if figures else _CONTAINED


def _agree(at: int, other: int, claims: Sequence[ClaimDraft], contents: Sequence[Content]) -> bool:
    one, two = claims[at], claims[other]
    overlap = one.start < two.end and two.start < one.end
    if overlap or contents[at].denies != contents[other].denies:
        return False
    if _figures(one) != _figures(two) or (one.kind is Kind.QUOTE) != (two.kind is Kind.QUOTE):
        return False
    dates, others = {t.edtf for t in one.times if t.edtf}, {t.edtf for t in two.times if t.edtf}
    if one.names and two.names and set(one.names).isdisjoint(two.names):
        return False
    speakers = {one.speaker_resolved or one.speaker, two.speaker_resolved or two.speaker} - {None}
    return (not dates or not others or dates == others) and len(speakers) < 2


def _figures(claim: ClaimDraft) -> frozenset[tuple[str, float, float | None]]:
    return frozenset((q.comparator.value, q.value, q.upper) for q in claim.quantities)
