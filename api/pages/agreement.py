"""How far people agree who decide without seeing each other's votes, and where they do."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from sqlmodel import Session

from api.auth import requires
from api.pages.moments import dated
from api.pages.presentation import headline
from api.pages.voting import running
from api.unit import db, settings
from claims.store import accounts, articles, tags
from claims.workflow import Role
from factcheck import concord
from factcheck.agreement import Agreement, Measured, MonthMeasured, PairMeasured

blueprint = Blueprint("agreement", __name__)


@dataclass(frozen=True)
class Row:
    """A line of a table. A figure that is None cannot be computed for so many people."""

    name: str
    path: str
    observed: Agreement
    kappa: Agreement | None
    nominal: Agreement
    ordinal: Agreement

    @property
    def items(self) -> int:
        return self.observed.items

    @property
    def few(self) -> bool:
        return self.items < concord.FEW


@dataclass(frozen=True)
class Table:
    """`first` heads its first column."""

    title: str
    first: str
    rows: list[Row]


@blueprint.get("/agreement")
@requires(Role.REVIEWER)
def show() -> str:
    found = concord.measure_desk(db(), ZoneInfo(settings().time_zone))
    return render_template(
        "agreement.html",
        everybody=_row(gettext("Everybody"), found.everybody),
        tables=_tables(db(), found),
        few=concord.FEW,
        running=running(db()),
        known_tags=tags.all_tags(db()),
    )


def _tables(session: Session, found: concord.Concord) -> list[Table]:
    names = accounts.names(session)
    known = articles.headings_of(session, set(found.articles))
    return [
        Table(gettext("By pair"), gettext("Pair"), [_pair(each, names) for each in found.pairs]),
        Table(
            gettext("By article"),
            gettext("Article"),
            [
                _row(headline(known[number]), each, url_for("articles.show", article_id=number))
                for number, each in found.articles.items()
            ],
        ),
        Table(gettext("By month"), gettext("Month"), [_month(each) for each in reversed(found.months)]),
    ]


def _row(name: str, measured: Measured, path: str = "") -> Row:
    return Row(name, path, measured.observed, measured.kappa, measured.nominal, measured.ordinal)


def _pair(measured: PairMeasured, names: dict[int, str]) -> Row:
    name = f"{names[measured.first]} · {names[measured.second]}"
    return Row(name, "", measured.observed, measured.kappa, measured.alpha, measured.ordinal)


def _month(measured: MonthMeasured) -> Row:
    first = date.fromisoformat(f"{measured.month}-01")
    return _row(dated(first, "LLLL y"), measured)
