"""How much a claim deserves checking: `weigh(reading, kind, names, leads) -> (worth, reasons)`.

A sum of what a desk looks for (figures, records, accusations and legal matters, named people's moves)
less what nobody would dispute. The weights were set by hand and checked against annotated articles.
"""

from claims.claim import Kind
from claims.reason import Reason
from factcheck.extraction.kinds import compares
from factcheck.extraction.readings import Reading
from factcheck.extraction.themes import CONFLICT, LEGAL, OPINION, VAGUE

_BASE = 0.3
_WEIGHTS = {
    "figure": 0.24,
    "bound": 0.05,
    "record": 0.17,
    "legal": 0.2,
    "conflict": 0.16,
    "role": 0.1,
    "change": 0.08,
    "named": 0.08,
    "dated": 0.06,
    "lead": 0.17,
    "said": 0.06,
    "cause": 0.06,
    "general": -0.14,
    "mind": -0.12,
}
_LONGEST_LIST = 3
"""Words of a reason that are shown."""


def weigh(
    reading: Reading, kind: Kind, names: tuple[str, ...], leads: bool
) -> tuple[float, tuple[Reason, ...]]:
    """Worth from 0 to 1 and why, weightiest reason first. `leads`: the claim opens the article."""
    found = [reason for reason in _reasons(reading, kind, names, leads) if reason is not None]
    worth = _BASE + sum(_WEIGHTS[reason.code] for reason in found)
    found.sort(key=lambda reason: -abs(_WEIGHTS[reason.code]))
    return round(min(1.0, max(0.0, worth)), 3), tuple(found)


def _reasons(reading: Reading, kind: Kind, names: tuple[str, ...], leads: bool) -> list[Reason | None]:
    figures = ", ".join(quantity.exact for quantity in reading.quantities[:_LONGEST_LIST])
    dates = ", ".join(time.exact for time in reading.times[:_LONGEST_LIST])
    legal = _listed(reading, LEGAL[reading.language])
    conflict = _listed(reading, CONFLICT[reading.language])
    return [
        Reason(code="figure", values={"words": figures}) if figures else None,
        Reason(code="record") if kind is Kind.COMPARISON and compares(reading) else None,
        Reason(code="legal", values={"words": legal}) if legal else None,
        Reason(code="conflict", values={"words": conflict}) if conflict and not legal else None,
        Reason(code="change") if kind is Kind.CHANGE else None,
        Reason(code="role") if kind is Kind.ROLE and names else None,
        Reason(code="named", values={"words": ", ".join(names[:_LONGEST_LIST])}) if names else None,
        Reason(code="dated", values={"words": dates}) if dates else None,
        Reason(code="lead") if leads else None,
        Reason(code="said") if reading.attributed and kind is not Kind.QUOTE else None,
        Reason(code="cause") if kind is Kind.CAUSE else None,
        Reason(code="general") if _is_general(reading, names, kind) else None,
        Reason(code="mind") if kind is Kind.QUOTE and not figures and _judges(reading) else None,
    ]


def _listed(reading: Reading, listed: frozenset[str]) -> str:
    found = [token.text for token in reading.tokens if token.low in listed]
    return ", ".join(dict.fromkeys(found[:_LONGEST_LIST]))


def _judges(reading: Reading) -> bool:
    return bool(reading.lows & OPINION[reading.language]) or any(t.text in '„"“' for t in reading.tokens)


def _is_general(reading: Reading, names: tuple[str, ...], kind: Kind) -> bool:
    """Neither names nor figures nor dates, about how things usually are."""
    if (
        names
        or reading.measured
        or reading.times
        or reading.attributed
        or kind in (Kind.COMPARISON, Kind.EVENT)
    ):
        return False
    return kind in (Kind.OTHER, Kind.CHANGE) or bool(reading.lows & VAGUE[reading.language])
