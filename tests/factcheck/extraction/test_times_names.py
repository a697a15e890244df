"""Numbers and words of the calendar that are no times: names, counts, codes. All sentences are invented."""

import pytest

from claims.reason import Language
from tests.factcheck.extraction.reading_times import PUBLISHED, values

NO_TIMES: list[tuple[Language, str]] = [
    ("de", "Siehe example.org/2015/09/06/muehle für mehr."),
    ("de", "Jutta Herbst kam als Erste an."),
    ("de", "Das Rad kostet 2019 Euro."),
    ("de", "Rund 2.000 Menschen kamen."),
    ("de", "Die Agenda 2030 gilt weiter."),
    ("de", "Auf dem Rechner läuft Windows 2000."),
    ("de", "Eine Boeing 747 landete."),
    ("de", "Sie liest den Roman „1984“ gern."),
    ("de", "Die Formel 1 kommt zurück."),
    ("de", "Nach Artikel 20 ist das verboten."),
    ("de", "Bei der Euro 2016 gewann das Team."),
    ("de", "Frau Mai sprach lange."),
    ("de", "Minister März sprach lange."),
    ("de", "Der Arabische Frühling blieb ohne Folgen."),
    ("de", "Herr Winter und Frau Sommer sprachen."),
    ("de", "Zur Halbzeit stand es 2:1."),
    ("de", "Er erhielt 1984 Stimmen."),
    ("de", "Die Resolution 1973 wurde beschlossen."),
    ("de", "Er wohnt in 1070 Wien."),
    ("de", "Siehe Kapitel 3.10. für mehr."),
    ("de", "Das Telefon hat die Nummer 1999."),
    ("de", "Der Peugeot 2008 ist teuer."),
    ("de", "Der TSV 1860 verlor."),
    ("de", "Die Zahl stieg von 1200 auf 1500."),
    ("de", "Ein Paar Schuhe kostet 1999 Kronen."),
    ("de", "Die Burg ist 1999 Jahre alt."),
    ("de", "Das Rennen dauerte 2:30 Stunden."),
    ("de", "Ein Zimmer hat 3.10 Meter Höhe."),
    ("de", "Die Lange Nacht der Museen kommt an."),
    ("de", "Er las die Sonntagszeitung und den Morgen-Kurier."),
    ("de", "Die Strecke ist 2010 Meter lang."),
    ("en", "It cost 2019 euros."),
    ("en", "About 2,000 people came."),
    ("en", "The Agenda 2030 stands."),
    ("en", "It runs Windows 2000."),
    ("en", "A Boeing 747 landed."),
    ("en", "She likes the novel “1984”."),
    ("en", "Formula 1 is back."),
    ("en", "Article 20 forbids it."),
    ("en", "They won Euro 2016."),
    ("en", "May said she would stay."),
    ("en", "Mrs May said she would stay."),
    ("en", "Theresa May stayed."),
    ("en", "April Example stayed."),
    ("en", "A second later it was over."),
    ("en", "The second man left."),
    ("en", "The Sunday Times wrote it."),
    ("en", "Shares of Monday.com fell."),
    ("en", "They march in step and may fall."),
    ("en", "The Arab Spring failed."),
    ("en", "He got 1984 votes."),
    ("en", "Resolution 1973 was passed."),
    ("en", "Flight 1549 landed."),
    ("en", "She lives in room 2010."),
    ("en", "It is open 24/7 since 9/11."),
    ("en", "The score was 2-1 at half-time."),
    ("en", "Numbers rose from 1500 to 2000."),
    ("en", "It sold 1999 cars."),
    ("en", "Prices fall in the fall guy's shop."),
    ("en", "The march on the capital began."),
    ("en", "It weighs 1999 kg."),
]

BESIDE_A_TIME: list[tuple[Language, str, str]] = [
    ("de", "Gestern hat Juli Beispiel gelesen.", "2024-03-04"),
    ("en", "The Arab Spring in 2011 failed.", "2011"),
    ("en", "Black Friday sales rose.", "2023-11-24"),
]


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_what_only_looks_like_a_time_has_no_date(language: Language, text: str) -> None:
    assert values(text, language) == []
    assert values(text, language, PUBLISHED) == []


@pytest.mark.parametrize(("language", "text", "edtf"), BESIDE_A_TIME)
def test_a_name_beside_a_time_adds_none(language: Language, text: str, edtf: str) -> None:
    assert values(text, language, PUBLISHED) == edtf.split()
