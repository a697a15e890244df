"""Numbers that count nothing: dates, ordinals, scores, names, vague amounts."""

import pytest

from claims.reason import Language
from factcheck.extraction.quantities import find_quantities

NOTHING: list[tuple[Language, str]] = [
    ("de", "Am 3. Oktober 1990 und um 17.30 Uhr."),
    ("de", "Im Jahr 2019, seit 1992, bis 2030."),
    ("de", "Das dritte Kind wohnt im 15. Stock."),
    ("de", "Die Hausherren siegten 95:93 und 3:1."),
    ("de", "Eine Boeing 747 landete, ein Airbus A380 startete."),
    ("de", "Die ZiB 2 berichtete über die Formel 1 und den G7-Gipfel."),
    ("de", "Nach Artikel 5 und § 218 ist es erlaubt."),
    ("de", "Ein Mann und eine Frau sprachen unter vier Augen."),
    ("de", "Tausende Fans und Dutzende Trommler kamen, auch Millionen vor dem Schirm."),
    ("de", "Mehrere hundert Leute und ein paar tausend Schafe kamen."),
    ("de", "Er bestieg einen Fünftausender."),
    ("de", "Rückfragen unter 0800 123 456 78 oder 030/1234567."),
    ("de", "Verurteilt wurde Thorben L. (58) gestern."),
    ("de", "Der Anrufer (54) war rund um die Uhr da, 24/7."),
    ("de", "Die 5G-Auktion und das Zwei-Prozent-Ziel."),
    ("en", "On 4 July 1976 at 7.30pm and on May 3, 2011."),
    ("en", "In 1998, since 2015, by 2030, in the 1990s, in the 18th century."),
    ("en", "The third man lives on the 22nd floor."),
    ("en", "The Rovers beat the City 3-1 and drew 2-2."),
    ("en", "The Boeing 747 left Gate 12 before Apollo 11."),
    ("en", "The Big Four cited Chapter 11 and Catch-22."),
    ("en", "One of the men told another one day."),
    ("en", "Thousands marched, dozens were hurt, several hundred fled."),
    ("en", "Dozens called 0800 555 111 about 10 Downing Street."),
    ("en", "The caller, Ann Example, 34, agreed."),
    ("en", "50 Cent sang."),
    ("en", "See https://example.org/?id=556687."),
    ("de", "Der Laden in der Lindengasse 12 ist zu, das Spiel endete 2 zu 1."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_dates_ordinals_scores_names_and_vague_amounts_are_no_quantities(
    language: Language, text: str
) -> None:
    assert [quantity.exact for quantity in find_quantities(text, language)] == []
