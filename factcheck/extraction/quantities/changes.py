"""Changes: which way something went, and whether a figure is how much, to what or from what."""

from typing import NamedTuple

from claims.quantity import Change, ChangeKind
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low
from factcheck.extraction.quantities.change_words import (
    DOWN_DE,
    DOWN_EN,
    DOWN_NOUNS_EN,
    LEVEL_LINKS_DE,
    LEVEL_LINKS_EN,
    LEVEL_NOUNS_DE,
    LINKS_DE,
    LINKS_EN,
    MORE_DE,
    MORE_EN,
    NO_LEVEL_EN,
    NO_TO_EN,
    NOUNS_DE,
    RAISED_EN,
    SEPARABLE_DE,
    TRIMMED_EN,
    UP_DE,
    UP_EN,
    UP_NOUNS_EN,
)

_LEVELS = words("below above beyond past")
_LOSSES = words("lost lose loses losing")
_PARTICLE_VERBS = words(
    "gave give gives given giving made make makes set sets put ended took take takes picked pick picks racked"
)
_CLAUSE_ENDS = frozenset((".", ";", "!", "?", ":", ",", "und", "während", "(", ")"))
_REACH = 9
_PARTS = frozenset(("percent", "percentage_point", "share", "times"))


class Movement(NamedTuple):
    """The way something went and what the figure is to it."""

    direction: Change
    kind: ChangeKind

    @property
    def size(self) -> Change | None:
        """The way again where the figure is the size of the rise or fall."""
        return self.direction if self.kind is ChangeKind.BY else None


def find_movement(
    tokens: list[Token], start: int, stop: int, unit: str | None, language: Language
) -> Movement | None:
    """The change that the figure of tokens[start:stop] measures or leads to, None where there is none."""
    if low(tokens, start) == "+" and glued(tokens, start + 1):
        return Movement(Change.UP, ChangeKind.BY)
    level = find_level(tokens, start, language)
    if level is not None:
        change = _leads(tokens, level, stop, unit, language)
        kind = ChangeKind.FROM if tokens[level].low in ("from", "von") else ChangeKind.TO
        return Movement(change, kind) if change else None
    change = _english(tokens, start, unit) if language == "en" else _german(tokens, start, stop, unit)
    change = change or _compared(tokens, stop, unit, language)
    return Movement(change, ChangeKind.BY) if change else None


def find_level(tokens: list[Token], start: int, language: Language) -> int | None:
    """The index of the to or from (auf, von) on which a figure depends, None where there is none."""
    at = start - 1
    if language == "en":
        while (word := low(tokens, at)) in LEVEL_LINKS_EN and start - at <= 5:
            at -= 1
        return at if word in ("to", "from") and low(tokens, at - 1) not in NO_TO_EN else None
    while (word := low(tokens, at)) in LEVEL_LINKS_DE and start - at <= 3:
        at -= 1
    if word != "von":
        return at if word == "auf" else None
    before = low(tokens, at - 1)
    if before in LEVEL_NOUNS_DE:
        return next((index for index in range(at - 2, at - 5, -1) if low(tokens, index) == "auf"), None)
    return None if before in NOUNS_DE else at


def _leads(tokens: list[Token], level: int, stop: int, unit: str | None, language: Language) -> Change | None:
    """The way to or from a level: rose to 5, cut its rate to 5 per cent, auf 5 Prozent gestiegen."""
    if language == "de":
        return _clause_de(tokens, level - 1, stop) if tokens[level].low == "auf" else None
    if low(tokens, level - 1) in NO_LEVEL_EN and low(tokens, level - 1) != "up":
        return None
    direct = _direction_en(low(tokens, level - 1))
    if direct is not None or tokens[level].low == "from" or not (unit is None or _is_measured(unit)):
        return direct
    return _clause_en(tokens, level - 1)


def _direction_en(word: str) -> Change | None:
    if word in UP_EN or word in RAISED_EN:
        return Change.UP
    return Change.DOWN if word in DOWN_EN or word in TRIMMED_EN else None


def _english(tokens: list[Token], start: int, unit: str | None) -> Change | None:
    at = start - 1
    while (word := low(tokens, at)) in LINKS_EN and start - at <= 4:
        at -= 1
    by = "by" in (low(tokens, start - 1), low(tokens, at + 1))
    if low(tokens, start) in _LEVELS or (word in _LOSSES and not _is_measured(unit)):
        return None
    if word in ("up", "down") and low(tokens, at - 1) in _PARTICLE_VERBS:
        return None
    if by:
        return _clause_en(tokens, at)
    return None if word in RAISED_EN or word in TRIMMED_EN else _direction_en(word)


def _clause_en(tokens: list[Token], at: int) -> Change | None:
    """The nearest word of change at or before an index, in the same clause."""
    for index in range(at, max(-1, at - _REACH), -1):
        if tokens[index].low in _CLAUSE_ENDS:
            return None
        if (change := _direction_en(tokens[index].low)) is not None:
            return change
    return None


def _german(tokens: list[Token], start: int, stop: int, unit: str | None) -> Change | None:
    """Directly before (fiel 3 Punkte, ein Plus von 3 Prozent), or with um in the clause."""
    at = start - 1
    while low(tokens, at) in LINKS_DE and start - at <= 4:
        at -= 1
    if low(tokens, start - 1) == "von":
        return _direction_de(tokens, at, stop) if low(tokens, at) in NOUNS_DE else None
    if "um" in (low(tokens, start - 1), low(tokens, start)):
        return _clause_de(tokens, at, stop)
    direct = _direction_de(tokens, at, stop)
    return direct if at == start - 1 and _is_measured(unit) else None


def _direction_de(tokens: list[Token], at: int, stop: int) -> Change | None:
    """What the word at an index says, with its particle behind `stop` if it is a separable verb."""
    word = low(tokens, at)
    if word in UP_DE:
        return Change.UP
    if word in DOWN_DE:
        return Change.DOWN
    ways = SEPARABLE_DE.get(word)
    if ways is None:
        return None
    for index in range(stop, min(len(tokens), stop + _REACH)):
        if tokens[index].low in _CLAUSE_ENDS:
            break
        if tokens[index].low in ways:
            return ways[tokens[index].low]
    return None


def _clause_de(tokens: list[Token], at: int, stop: int) -> Change | None:
    """The nearest word of change before or behind the figure, in the same clause."""
    for indexes in (range(at, max(-1, at - _REACH), -1), range(stop, min(len(tokens), stop + _REACH))):
        for index in indexes:
            if tokens[index].low in _CLAUSE_ENDS:
                break
            if (change := _direction_de(tokens, index, stop)) is not None:
                return change
    return None


def _compared(tokens: list[Token], stop: int, unit: str | None, language: Language) -> Change | None:
    """A share that a comparative or a noun of change follows: 5 Prozent mehr, a 3 per cent drop."""
    word = low(tokens, stop)
    if unit not in _PARTS:
        return None
    if language == "de":
        return MORE_DE.get(word)
    if word in UP_NOUNS_EN:
        return Change.UP
    return Change.DOWN if word in DOWN_NOUNS_EN else MORE_EN.get(word)


def _is_measured(unit: str | None) -> bool:
    """Whether a verb right before the number can mean its change: fielen 3 Punkte, not fielen 3 Schüsse."""
    return unit is not None and (
        unit in ("percent", "percentage_point", "Punkt", "Zähler", "point", "share") or unit.isupper()
    )
