"""HTML: one file that asks for nothing else, for the screen in light and dark and for paper.

Everything that was typed by somebody is escaped by the template; besides, the file's own content
security policy allows its one style sheet by hash and nothing else, no script and no request.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from claims.wording import label
from factcheck.exports import asking, bibliography, dates, marks, wording
from factcheck.exports.phrases import count, say
from factcheck.exports.works import work_numbers
from factcheck.report import Report, ReportedHouse

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def write(report: Report) -> bytes:
    style = _style() + _accent(report.house)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _template().render(
        report=report, l=report.language, style=style, style_digest=digest, logo=_logo(report.house)
    )
    return page.encode()


def _accent(house: ReportedHouse) -> str:
    """The desk's own accent in place of ours; on paper it is the one for light ground."""
    if not house.accent:
        return ""
    light, dark = (f":root {{ --accent: {colour}; }}" for colour in (house.accent, house.accent_dark))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"


def _logo(house: ReportedHouse) -> str:
    return f"data:image/png;base64,{base64.b64encode(house.logo).decode()}" if house.logo else ""


@cache
def _style() -> str:
    return (files("factcheck.exports") / "templates" / "report.css").read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("factcheck.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    spoken: dict[str, Callable[..., object]] = {
        function.__name__: function
        for function in (
            *(
                say,
                count,
                wording.past,
                wording.word,
                wording.standing,
                wording.legend,
                wording.method_address,
            ),
            *(
                wording.state,
                wording.holder,
                wording.notice,
                wording.place,
                wording.slots,
                wording.gist,
                wording.remarks,
                wording.outcome,
                wording.recheck,
            ),
            *(
                bibliography.listed,
                work_numbers,
                wording.heading,
                wording.title,
                wording.byline,
                wording.imprint,
            ),
            *(wording.web_address, wording.is_on_one_article, wording.in_work, wording.emptiness),
            *(dates.moment, dates.day, marks.paragraphs, marks.passage),
            *(label, utc, language_tag, asking.asked),
        )
    }
    environment.globals.update(spoken)
    return environment.get_template("report.html")


def utc(at: datetime) -> str:
    """A time for machines: 2026-11-24T14:02:11Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def language_tag(language: str | None) -> str | None:
    """The language tag where it is one that browsers and screen readers know, else None."""
    if language is None or not _LANGUAGE_TAG.fullmatch(language):
        return None
    try:
        Locale.parse(language.split("-")[0].lower())
    except (UnknownLocaleError, ValueError):
        return None
    return language
