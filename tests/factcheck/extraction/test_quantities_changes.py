"""Which way something went, and whether a figure is how much, to what or from what."""

import pytest

from claims.quantity import Change, ChangeKind, Quantity
from claims.reason import Language
from factcheck.extraction.quantities import find_quantities
from tests.factcheck.extraction.counting import cases, only

GERMAN = cases("""
Der Umsatz ist um ein Drittel gestiegen. | 0.3333 share by up
Der Umsatz fiel um 3 Prozent. | 3 percent by down
Der Umsatz stieg um 3 Prozent auf 1,2 Mrd. Euro. | 3 percent by up; 1200000000 EUR to up
Die Quote kletterte von 3 auf 5 Prozent. | 3 percent from up; 5 percent to up
Die Quote stieg von 3 Prozent im Mai auf 5 Prozent im Juni. | 3 percent from up; 5 percent to up
Die Zahl der Ställe stieg von 120 auf 180. | 120 from up; 180 to up
Die Zahl der Ställe ging von 180 auf 120 zurück. | 180 from down; 120 to down
Der Rückgang von 5 auf 3 Prozent überraschte. | 5 percent from down; 3 percent to down
Ein Rückgang von 5 Prozent auf 3 Mio. Euro. | 5 percent by down; 3000000 EUR to down
Der Index fiel 15 Punkte. | 15 Punkt by down
Am Ende stand ein Plus von 1,4 Prozent. | 1.4 percent by up
Am Ende stand ein Minus von 1,4 Prozent. | 1.4 percent by down
Index Nord +0,20 Prozent. | 0.2 percent by up
Der Anteil stieg auf 40 Prozent. | 40 percent to up
Der Anteil ist auf knapp 40 Prozent gesunken. | 40 percent to down
Der Anteil stieg auf einen Rekordwert von 40 Prozent. | 40 percent to up
Die Belegschaft nahm um 3 Prozent ab. | 3 percent by down
Die Belegschaft nahm um 3 Prozent zu. | 3 percent by up
Der Kurs gab 3 Prozent nach. | 3 percent by down
Der Kurs legte 2 Prozent auf 45 Euro zu. | 2 percent by up; 45 EUR to up
Die Preise zogen um 4 Prozent an. | 4 percent by up
Der Verlag baut 40 Stellen ab. | 40 Stelle
Er legte auf 5 Seiten dar, warum. | 5 Seite
Das Werk verkaufte 5 Prozent mehr als im Vorjahr. | 5 percent by up
Das Werk verkaufte ein Drittel weniger. | 0.3333 share by down
Die Zinsen wurden um 25 Basispunkte gesenkt. | 25 basis_point by down
Der Umsatz hat sich verdoppelt. | 2 times by up
Der Umsatz verdoppelte sich auf 5 Mio. Euro. | 2 times by up; 5000000 EUR to up
Der Umsatz hat sich halbiert. | 0.5 times by down
Der Umsatz hat sich verzehnfacht. | 10 times by up
Es fielen drei Schüsse. | 3 Schuss
Das Dorf liegt auf 500 Metern. | 500 m
""")

ENGLISH = cases("""
Sales rose 5%. | 5 percent by up
Sales rose 5% to £60. | 5 percent by up; 60 GBP to up
Sales rose to $5. | 5 USD to up
Sales dropped to $5m from $7m. | 5000000 USD to down; 7000000 USD from down
The rate rose from 3 to 5 per cent. | 3 percent from up; 5 percent to up
The rate went from 5 per cent in May to 3 per cent in June. | 5 percent from down; 3 percent to down
This means cutting the budget by approximately 20 percent. | 20 percent by down
The bank cut its forecast to 2 per cent. | 2 percent to down
The tax was raised by 5 dollars to 20 dollars. | 5 USD by up; 20 USD to up
She raised $5 for charity. | 5 USD
Sales were down by almost 5%. | 5 percent by down
Sales edged up 5%. | 5 percent by up
A 3 per cent drop surprised the market. | 3 percent by down
They sold a third more eggs. | 0.3333 share by up
The defence gave up 5 goals. | 5 goal
The team lost to 10 men. | 10 man
They sold to 5 customers. | 5 customer
Output doubled. | 2 times by up
Output doubled to 40 tonnes. | 2 times by up; 40 t to up
Output halved. | 0.5 times by down
There was a tenfold increase. | 10 times by up
Output was twice as high. | 2 times
Prices range from £5 to £12. | 5..12 GBP
""")


def moves(text: str, language: Language) -> str:
    return "; ".join(" ".join(_parts(found)) for found in find_quantities(text, language))


def _parts(found: Quantity) -> list[str]:
    value = f"{round(found.value, 4):.10g}" + (f"..{found.upper:.10g}" if found.upper else "")
    return [value] + [str(part) for part in (found.unit, found.change_kind, found.direction) if part]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_changes_have_a_direction_and_a_kind(text: str, expected: str) -> None:
    assert moves(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_changes_have_a_direction_and_a_kind(text: str, expected: str) -> None:
    assert moves(text, "en") == expected


def test_the_size_of_a_change_is_a_change_and_a_level_is_not() -> None:
    size, level = find_quantities("Sales rose 5% to £60.", "en")
    assert (size.change, size.change_kind) == (Change.UP, ChangeKind.BY)
    assert (level.change, level.change_kind, level.direction) == (None, ChangeKind.TO, Change.UP)


def test_a_change_told_twice_goes_one_way() -> None:
    found = find_quantities("The index lost 190 points, or 0.6%, at noon.", "en")
    assert [quantity.change for quantity in found] == [Change.DOWN, Change.DOWN]


@pytest.mark.parametrize("fields", [{"change_kind": "to"}, {"direction": "up"}])
def test_kind_and_direction_come_together(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="a direction a kind"):
        Quantity.model_validate({"start": 0, "end": 1, "exact": "5", "value": 5, **fields})


def test_a_level_is_no_change_itself() -> None:
    fields = {"change": "up", "change_kind": "to", "direction": "up"}
    with pytest.raises(ValueError, match="size of a change"):
        Quantity.model_validate({"start": 0, "end": 1, "exact": "5", "value": 5, **fields})


def test_a_change_stored_before_there_were_kinds_is_read() -> None:
    stored = {"start": 0, "end": 1, "exact": "5", "value": 5, "change": "up"}
    assert Quantity.model_validate(stored).change == Change.UP


def test_kind_and_direction_are_written_out() -> None:
    written = only("Sales rose to $5.", "en").model_dump(mode="json")
    assert (written["change"], written["change_kind"], written["direction"]) == (None, "to", "up")
