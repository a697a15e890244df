"""How much a claim deserves checking: `weigh(reading, kind, names, standing) -> (worth, reasons)`.

A sum of what a desk looks for (figures, records, accusations and legal matters, who moves where, what
was decided, what the story is about) less what nobody would dispute or nothing can settle. The weights
were set by hand as a desk would rank them, and held against annotated articles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.draft import Kind
from claims.quantity import Quantity
from claims.reason import Language, Reason
from factcheck.extraction.denials import denying_verb
from factcheck.extraction.kinds import compares
from factcheck.extraction.lexicon import words
from factcheck.extraction.readings import Reading
from factcheck.extraction.themes import OPINION, VAGUE
from factcheck.extraction.topics import TOPICS, Topic

_BASE = 0.32
WEIGHTS: dict[str, float] = {
    "figure": 0.22,
    "count": 0.1,
    "record": 0.08,
    "legal": 0.2,
    "conflict": 0.12,
    "move": 0.12,
    "decision": 0.05,
    "role": 0.1,
    "change": 0.14,
    "named": 0.06,
    "dated": 0.04,
    "lead": 0.22,
    "early": 0.06,
    "late": -0.04,
    "dense": 0.06,
    "general": -0.1,
    "mind": -0.14,
    "personal": -0.14,
    "guess": -0.1,
}
_LONGEST_LIST = 3
"""Words of a reason that are shown."""

_SMALL = 10
"""Counts below it that are written in words of everyday ("two men") say little."""

_LEAD = 2
"""Sentences that open an article: headline and first sentence."""

_EARLY, _LATE = 0.2, 0.8
"""Shares of an article that are its beginning and its end."""

_OLDEST = 120
"""A bare number up to here may be somebody's age."""

_RATIOS = words("percent percentage_point share")
_CURRENCY = re.compile(r"[A-Z]{3}")
_AGED = words("jährige jähriger jährigen aged age old alt alter alters")
_GUESSING: dict[Language, frozenset[str]] = {
    "de": words(
        "wohl offenbar anscheinend scheint scheinen schien vermutlich angeblich mutmaßlich vermutet vermuten"
    ),
    "en": words("apparently seems seem seemed appears appeared perhaps probably presumably reportedly"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the article a sentence stands, `index` of `count`, and how many facts it states."""

    index: int
    count: int
    facts: int

    @property
    def leads(self) -> bool:
        return self.index < _LEAD

    @property
    def share(self) -> float:
        return self.index / self.count


def weigh(
    reading: Reading, kind: Kind, names: tuple[str, ...], standing: Standing
) -> tuple[float, tuple[Reason, ...]]:
    """Worth from 0 to 1 and why, weightiest reason first."""
    given = (*_matters(reading, kind, names), *_place(standing), *_doubts(reading, kind, names, standing))
    found = [reason for reason in given if reason is not None]
    worth = _BASE + sum([WEIGHTS[reason.code] for reason in found])
    if len(found) > 1:
        found.sort(key=_lightness)
    return round(min(1.0, max(0.0, worth)), 3), tuple(found)


def _lightness(reason: Reason) -> float:
    return -abs(WEIGHTS[reason.code])


def _matters(reading: Reading, kind: Kind, names: tuple[str, ...]) -> list[Reason | None]:
    """What it is about."""
    telling = [quantity for quantity in reading.quantities if _is_telling(reading, quantity)]
    topics = _topics(reading)
    legal = topics.get(Topic.LEGAL, "") or denying_verb(reading.scopes.outer, reading.language) or ""
    conflict = topics.get(Topic.CONFLICT, "") if not legal else ""
    move = topics.get(Topic.MOVE, "") if names and not legal else ""
    decision = topics.get(Topic.DECISION, "") if not (legal or conflict or move) else ""
    counted = () if telling else reading.quantities
    return [
        _listing("figure", [quantity.exact for quantity in telling]) if telling else None,
        _listing("count", [quantity.exact for quantity in counted]) if counted else None,
        _bare("record") if kind is Kind.COMPARISON and compares(reading) else None,
        _listing("legal", [legal]) if legal else None,
        _listing("conflict", [conflict]) if conflict else None,
        _listing("move", [move]) if move else None,
        _listing("decision", [decision]) if decision else None,
        _bare("change") if kind is Kind.CHANGE else None,
        _bare("role") if kind is Kind.ROLE and names and not move else None,
        _listing("named", names) if names else None,
        _listing("dated", [time.exact for time in reading.times]) if reading.times else None,
    ]


def _place(standing: Standing) -> list[Reason | None]:
    """Where it stands: news is told from the top, and its core in sentences full of facts."""
    dense = _bare("dense") if standing.facts > 1 else None
    if standing.leads:
        return [_bare("lead"), dense]
    return [
        dense,
        _bare("early") if standing.share < _EARLY else None,
        _bare("late") if standing.share >= _LATE else None,
    ]


def _doubts(reading: Reading, kind: Kind, names: tuple[str, ...], standing: Standing) -> list[Reason | None]:
    """What makes it matter less."""
    voiced = kind is Kind.QUOTE and not reading.measured
    personal = reading.first_person
    general = not standing.leads and _is_general(reading, names, kind)
    guesses = reading.lows & _GUESSING[reading.language]
    return [
        _bare("general") if general else None,
        _bare("mind") if voiced and _judges(reading) and not personal else None,
        _bare("personal") if personal else None,
        _listing("guess", sorted(guesses)) if guesses else None,
    ]


@lru_cache(maxsize=64)
def _bare(code: str) -> Reason:
    """A reason that needs no words: one value for all claims, for it never changes."""
    return Reason(code=code)


def _listing(code: str, found: Sequence[str]) -> Reason | None:
    listed = ", ".join(dict.fromkeys(found[:_LONGEST_LIST]))
    return Reason(code=code, values={"words": listed}) if listed else None


def _topics(reading: Reading) -> dict[Topic, str]:
    """For each topic of the claim the words that show it."""
    found: dict[Topic, list[str]] = {}
    topics = TOPICS[reading.language]
    for token in [token for token in reading.tokens if topics[token.low]]:
        for topic in topics[token.low]:
            found.setdefault(topic, []).append(token.text)
    return {topic: ", ".join(dict.fromkeys(listed[:_LONGEST_LIST])) for topic, listed in found.items()}


def _is_telling(reading: Reading, quantity: Quantity) -> bool:
    """Money, shares, measures and larger numbers; not somebody's age nor "two men"."""
    low = quantity.exact.lower()
    behind = next((token.low for token in reading.tokens if token.start >= quantity.end), "")
    if _AGED & {behind, *low.replace("-", " ").split()}:
        return False
    if quantity.change is not None or quantity.unit in _RATIOS or _CURRENCY.fullmatch(quantity.unit or ""):
        return True
    if not quantity.unit:
        return abs(quantity.value) > _OLDEST
    return any(map(str.isdigit, low)) or abs(quantity.value) >= _SMALL


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
