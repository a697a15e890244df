"""What a notice says, German and English: for the inbox and for mail. Pure.

The sentences name the claim by its number and who did something, and nothing that was written or decided:
they go out by mail too, and mail is read by more than its reader.
"""

from datetime import datetime

from babel.dates import format_datetime, get_timezone

from claims.notice import Notice, Occasion
from claims.reason import Language

# occasion: (German, English); {who} did it, {when} is the deadline
_SENTENCES: dict[Occasion, tuple[str, str]] = {
    Occasion.ASSIGNED: (
        "{who} hat Ihnen Behauptung {claim} zugewiesen",
        "{who} assigned claim {claim} to you",
    ),
    Occasion.SENT_BACK: (
        "{who} hat Behauptung {claim} an Sie zurückgegeben",
        "{who} sent claim {claim} back to you",
    ),
    Occasion.APPROVAL_WANTED: (
        "{who} hat ein Urteil zu Behauptung {claim} eingereicht, das auf Freigabe wartet",
        "{who} submitted a verdict on claim {claim}, which waits for approval",
    ),
    Occasion.ADJUDICATION_WANTED: (
        "Zu Behauptung {claim} gibt es zwei verschiedene Urteile: Jemand muss entscheiden",
        "There are two different verdicts on claim {claim}: somebody has to settle it",
    ),
    Occasion.DUE: ("Behauptung {claim} ist fällig: {when}", "Claim {claim} is due: {when}"),
    Occasion.CHALLENGED: (
        "Das Urteil zu Behauptung {claim} wurde angefochten von {who}",
        "The verdict on claim {claim} was challenged by {who}",
    ),
    Occasion.LAPSED: (
        "Die Entscheidung zu Behauptung {claim} ist verfallen",
        "The decision on claim {claim} lapsed",
    ),
    Occasion.ANSWERED: (
        "{who} hat entschieden, was Sie zu Behauptung {claim} wissen wollten",
        "{who} settled what you asked about claim {claim}",
    ),
    Occasion.QUOTE_GONE: (
        "Eine Quelle zu Behauptung {claim} hat die zitierten Worte nicht mehr",
        "A source of claim {claim} no longer has the words that were quoted",
    ),
}
_LABELS: dict[Occasion, tuple[str, str]] = {
    Occasion.ASSIGNED: ("Zugewiesen", "Assigned"),
    Occasion.SENT_BACK: ("Zurückgegeben", "Sent back"),
    Occasion.APPROVAL_WANTED: ("Freigabe gewünscht", "Approval wanted"),
    Occasion.ADJUDICATION_WANTED: ("Entscheidung gewünscht", "Decision wanted"),
    Occasion.DUE: ("Fällig", "Due"),
    Occasion.CHALLENGED: ("Angefochten", "Challenged"),
    Occasion.LAPSED: ("Verfallen", "Lapsed"),
    Occasion.ANSWERED: ("Beantwortet", "Answered"),
    Occasion.QUOTE_GONE: ("Zitat verschwunden", "Quote gone"),
}
_WHEN: dict[Language, tuple[str, str]] = {
    "de": ("de_DE", "d. MMM y, HH:mm"),
    "en": ("en_GB", "d MMM y, HH:mm"),
}


def occasion_label(occasion: Occasion, language: Language) -> str:
    """The occasion in a word or two."""
    return _LABELS[occasion][language == "en"]


def notice_sentence(notice: Notice, who: str, language: Language, zone: str) -> str:
    """The notice as a sentence without its full stop; `who` did what it tells of."""
    due = notice.body.get("due")
    when = _when(datetime.fromisoformat(due), language, zone) if due else ""
    template = _SENTENCES[notice.occasion][language == "en"]
    return template.format(who=who, claim=notice.claim_id, when=when)


def _when(at: datetime, language: Language, zone: str) -> str:
    locale, pattern = _WHEN[language]
    return format_datetime(at, pattern, tzinfo=get_timezone(zone), locale=locale)
