import pytest

from claims.claim import Kind, Modality
from claims.inquiry import Channel, Reply
from claims.miss import Wrong
from claims.quantity import Quantity
from claims.source import Capture, SourceClass
from claims.time import Part
from claims.verdict import Stance, Verdict
from claims.wording import figure, label, quantity
from claims.workflow import Action, Role, State

ENUMS = (
    Kind,
    Modality,
    Capture,
    Part,
    SourceClass,
    Stance,
    Verdict,
    Action,
    Role,
    State,
    Wrong,
    Channel,
    Reply,
)


BY = {"change": "up", "change_kind": "by", "direction": "up"}
TO = {"change_kind": "to", "direction": "up"}
FROM = {"change_kind": "from", "direction": "up"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_of_the_desk_has_a_name_in_both_languages(language: str) -> None:
    members = [member for enum in ENUMS for member in enum]
    assert all(label(member, language) for member in members)  # type: ignore[arg-type]


def test_no_two_enums_share_a_value() -> None:
    values = [member.value for enum in ENUMS for member in enum]
    assert len(values) == len(set(values))


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (200000, "200.000", "200,000"),
        (3.5, "3,5", "3.5"),
        (0, "0", "0"),
        (1e9, "1.000.000.000", "1,000,000,000"),
    ],
)
def test_figures_are_written_as_the_language_writes_them(value: float, german: str, english: str) -> None:
    assert figure(value, "de") == german
    assert figure(value, "en") == english


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": 7, "comparator": "ge", "unit": "Mitarbeiter"}, "≥ 7 Mitarbeiter"),
        ({"value": 5, "upper": 7, "comparator": "range", "unit": "percent"}, "5–7 Prozent"),
        ({"value": 100, "comparator": "lt", "near": True}, "≲ 100"),
        ({"value": 12}, "12"),
        ({"value": 1, "unit": "year"}, "1 Jahr"),
        ({"value": 3, "unit": "year"}, "3 Jahre"),
        ({"value": 25, "unit": "basis_point"}, "25 Basispunkte"),
        ({"value": 3, "unit": "percent", **BY}, "um 3 Prozent"),
        ({"value": 5, "unit": "EUR", "comparator": "gt", **TO}, "auf > 5 EUR"),
        ({"value": 3, **FROM}, "von 3"),
        ({"value": 2, "unit": "times", **BY}, "× 2"),
        ({"value": 2, "unit": "times"}, "2 Mal"),
    ],
)
def test_a_quantity_reads_in_short(fields: dict[str, object], shown: str) -> None:
    assert quantity(Quantity.model_validate({"start": 0, "end": 1, "exact": "x", **fields}), "de") == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": 3, "unit": "percent", **BY}, "by 3 per cent"),
        ({"value": 5, "unit": "EUR", **TO}, "to 5 EUR"),
        ({"value": 3, **FROM}, "from 3"),
        ({"value": 1, "unit": "times"}, "1 time"),
        ({"value": 1, "upper": 2, "comparator": "range", "unit": "year"}, "1–2 years"),
    ],
)
def test_a_quantity_reads_in_short_in_english(fields: dict[str, object], shown: str) -> None:
    assert quantity(Quantity.model_validate({"start": 0, "end": 1, "exact": "x", **fields}), "en") == shown


@pytest.mark.parametrize(
    ("exact", "unit", "shown"),
    [
        ("12 Stimmen", "Stimme", "12 Stimmen"),
        ("zwölf Städte", "Stadt", "12 Städte"),
        ("in 12 Häusern", "Haus", "12 Häusern"),
        ("twelve engineers", "engineer", "12 engineers"),
        ("12 companies", "company", "12 companies"),
        ("12 women", "woman", "12 women"),
        ("12 US-Dollar", "USD", "12 USD"),
        ("12 Kubikmeter", "m³", "12 m³"),
        ("zwölf Leute", "Angestellte", "12 Angestellte"),
    ],
)
def test_what_is_counted_is_called_as_the_words_call_it(exact: str, unit: str, shown: str) -> None:
    fields = {"start": 0, "end": len(exact), "exact": exact, "comparator": "eq", "value": 12, "unit": unit}
    assert quantity(Quantity.model_validate(fields), "de") == shown
