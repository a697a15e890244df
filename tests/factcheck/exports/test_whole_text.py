"""What a report tells only where it may or has to: an article whole, points left open, the next check."""

from datetime import date
from pathlib import Path

import pytest

from claims.database import open_engine, upgrade, writing
from claims.reason import Language
from claims.store import articles
from claims.verdict import Point
from claims.wording import label
from factcheck.exports import Format
from factcheck.exports.phrases import say
from factcheck.report import Report, Scope, build
from tests.factcheck.exports.conftest import LANGUAGES
from tests.factcheck.exports.reading import TO_READ, words
from tests.factcheck.newsroom import open_newsroom, work_through
from tests.making import later

_BETWEEN = {"de": "Wer sie gesehen hat", "en": "Those who have seen them"}
"""Words of the article that no published claim has beside it."""
_DAY = {"de": "Erneut zu prüfen ab 1. März 2027", "en": "To be checked again from 1 March 2027"}
_WHY = "Der Fahrplan selbst ist die Quelle."


def _public(path: Path, language: Language, kind: str, *, own: bool) -> Report:
    """What readers may see of a worked-through article, as a report on it or on its first claim."""
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    with writing(engine) as session:
        room = open_newsroom(session, language)
        work_through(room)
        articles.get(session, room.article_id).own_text = own
        number = room.article_id if kind == "article" else room.claims[0].id
        scope = Scope(kind="article" if kind == "article" else "claim", id=number)
        report = build(session, scope, language=language, at=later(900), public=True)
    engine.dispose()
    return report


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_report_prints_the_article_whole_only_where_it_is_the_desks_own(
    tmp_path: Path, language: Language
) -> None:
    own = _public(tmp_path / "own.db", language, "article", own=True)
    others = _public(tmp_path / "others.db", language, "article", own=False)
    for format in (*TO_READ, Format.JSON):
        assert _BETWEEN[language] in words(own, format), format
        assert _BETWEEN[language] not in words(others, format), format


def test_the_desks_own_text_is_quoted_too_where_the_report_is_on_a_claim(tmp_path: Path) -> None:
    report = _public(tmp_path / "desk.db", "de", "claim", own=True)
    for format in (*TO_READ, Format.JSON):
        assert _BETWEEN["de"] not in words(report, format), format


def _decided(report: Report) -> Report:
    """The report with a point left open and a day for the next check on each decision that stands."""
    told = {
        "checklist": {Point.PRIMARY_SOURCE: _WHY} if not report.public else {},
        "recheck_on": date(2027, 3, 1),
    }
    claims = [
        claim.model_copy(update={"decision": claim.decision.model_copy(update=told)})
        if claim.decision
        else claim
        for claim in report.claims
    ]
    return report.model_copy(update={"claims": tuple(claims)})


@pytest.mark.parametrize("format", TO_READ)
def test_every_report_to_read_says_from_which_day_on_a_verdict_is_checked_again(
    report: Report, format: Format
) -> None:
    day = _DAY[report.language]
    assert day not in words(report, format)
    decided = _decided(report)
    standing = [c.decision for c in decided.claims if c.decision and c.decision.ended_at is None]
    assert words(decided, format).count(day) == len(standing) > 2


def test_a_verdict_that_ended_is_not_said_to_be_checked_again(report: Report) -> None:
    due = date(2027, 3, 1)
    claims = [
        claim.model_copy(
            update={"earlier": tuple(d.model_copy(update={"recheck_on": due}) for d in claim.earlier)}
        )
        for claim in report.claims
    ]
    assert any(claim.earlier for claim in claims)
    for format in TO_READ:
        assert _DAY[report.language] not in words(report.model_copy(update={"claims": tuple(claims)}), format)


@pytest.mark.parametrize("format", [*TO_READ, Format.CSV, Format.JSON])
def test_an_internal_report_says_why_points_of_the_checklist_stayed_open(
    internal_report: Report, format: Format
) -> None:
    said = words(_decided(internal_report), format)
    assert _WHY in said
    if format is not Format.JSON:
        assert label(Point.PRIMARY_SOURCE, "de") in said
    if format in TO_READ:
        assert say("checklist", "de") in said
