"""English times that a linguist would try: what they say with and without a day of publication.

All sentences are invented. Values stand in the order of the text, those of undated words left out.
"""

import pytest

from tests.factcheck.extraction.reading_times import PUBLISHED, values

DATED = [
    ("A 2017 trial found no difference.", "2017"),
    ("He bought a 1500 watt heater.", ""),
    ("It has stood since at least 2016.", "2016/.."),
    ("It will stand until at least 2032.", "../2032"),
    ("It has been dry since the drought of 1988.", "1988/.."),
    ("It opens in spring 2028, two years later than planned.", "2028-21"),
    ("On 3 March 2016 the mill burned.", "2016-03-03"),
    ("On March 3rd, 2016 the mill burned.", "2016-03-03"),
    ("On the 3rd of March 2016 the mill burned.", "2016-03-03"),
    ("On 3 March, 2016, the mill burned.", "2016-03-03"),
    ("On 3/4/2019 the mill burned.", "2019"),
    ("On 13/4/2019 the mill burned.", "2019-04-13"),
    ("On 4/13/2019 the mill burned.", "2019-04-13"),
    ("On 2016-03-04 the mill burned.", "2016-03-04"),
    ("At 2016-03-04T14:30Z power failed.", "2016-03-04T14:30"),
    ("In 2016-03 power failed.", "2016-03"),
    ("On 13.04.2019 the mill burned.", "2019-04-13"),
    ("By 2010 the mill had closed.", "../2010"),
    ("By the end of 2020 the mill had closed.", "../2020"),
    ("By mid-2020 the mill had closed.", "../2020"),
    ("Since late 2022 the mill has stood.", "2022/.."),
    ("From 2010 onwards the mill stood.", "2010/.."),
    ("From 2010 on, the mill stood.", "2010/.."),
    ("Prior to 2010 the mill stood.", "../2010"),
    ("Up to 2019 the mill stood.", "../2019"),
    ("Up until 2019 the mill stood.", "../2019"),
    ("After 2015 the mill stood.", "2015/.."),
    ("As of 31 March 2020 it had 40 workers.", "2020-03-31"),
    ("As of 2020, it had 40 workers.", "2020"),
    ("As early as 2015 it had 40 workers.", "2015"),
    ("In the early 1990s the mill stood.", "199X"),
    ("In the 2010s the mill stood.", "201X"),
    ("In the 1960s and 1970s the mill stood.", "196X 197X"),
    ("In the 1960s and 70s the mill stood.", "196X 197X"),
    ("Through the 1980s and '90s the mill stood.", "198X 199X"),
    ("Since the early 2000s the mill has stood.", "200X/.."),
    ("In fiscal 2022 sales rose.", "2022"),
    ("In fiscal year 2022 sales rose.", "2022"),
    ("In FY2022 sales rose.", "2022"),
    ("In FY22 sales rose.", "2022"),
    ("In the 2021-22 season sales rose.", "2021/2022"),
    ("In the 2021/22 season sales rose.", "2021/2022"),
    ("In the year to March 2021 sales rose.", "2020-04/2021-03"),
    ("In the 12 months to June 2023 sales rose.", "2022-07/2023-06"),
    ("In the year ended 31 March 2020 sales rose.", "2019-04-01/2020-03-31"),
    ("In the three months to the end of June 2021 sales rose.", "2021-04/2021-06"),
    ("In the six months ended June 30, 2022 sales rose.", "2022-01-01/2022-06-30"),
    ("In the quarter ended March 31, 2020 sales rose.", "2020-01-01/2020-03-31"),
    ("In Q3 2021 sales rose.", "2021-35"),
    ("In 3Q21 sales rose.", "2021-35"),
    ("In 3Q 2021 sales rose.", "2021-35"),
    ("In H1 2023 sales rose.", "2023-40"),
    ("In 1H23 sales rose.", "2023-40"),
    ("In the last quarter of 2019 sales rose.", "2019-36"),
    ("In the final quarter of 2019 sales rose.", "2019-36"),
    ("In the first six months of 2021 sales rose.", "2021-01/2021-06"),
    ("The 19th century was long.", "18XX"),
    ("In the mid-19th century it was built.", "18XX"),
    ("In the 18th and 19th centuries it was built.", "17XX 18XX"),
    ("In the 5th century BC it was built.", "-0499/-0400"),
    ("In 44 BC he died.", "-0043"),
    ("In AD 79 it erupted.", "0079"),
    ("At Christmas 2018 it burned.", "2018-12-25"),
    ("On Easter Sunday 2019 it burned.", "2019-04-21"),
    ("At Easter 2019 it burned.", "2019-04-21"),
    ("On Easter Monday 2019 it burned.", "2019-04-22"),
    ("On Good Friday 2019 it burned.", "2019-04-19"),
    ("On Thanksgiving 2019 it burned.", "2019-11-28"),
    ("On Boxing Day 2018 it burned.", "2018-12-26"),
    ("In the spring of 2019 it burned.", "2019-21"),
    ("In winter 2019-20 it burned.", "2019-24"),
    ("In the winter of 2019/20 it burned.", "2019-24"),
    ("Between 3 and 5 May 2019 it burned.", "2019-05-03/2019-05-05"),
    ("From May 3 to May 5, 2019 it burned.", "2019-05-03/2019-05-05"),
    ("From 30 December 2019 to 2 January 2020 it burned.", "2019-12-30/2020-01-02"),
    ("On 3 and 4 May 2019 it burned.", "2019-05-03 2019-05-04"),
    ("On 3 May 2019 at 2.30pm it burned.", "2019-05-03 2019-05-03T14:30"),
    ("At 2:30 p.m. on 3 May 2019 it burned.", "2019-05-03T14:30 2019-05-03"),
    ("At noon on 3 May 2019 it burned.", "2019-05-03"),
    ("In late March 2016 it burned.", "2016-03"),
    ("In mid-March 2016 it burned.", "2016-03"),
    ("The 2015 election was close.", "2015"),
    ("After the 2015 election it was closed.", "2015"),
    ("Since the 2015 election it has been closed.", "2015"),
    ("Around 1900 the town grew.", "1900"),
    ("Circa 1720 the town grew.", "1720"),
    ("The town grew in 2019's first half.", "2019"),
    ("Week 12 of 2023 was wet.", "2023-03-20/2023-03-26"),
    ("In the first week of March 2020 it burned.", "2020-03"),
    ("On Sept 11, 2001 it burned.", "2001-09-11"),
    ("Between 1914 and 1918 it stood.", "1914/1918"),
    ("1914-18 it stood.", "1914/1918"),
    ("From 2010 to date it stood.", "2010/.."),
    ("In May '19 it burned.", "2019-05"),
    ("Until 1990, and again since 2005, it stood.", "../1990 2005/.."),
    ("In the 1800s the mill stood.", "18XX"),
    ("In the early 1900s the mill stood.", "19XX"),
    ("In the first three quarters of 2022 sales fell.", "2022-01/2022-09"),
    ("In the fiscal year ending in June 2020 sales rose.", "2019-07/2020-06"),
    ("In the 52 weeks to 28 March 2020 sales rose.", "2019-03-31/2020-03-28"),
    ("By 2100 the sea will rise.", "../2100"),
    ("No earlier than 2026 will it open.", "2026/.."),
    ("It will open no later than 2030.", "../2030"),
    ("Since the 2019/20 season it has been open.", "2019/.."),
    ("From January through March 2020 it burned.", "2020-01/2020-03"),
    ("It burned on Friday 13 December 2019 at 17:00.", "2019-12-13 2019-12-13T17:00"),
    ("The March 2011 flood was high.", "2011-03"),
    ("In 2008 and 2009, mills burned.", "2008 2009"),
    ("The mill dates back to 1066.", "1066"),
    ("At the start of the 20th century it burned.", "19XX"),
    ("Late in 2019 it burned.", "2019"),
    ("By end-2022 it had burned.", "../2022"),
    ("It ran in 2015/16 and in 2019-03.", "2015/2016 2019-03"),
]
"""What dates itself."""

