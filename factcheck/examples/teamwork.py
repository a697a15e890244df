"""What the people of the example desk tell each other and ask others: tags, a note, a deadline, a wish."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from claims.account import Account
from claims.assignment import AssignmentDraft, Priority
from claims.claim import Claim, Extraction
from claims.inquiry import Channel, InquiryDraft, Reply, ReplyDraft
from claims.note import NoteDraft
from claims.wish import WishDraft
from factcheck import review
from factcheck.wishing import LookedUp, make_wish

TAGS = {
    "mindestens sieben Beschäftigte": ("Personal", "Meta"),
    "200.000 Grafikprozessoren": ("Rechenzentren",),
    "150,000 GPUs": ("Rechenzentren",),
    "gewinnorientierte Struktur": ("Recht",),
    "sued the company": ("Recht",),
}


def work_together(
    session: Session,
    claims: Callable[[str], Claim],
    people: dict[str, Account],
    tick: Callable[[], datetime],
    *,
    until: datetime,
) -> None:
    """Let them work together on what is open; `claims` finds a claim by its words, `until` is the present."""
    reviewer, editor = people["reviewer"], people["editor"]
    for words, tags in TAGS.items():
        review.tag(session, _id(claims(words)), tags, by=reviewer, at=tick())
    note = review.write_note(
        session,
        _id(claims("gewinnorientierte Struktur")),
        NoteDraft(text="Die Chronik ist eine Zusammenfassung: gibt es den Eintrag im Register?"),
        by=editor,
        at=tick(),
    )
    review.write_note(
        session,
        note.claim_id,
        NoteDraft(text="Angefragt, kommt morgen.", thread_id=note.id),
        by=reviewer,
        at=tick(),
    )
    review.assign(
        session,
        _id(claims("Robinhood gearbeitet")),
        AssignmentDraft(
            assignee_id=reviewer.id,
            due=until + timedelta(hours=26),
            priority=Priority.HIGH,
            message="Bitte vor der Konferenz am Vormittag: beide Lebensläufe prüfen.",
        ),
        by=editor,
        at=tick(),
    )
    _ask(session, claims, reviewer, tick)


def wish(session: Session, claim: Claim, by: Account, at: datetime) -> None:
    """Let somebody ask for the claim to be checked."""
    draft = WishDraft(
        words="Has Meta really hired seven people from OpenAI?", note="For the podcast on Thursday."
    )
    nothing_new = Extraction(language="en", claims=(), sentences=())
    make_wish(session, LookedUp(draft, "en", (_id(claim),), nothing_new), by=by, at=at)


def _ask(session: Session, claims: Callable[[str], Claim], by: Account, tick: Callable[[], datetime]) -> None:
    asked_on = tick().date()
    lawsuit = InquiryDraft(
        whom="the court's press office",
        channel=Channel.EMAIL,
        asked_on=asked_on,
        question="Is the case still pending, and since when?",
        due_on=asked_on + timedelta(days=1),
    )
    inquiry = review.ask(session, _id(claims("sued the company")), lawsuit, by=by, at=tick())
    answer = ReplyDraft(
        reply=Reply.ANSWERED, reply_on=asked_on, answer="It is pending; no date has been set."
    )
    review.reply(session, inquiry.claim_id, inquiry.id or 0, answer, by=by, at=tick())
    hires = InquiryDraft(
        whom="Pressestelle des Unternehmens",
        contact="Zentrale, am Nachmittag",
        channel=Channel.PHONE,
        asked_on=asked_on,
        question="Wer von den vieren hat schon angefangen?",
    )
    review.ask(session, _id(claims("vier Fachleute")), hires, by=by, at=tick())


def _id(claim: Claim) -> int:
    return claim.id or 0
