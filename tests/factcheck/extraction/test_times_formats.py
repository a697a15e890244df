"""Whatever date is written, in whatever form the grammar knows, it is read back; and no text breaks it."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reason import Language
from claims.time import Part
from factcheck.extraction.times import find_times
from factcheck.extraction.times.feasts import DAYS, easter
from tests.factcheck.extraction.reading_times import PUBLISHED, values

GERMAN_MONTHS = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
]  # fmt: skip
GERMAN_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else ending}"


Written = Callable[[date], str]
GERMAN: dict[str, Written] = {
    "long": lambda d: f"am {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}",
    "with the year's word": lambda d: f"am {d.day}. {GERMAN_MONTHS[d.month - 1]} des Jahres {d.year}",
    "padded": lambda d: f"am {d.day:02d}. {GERMAN_MONTHS[d.month - 1]} {d.year}",
    "numeric": lambda d: f"am {d.day}.{d.month}.{d.year}",
    "numeric and padded": lambda d: f"vom {d:%d.%m.%Y}",
    "numeric and spaced": lambda d: f"am {d.day}. {d.month}. {d.year}",
    "slashed": lambda d: f"am {d.day}/{d.month}/{d.year}",
    "iso": lambda d: f"am {d.isoformat()}",
    "with its weekday": lambda d: (
        f"am {GERMAN_DAYS[d.weekday()]}, {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}"
    ),
    "with its weekday and article": lambda d: (
        f"am {GERMAN_DAYS[d.weekday()]}, dem {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}"
    ),
    "after a preposition": lambda d: f"zum {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}",
}
ENGLISH: dict[str, Written] = {
    "day first": lambda d: f"on {d.day} {MONTHS[d.month - 1]} {d.year}",
    "month first": lambda d: f"on {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "month first without comma": lambda d: f"on {MONTHS[d.month - 1]} {d.day} {d.year}",
    "ordinal": lambda d: f"on {MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "ordinal and of": lambda d: f"on the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "hyphens": lambda d: f"on {d.day}-{MONTHS[d.month - 1]}-{d.year}".replace(f"-{d.year}", f" {d.year}"),
    "abbreviated": lambda d: f"on {MONTHS[d.month - 1][:3]} {d.day}, {d.year}",
    "points": lambda d: f"on {d:%d.%m.%Y}",
    "iso": lambda d: f"on {d.isoformat()}",
    "with its weekday": lambda d: f"on {WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "with its weekday, month first": lambda d: (
        f"on {WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}"
    ),
}
DAYS_OF_THE_CALENDAR = st.dates(date(1400, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("form", GERMAN)
@given(day=DAYS_OF_THE_CALENDAR, before=st.sampled_from(["", "🦊 Wie man weiß, ", "a\u0308\n\n"]))
def test_every_german_form_of_a_date_is_read_back(form: str, day: date, before: str) -> None:
    written = GERMAN[form](day)
    (time,) = find_times(f"{before}Es brannte {written}, in der Mühle.", "de")
    assert (time.exact, time.edtf) == (written, day.isoformat())
    assert time.start == len(before) + len("Es brannte ")


@pytest.mark.parametrize("form", ENGLISH)
@given(day=DAYS_OF_THE_CALENDAR, before=st.sampled_from(["", "🦊 As we know, ", "a\u0308\n\n"]))
def test_every_english_form_of_a_date_is_read_back(form: str, day: date, before: str) -> None:
    written = ENGLISH[form](day)
    (time,) = find_times(f"{before}It burned {written}, in the mill.", "en")
    assert (time.exact, time.edtf) == (written, day.isoformat())
    assert time.start == len(before) + len("It burned ")


@given(day=DAYS_OF_THE_CALENDAR)
def test_a_slashed_english_date_is_a_day_only_where_its_order_is_plain(day: date) -> None:
    plain = day.day > 12 or day.day == day.month
    expected = day.isoformat() if plain else f"{day.year}"
    assert values(f"It burned on {day.day}/{day.month}/{day.year}.", "en") == [expected]
    assert values(f"It burned on {day.month}/{day.day}/{day.year}.", "en") == [expected]


@given(year=st.integers(1900, 2099), number=st.integers(1, 4))
def test_quarters_are_read_in_all_their_forms(year: int, number: int) -> None:
    german = ["ersten", "zweiten", "dritten", "vierten"][number - 1]
    for words in (f"im {german} Quartal {year}", f"im {number}. Quartal {year}", f"im Q{number} {year}"):
        assert values(f"Es brannte {words}.", "de") == [f"{year}-{32 + number}"]
    english = ["first", "second", "third", "fourth"][number - 1]
    for words in (f"in the {english} quarter of {year}", f"in Q{number} {year}", f"in {number}Q {year}"):
        assert values(f"It burned {words}.", "en") == [f"{year}-{32 + number}"]


@given(first=DAYS_OF_THE_CALENDAR, length=st.integers(1, 4000))
def test_two_dates_make_the_interval_between_them(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    german = GERMAN["long"](first).replace("am", "vom") + " bis zum " + GERMAN["long"](last)[3:]
    expected = [f"{first.isoformat()}/{last.isoformat()}"]
    assert values(f"Es brannte {german}.", "de") == expected
    english = f"from {ENGLISH['day first'](first)[3:]} to {ENGLISH['day first'](last)[3:]}"
    assert values(f"It burned {english}.", "en") == expected


@given(ago=st.integers(2, 200), published=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_so_many_days_ago_is_that_day(ago: int, published: date) -> None:
    day = [(published - timedelta(days=ago)).isoformat()]
    assert values(f"Vor {ago} Tagen brannte es.", "de", published) == day
    assert values(f"It burned {ago} days ago.", "en", published) == day


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31)]
)
def test_easter_is_the_sunday_that_the_calendar_has(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(year=st.integers(1583, 4099))
def test_every_feast_has_its_day_in_every_year(year: int) -> None:
    assert all(find(year).year == year for find in DAYS.values())
    assert easter(year).weekday() == DAYS["advent 4"](year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert date(year, 12, 18) <= DAYS["advent 4"](year) <= date(year, 12, 24)


PARTS: list[tuple[Language, str, str | None, Part]] = [
    ("de", "Ende 2022 brannte die Mühle.", "2022", Part.LATE),
    ("de", "Anfang März 2016 brannte die Mühle.", "2016-03", Part.EARLY),
    ("de", "Mitte der 1990er brannte die Mühle.", "199X", Part.MID),
    ("de", "Im frühen 19. Jahrhundert brannte die Mühle.", "18XX", Part.EARLY),
    ("de", "Zu Beginn des Jahres 2022 brannte die Mühle.", "2022", Part.EARLY),
    ("de", "Die Mühle mahlt seit Ende 2022.", "2022/..", Part.LATE),
    ("de", "Ende vergangenen Jahres brannte die Mühle.", "2023", Part.LATE),
    ("de", "Die Mühle öffnet Ende des Jahres.", "2024", Part.LATE),
    ("de", "In der ersten Märzhälfte 2020 brannte die Mühle.", "2020-03", Part.EARLY),
    ("de", "Im Spätsommer 2019 brannte die Mühle.", "2019-22", Part.LATE),
    ("en", "It burned in late 2022.", "2022", Part.LATE),
    ("en", "It burned in mid-2015.", "2015", Part.MID),
    ("en", "It burned in the early 1990s.", "199X", Part.EARLY),
    ("en", "It burned at the end of March 2020.", "2020-03", Part.LATE),
    ("en", "It has milled since late 2022.", "2022/..", Part.LATE),
    ("en", "It will open by the end of the year.", "../2024", Part.LATE),
    ("en", "It will open early next year.", "2025", Part.EARLY),
]


@pytest.mark.parametrize(("language", "text", "edtf", "part"), PARTS)
def test_the_part_of_a_time_is_kept_beside_it(
    language: Language, text: str, edtf: str | None, part: Part
) -> None:
    assert [(time.edtf, time.part) for time in find_times(text, language, PUBLISHED)] == [(edtf, part)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The work will end in 2022."),
        ("en", "It was too late for 2022."),
        ("de", "Am frühen Morgen des 3. Mai 2022 brannte es."),
        ("de", "Die Mühle brannte 2022."),
    ],
)
def test_words_that_only_sound_like_a_part_are_none(language: Language, text: str) -> None:
    assert [time.part for time in find_times(text, language)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "Um 1900 wuchs der Ort.", "1900~"),
        ("de", "Vor rund 150 Jahren wuchs der Ort.", "1874~"),
        ("en", "Around 1900 the town grew.", "1900~"),
        ("en", "At Christmas 2018 it burned.", "2018-12-25~"),
        ("de", "Um 20 Uhr brannte es.", None),
    ],
)
def test_what_is_meant_roughly_is_marked(language: Language, text: str, edtf: str | None) -> None:
    assert [time.edtf for time in find_times(text, language, PUBLISHED)] == [edtf]
