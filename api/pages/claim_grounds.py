"""What a claim's evidence amounts to on its page: sources that count as one, their dates, slots compared,
and the checklist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlmodel import Session

from api.pages.claim_dossier import Cited, Decided, Dossier
from api.pages.frequent import language
from api.unit import settings
from claims.article import published_on
from claims.errors import UnsupportedLanguage
from claims.quantity import SIGNS, Comparator, Quantity
from claims.reason import Language
from claims.source import Source
from claims.verdict import Point, Stance
from claims.wording import figure
from factcheck.checking import Row, ages, checklist, groups
from factcheck.checklist import Age, Checked, to_do
from factcheck.evidence import assess, independence
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.independence import Group
from factcheck.evidence.primary import propose_class
from factcheck.evidence.primary import sentence as class_sentence
from factcheck.evidence.reasons import sentence as slot_sentence
from factcheck.extraction.language import detect_language
from factcheck.extraction.quantities import find_quantities

COMPARED = 30
"""Pieces of evidence that are compared with the claim on a page; the rest is one click away."""
_REMEMBERED = 2_000
_SIGNS = {Result.CONSISTENT: "✓", Result.CONTRADICTED: "✕", Result.NOT_COMPARABLE: "–"}


class Line(NamedTuple):
    """A slot beside what the quote says to it: in short, with the sign of how it came out and why."""

    said: str
    sign: str
    result: Result
    why: str


@dataclass(frozen=True)
class Tally:
    """How many sources there are, how many of them stand for themselves, and why the others do not."""

    sources: int
    independent: int
    why: tuple[str, ...]


@dataclass(frozen=True)
class Grounds:
    """`compared` and `ages` are by the evidence's number, `decided` and `left_open` (why a point of
    the checklist stayed open) by the decision's. `sides` counts the
    standing evidence by its stance: it is shown side by side, never summed up."""

    tally: Tally
    sides: dict[Stance, int]
    ages: dict[int, Age]
    compared: dict[int, Sequence[Line]]
    decided: dict[int, Tally]
    checks: tuple[Checked, ...]
    left_open: dict[int, list[tuple[Point, str]]]
    class_reasons: dict[int, str]

    @property
    def contradicted(self) -> bool:
        """Whether evidence stands on both sides."""
        against = {Stance.REFUTES, Stance.QUALIFIES}
        return Stance.SUPPORTS in self.sides and bool(against & set(self.sides))


def grounds(session: Session, dossier: Dossier, typed: Mapping[str, str]) -> Grounds:
    """All that follows from the evidence that who looks may see; `typed` is what a form came back with."""
    shown = language()
    found = groups(session, dossier.claim, [_row(cited) for cited in dossier.evidence])
    reasons = {point: typed.get(f"why_{point.value}", "") for point in Point}
    submits = {"submit", "correct", "vote"} & dossier.offers.forms
    return Grounds(
        tally=_tally(found, _sources(dossier.standing), shown),
        sides=_sides(dossier.standing),
        ages=ages(session, dossier.claim, [_row(cited) for cited in dossier.evidence]),
        compared={c.evidence.id or 0: _compare(dossier, c, shown) for c in dossier.standing[:COMPARED]},
        decided={
            decided.decision.id or 0: _tally(found, _rests_on(dossier, decided), shown)
            for decided in dossier.decisions
        },
        checks=checklist(session, dossier.claim, reasons, settings().blocking) if submits else (),
        left_open={
            decided.decision.id or 0: [(Point(name), why) for name, why in decided.decision.checklist.items()]
            for decided in dossier.decisions
        },
        class_reasons={cited.source.id or 0: class_reason(cited.source, shown) for cited in dossier.evidence},
    )


def _row(cited: Cited) -> Row:
    return cited.evidence, cited.snapshot, cited.source


def _sources(evidence: Sequence[Cited]) -> set[int]:
    return {cited.source.id or 0 for cited in evidence}


def _rests_on(dossier: Dossier, decided: Decided) -> set[int]:
    chosen = set(decided.decision.evidence_ids)
    return _sources([cited for cited in dossier.evidence if cited.evidence.id in chosen])


def _sides(standing: Sequence[Cited]) -> dict[Stance, int]:
    stances = [cited.evidence.stance for cited in standing]
    return {stance: stances.count(stance) for stance in Stance if stance in stances}


def _tally(found: Sequence[Group], among: set[int], shown: Language) -> Tally:
    within = [(among & set(each.sources), each.reasons) for each in found]
    why = [reason for sources, reasons in within if len(sources) > 1 for reason in reasons]
    return Tally(
        sources=sum(len(sources) for sources, _ in within),
        independent=sum(bool(sources) for sources, _ in within),
        why=tuple(independence.sentence(reason, shown) for reason in why),
    )


def class_reason(source: Source, shown: Language) -> str:
    """Why the source has its class: as a person said it, else what the table of well-known ones says."""
    if source.class_reason:
        return source.class_reason
    known = propose_class(source.url, source.publisher)
    same = known is not None and known.source_class is source.source_class
    return class_sentence(known.reason, shown) if known is not None and same else ""


def point_to_do(checked: Checked) -> str:
    """What meets an open point, in the reader's language."""
    return to_do(checked.point, language())


def _compare(dossier: Dossier, cited: Cited, shown: Language) -> Sequence[Line]:
    claim, published = dossier.claim, (dossier.article.published_on, published_on(cited.source.issued))
    return _lines(claim.text, claim.language, cited.evidence.exact, published, shown)


@lru_cache(_REMEMBERED)
def _lines(
    claim: str, ours: Language, quote: str, published: tuple[date | None, date | None], shown: Language
) -> tuple[Line, ...]:
    """What the quote says to the claim, which hangs on their words and days alone: compared once."""
    try:
        theirs = detect_language(quote)
    except UnsupportedLanguage:
        return ()
    return tuple(
        Line(
            _in_short(slot, ours, theirs, shown),
            _SIGNS[slot.result],
            slot.result,
            slot_sentence(slot.reason, shown),
        )
        for slot in assess(claim, quote, (ours, theirs), *published).slots
        if slot.passage is not None
    )


def _in_short(slot: Slot, ours: Language, theirs: Language, shown: Language) -> str:
    """Figures as `8 ≥ 7`, all else in the words of both."""
    if slot.slot is SlotName.QUANTITY:
        asked, said = find_quantities(slot.claim, ours), find_quantities(slot.passage or "", theirs)
        if len(asked) == len(said) == 1 and asked[0].upper is None:
            return f"{_figure(said[0], shown)} {_relation(asked[0])} {_figure(asked[0], shown)}"
    return f"{slot.passage} · {slot.claim}"


def _figure(found: Quantity, shown: Language) -> str:
    whole = figure(found.value, shown)
    return whole if found.upper is None else f"{whole}–{figure(found.upper, shown)}"


def _relation(asked: Quantity) -> str:
    return SIGNS[asked.comparator] if asked.comparator is not Comparator.EQ else "="
