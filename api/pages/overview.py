"""The editor's overview of the desk: each figure with a plot in its row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request
from flask_babel import gettext, ngettext
from markupsafe import Markup

from api.auth import requires
from api.pages.frequent import language
from api.pages.moments import dated
from api.pages.plots import Part, bar, span
from api.pages.presentation import figure, headline
from api.unit import db, now, settings
from claims.store import accounts, articles
from claims.store.figures import Load, Standing
from claims.workflow import Role
from factcheck import concord
from factcheck.agreement import MonthMeasured
from factcheck.overview import MOST_ARTICLES, PERIODS, Overview, Week, look_over
from factcheck.quartiles import Quartiles

blueprint = Blueprint("overview", __name__)

_USUAL = 12


@dataclass(frozen=True)
class Row:
    """A line of a table: what it is about, its numbers as they are written, and its plots. `quiet` says that
    there are none in several weeks on end."""

    name: str
    numbers: list[str]
    plots: list[Markup]
    path: int = 0
    quiet: str = ""


@dataclass(frozen=True)
class Table:
    """`most` is where the scale of its plots ends, as it is written."""

    rows: list[Row]
    most: str = ""


@blueprint.get("/overview")
@requires(Role.EDITOR, Role.ADMIN)
def show() -> str:
    weeks = _weeks()
    found = look_over(db(), weeks, now(), ZoneInfo(settings().time_zone))
    return render_template(
        "overview.html",
        weeks=weeks,
        periods=PERIODS,
        found=found,
        days=days,
        few=concord.FEW,
        articles=_articles(found.articles),
        most_articles=MOST_ARTICLES,
        pace=_pace(found.weeks),
        loads=_loads(found.loads),
        agreement=_agreement(found),
        answers=_answers(found.weeks),
    )


def days(number: float) -> str:
    """Days with one decimal, hours where it is less than one."""
    if number < 1:
        return str(gettext("%(hours)s h", hours=figure(round(24 * number))))
    return str(gettext("%(days)s d", days=figure(round(number, 1))))


def _weeks() -> int:
    asked = request.args.get("weeks", _USUAL, type=int)
    return asked if asked in PERIODS else _USUAL


def _articles(found: list[Standing]) -> Table:
    known = articles.headings_of(db(), {each.article_id for each in found})
    most = max((each.open + each.checked for each in found), default=0)
    return Table([_article(each, headline(known[each.article_id]), most) for each in found], figure(most))


def _article(each: Standing, name: str, most: int) -> Row:
    about = gettext("%(checked)s checked, %(open)s open", checked=each.checked, open=each.open)
    plot = bar([Part("done", each.checked), Part("open", each.open)], most, name, about)
    return Row(name, [figure(each.checked), figure(each.open)], [plot], each.article_id)


def _pace(weeks: list[Week]) -> Table:
    most = max((week.pace.came.high for week in weeks if week.pace.came), default=0.0)
    return _by_week(
        weeks, [_week_pace(week, most) for week in weeks], lambda week: week.pace.came is None, days(most)
    )


def _week_pace(week: Week, most: float) -> Row:
    came, opened, name = week.pace.came, week.pace.opened, week_of(week.monday)
    if came is None:
        return Row(name, ["0", "–", "–", "–"], [Markup()])
    about = gettext("half of them within %(median)s, the middle half from %(low)s to %(high)s", **_days(came))
    numbers = [figure(came.number), days(came.median), f"{days(came.low)} – {days(came.high)}"]
    plot = span(came.low, came.median, came.high, most, name, about)
    return Row(name, [*numbers, days(opened.median) if opened else "–"], [plot])


def _days(found: Quartiles) -> dict[str, Any]:
    return {"low": days(found.low), "median": days(found.median), "high": days(found.high)}


def _loads(found: list[Load]) -> Table:
    names = accounts.names(db(), {each.account_id for each in found}) if found else {}
    rows = [(names[each.account_id], [each.open, each.in_check, each.submitted, each.done]) for each in found]
    return _counted(rows, _load_names(), ["open", "open", "done", "done"])


def _load_names() -> list[str]:
    return [gettext("open"), gettext("in check"), gettext("submitted"), gettext("published")]


def _answers(weeks: list[Week]) -> Table:
    rows = [(week_of(week.monday), _answered(week)) for week in weeks]
    names = [gettext("challenged"), gettext("confirmed"), gettext("corrected"), gettext("withdrawn")]
    found = _counted(rows, names, ["open", "done", "done", "done"])
    return _by_week(weeks, found.rows, lambda week: not any(_answered(week)), found.most)


def _answered(week: Week) -> list[int]:
    return [week.challenged, week.confirmed, week.corrected, week.withdrawn]


def _by_week(weeks: list[Week], rows: list[Row], is_quiet: Callable[[Week], bool], most: str) -> Table:
    """The rows of the weeks; several on end in which nothing happened become one."""
    found: list[Row] = []
    for quiet, run in groupby(zip(weeks, rows, strict=True), key=lambda pair: is_quiet(pair[0])):
        of_run = list(run)
        together = quiet and len(of_run) > 1
        found += [_quiet([week for week, _ in of_run])] if together else [row for _, row in of_run]
    return Table(found, most)


def _quiet(weeks: list[Week]) -> Row:
    name = f"{week_of(weeks[-1].monday)} – {week_of(weeks[0].monday)}"
    return Row(name, [], [], quiet=gettext("nothing in %(number)s weeks", number=figure(len(weeks))))


def _counted(rows: list[tuple[str, list[int]]], names: list[str], kinds: list[str]) -> Table:
    """Each number with a bar of its own, all on one scale."""
    most = max((number for _, numbers in rows for number in numbers), default=0)
    return Table(
        [
            Row(
                name,
                [figure(number) for number in numbers],
                [
                    bar([Part(kind, number)], most, name, f"{what}: {figure(number)}")
                    for number, what, kind in zip(numbers, names, kinds, strict=True)
                ],
            )
            for name, numbers in rows
        ],
        figure(most),
    )


def _agreement(found: Overview) -> Table:
    return Table([_month(each) for each in reversed(found.concord.months)])


def _month(each: MonthMeasured) -> Row:
    name = dated(date.fromisoformat(f"{each.month}-01"), "LLLL y")
    same = each.observed.value or 0.0
    share = gettext("%(share)s %%", share=round(100 * same))
    about = ngettext(
        "same verdict in %(share)s of %(num)s decision",
        "same verdict in %(share)s of %(num)s decisions",
        each.observed.items,
        share=share,
    )
    return Row(
        name,
        [figure(each.observed.items), share, _chance(each.nominal.value)],
        [bar([Part("done", same)], 1, name, about)],
    )


def _chance(value: float | None) -> str:
    if value is None:
        return str(gettext("not defined"))
    written = f"{value:.2f}".replace("-", "−")
    return written.replace(".", ",") if language() == "de" else written


def week_of(monday: date) -> str:
    """The week by the day it begins on."""
    return dated(monday, "d. MMM" if language() == "de" else "d MMM")
