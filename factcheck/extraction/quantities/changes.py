"""Up or down: the verbs and nouns of change that a quantity measures."""

from claims.quantity import Change
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, low

_UP_EN = words(
    """
    up rose rise rises risen rising increased increase increases increasing climbed climb climbs gained
    gain gains gaining jumped jump jumps soared surged grew grow grows grown growing added adds advanced
    expanded improved higher rallied boosted accelerated swelled
    """
)
_DOWN_EN = words(
    """
    down fell fall falls fallen falling decreased decrease decreases dropped drop drops dropping declined
    decline declines lost loses losing slid slide slides slipped slumped plunged plummeted plummeting
    shrank shrunk tumbled eased dipped lower sank sunk reduced reduces reducing reduce cut cuts cutting
    contracted shed sheds lowered slashed
    """
)
_UP_DE = words(
    """
    stieg stiegen steigen steigt gestiegen angestiegen ansteigen wuchs wuchsen wachsen wächst gewachsen
    zugelegt zulegen legte legten zunahm zunahmen zugenommen zunehmen nahm nahmen erhöht erhöhte erhöhten
    erhöhen kletterte kletterten geklettert gewann gewannen gewonnen verteuert verteuerte verteuerten
    anheben angehoben hob plus ausgeweitet anzieht anzogen angezogen anziehen steigerte steigerten
    gesteigert steigern aufgestockt vergrößert höher teurer anstieg zuwachs erhöhung
    """
)
_DOWN_DE = words(
    """
    fiel fielen fallen fällt gefallen sank sanken sinken sinkt gesunken schrumpfte schrumpften schrumpfen
    geschrumpft zurückgegangen zurückgehen ging gingen verringert verringerte verringerten verringern
    verlor verloren verlieren reduziert reduzierte reduzierten reduzieren gesenkt senkte senkten senken
    kürzte kürzten gekürzt kürzen abgenommen abnehmen eingebrochen brach brachen einbrechen minus
    verbilligt verbilligte gab gaben nachgegeben verkleinert rutschte rutschten abgesackt gedrückt
    niedriger billiger günstiger rückgang abnahme senkung
    """
)
_LINKS_EN = words(
    """
    by another a further about some sharply slightly back nearly almost of only just over more than
    """
)
_LINKS_DE = words(
    """
    von um leicht deutlich leichten kräftig weitere noch sogar zuletzt knapp nur
    """
)
_LEVELS = words("below above beyond past")
_LOSSES = words("lost lose loses losing")
_PARTICLE_VERBS = words(
    "gave give gives given giving made make makes set sets put ended took take takes picked pick picks racked"
)
_NOUNS_DE = words("plus minus anstieg zuwachs erhöhung rückgang abnahme senkung")
_CLAUSE_ENDS = frozenset((".", ";", "!", "?", ":", ",", "und", "während", "(", ")"))
_REACH = 9


def find_change(
    tokens: list[Token], start: int, stop: int, unit: str | None, language: Language
) -> Change | None:
    """The direction of the change that tokens[start:stop] measure, None where they measure a level."""
    return _english(tokens, start, unit) if language == "en" else _german(tokens, start, stop, unit)


def _direction(word: str, up: frozenset[str], down: frozenset[str]) -> Change | None:
    return Change.UP if word in up else Change.DOWN if word in down else None


def _english(tokens: list[Token], start: int, unit: str | None) -> Change | None:
    at = start - 1
    while low(tokens, at) in _LINKS_EN and start - at <= 4:
        at -= 1
    if low(tokens, start) in _LEVELS or (low(tokens, at) in _LOSSES and not _is_measured(unit)):
        return None
    if low(tokens, at) in ("up", "down") and low(tokens, at - 1) in _PARTICLE_VERBS:
        return None
    direct = _direction(low(tokens, at), _UP_EN, _DOWN_EN)
    if direct is not None or "by" not in (low(tokens, start - 1), low(tokens, at + 1)):
        return direct
    for index in range(at, max(-1, at - _REACH), -1):
        if tokens[index].low in _CLAUSE_ENDS:
            return None
        if (change := _direction(tokens[index].low, _UP_EN, _DOWN_EN)) is not None:
            return change
    return None


def _german(tokens: list[Token], start: int, stop: int, unit: str | None) -> Change | None:
    """Directly before (fiel 3 Punkte, ein Plus von 3 Prozent), or with um in the clause."""
    at = start - 1
    while low(tokens, at) in _LINKS_DE and start - at <= 4:
        at -= 1
    of_a_noun = low(tokens, start - 1) == "von"
    if of_a_noun and low(tokens, at) not in _NOUNS_DE:
        return None
    direct = _direction(low(tokens, at), _UP_DE, _DOWN_DE)
    if direct is not None and (of_a_noun or at == start - 1) and not _is_measured(unit):
        direct = None
    if direct is not None or "um" not in (low(tokens, start - 1), low(tokens, start)):
        return direct
    for indexes in (range(at, max(-1, at - _REACH), -1), range(stop, min(len(tokens), stop + _REACH))):
        for index in indexes:
            word = tokens[index].low
            if word in _CLAUSE_ENDS:
                break
            if (change := _direction(word, _UP_DE, _DOWN_DE)) is not None:
                return change
    return None


def _is_measured(unit: str | None) -> bool:
    """Whether a verb right before the number can mean its change: fielen 3 Punkte, not fielen 3 Schüsse."""
    return unit is not None and (
        unit in ("percent", "percentage_point", "Punkt", "Zähler", "point", "share") or unit.isupper()
    )
