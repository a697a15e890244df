"""Which quantity of a statement answers which of the claim, and whether it agrees: `compare_quantities`.

Two quantities answer each other where they measure the same kind of thing, count the same things, and are
the same to the change they belong to: its size, where it ended or where it began.
"""

from typing import NamedTuple

from claims.quantity import Change, ChangeKind, Quantity
from claims.reason import Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.kinship import COUNTED_FROM, kin
from factcheck.evidence.measures import Measure, measure
from factcheck.evidence.precision import agree, reach
from factcheck.evidence.statements import Statement
from factcheck.extraction.lexicon import words
from factcheck.matching import lexicon
from factcheck.matching.terms import Analysis
from factcheck.matching.words import lemma


class _Answer(NamedTuple):
    """A quantity of the statement that may answer, and what comes of it; `agrees` is None where nothing
    can be said, for the reason given."""

    quantity: Quantity
    agrees: bool | None
    code: str


_ANYBODY = words(
    "mensch person leute einwohner bewohner people person inhabitant resident human individual opfer victim "
    "todesopfer tote toter verletzte verletzter casualty death fatality mitglied member zuschauer kopf"
)
_PEOPLE_OF_ALL_KINDS = words("mensch person leute people human individual kopf")
_JOBS = words(
    "stelle job arbeitsplatz beschaftigte beschaftigter mitarbeiter employee worker staff position arbeiter"
)
_DEAD = words(
    "sterben toten tote toter todesopfer tod umkommen todlich getotet die death dead kill fatality fatal "
    "umslebenkommen leben"
)
_HURT = words(
    "verletzen verletzt verletzte verletzter verwundet verwunden injure injury injured wound wounded hurt"
)
_FATES = (_DEAD, _HURT)


def compare_quantities(claim: Statement, said: Statement) -> list[Slot]:
    """A slot for each quantity of the claim."""
    return [_compare(quantity, claim, said) for quantity in claim.analysis.quantities if _counts(quantity)]


def _counts(quantity: Quantity) -> bool:
    """Not "nicht über einen Anschluss" and other small change of the grammar."""
    return not (quantity.exact.lower().startswith(("nicht ", "not ")) and quantity.value <= 1)


def _compare(asked: Quantity, claim: Statement, said: Statement) -> Slot:
    answers = [_answer(asked, claim, other, said) for other in said.analysis.quantities if _counts(other)]
    best = max(answers, key=_rank, default=None)
    if best is None or best.code == "other_thing":
        rough = Reason(code="no_figure", values={"claim": asked.exact})
        return Slot(
            slot=SlotName.QUANTITY,
            claim=asked.exact,
            passage=None,
            result=Result.NOT_COMPARABLE,
            reason=rough,
        )
    result = _RESULTS[best.agrees]
    slot = SlotName.DIRECTION if best.code == "opposite_change" else SlotName.QUANTITY
    values = {"claim": asked.exact, "passage": best.quantity.exact}
    return Slot(
        slot=slot,
        claim=asked.exact,
        passage=best.quantity.exact,
        result=result,
        reason=Reason(code=best.code, values=values),
    )


_RESULTS = {True: Result.CONSISTENT, False: Result.CONTRADICTED, None: Result.NOT_COMPARABLE}
_ORDER = ("figure_agrees", "figure_open", "opposite_change", "figure_differs")


def _rank(answer: _Answer) -> int:
    """An answer that agrees comes before one that is open, and that before one that differs."""
    return (
        len(_ORDER) - _ORDER.index(answer.code) if answer.code in _ORDER else -(answer.code == "other_thing")
    )


def _answer(asked: Quantity, claim: Statement, other: Quantity, said: Statement) -> _Answer:
    if (code := _incomparable(asked, claim, other, said)) is not None:
        return _Answer(other, None, code)
    if {_direction(asked), _direction(other)} == {Change.UP, Change.DOWN}:
        return _Answer(other, False, "opposite_change")
    agrees = agree(reach(asked), reach(other))
    codes = {True: "figure_agrees", False: "figure_differs", None: "figure_open"}
    return _Answer(other, agrees, codes[agrees])


