"""Times against annotated news: KRAUTS (TimeML, German), where it stands beside the checkout.

Only TIMEX3 of type DATE and TIME count; durations and sets (drei Wochen, montags) are no dates, and what
overlaps nothing but these is neither right nor wrong. An article is read as one line with its white space
normalised and with its creation time as the day of publication.

Three figures, all F1 over expressions that are matched one to one:

relaxed     the places overlap
value       they overlap and have the same EDTF, the open end of an interval left out: a TIMEX3 leaves the
            `seit` of seit 2010 outside and says 2010, where EDTF says 2010/..
strict      they overlap and have the same EDTF

TimeML values are mapped to EDTF so:

2014, 2014-07, 2014-07-09   as they are (2014_07 is read as 2014-07)
199, 19                     199X, 19XX: decade and century
2014-Q3, 2014-H2            2014-35, 2014-41
2014-SP, -SU, -FA, -WI      2014-21 to 2014-24
2014-W08, 2014-W08-WE       the interval of its days, Monday to Sunday or Saturday to Sunday
2014-W08-3                  that day
2014-07-09T20:00            as it is, seconds left out
2014-07-09TMO, TAF, TEV …   2014-07-09: EDTF has no parts of a day
T20:00, PRESENT_REF, PAST_REF, FUTURE_REF, XXXX-XX-XX, anything else
                            no value: right if nothing is dated
"""

import re
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from claims.time import TimeExpression
from factcheck.extraction.times import find_times

pytestmark = pytest.mark.quality

_ROOT = Path(__file__).parents[2]
_KRAUTS = _ROOT.parent / "shared" / "data" / "krauts_dolomiten100.zip"
_FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "times_floors.toml").read_text("utf-8"))[
    "krauts"
]
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


class Marked(NamedTuple):
    """An annotated expression: its place, its TimeML type, its value in EDTF."""

    start: int
    end: int
    kind: str
    edtf: str | None


class Article(NamedTuple):
    """A text on one line, the day it was written, what was annotated in it."""

    text: str
    published: date
    marked: list[Marked]


class Figures(NamedTuple):
    """F1 by overlap, by overlap with value, by overlap with value and bound."""

    relaxed: float
    value: float
    strict: float


def to_edtf(value: str) -> str | None:
    """A TimeML value in EDTF, None where it has none."""
    value = value.strip().replace("_", "-")
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        return f"{found[1]}-{(32 if found[2] == 'Q' else 39) + int(found[3])}"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{found[1]}-{_SEASONS[found[2]]}"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(?:-(WE|\d))?", value):
        return _week(int(found[1]), int(found[2]), found[3])
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if found := re.fullmatch(r"(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})?(?::\d{2})?(?:T[A-Z]{2})?", value):
        return found[1] + (found[2] or "")
    return value if re.fullmatch(r"\d{4}(-\d{2})?", value) else None


def _week(year: int, week: int, day: str | None) -> str:
    if day is not None and day.isdecimal():
        return date.fromisocalendar(year, week, int(day)).isoformat()
    first, last = (date.fromisocalendar(year, week, weekday) for weekday in (6 if day else 1, 7))
    return f"{first.isoformat()}/{last.isoformat()}"


def _articles() -> list[Article]:
    if not _KRAUTS.exists():
        pytest.skip(f"there are no annotated articles at {_KRAUTS.relative_to(_ROOT.parent)}")
    with zipfile.ZipFile(_KRAUTS) as archive:
        return [read_article(archive.read(name)) for name in sorted(archive.namelist())]


def read_article(timeml: bytes) -> Article:
    """A TimeML document with its white space normalised."""
    root = ElementTree.fromstring(timeml)
    written = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    assert written is not None
    assert body is not None
    text, marked = "", []
    for piece, timex in _pieces(body):
        words = re.sub(r"\s+", " ", piece)
        words = words.lstrip() if not text or text.endswith(" ") else words
        if timex is not None:
            marked.append(
                Marked(
                    len(text), len(text) + len(words), timex.get("type", ""), to_edtf(timex.get("value", ""))
                )
            )
        text += words
    return Article(text.rstrip(), date.fromisoformat(written.get("value", "")), marked)


