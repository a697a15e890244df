"""The times of a claim held against those of a statement: `compare_times(claim, said, event)`."""

import math
import re

from claims.reason import Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.statements import Statement
from factcheck.matching.intervals import Days, apart, days


def compare_times(claim: Statement, said: Statement, *, once: bool) -> list[Slot]:
    """A slot for each time of the claim. `once`: the claim tells of something that happens a single time,
    so that another time contradicts it; a figure for another period is another figure."""
    dated = [_dated(words, edtf, said, once=once) for words, edtf in claim.times]
    return dated + [_undated(words, claim, said) for words in claim.undated]


def _dated(words: str, edtf: str, said: Statement, *, once: bool) -> Slot:
    if edtf.isdecimal() and re.search(rf"\b{edtf}\b", said.analysis.text):
        return _slot(words, edtf, Result.CONSISTENT, "time_agrees")
    if not said.times:
        code = "time_undated" if said.undated else "no_time"
        return _slot(words, next(iter(said.undated), None), Result.NOT_COMPARABLE, code)
    ours = days(edtf)
    for theirs, value in said.times:
        if _agree(ours, days(value)):
            return _slot(words, theirs, Result.CONSISTENT, "time_agrees")
    theirs, value = said.times[0]
    other = days(value)
    if not _excludes(ours, other):
        return _slot(words, theirs, Result.NOT_COMPARABLE, "time_open")
    if once and len(said.times) == 1:
        return _slot(words, theirs, Result.CONTRADICTED, "time_differs")
    return _slot(words, theirs, Result.NOT_COMPARABLE, "other_period")


def _agree(ours: Days, theirs: Days) -> bool:
    """Whether the two can be one time; of something that lasts "since 2019" only its beginning is told."""
    if math.isinf(ours.last) != math.isinf(theirs.last):
        lasting, dated = (ours, theirs) if math.isinf(ours.last) else (theirs, ours)
        return dated.first <= lasting.first + _length(dated) and dated.last >= lasting.first
    return not apart(ours, theirs) or _same_start(ours, theirs)


def _length(dated: Days) -> float:
    """How far the beginning of what lasts may lie behind the first day: a year where only that is told."""
    return 366 if dated.last - dated.first < 366 else dated.last - dated.first


def _same_start(ours: Days, theirs: Days) -> bool:
    if not (math.isinf(ours.last) and math.isinf(theirs.last)):
        return False
    return abs(ours.first - theirs.first) < 366 and date_year(ours) == date_year(theirs)


def date_year(span: Days) -> int:
    """The year in which a span begins, counted in years of 365.2425 days."""
    return int(span.first // 365.2425) if math.isfinite(span.first) else 0


def _excludes(ours: Days, theirs: Days) -> bool:
    return not _agree(ours, theirs)


def same_extent(claim: Statement, said: Statement) -> bool:
    """Whether what the statement tells of its period holds for the claim's: they are equally long, or one
    side names none."""
    for _, edtf in claim.times:
        ours = days(edtf)
        for _, value in said.times:
            theirs = days(value)
            if _agree(ours, theirs) and not _as_long(ours, theirs):
                return False
    return True


def _as_long(ours: Days, theirs: Days) -> bool:
    if any(map(math.isinf, (*ours, *theirs))):
        return True
    first, second = ours.last - ours.first + 1, theirs.last - theirs.first + 1
    return max(first, second) < 1.5 * min(first, second) + 1


def _undated(words: str, claim: Statement, said: Statement) -> Slot:
    """ "In January" on both sides is taken for the same one; nothing else that no year dates is compared."""
    ours = dict(claim.analysis.relative).get(words)
    theirs = dict(said.analysis.relative)
    for other in said.undated:
        if other.casefold() == words.casefold() or (ours is not None and theirs.get(other) == ours):
            return _slot(words, other, Result.CONSISTENT, "time_agrees")
    first = next(iter((*said.undated, *(exact for exact, _ in said.times))), None)
    code = "no_time" if first is None else "other_period" if said.undated else "time_undated"
    return _slot(words, first, Result.NOT_COMPARABLE, code)


def _slot(claim: str, passage: str | None, result: Result, code: str) -> Slot:
    values = {"claim": claim} if passage is None else {"claim": claim, "passage": passage}
    return Slot(
        slot=SlotName.TIME,
        claim=claim,
        passage=passage,
        result=result,
        reason=Reason(code=code, values=values),
    )
