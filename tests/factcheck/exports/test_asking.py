"""Whom the desk asked, in reports: what may leave the house, and the sentence that tells it."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from claims.inquiry import Channel, Inquiry, Reply
from claims.reason import Language
from factcheck.exports import Format, export
from factcheck.exports.asking import asked
from factcheck.report import Report, ReportedInquiry
from factcheck.report.grounds import Moment, report_inquiries
from tests.factcheck.exports.conftest import Reports
from tests.factcheck.exports.test_exports import WHOLE
from tests.factcheck.newsroom import DRIVER, DRIVER_SAYS, WORKS

PUBLISHED = Moment(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "Europe/Berlin")
BEFORE, AFTER = datetime(2026, 11, 22, 9, 0, tzinfo=UTC), datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def _inquiry(**changes: object) -> Inquiry:
    fields = {**WORKS.model_dump(), "claim_id": 1, "added_by": 1, "added_at": BEFORE}
    return Inquiry.model_validate({**fields, **changes})


def _answered(noted: datetime, on: date) -> Inquiry:
    reply = {
        "reply": Reply.ANSWERED,
        "reply_on": on,
        "answer": "Zwölf.",
        "settled_by": 1,
        "settled_at": noted,
    }
    return _inquiry(**reply)


def _sentence(inquiry: ReportedInquiry, language: Language) -> str:
    told = asked(inquiry, language)
    return f"{told.before}{told.whom}{told.after}"


def _public(inquiry: Inquiry) -> ReportedInquiry:
    [found] = report_inquiries([inquiry], PUBLISHED, public=True)
    return found


def test_public_reports_leave_out_confidential_and_later_inquiries_and_contacts() -> None:
    found = [_inquiry(confidential=True), _inquiry(added_at=AFTER), _inquiry(whom="Amt")]
    [shown] = report_inquiries(found, PUBLISHED, public=True)
    assert (shown.number, shown.whom, shown.contact) == (1, "Amt", "")
    internal = report_inquiries(found, replace(PUBLISHED, at=AFTER), public=False)
    assert [(each.number, each.confidential) for each in internal] == [(1, True), (2, False), (3, False)]
    assert {each.contact for each in internal} == {WORKS.contact}


def test_in_public_nothing_is_told_of_a_reply_that_was_noted_after_publication() -> None:
    known = _public(_answered(BEFORE, date(2026, 11, 22)))
    assert (known.reply, known.answer) == (Reply.ANSWERED, "Zwölf.")
    later = _public(_answered(AFTER, date(2026, 11, 25)))
    # half past eleven in UTC is the next day at the desk
    assert (later.reply, later.reply_on, later.answer) == (Reply.PENDING, date(2026, 11, 24), "")
    forgotten = _public(_answered(AFTER, date(2026, 11, 22)))
    assert (forgotten.reply, forgotten.reply_on, forgotten.answer) == (Reply.PENDING, None, "")
    assert _sentence(forgotten, "en") == (
        "The desk asked Pressestelle der Stadtwerke on 20 November 2026 by e-mail."
    )


@pytest.mark.parametrize(
    ("reply", "german", "english"),
    [
        (
            Reply.PENDING,
            "Bis zum 22. November 2026 kam keine Antwort.",
            "No answer had come by 22 November 2026.",
        ),
        (
            Reply.SILENT,
            "Bis zum 22. November 2026 kam keine Antwort.",
            "No answer had come by 22 November 2026.",
        ),
        (
            Reply.DECLINED,
            "Am 22. November 2026 wurde eine Antwort abgelehnt.",
            "An answer was declined on 22 November 2026.",
        ),
        (Reply.ANSWERED, "Die Antwort kam am 22. November 2026.", "The answer came on 22 November 2026."),
    ],
)
def test_a_sentence_says_who_was_asked_when_how_and_what_came(
    reply: Reply, german: str, english: str
) -> None:
    told = _public(_inquiry(channel=Channel.LETTER)).model_copy(
        update={"reply": reply, "reply_on": date(2026, 11, 22)}
    )
    assert _sentence(told, "de") == (
        f"Gefragt wurde am 20. November 2026 per Brief: Pressestelle der Stadtwerke. {german}"
    )
    assert _sentence(told, "en") == (
        f"The desk asked Pressestelle der Stadtwerke on 20 November 2026 by letter. {english}"
    )
    assert _sentence(told.model_copy(update={"whom": ""}), "en").startswith("The desk asked (erased) on")


@pytest.mark.parametrize("format", WHOLE)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_format_tells_readers_of_the_office_and_the_desk_of_the_driver(
    reports: Reports, language: str, format: Format
) -> None:
    public = export(reports[language, "public"], format).content.decode("utf-8-sig")
    internal = export(reports[language, "internal"], format).content.decode("utf-8-sig")
    for words in (WORKS.whom, WORKS.question):
        assert words in public
        assert words in internal
    for words in (WORKS.contact, DRIVER.whom, DRIVER.question, DRIVER_SAYS.answer):
        assert words not in public
        assert words in internal


def test_the_desk_s_own_report_marks_what_is_confidential(internal_report: Report) -> None:
    page = export(internal_report, Format.HTML).content.decode()
    assert (
        f'<bdi>{DRIVER.whom}</bdi>. Die Antwort kam am 21. November 2026. <span class="remark">vertraulich'
        in page
    )
    text = export(internal_report, Format.MARKDOWN).content.decode()
    assert f"{DRIVER.whom}. Die Antwort kam am 21. November 2026. (vertraulich)" in text


def test_the_table_has_a_row_for_each_of_them(internal_report: Report) -> None:
    content = export(internal_report, Format.CSV).content.decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(content)) if row["record"] == "inquiry"]
    assert [(row["number"], row["inquiry_number"], row["asked_whom"]) for row in rows] == [
        ("1", "1", WORKS.whom),
        ("1", "2", DRIVER.whom),
    ]
    assert (rows[0]["asked_how"], rows[0]["asked_on"], rows[0]["due_on"]) == (
        "email",
        "2026-11-20",
        "2026-11-23",
    )
    assert (rows[0]["reply"], rows[1]["reply"], rows[1]["reply_on"]) == ("pending", "answered", "2026-11-21")
    assert [row["inquiry_confidential"] for row in rows] == ["no", "yes"]
