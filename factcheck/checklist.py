"""What to look at before a verdict is submitted: `check(ground, reasons, blocking)`. Pure.

After the code of principles of the International Fact-Checking Network (transparent and several sources,
primary ones where there are any, evidence on both sides, those concerned heard). It warns; a desk's
settings say which points hold a submission back.
"""

import math
from collections.abc import Mapping, Set
from enum import Enum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.reason import Language
from claims.source import SourceClass
from claims.verdict import Point, Stance, Verdict
from factcheck.matching.intervals import days


class Age(Enum):
    """How old a source is beside the claim."""

    FITS = "fits"
    YOUNGER = "younger"
    """it appeared after the claim did"""
    OLDER = "older"
    """it appeared before the time that the claim speaks of; where it names none, over a year before it"""
    UNDATED = "undated"


_OLD = 366
"""Days after which a source is old where the claim names no time of its own."""
_FEWEST = 2


class Ground(BaseModel):
    """What a verdict is to rest on, in values. `independent` counts the sources that are not one; `asked`
    says that somebody was asked; `ages` are those of the evidence that is more than context."""

    model_config = ConfigDict(frozen=True)

    independent: int = 0
    classes: frozenset[SourceClass] = frozenset()
    stances: frozenset[Stance] = frozenset()
    asked: bool = False
    ages: tuple[Age, ...] = ()


class Checked(NamedTuple):
    """One point: met by what there is, else open or with a reason why that is right. `blocks` says that the
    desk lets nobody submit while it is neither."""

    point: Point
    met: bool
    reason: str
    blocks: bool

    @property
    def settled(self) -> bool:
        return self.met or bool(self.reason)

    @property
    def holds_back(self) -> bool:
        return self.blocks and not self.settled


_TO_DO: dict[Point, dict[Language, str]] = {
    Point.TWO_SOURCES: {
        "de": "Zitieren Sie eine zweite, unabhängige Quelle, oder sagen Sie, warum eine reicht.",
        "en": "Cite a second, independent source, or say why one is enough.",
    },
    Point.PRIMARY_SOURCE: {
        "de": "Zitieren Sie eine Primärquelle, oder sagen Sie, warum es ohne geht.",
        "en": "Cite a primary source, or say why it goes without.",
    },
    Point.COUNTER_EVIDENCE: {
        "de": "Zitieren Sie, was dagegen spricht, oder sagen Sie, wo Sie danach gesucht haben.",
        "en": "Cite what speaks against it, or say where you looked for that.",
    },
    Point.CONTACT: {
        "de": "Halten Sie fest, wen Sie gefragt haben, oder sagen Sie, warum niemanden.",
        "en": "Note whom you asked, or say why nobody.",
    },
    Point.SOURCE_DATES: {
        "de": "Prüfen Sie die Quellen ohne Datum und die jünger oder älter sind als die Behauptung.",
        "en": "Look at the sources that have no date, or are younger or older than the claim.",
    },
}


def to_do(point: Point, language: Language) -> str:
    """What meets an open point, in words."""
    return _TO_DO[point][language]


def check(
    ground: Ground, reasons: Mapping[Point, str], blocking: Set[Point] = frozenset()
) -> tuple[Checked, ...]:
    """All points in their order."""
    met = {
        Point.TWO_SOURCES: ground.independent >= _FEWEST,
        Point.PRIMARY_SOURCE: SourceClass.PRIMARY in ground.classes,
        Point.COUNTER_EVIDENCE: _both_sides(ground.stances),
        Point.CONTACT: ground.asked,
        Point.SOURCE_DATES: bool(ground.ages) and set(ground.ages) == {Age.FITS},
    }
    return tuple(
        Checked(point, met[point], reasons.get(point, "").strip(), point in blocking) for point in Point
    )


def _both_sides(stances: frozenset[Stance]) -> bool:
    return Stance.SUPPORTS in stances and bool(stances & {Stance.REFUTES, Stance.QUALIFIES})


def blocking_for(verdict: Verdict, blocking: Set[Point]) -> frozenset[Point]:
    """Of the points that hold back those that do so for this verdict: "not enough evidence" says that there
    are no sources, and cannot be asked for them."""
    nothing_found = verdict is Verdict.NOT_ENOUGH_EVIDENCE
    return frozenset(blocking & {Point.CONTACT} if nothing_found else blocking)


def age(issued: str | None, published: str | None, times: tuple[str, ...]) -> Age:
    """How old a source is beside a claim that appeared when `published` and speaks of `times`; all EDTF."""
    if not issued:
        return Age.UNDATED
    source = days(issued)
    if published and source.first > days(published).last:
        return Age.YOUNGER
    begin = min((days(each).first for each in times), default=math.inf)
    if not math.isfinite(begin):
        begin = days(published).first - _OLD if published else -math.inf
    return Age.OLDER if source.last < begin else Age.FITS
