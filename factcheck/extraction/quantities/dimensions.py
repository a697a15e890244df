"""Which units measure the same and can stand for each other: miles and kilometres, dollars and euros."""

from factcheck.extraction.quantities.unit_words import DOLLARS, KRONER, MONEY, PREFIXES, SIGNS

_MONEY = frozenset(
    (*SIGNS.values(), *DOLLARS.values(), *PREFIXES.values(), *MONEY.values(), *KRONER.values())
)
_DIMENSIONS = {
    unit: name
    for name, units in {
        "length": "km m cm mm mile ft in yd",
        "mass": "kg g mg t lb oz",
        "area": "m² km² ha acre ft²",
        "volume": "l ml hl m³ barrel",
        "power": "W kW MW GW hp PS",
        "speed": "km/h mph m/s",
        "temperature": "°C °F",
    }.items()
    for unit in units.split()
}


def dimension(unit: str | None) -> str | None:
    """What a unit measures, None for a counted noun and for what converts into nothing else."""
    if unit in _MONEY:
        return "money"
    return _DIMENSIONS.get(unit or "")