def _pieces(element: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """The text in order, each annotated piece with its element."""
    yield element.text or "", element if element.tag == "TIMEX3" else None
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", None


def score(articles: list[Article]) -> Figures:
    """All figures over all articles."""
    hits = values = strict = total = 0
    for article in articles:
        dates, times = compared(article)
        pairs = matched(dates, times)
        hits += len(pairs)
        values += sum(one.edtf == point(two) for one, two in pairs)
        strict += sum(one.edtf == plain(two) for one, two in pairs)
        total += len(times) + len(dates)
    return Figures(2 * hits / total, 2 * values / total, 2 * strict / total)


def plain(time: TimeExpression) -> str | None:
    """Its EDTF without qualifiers."""
    return time.edtf and time.edtf.strip("~?%")


def point(time: TimeExpression) -> str | None:
    """The same without an open end."""
    return time.edtf and time.edtf.removeprefix("../").removesuffix("/..").strip("~?%")


def compared(article: Article) -> tuple[list[Marked], list[TimeExpression]]:
    """What counts: annotated dates and times of day; what was read, but for durations and sets."""
    dates = [mark for mark in article.marked if mark.kind in ("DATE", "TIME")]
    others = [mark for mark in article.marked if mark.kind not in ("DATE", "TIME")]
    times = [
        time
        for time in find_times(article.text, "de", article.published)
        if any(_overlap(mark, time) for mark in dates) or not any(_overlap(mark, time) for mark in others)
    ]
    return dates, times


def matched(dates: list[Marked], times: list[TimeExpression]) -> list[tuple[Marked, TimeExpression]]:
    """Pairs that overlap, one to one, in the order of the text; those of the same value come first."""
    pairs: list[tuple[Marked, TimeExpression]] = []
    free = list(dates)
    for time in times:
        near = [mark for mark in free if _overlap(mark, time)]
        if near:
            best = max(near, key=lambda mark: mark.edtf == point(time))
            free.remove(best)
            pairs.append((best, time))
    return pairs


def _overlap(mark: Marked, time: TimeExpression) -> bool:
    return mark.start < time.end and time.start < mark.end


@pytest.mark.parametrize(
    ("part", "start", "step"), [(None, 0, 1), ("developed_on", 0, 2), ("held_out", 1, 2)]
)
def test_the_dates_of_german_news_are_read_no_worse_than_before(
    part: str | None, start: int, step: int
) -> None:
    articles = _articles()
    expressions = sum(mark.kind in ("DATE", "TIME") for article in articles for mark in article.marked)
    assert (len(articles), expressions) == (_FLOORS["articles"], _FLOORS["expressions"])
    figures = score(articles[start::step])
    floor = _FLOORS[part] if part else _FLOORS
    assert {name: value for name, value in figures._asdict().items() if value < floor[name]} == {}, figures


VALUES = [
    ("2014", "2014"), ("2014_07", "2014-07"), ("2014-07-09", "2014-07-09"), ("199", "199X"), ("14", "14XX"),
    ("2014-Q3", "2014-35"), ("2014-H2", "2014-41"), ("2014-WI", "2014-24"),
    ("2014-W08", "2014-02-17/2014-02-23"), ("2014-W08-WE", "2014-02-22/2014-02-23"),
    ("2014-W08-3", "2014-02-19"), ("2014-07-09T20:00", "2014-07-09T20:00"), ("2014-07-09TEV", "2014-07-09"),
    ("T20:00", None), ("PRESENT_REF", None), ("XXXX-XX-XX", None), ("P3D", None),
]  # fmt: skip


@pytest.mark.parametrize(("timeml", "edtf"), VALUES)
def test_a_value_of_timeml_is_mapped_to_edtf(timeml: str, edtf: str | None) -> None:
    assert to_edtf(timeml) == edtf


def test_an_article_keeps_the_places_of_its_expressions_when_white_space_goes() -> None:
    document = (
        "<TimeML><DCT><TIMEX3 value='2024-03-05'/></DCT><TEXT>\n Die Mühle  brannte "
        "<TIMEX3 type='DATE' value='2024-03-04'>gestern</TIMEX3>,\n <TIMEX3 type='TIME' "
        "value='2024-03-04T20:00'>um  20 Uhr</TIMEX3> . </TEXT></TimeML>"
    )
    article = read_article(document.encode())
    assert [article.text[mark.start : mark.end] for mark in article.marked] == ["gestern", "um 20 Uhr"]
    assert score([article]) == Figures(1.0, 1.0, 1.0)
