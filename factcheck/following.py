"""What became of a claim's words in another text of its article: `follow(alignment, selector) -> Followed`.

Pure, and never a look-alike: words are followed where their sentence stands unchanged and nothing else
could be meant, or where its prefix and suffix fit one place alone. Where a sentence reads otherwise, it is
taken for the same one only in its old place among the others, if it is similar and nothing there is
nearly as similar. Where several places could be meant, a person has to choose.
"""

from dataclasses import dataclass
from enum import StrEnum

from claims.selector import Place, Selector, has_context, occurrences
from factcheck.alignment import Alignment, Reading, carry_over

SIMILAR = 0.6
"""The likeness from which on a sentence can be another one edited: the half of its words and a bit."""

_MARGIN = 0.15
"""How much more a sentence must have in common than the next best one to be meant for certain."""


class Fate(StrEnum):
    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    CHOOSE = "choose"
    VANISHED = "vanished"


@dataclass(frozen=True)
class Followed:
    """`place` is where the words stand now; None for those that vanished, and while `candidates` wait for
    somebody to choose. Unchanged words stand where they did among the sentences of the text, however far
    others have pushed them; moved ones do not."""

    fate: Fate
    place: Place | None = None
    candidates: tuple[Place, ...] = ()


GONE = Followed(Fate.VANISHED)


def follow(alignment: Alignment, selector: Selector) -> Followed:
    """What became of words of the old text in the new one."""
    unit = alignment.old.covering(selector)
    if not unit:
        return GONE
    same = alignment.new.runs(alignment.old.keys[unit.start : unit.stop])
    return _among(alignment, selector, unit, same) if same else _edited(alignment, selector, unit)


def stretch_of(reading: Reading, place: Place) -> Place:
    """The whole sentences in which words stand."""
    unit = reading.covering(place)
    return reading.stretch(unit) if unit else place


def _among(alignment: Alignment, selector: Selector, unit: range, same: list[int]) -> Followed:
    """The words, whose sentence stands unchanged at each of the places `same`."""
    twins = alignment.old.runs(alignment.old.keys[unit.start : unit.stop])
    if len(same) == len(twins) == 1:
        return _at(alignment, selector, unit, same[0])
    fitting = [first for first in same if _fits(alignment, selector, unit, first)]
    if len(fitting) == 1 and _is_alone(alignment.old, selector):
        return _at(alignment, selector, unit, fitting[0])
    between = _between(alignment, unit, twins, same)
    if between is not None:
        return _at(alignment, selector, unit, between)
    pairs = {first: _pair(alignment, first, len(unit)) for first in twins}
    own = pairs[unit.start]
    if own is not None and list(pairs.values()) == same:
        return _at(alignment, selector, unit, own)
    if own is None and not fitting and len(same) == 1 and same[0] in pairs.values():
        return GONE  # what reads like it is another of its kind
    places = (_carried(alignment, selector, unit, _run(first, unit)) for first in fitting or same)
    return Followed(Fate.CHOOSE, candidates=tuple(place for place in places if place))


def _between(alignment: Alignment, unit: range, twins: list[int], same: list[int]) -> int | None:
    """The one place that has the same sentence before it and the same after it, as no twin had."""
    beside = alignment.old.beside(_run(unit.start, unit))
    if None in beside or sum(alignment.old.beside(_run(first, unit)) == beside for first in twins) > 1:
        return None
    found = [first for first in same if alignment.new.beside(_run(first, unit)) == beside]
    return found[0] if len(found) == 1 else None


def _pair(alignment: Alignment, first: int, count: int) -> int | None:
    """Where sentences stand one after the other in the order of both texts."""
    start = alignment.partner(first)
    together = start is not None and all(
        alignment.partner(first + step) == start + step for step in range(count)
    )
    return start if together else None


def _run(first: int, unit: range) -> range:
    return range(first, first + len(unit))


def _at(alignment: Alignment, selector: Selector, unit: range, first: int) -> Followed:
    place = _carried(alignment, selector, unit, _run(first, unit))
    if place is None:
        return GONE
    stayed = _pair(alignment, unit.start, len(unit)) == first
    return Followed(Fate.UNCHANGED if stayed else Fate.MOVED, place)


def _carried(alignment: Alignment, selector: Selector, unit: range, to: range) -> Place | None:
    """Where the words stand in the sentences `to` of the new text."""
    old, new = alignment.old.stretch(unit), alignment.new.stretch(to)
    inside = Place(start=max(selector.start - old.start, 0), end=min(selector.end, old.end) - old.start)
    found = carry_over(alignment.old.words(old), alignment.new.words(new), inside)
    return found.shifted(new.start) if found else None


def _fits(alignment: Alignment, selector: Selector, unit: range, first: int) -> bool:
    place = _carried(alignment, selector, unit, _run(first, unit))
    return place is not None and has_context(alignment.new.text, place, selector)


def _is_alone(old: Reading, selector: Selector) -> bool:
    """Whether its prefix and suffix told the words apart in the old text."""
    places = (Place(start=at, end=at + len(selector.exact)) for at in occurrences(old.text, selector.exact))
    return sum(has_context(old.text, place, selector) for place in places) == 1


@dataclass(frozen=True)
class _Counterparts:
    """The sentences that another one may have become, the likeliest first."""

    sentences: tuple[int, ...]
    certain: bool


def _edited(alignment: Alignment, selector: Selector, unit: range) -> Followed:
    """The words, whose sentence stands nowhere as it was."""
    found = [_counterparts(alignment, sentence) for sentence in unit]
    if not all(each.sentences for each in found):
        return GONE
    if all(each.certain for each in found):
        return _reworded(alignment, selector, unit, [each.sentences[0] for each in found])
    if len(unit) > 1:
        return GONE
    places = (_carried(alignment, selector, unit, _run(first, unit)) for first in found[0].sentences)
    candidates = tuple(place for place in places if place)
    return Followed(Fate.CHOOSE, candidates=candidates) if candidates else GONE


def _reworded(alignment: Alignment, selector: Selector, unit: range, became: list[int]) -> Followed:
    to = _run(became[0], unit)
    place = _carried(alignment, selector, unit, to) if became == list(to) else None
    return Followed(Fate.EDITED, place) if place else GONE


def _counterparts(alignment: Alignment, sentence: int) -> _Counterparts:
    partner = alignment.partner(sentence)
    if partner is not None:
        return _Counterparts((partner,), certain=True)
    stretch = alignment.in_place_of(sentence)
    alike = sorted(((alignment.likeness(sentence, new), -new) for new in stretch.new), reverse=True)
    if not alike or alike[0][0] < SIMILAR:
        return _Counterparts((), certain=False)
    best, nearest = alike[0][0], -alike[0][1]
    near = tuple(-new for share, new in alike if share >= max(SIMILAR, best - _MARGIN))
    contested = any(
        alignment.likeness(other, nearest) >= best - _MARGIN for other in stretch.old if other != sentence
    )
    return _Counterparts(near, certain=len(near) == 1 and not contested)
