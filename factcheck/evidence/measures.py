"""Units that measure the same, turned into one: `measure(unit) -> Measure | None`.

Currencies do not convert, for their rates change; percent and percentage points are two things.
"""

from functools import lru_cache
from typing import NamedTuple

from factcheck.extraction.quantities.dimensions import dimension


class Measure(NamedTuple):
    """What a unit measures, and how a value in it becomes one in the dimension's own unit: times
    `factor`, plus `offset`. `rough` counts that words like "a third" stand for."""

    dimension: str
    factor: float = 1.0
    offset: float = 0.0


_FACTORS = {
    "length": "km 1000 m 1 cm .01 mm .001 nm 1e-9 mile 1609.344 ft .3048 in .0254 yd .9144",
    "mass": "t 1000 kg 1 g .001 mg 1e-6 lb .45359237 oz .028349523125",
    "area": "km² 1e6 ha 1e4 m² 1 acre 4046.8564224 ft² .09290304",
    "volume": "m³ 1000 hl 100 l 1 ml .001 barrel 158.987294928",
    "power": "GW 1e9 MW 1e6 kW 1e3 W 1 hp 745.6998715822702 PS 735.49875",
    "energy": "TWh 1e12 GWh 1e9 MWh 1e6 kWh 1e3 Wh 1",
    "speed": "m/s 3.6 km/h 1 mph 1.609344",
    "frequency": "GHz 1e9 MHz 1e6 kHz 1e3 Hz 1",
    "data": "TB 1e12 GB 1e9 MB 1e6 kB 1e3",
    "duration": "week 604800 day 86400 h 3600 min 60 s 1",
    "calendar": "decade 120 year 12 month 1",
    "ratio": "share 100 percent 1 permille .1",
    "points": "percentage_point 1 basis_point .01",
    "temperature": "°C 1 degree 1",
    "factor": "times 1",
}
"""Dimension: units and what one of each is in the dimension's own. International yard and pound, 1959."""


def _table() -> dict[str, Measure]:
    found = {"°F": Measure("temperature", 5 / 9, -160 / 9)}
    for name, line in _FACTORS.items():
        words = line.split()
        for unit, factor in zip(words[::2], words[1::2], strict=True):
            found[unit] = Measure(name, float(factor))
    return found


_MEASURES = _table()


@lru_cache(maxsize=4096)
def measure(unit: str | None) -> Measure | None:
    """What a unit measures; None for a counted noun, and where nothing is counted."""
    if unit is None:
        return None
    if dimension(unit) == "money" or unit in ("krone", "cent", "penny"):
        return Measure(f"money {unit}")
    return _MEASURES.get(unit)
