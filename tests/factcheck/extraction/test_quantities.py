"""How many: the grammar of quantities, table by table."""

import pytest

from claims.reason import Language
from factcheck.extraction.quantities import find_quantities


def read(text: str, language: Language) -> list[tuple[str, str, float, float | None, str | None]]:
    return [
        (q.exact, str(q.comparator), round(q.value, 4), None if q.upper is None else round(q.upper, 4), q.unit)
        for q in find_quantities(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "exact", "value", "unit"),
    [
        ("Die Brücke kostet 1,2 Mrd. Euro im Jahr.", "1,2 Mrd. Euro", 1_200_000_000, "EUR"),
        ("Er erntete zwei Dutzend Kürbisse.", "zwei Dutzend Kürbisse", 24, "Kürbis"),
        ("Hundertfünfzigtausend Bienen flogen aus.", "Hundertfünfzigtausend Bienen", 150_000, "Biene"),
    ],
)
def test_german_numbers_are_read_in_digits_and_words(text: str, exact: str, value: float, unit: str) -> None:
    assert read(text, "de") == [(exact, "eq", value, None, unit)]
