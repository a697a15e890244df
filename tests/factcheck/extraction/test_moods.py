"""German verb forms that report, told from those that do not."""

import pytest

from factcheck.extraction.moods import hearsay_at, is_subjunctive, subjunctive_at, substitute_at
from factcheck.extraction.tokens import Token, tag_tokens


def tokens(text: str) -> list[Token]:
    return tag_tokens(text, 0, len(text), "de")


def form(text: str, at: int | None) -> str | None:
    return None if at is None else tokens(text)[at].text


@pytest.mark.parametrize(
    "low", ["sei", "seien", "habe", "werde", "könne", "solle", "gehöre", "betreibe", "stelle"]
)
def test_the_stem_with_e_is_konjunktiv(low: str) -> None:
    assert is_subjunctive(low) is (low != "stelle")


@pytest.mark.parametrize(
    "low", ["sagte", "wurde", "heute", "lange", "gerade", "diese", "ist", "hatte", "bitte"]
)
def test_other_words_on_e_are_none(low: str) -> None:
    assert not is_subjunctive(low)


REPORTING = [
    ("Der Hafen sei sicher.", "sei"),
    ("Das Dach gehöre der Stadt.", "gehöre"),
    ("Die Werft werde im Mai verkauft.", "werde"),
    ("Ich habe den Hafen gesehen.", None),
    ("Der Hafen ist sicher, es sei denn, es stürmt.", None),
    ("Bitte seien Sie pünktlich.", None),
    ("Der Hafen war sicher.", None),
]


@pytest.mark.parametrize(("text", "expected"), REPORTING)
def test_konjunktiv_reports_where_nobody_speaks_of_himself(text: str, expected: str | None) -> None:
    assert form(text, subjunctive_at(tokens(text), 0, len(tokens(text)))) == expected


SUBSTITUTES = [
    ("Die Kräne hätten gehalten.", False, "hätten"),
    ("Die Anwohner würden gewarnt.", False, "würden"),
    ("Wenn es stürmte, würden die Kräne fallen.", False, None),
    ("Bei einem Sturm wären die Kräne in Gefahr.", False, None),
    ("Die Kräne könnten fallen.", False, None),
    ("Die Kräne könnten fallen.", True, "könnten"),
]


@pytest.mark.parametrize(("text", "spoken", "expected"), SUBSTITUTES)
def test_the_second_konjunktiv_stands_in_where_it_is_no_condition(
    text: str, spoken: bool, expected: str | None
) -> None:
    found = substitute_at(tokens(text), 0, len(tokens(text)), spoken=spoken)
    assert form(text, found) == expected


HEARSAY = [
    ("Der Kapitän soll geflohen sein.", False, "soll"),
    ("Der Kran soll im Mai fertiggestellt sein.", False, None),
    ("Der Kapitän soll das Schiff verkauft haben.", False, "soll"),
    ("Zwei Kräne sollen beschädigt worden sein.", False, "sollen"),
    ("Der Kran soll im Mai stehen.", False, None),
    ("Der Kran soll im Mai stehen.", True, "soll"),
]


@pytest.mark.parametrize(("text", "spoken", "expected"), HEARSAY)
def test_soll_of_the_past_is_hearsay(text: str, spoken: bool, expected: str | None) -> None:
    assert form(text, hearsay_at(tokens(text), 0, len(tokens(text)), spoken=spoken)) == expected
