"""Extracted claims held against annotated ones: precision, recall and F1, worth as nDCG.

What counts as the same: a claim, when the characters that its span shares with an annotated one are at
least half of all that the two cover (each matched once, best first); a quantity, when comparator, value
and upper value are equal; a time, when its EDTF value is, qualifiers aside; a speaker, when in one
sentence all words of one name are among the other's; the modality, of claims that were matched.
"""

import json
import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.claim import ClaimDraft, Extraction
from claims.reason import Language
from claims.selector import Place

_HALF = 0.5
_COMPARATORS = {"=": "eq", ">=": "ge", ">": "gt", "<=": "le", "<": "lt", "~": "approx"}
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Article:
    """One annotated article, as its JSON says it."""

    text: str
    language: Language
    sentences: list[dict[str, Any]]

    @property
    def claims(self) -> list[dict[str, Any]]:
        return [claim for sentence in self.sentences for claim in sentence["claims"]]

    def home(self, place: Place) -> int | None:
        """The sentence that most of the place lies in."""
        shared = [_shared(_place(sentence), place) for sentence in self.sentences]
        best = max(range(len(shared)), key=shared.__getitem__)
        return best if shared[best] else None


@dataclass
class Hits:
    """Counts behind one figure."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def count(self, found: Iterable[Hashable], wanted: Iterable[Hashable]) -> None:
        one, two = Counter(found), Counter(wanted)
        self.right += (one & two).total()
        self.found += one.total()
        self.wanted += two.total()

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class Score:
    """The figures over all articles scored so far."""

    detect: Hits = field(default_factory=Hits)
    claims: Hits = field(default_factory=Hits)
    quantity: Hits = field(default_factory=Hits)
    time: Hits = field(default_factory=Hits)
    speaker: Hits = field(default_factory=Hits)
    modality: Hits = field(default_factory=Hits)
    gains: list[float] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, float]:
        hits = {name: getattr(self, name).f1 for name in _FIGURES}
        return {"rank": sum(self.gains) / len(self.gains), **hits}

    def add(self, article: Article, extraction: Extraction) -> None:
        found = _spread(extraction.claims)
        worth = _worth_of_sentences(article, found)
        checkable = [at for at, sentence in enumerate(article.sentences) if sentence["check"]]
        self.detect.count(list(worth), checkable)
        self.gains.append(_ndcg([sentence["worth"] for sentence in article.sentences], worth))
        pairs = _match(found, article.claims)
        self.claims.right += len(pairs)
        self.claims.found += len(found)
        self.claims.wanted += len(article.claims)
        self.quantity.count(map(_quantity, _all(found, "quantities")), _quantities(article))
        self.time.count(
            (_plain(time.edtf) for time in _all(found, "times") if time.edtf),
            (_plain(time["edtf"]) for claim in article.claims for time in claim["times"] if time["edtf"]),
        )
        self._add_speakers(article, found)
        for draft, claim in pairs:
            if "modality" in claim:
                self.modality.count([draft.modality.value], [claim["modality"]])

    def _add_speakers(self, article: Article, found: list[ClaimDraft]) -> None:
        said = {(article.home(draft), draft.speaker) for draft in found if draft.speaker}
        wanted = {(article.home(_place(c)), c["speaker"]) for c in article.claims if c["speaker"]}
        right = sum(
            any(home == at and _same_name(name, speaker) for home, name in said) for at, speaker in wanted
        )
        self.speaker.right += right
        self.speaker.found += max(len(said), right)
        self.speaker.wanted += len(wanted)


_FIGURES = ("detect", "claims", "quantity", "time", "speaker", "modality")


def read_articles(path: Path) -> list[Article]:
    """The articles of a file with one JSON object a line."""
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [Article(line["text"], line["lang"], line["sentences"]) for line in lines]


def _place(given: dict[str, Any]) -> Place:
    return Place(start=given["start"], end=given["end"])


def _spread(claims: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """A claim made in two places counts in both."""
    return [
        claim.model_copy(update={"start": place.start, "end": place.end})
        for claim in claims
        for place in (claim, *claim.also_at)
    ]


def _all(found: list[ClaimDraft], slot: str) -> list[Any]:
    return [item for draft in found for item in getattr(draft, slot)]


def _worth_of_sentences(article: Article, found: list[ClaimDraft]) -> dict[int, float]:
    worth: dict[int, float] = {}
    for draft in found:
        home = article.home(draft)
        if home is not None:
            worth[home] = max(draft.worth, worth.get(home, 0))
    return worth


def _ndcg(gains: Sequence[int], worth: dict[int, float]) -> float:
    """Järvelin and Kekäläinen's measure, gains 2^worth - 1; sentences without a claim come last."""
    order = sorted(range(len(gains)), key=lambda at: (-worth.get(at, -1.0), at))
    ideal = _discounted(sorted(gains, reverse=True))
    return _discounted([gains[at] for at in order]) / ideal if ideal else 1.0


def _discounted(gains: Sequence[int]) -> float:
    return math.fsum((2**gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains))


def _match(found: list[ClaimDraft], wanted: list[dict[str, Any]]) -> list[tuple[ClaimDraft, dict[str, Any]]]:
    shares = sorted(
        (
            (draft.overlap(_place(claim)), i, j)
            for i, draft in enumerate(found)
            for j, claim in enumerate(wanted)
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for share, i, j in shares:
        if share < _HALF:
            break
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((found[i], wanted[j]))
    return pairs


def _shared(one: Place, two: Place) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _quantity(found: Any) -> tuple[str, float, float | None]:
    upper = None if found.upper is None else round(found.upper, 3)
    return found.comparator.value, round(found.value, 3), upper


def _quantities(article: Article) -> list[tuple[str, float, float | None]]:
    given = [quantity for claim in article.claims for quantity in claim["quantities"]]
    return [
        (
            _COMPARATORS.get(q["cmp"], q["cmp"]),
            round(float(q["value"]), 3),
            None if q["high"] is None else round(float(q["high"]), 3),
        )
        for q in given
    ]


def _plain(edtf: str) -> str:
    return edtf.strip("~?%")


def _same_name(one: str, two: str) -> bool:
    first, second = set(one.casefold().split()), set(two.casefold().split())
    if max(len(one), len(two)) > _LONGEST_NAME or not first & second:
        return False
    return first <= second or second <= first
