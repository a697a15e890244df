"""When: the grammar of times, table by table. All sentences are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reason import Language
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.times import find_times

PUBLISHED = date(2024, 3, 5)
"""A Tuesday."""


def read(text: str, language: Language, published: date | None = None) -> list[tuple[str, str | None]]:
    return [(time.exact, time.edtf) for time in find_times(text, language, published)]


GERMAN = [
    ("2019 brannte die Mühle.", "2019", "2019"),
    ("Die Mühle brannte im Jahr 1871 ab.", "im Jahr 1871", "1871"),
    ("Die Mühle war 1294 am Bach gebaut worden.", "1294", "1294"),
    ("Im März 2016 brannte die Mühle.", "Im März 2016", "2016-03"),
    ("Am 3. Oktober 2019 brannte die Mühle.", "Am 3. Oktober 2019", "2019-10-03"),
    ("Am Dienstag, dem 5. März 2024, brannte die Mühle.", "Am Dienstag, dem 5. März 2024", "2024-03-05"),
    ("Am Mittwochabend, dem 2. Juni 2010, brannte es.", "Am Mittwochabend, dem 2. Juni 2010", "2010-06-02"),
    ("Am 7.2.2022 brannte die Mühle.", "Am 7.2.2022", "2022-02-07"),
    ("Am 07.02.22 brannte die Mühle.", "Am 07.02.22", "2022-02-07"),
    ("Am 1. Jän. 2020 brannte die Mühle.", "Am 1. Jän. 2020", "2020-01-01"),
    ("Am 2022-02-07 brannte die Mühle.", "Am 2022-02-07", "2022-02-07"),
    ("Ende 2022 brannte die Mühle.", "Ende 2022", "2022"),
    ("Im späten Jahr 2022 brannte die Mühle.", "Im späten Jahr 2022", "2022"),
    ("Anfang März 2016 brannte die Mühle.", "Anfang März 2016", "2016-03"),
    ("Die Mühle mahlt seit 1992.", "seit 1992", "1992/.."),
    ("Die Mühle mahlt seit Ende November 2019.", "seit Ende November 2019", "2019-11/.."),
    ("Die Mühle mahlt ab Herbst 2024.", "ab Herbst 2024", "2024-23/.."),
    ("Die Mühle mahlt von 1990 an.", "von 1990 an", "1990/.."),
    ("Die Mühle mahlt bis 2030.", "bis 2030", "../2030"),
    ("Die Mühle mahlt bis zum Jahr 2022.", "bis zum Jahr 2022", "../2022"),
    ("Die Mühle mahlt bis spätestens Ende Mai 2025.", "bis spätestens Ende Mai 2025", "../2025-05"),
    ("Zwischen 2015 und 2020 stand die Mühle still.", "Zwischen 2015 und 2020", "2015/2020"),
    ("Von 2015 bis 2020 stand die Mühle still.", "Von 2015 bis 2020", "2015/2020"),
    ("Von März bis Mai 2019 stand die Mühle still.", "Von März bis Mai 2019", "2019-03/2019-05"),
    ("Vom 3. bis 5. Mai 2019 stand die Mühle still.", "Vom 3. bis 5. Mai 2019", "2019-05-03/2019-05-05"),
    ("2015–2020 stand die Mühle still.", "2015–2020", "2015/2020"),
    ("In der Saison 2023/24 stand die Mühle still.", "In der Saison 2023/24", "2023/2024"),
    ("In den 1990er-Jahren stand die Mühle still.", "In den 1990er-Jahren", "199X"),
    ("Mitte der 1980er Jahre stand die Mühle still.", "Mitte der 1980er Jahre", "198X"),
    ("Im 18. Jahrhundert stand die Mühle still.", "Im 18. Jahrhundert", "17XX"),
    ("Im neunzehnten Jahrhundert stand die Mühle still.", "Im neunzehnten Jahrhundert", "18XX"),
    ("Im dritten Quartal 2023 stand die Mühle still.", "Im dritten Quartal 2023", "2023-35"),
    ("Im 1. Quartal 2023 stand die Mühle still.", "Im 1. Quartal 2023", "2023-33"),
    ("Im Q2 2023 stand die Mühle still.", "Im Q2 2023", "2023-34"),
    ("Im ersten Halbjahr 2024 stand die Mühle still.", "Im ersten Halbjahr 2024", "2024-40"),
    ("In der zweiten Jahreshälfte 2022 stand die Mühle.", "In der zweiten Jahreshälfte 2022", "2022-41"),
    ("Im Sommer 2022 stand die Mühle still.", "Im Sommer 2022", "2022-22"),
    ("Im Winter 2022/23 stand die Mühle still.", "Im Winter 2022/23", "2022-24"),
    ("Zu Silvester 2019 stand die Mühle still.", "Zu Silvester 2019", "2019-12-31"),
    ("In den ersten neun Monaten 2023 stand sie.", "In den ersten neun Monaten 2023", "2023-01/2023-09"),
    ("Sie mahlt seit dem Umbau des Wehrs im Jahr 2010.", "im Jahr 2010", "2010"),
    ("Sie mahlt seit der Eröffnung im späten Jahr 2018.", "im späten Jahr 2018", "2018"),
    ("Die Mühle mahlt seit Mai 2019.", "seit Mai 2019", "2019-05/.."),
    ("Die Mühle mahlt seit dem Jahr 2019.", "seit dem Jahr 2019", "2019/.."),
    ("Bis zum Brand im Jahr 2010 mahlte sie.", "im Jahr 2010", "2010"),
    ("Sie mahlte bis zur Wahl im Mai 2010.", "im Mai 2010", "2010-05"),
]

ENGLISH = [
    ("In 2019 the mill burned.", "In 2019", "2019"),
    ("In March 2016 the mill burned.", "In March 2016", "2016-03"),
    ("On October 3, 2019 the mill burned.", "On October 3, 2019", "2019-10-03"),
    ("On 3 October 2019 the mill burned.", "On 3 October 2019", "2019-10-03"),
    ("On the 3rd of October 2019 the mill burned.", "On the 3rd of October 2019", "2019-10-03"),
    ("On Tuesday, March 5, 2024 the mill burned.", "On Tuesday, March 5, 2024", "2024-03-05"),
    ("On Oct. 3, 2019 the mill burned.", "On Oct. 3, 2019", "2019-10-03"),
    ("On 25/12/2020 the mill burned.", "On 25/12/2020", "2020-12-25"),
    ("On 5/6/2020 the mill burned.", "On 5/6/2020", "2020"),
    ("In late 2022 the mill burned.", "In late 2022", "2022"),
    ("In mid-2022 the mill burned.", "In mid-2022", "2022"),
    ("At the end of 2022 the mill burned.", "At the end of 2022", "2022"),
    ("It has milled since June of 2018.", "since June of 2018", "2018-06/.."),
    ("It has milled since late 2018.", "since late 2018", "2018/.."),
    ("It has milled since the weir was rebuilt in late 2018.", "in late 2018", "2018"),
    ("It has milled since the repair in May 2019.", "in May 2019", "2019-05"),
    ("It milled until the fire in 2010.", "in 2010", "2010"),
    ("It will mill until 2030.", "until 2030", "../2030"),
    ("From 1939 to 1945 the mill stood.", "From 1939 to 1945", "1939/1945"),
    ("Between 2015 and 2020 the mill stood.", "Between 2015 and 2020", "2015/2020"),
    ("From March to May 2019 the mill stood.", "From March to May 2019", "2019-03/2019-05"),
    ("From 12-14 June 2023 the mill stood.", "From 12-14 June 2023", "2023-06-12/2023-06-14"),
    ("On May 3-5, 2019 the mill stood.", "On May 3-5, 2019", "2019-05-03/2019-05-05"),
    ("In the 1990s the mill stood.", "In the 1990s", "199X"),
    ("In the early 2000s the mill stood.", "In the early 2000s", "200X"),
    ("In the 18th century the mill stood.", "In the 18th century", "17XX"),
    ("In the nineteenth century the mill stood.", "In the nineteenth century", "18XX"),
    ("In the third quarter of 2023 the mill stood.", "In the third quarter of 2023", "2023-35"),
    ("In Q3 2022 the mill stood.", "In Q3 2022", "2022-35"),
    ("In the first half of 2024 the mill stood.", "In the first half of 2024", "2024-40"),
    ("In the winter of 2010 the mill stood.", "In the winter of 2010", "2010-24"),
    ("In the last three months of 2004 it stood.", "the last three months of 2004", "2004-10/2004-12"),
    ("On New Year's Eve 2019 the mill stood.", "On New Year's Eve 2019", "2019-12-31"),
    ("In the '80s the mill stood.", "In the '80s", None),
    ("Over the last nine years the mill stood.", "Over the last nine years", None),
]


@pytest.mark.parametrize(("text", "exact", "edtf"), GERMAN)
def test_german_times_that_date_themselves(text: str, exact: str, edtf: str) -> None:
    assert read(text, "de") == [(exact, edtf)]


@pytest.mark.parametrize(("text", "exact", "edtf"), ENGLISH)
def test_english_times_that_date_themselves(text: str, exact: str, edtf: str | None) -> None:
    assert [
        (words.removeprefix("In ") if exact[0] == "t" else words, value) for words, value in read(text, "en")
    ] == [(exact, edtf)]


RELATIVE: list[tuple[Language, str, str]] = [
    ("de", "Gestern brannte die Mühle.", "2024-03-04"),
    ("de", "Vorgestern brannte die Mühle.", "2024-03-03"),
    ("de", "Am Montag brannte die Mühle.", "2024-03-04"),
    ("de", "Am Dienstagabend brannte die Mühle.", "2024-03-05"),
    ("de", "Am Samstag wird die Mühle geöffnet.", "2024-03-09"),
    ("de", "Am vergangenen Mittwoch brannte die Mühle.", "2024-02-28"),
    ("de", "Am kommenden Mittwoch öffnet die Mühle.", "2024-03-06"),
    ("de", "Im Vorjahr brannte die Mühle.", "2023"),
    ("de", "Heuer brannte die Mühle.", "2024"),
    ("de", "Im vergangenen Monat brannte die Mühle.", "2024-02"),
    ("de", "In der vergangenen Woche brannte die Mühle.", "2024-02-26/2024-03-03"),
    ("de", "Vor drei Jahren brannte die Mühle.", "2021"),
    ("de", "Vor rund 150 Jahren brannte die Mühle.", "1874~"),
    ("de", "Seit drei Jahren steht die Mühle.", "2021/.."),
    ("de", "Am 3. Oktober brannte die Mühle.", "2023-10-03"),
    ("de", "Am 15. März wird die Mühle geöffnet.", "2024-03-15"),
    ("de", "Im November brannte die Mühle.", "2023-11"),
    ("de", "Im Oktober des vergangenen Jahres brannte die Mühle.", "2023-10"),
    ("de", "Im ersten Quartal brannte die Mühle.", "2024-33"),
    ("de", "In den 80er Jahren brannte die Mühle.", "198X"),
    ("en", "The mill burned yesterday.", "2024-03-04"),
    ("en", "The mill burned on Monday.", "2024-03-04"),
    ("en", "The mill burned last Friday.", "2024-03-01"),
    ("en", "The mill will open next Monday.", "2024-03-11"),
    ("en", "The mill burned last year.", "2023"),
    ("en", "The mill burned last quarter.", "2023-36"),
    ("en", "The mill will open next month.", "2024-04"),
    ("en", "The mill burned three years ago.", "2021"),
    ("en", "The mill burned in October last year.", "2023-10"),
    ("en", "The mill burned in May.", "2023-05"),
    ("en", "The mill burned last summer.", "2023-22"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), RELATIVE)
def test_relative_times_need_the_day_of_publication(language: Language, text: str, edtf: str) -> None:
    assert [value for _, value in read(text, language)] == [None]
    assert [value for _, value in read(text, language, PUBLISHED)] == [edtf]


UNDATED: list[tuple[Language, str]] = [
    ("de", "In den vergangenen Jahren brannten Mühlen."),
    ("de", "Am Tag zuvor brannte die Mühle."),
    ("de", "Vor mehr als drei Jahren brannte die Mühle."),
    ("de", "Vor 60 Millionen Jahren wuchs hier Farn."),
    ("de", "Um 17.30 Uhr brannte die Mühle."),
    ("de", "Derzeit brennt keine Mühle."),
    ("de", "Auch heute noch mahlt die Mühle."),
    ("en", "Over the next five years mills will burn."),
    ("en", "Two months later the mill burned."),
    ("en", "At 11 a.m. the mill burned."),
]


@pytest.mark.parametrize(("language", "text"), UNDATED)
def test_a_time_that_its_words_do_not_date_has_no_edtf(language: Language, text: str) -> None:
    assert [value for _, value in read(text, language, PUBLISHED)] == [None]


NO_TIMES: list[tuple[Language, str]] = [
    ("de", "Rund 2000 Menschen sahen 1500 Schafe für 2024 Euro."),
    ("de", "Kürzlich brannte eine Mühle."),
    ("de", "Die Winter-Biathletin las die Bild am Sonntag."),
    ("de", "August Beispiel malte die Agenda 2030."),
    ("de", "Jan kam als Erster ins Ziel."),
    ("de", "Die Stadt Chiang Mai liegt im Norden."),
    ("de", "Es waren 3.10 mal 4 Meter."),
    ("en", "You may march if 2000 people come."),
    ("en", "The Sunday Times cost £2019."),
    ("en", "April Example sold 1900 books."),
]


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_numbers_names_and_vague_words_are_no_times(language: Language, text: str) -> None:
    assert read(text, language) == []


def test_days_and_months_in_a_list_share_what_stands_once() -> None:
    assert [value for _, value in read("Am 3., 4. und 6. Mai 2019 brannte es.", "de")] == [
        "2019-05-03",
        "2019-05-04",
        "2019-05-06",
    ]
    assert [value for _, value in read("Im März und April 2020 brannte es.", "de")] == ["2020-03", "2020-04"]
    assert [value for _, value in read("Fires raged in May and June 2021.", "en")] == ["2021-05", "2021-06"]


def test_an_hour_belongs_to_the_day_of_its_sentence() -> None:
    text = "Am 24. Dezember 2022 um 18 Uhr brannte die Mühle. Um 20 Uhr war alles vorbei."
    assert [value for _, value in read(text, "de")] == ["2022-12-24", "2022-12-24T18:00", None]


def test_a_day_that_the_calendar_lacks_is_not_dated() -> None:
    assert "2021-02-30" not in [value for _, value in read("Am 30. Februar 2021 brannte es.", "de")]


LANGUAGES: list[Language] = ["de", "en"]
CALENDAR_WORDS = [
    "3.", "31.", "Mai", "May", "2019", "1900", "bis", "to", "und", "and", "von", "from", "Ende", "late",
    "Montag", "on", "17.30", "Uhr", "2023/24", "-", "–", ",", ".", "🦊", "a\u0308", "\n", "", "vor", "drei",
    "Jahren", "three", "years", "ago", "last", "letzten", "Monat", "month", "1990er", "1990s", "Q3",
    "seit",
    "since", "im", "in", "12", "months", "Monaten", "year", "ended", "FY22", "3Q21", "KW", "44", "BC",
    "v. Chr.",
    "Ostern", "Easter", "Nacht", "auf", "den", "4.", "the", "1960s", "70s", "um", "frühen", "Morgen", "des",
    "earlier", "zuvor", "0001-01-01", "29.2.", "Q1", "H1", "2100", "Weihnachten", "9999", "vorjahr",
    "vorjahrH2", "Im", "frühsommers", "bis", "Dreißigerjahren",
]  # fmt: skip
CALENDAR_TEXT = st.lists(st.sampled_from(CALENDAR_WORDS), max_size=12).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    text=st.one_of(st.text(max_size=120), CALENDAR_TEXT),
    published=st.none() | st.dates(),
)
def test_places_are_exact_ordered_and_no_quantities_in_any_text(
    language: Language, text: str, published: date | None
) -> None:
    end = 0
    times = find_times(text, language, published)
    for time in times:
        assert time.start >= end
        assert text[time.start : time.end] == time.exact
        end = time.end
    for quantity in find_quantities(text, language):
        assert not any(quantity.start < time.end and time.start < quantity.end for time in times)


GERMAN_MONTHS = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
]  # fmt: skip


@given(day=st.dates(min_value=date(1400, 1, 1), max_value=date(2099, 12, 31)))
def test_a_printed_date_is_read_back(day: date) -> None:
    long = f"Am {day.day}. {GERMAN_MONTHS[day.month - 1]} {day.year} brannte die Mühle."
    assert [value for _, value in read(long, "de")] == [day.isoformat()]
    short = f"Am {day.day}.{day.month}.{day.year} brannte die Mühle."
    assert [value for _, value in read(short, "de")] == [day.isoformat()]
    english = f"The mill burned on {day:%B} {day.day}, {day.year}."
    assert [value for _, value in read(english, "en")] == [day.isoformat()]