def _incomparable(asked: Quantity, claim: Statement, other: Quantity, said: Statement) -> str | None:
    """Why the two do not answer each other, None where they do."""
    ours, theirs = measure(asked.unit), measure(other.unit)
    if ours is not None or theirs is not None:
        if ours is None or theirs is None:
            return "other_thing"
        if ours.dimension != theirs.dimension:
            return _other_measure(ours.dimension, theirs.dimension)
    elif not _same_things(asked, claim.analysis, other, said.analysis):
        return "other_thing"
    return "level_or_change" if _other_end(asked, other, ours) else None


def _other_end(asked: Quantity, other: Quantity, ours: Measure | None) -> bool:
    """Whether one is where a change ended and the other its size, or where it began. What was lost is the
    loss, whether or not the grammar sees a change in it."""
    kinds = {asked.change_kind, other.change_kind}
    if len(kinds) == 1 or kinds <= {None, ChangeKind.TO}:
        return False
    amount = ours is None or ours.dimension.startswith("money")
    plain = kinds == {None, ChangeKind.BY} and amount
    return not (plain and agree(reach(asked), reach(other)))


def _other_measure(ours: str, theirs: str) -> str:
    if ours.startswith("money") and theirs.startswith("money"):
        return "other_currency"
    return "points_or_percent" if {ours, theirs} == {"ratio", "points"} else "other_thing"


def _direction(quantity: Quantity) -> Change | None:
    return Change.DOWN if quantity.value < 0 else quantity.direction or quantity.change


def _same_things(asked: Quantity, claim: Analysis, other: Quantity, said: Analysis) -> bool:
    """Whether two counts count the same: one noun, one concept, people of any kind, jobs and who has
    them; and not the dead on one side and the injured on the other."""
    if asked.unit is None and other.unit is None:
        return True
    if asked.unit is None or other.unit is None:
        return _counts_elsewhere(asked, other, claim, said)
    first, second = lemma(asked.unit, claim.language), lemma(other.unit, said.language)
    fates = _fate(asked, first, claim), _fate(other, second, said)
    if all(fate is not None for fate in fates) and fates[0] is not fates[1]:
        return False
    return (
        _same_noun(first, claim, second, said)
        or _names_both(asked, first, claim, other, second, said)
        or _is_told_of(first, claim, second, said)
        or _is_told_of(second, said, first, claim)
    )


def _counts_elsewhere(asked: Quantity, other: Quantity, claim: Analysis, said: Analysis) -> bool:
    """ "The number of rhinos was put at 274": the only figure there, of what is counted here."""
    noun, here, there = (asked.unit, claim, said) if other.unit is None else (other.unit, said, claim)
    alone = sum(measure(quantity.unit) is None for quantity in there.quantities) == 1
    if not alone or noun is None:
        return False
    key = lemma(noun, here.language)
    known = lexicon.concepts(key, here.language) & there.concept_places.keys()
    return key in there.places or bool(known)


def _is_told_of(noun: str, one: Analysis, someone: str, other: Analysis) -> bool:
    """ "Thirty-five people sing" are singers, "seven people were injured" are injured."""
    if someone not in _PEOPLE_OF_ALL_KINDS:
        return False
    groups = kin(noun, one.language)
    return any(groups & kin(term.key, other.language) for term in other.terms)


def _names_both(
    asked: Quantity, first: str, claim: Analysis, other: Quantity, second: str, said: Analysis
) -> bool:
    """ "9.87 million handset shipments" are handsets: one noun stands beside the other's figure."""
    return first in _keys(other, said) or second in _keys(asked, claim)


def _keys(quantity: Quantity, side: Analysis) -> frozenset[str]:
    return frozenset(term.key for term in side.terms if quantity.start <= term.start <= quantity.end + 1)


def _same_noun(first: str, claim: Analysis, second: str, said: Analysis) -> bool:
    if first == second or {first, second} <= _JOBS or {first, second} <= _ANYBODY:
        return True
    if lexicon.concepts(first, claim.language) & lexicon.concepts(second, said.language):
        return True
    shared = kin(first, claim.language) & kin(second, said.language)
    return any(number >= COUNTED_FROM for number in shared)


def _fate(quantity: Quantity, noun: str, side: Analysis) -> frozenset[str] | None:
    """The dead or the injured, where a count of people is one of them: by its noun, else by the nearest
    word that says so."""
    for fate in _FATES:
        if noun in fate:
            return fate
    near = [
        (abs(term.start - quantity.end), fate)
        for term in side.terms
        for fate in _FATES
        if term.key in fate and noun in _ANYBODY
    ]
    return min(near, key=lambda each: each[0])[1] if near else None
