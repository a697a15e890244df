"""Whom the desk asked, in a sentence: `asked(inquiry, language)`."""

from dataclasses import dataclass

from claims.inquiry import Reply
from claims.reason import Language
from claims.wording import label
from factcheck.exports import dates
from factcheck.report import ReportedInquiry

_ASKED: dict[Language, tuple[str, str]] = {
    "de": ("Gefragt wurde am {day} {how}: ", "."),
    "en": ("The desk asked ", " on {day} {how}."),
}
_CAME: dict[Reply, tuple[str, str]] = {
    Reply.PENDING: (" Bis zum {day} kam keine Antwort.", " No answer had come by {day}."),
    Reply.SILENT: (" Bis zum {day} kam keine Antwort.", " No answer had come by {day}."),
    Reply.DECLINED: (" Am {day} wurde eine Antwort abgelehnt.", " An answer was declined on {day}."),
    Reply.ANSWERED: (" Die Antwort kam am {day}.", " The answer came on {day}."),
}
_ERASED: dict[Language, str] = {"de": "(gelöscht)", "en": "(erased)"}


@dataclass(frozen=True)
class Asked:
    """A sentence around the name of who was asked, which somebody typed."""

    before: str
    whom: str
    after: str


def asked(inquiry: ReportedInquiry, language: Language) -> Asked:
    """`The desk asked` the mayor's office `on 3 May 2026 by e-mail. No answer had come by 6 May 2026.`"""
    how = {"day": dates.edtf(inquiry.asked_on.isoformat(), language), "how": label(inquiry.channel, language)}
    before, after = (part.format(**how) for part in _ASKED[language])
    if inquiry.reply_on is not None:
        came = _CAME[inquiry.reply][language == "en"]
        after += came.format(day=dates.edtf(inquiry.reply_on.isoformat(), language))
    return Asked(before, inquiry.whom or _ERASED[language], after)
