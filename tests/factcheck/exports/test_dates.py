"""Dates and times as German and English write them."""

from datetime import UTC, datetime

import pytest

from claims.time import Part
from factcheck.exports import dates


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2019", "2019", "2019"),
        ("2026-11", "November 2026", "November 2026"),
        ("2026-11-24", "24. November 2026", "24 November 2026"),
        ("2019/..", "seit 2019", "since 2019"),
        ("../2019-05", "bis Mai 2019", "until May 2019"),
        ("2019/2021", "2019 bis 2021", "2019 to 2021"),
        ("2026-34", "2. Quartal 2026", "second quarter of 2026"),
        ("2026-40", "1. Halbjahr 2026", "first half of 2026"),
        ("2026-21", "Frühjahr 2026", "spring 2026"),
        ("199X", "1990er Jahre", "1990s"),
        ("19XX", "20. Jahrhundert", "20th century"),
        ("1900~", "ca. 1900", "about 1900"),
        ("2026-11-24T14:02", "2026-11-24T14:02", "2026-11-24T14:02"),
        ("2026-02-31", "2026-02-31", "2026-02-31"),
    ],
)
def test_a_date_is_written_as_precise_as_it_is(value: str, german: str, english: str) -> None:
    assert dates.edtf(value, "de") == german
    assert dates.edtf(value, "en") == english


@pytest.mark.parametrize(
    ("value", "part", "german", "english"),
    [
        ("2022", Part.LATE, "Ende 2022", "late 2022"),
        ("2016-03", Part.MID, "Mitte März 2016", "mid-March 2016"),
        ("199X", Part.EARLY, "Anfang der 1990er Jahre", "early 1990s"),
        ("18XX", Part.EARLY, "Anfang des 19. Jahrhunderts", "early 19th century"),
        ("2022/..", Part.LATE, "seit Ende 2022", "since late 2022"),
        ("../2022", Part.MID, "bis Mitte 2022", "until mid-2022"),
        ("2022-33", Part.LATE, "1. Quartal 2022 (Ende)", "first quarter of 2022 (late)"),
    ],
)
def test_the_part_of_a_time_stands_before_it(value: str, part: Part, german: str, english: str) -> None:
    assert dates.edtf(value, "de", part) == german
    assert dates.edtf(value, "en", part) == english


def test_a_moment_is_shown_in_the_desks_zone() -> None:
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert dates.moment(summer, "de", "Europe/Berlin") == "2. Juli 2026, 00:30 MESZ"
    assert dates.moment(summer, "en", "Europe/Berlin") == "2 Jul 2026, 00:30 CEST"
    assert dates.day(summer, "en", "UTC") == "1 July 2026"
