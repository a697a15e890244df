"""Quantities against NewsQuant, a set of English news sentences with annotated quantities (CQE, EMNLP 2023).

The sentences stand beside the checkout, if at all; they are measured on and never part of the project.
Grammar is written with a view to every second sentence (`developed`); the others are `held_out`.

What counts as found, each annotated quantity at most once:

- `value`: the same number, or the same two ends of a range, to four decimals.
- `change`: value, and the same one of their signs. Ours are `~` for approx, else `up` or `down` for the size
  of a change, else `>` for ge and gt, `<` for le and lt (nearly included), else `=`. A level that a change
  leads to or starts from is no change of its own (rose to 5).
- `unit`: value, and the same unit. Money, percent and measures are held against their normal form in words;
  of a counted noun the last word's lemma has to occur among their words; no unit agrees with "-".
"""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claims.quantity import Comparator, Quantity
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.quantities.nouns import lemma
from factcheck.extraction.quantities.unit_words import MEASURES, MONEY, SIGNS

pytestmark = pytest.mark.quality

_ROOT = Path(__file__).parents[2]
_SENTENCES = _ROOT.parent / "shared" / "data" / "newsquant_dev.json"
_FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "quantities_floors.toml").read_text("utf-8"))
_FIGURES = ("value", "change", "unit")
_BOUNDS = {Comparator.GE: ">", Comparator.GT: ">", Comparator.LE: "<", Comparator.LT: "<"}
_RANGE = re.compile(r"(-?[\d.]+)-([\d.]+)")
_NAMED = {
    **dict.fromkeys(("percentage", "percent", "%"), "percent"),
    "percentage point": "percentage_point",
    "celsius": "°C",
    "fahrenheit": "°F",
    "horsepower": "hp",
    "year of age": "year",
    "pound sterling": "GBP",
    "foot": "ft",
    "australian dollar": "AUD",
    "danish krone": "DKK",
    "kilometre per hour": "km/h",
    "mile per hour": "mph",
}

Key = tuple[float, float | None]
Rows = list[dict[str, Any]]


def _sentences(half: str) -> Rows:
    if not _SENTENCES.exists():
        pytest.skip(f"there are no sentences at {_SENTENCES.relative_to(_ROOT.parent)}")
    rows: Rows = json.loads(_SENTENCES.read_text("utf-8"))
    return rows[0 if half == "developed" else 1 :: 2]


def _annotated_value(written: str) -> Key:
    ends = _RANGE.fullmatch(written)
    return (round(float(ends[1]), 4), round(float(ends[2]), 4)) if ends else (round(float(written), 4), None)


def _value(found: Quantity) -> Key:
    return round(found.value, 4), None if found.upper is None else round(found.upper, 4)


def _sign(found: Quantity) -> str:
    if found.comparator is Comparator.APPROX:
        return "~"
    return str(found.change) if found.change else _BOUNDS.get(found.comparator, "=")


def _normal_unit(words: str) -> str:
    """Their unit in our normal form, where the words have one."""
    bare = re.split(r" (?:per|a|an|each|every) ", words.lower())[0]
    last = bare.split()[-1] if bare else ""
    return (
        _NAMED.get(words) or _NAMED.get(bare) or SIGNS.get(bare) or MONEY.get(last) or MEASURES.get(last, "")
    )


def _same_unit(unit: str | None, annotated: dict[str, str]) -> bool:
    theirs = (annotated["normalized_unit"], annotated["unit"])
    if unit is None:
        return "-" in theirs
    if unit in {_normal_unit(words) for words in theirs}:
        return True
    counted = lemma(unit.lower().split("-")[-1], "en")
    return any(counted == lemma(word, "en") for words in theirs for word in words.lower().split())


def _matched_units(found: list[Quantity], annotated: Rows) -> int:
    free, matched = list(annotated), 0
    for quantity in found:
        for other in free:
            if _value(quantity) == _annotated_value(other["value"]) and _same_unit(quantity.unit, other):
                free.remove(other)
                matched += 1
                break
    return matched


def _score(rows: Rows) -> dict[str, float]:
    hits: Counter[str] = Counter()
    ours = theirs = 0
    for row in rows:
        found, annotated = find_quantities(row["text"], "en"), row["quantities"]
        ours, theirs = ours + len(found), theirs + len(annotated)
        values = Counter(_annotated_value(each["value"]) for each in annotated)
        signed = Counter((_annotated_value(each["value"]), each["change"]) for each in annotated)
        hits["value"] += (values & Counter(map(_value, found))).total()
        hits["change"] += (signed & Counter((_value(each), _sign(each)) for each in found)).total()
        hits["unit"] += _matched_units(found, annotated)
    return {name: round(2 * hits[name] / (ours + theirs), 4) for name in _FIGURES}


@pytest.mark.parametrize("half", ["developed", "held_out"])
def test_no_figure_of_newsquant_falls_below_its_floor(half: str) -> None:
    rows, floor = _sentences(half), _FLOORS["newsquant"][half]
    assert len(rows) == floor["sentences"], "the floors were measured on other sentences"
    score = _score(rows)
    assert {name: score[name] for name in _FIGURES if score[name] < floor[name]} == {}
