"""What the tests of quantities look at: what was found, in short."""

from claims.quantity import Quantity
from claims.reason import Language
from factcheck.extraction.quantities import find_quantities


def only(text: str, language: Language) -> Quantity:
    found = find_quantities(text, language)
    assert len(found) == 1, [quantity.exact for quantity in found]
    return found[0]


def values(text: str, language: Language) -> list[tuple[str, float, float | None]]:
    return [(str(q.comparator), round(q.value, 4), q.upper) for q in find_quantities(text, language)]


def written(text: str, language: Language) -> str:
    """All quantities of a text as `comparator value unit`, such as "ge 7 Kuh; range 5..7 week"."""
    return "; ".join(
        " ".join(part for part in (str(found.comparator), _numbers(found), found.unit) if part)
        for found in find_quantities(text, language)
    )


def _numbers(found: Quantity) -> str:
    upper = "" if found.upper is None else f"..{_figure(found.upper)}"
    return _figure(found.value) + upper


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{round(value, 4):.10g}"


def cases(table: str) -> list[tuple[str, str]]:
    """Lines of `text | quantities` as pairs; nothing behind the bar where none is to be found."""
    rows = (line.rsplit("|", 1) for line in table.strip().splitlines())
    return [(text.strip(), found.strip()) for text, found in rows]