RELATIVE = [
    ("In the '90s the mill stood.", "", "199X"),
    ("In the nineties the mill stood.", "", "199X"),
    ("In the 12 months to June sales rose.", "", "2022-07/2023-06"),
    ("In the fourth quarter of last year sales rose.", "", "2023-36"),
    ("Third-quarter sales rose.", "", "2023-35"),
    ("At the end of last year it burned.", "", "2023"),
    ("Late last year it burned.", "", "2023"),
    ("Early next year it will open.", "", "2025"),
    ("Last Tuesday it burned.", "", "2024-02-27"),
    ("Next month it opens.", "", "2024-04"),
    ("Two years ago it burned.", "", "2022"),
    ("A fortnight ago it burned.", "", "2024-02-19/2024-02-25"),
    ("It burned the day before yesterday.", "", "2024-03-03"),
    ("It opens the day after tomorrow.", "", "2024-03-07"),
    ("In 2021 sales fell; a year earlier they had risen.", "2021", "2021 2020"),
    ("Tuesday of last week it burned.", "", "2024-02-27"),
    ("Since Monday it has burned.", "", "2024-03-04/.."),
    ("By Friday it will be open.", "", "../2024-03-08"),
    ("By the end of the year it will be open.", "", "../2024"),
    ("By year-end it will be open.", "", "../2024"),
    ("In three years' time it will be open.", "", "2027"),
    ("Three years from now it will be open.", "", "2027"),
    ("Last year's sales rose.", "", "2023"),
    ("The mill opened in September.", "", "2023-09"),
    ("It will open in September.", "", "2024-09"),
    ("Tonight it burns.", "", "2024-03-05"),
    ("This morning it burned.", "", "2024-03-05"),
    ("In the past 12 months to March, sales fell.", "", "2023-04/2024-03"),
    ("Last Christmas the mill burned.", "", "2023-12-25"),
]
"""What is dated further by the day of publication, Tuesday 5 March 2024."""

UNDATED = [
    "A year earlier it burned.",
    "The next day it burned.",
    "The following year it burned.",
    "That year it burned.",
]
"""What is told from another time of the text, which the sentence does not name."""


@pytest.mark.parametrize(("text", "edtf"), DATED)
def test_words_that_date_themselves(text: str, edtf: str) -> None:
    assert values(text, "en") == edtf.split()
    assert values(text, "en", PUBLISHED) == edtf.split()


@pytest.mark.parametrize(("text", "alone", "published"), RELATIVE)
def test_words_that_the_publication_dates(text: str, alone: str, published: str) -> None:
    assert values(text, "en") == alone.split()
    assert values(text, "en", PUBLISHED) == published.split()


@pytest.mark.parametrize("text", UNDATED)
def test_words_that_only_another_time_would_date(text: str) -> None:
    assert values(text, "en", PUBLISHED) == []
