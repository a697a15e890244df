import pytest

from claims.claim import Kind, Modality
from claims.miss import Wrong
from claims.quantity import Quantity
from claims.source import Capture, SourceClass
from claims.time import Part
from claims.verdict import Stance, Verdict
from claims.wording import figure, label, quantity
from claims.workflow import Action, Role, State

ENUMS = (Kind, Modality, Capture, Part, SourceClass, Stance, Verdict, Action, Role, State, Wrong)


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
    ],
)
def test_a_quantity_reads_in_short(fields: dict[str, object], shown: str) -> None:
    assert quantity(Quantity.model_validate({"start": 0, "end": 1, "exact": "x", **fields}), "de") == shown
