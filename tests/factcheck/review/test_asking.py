"""People asked about a claim: who may note it, what may follow on what, and what the log holds of it."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlmodel import Session, col, select

from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import InvalidInput, LogBroken, MoveImpossible, NotAllowed, NotFound, StaleVersion
from claims.event import Event
from claims.inquiry import Channel, Inquiry, InquiryDraft, Reply, ReplyDraft
from claims.store import events, inquiries
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import review
from factcheck.history import sentence, tell
from factcheck.ledger import verify
from factcheck.review import InquiryEdit
from tests import making
from tests.making import START, later

OFFICE = InquiryDraft(
    whom="Büro der Bürgermeisterin",
    contact="Frau Lindqvist, Apparat 12",
    channel=Channel.EMAIL,
    asked_on=date(2026, 11, 20),
    question="Wie viele Mitglieder hat der Verein?",
    due_on=date(2026, 11, 23),
)
ANSWER = ReplyDraft(reply=Reply.ANSWERED, reply_on=date(2026, 11, 23), answer="Vierzehn, Stand Oktober.")
SILENCE = ReplyDraft(reply=Reply.SILENT, reply_on=date(2026, 11, 23))


@dataclass
class Case:
    session: Session
    claim: Claim
    ida: Account
    otto: Account
    edgar: Account
    rita: Account

    def move(self, action: Action, by: Account, minutes: int = 1, **more: object) -> None:
        review.move(self.session, self.claim.id or 0, action, by=by, at=later(minutes), **more)  # type: ignore[arg-type]

    def ask(self, draft: InquiryDraft = OFFICE, by: Account | None = None, minutes: int = 1) -> Inquiry:
        return review.ask(self.session, self.claim.id or 0, draft, by=by or self.ida, at=later(minutes))

    def reply(self, inquiry: Inquiry, draft: ReplyDraft, by: Account | None = None) -> Inquiry:
        claim_id, inquiry_id = self.claim.id or 0, inquiry.id or 0
        return review.reply(self.session, claim_id, inquiry_id, draft, by=by or self.ida, at=later(2))

    def amend(self, inquiry: Inquiry, by: Account | None = None, **changes: object) -> Inquiry:
        change = InquiryEdit.model_validate(changes)
        claim_id, inquiry_id = self.claim.id or 0, inquiry.id or 0
        return review.amend(self.session, claim_id, inquiry_id, change, by=by or self.ida, at=later(90))

    def publish(self) -> None:
        decision = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Niemand weiß es.")
        self.move(Action.TAKE, self.ida, 10)
        self.move(Action.SUBMIT, self.ida, 20, decision=decision)
        self.move(Action.APPROVE, self.edgar, 30)
        self.move(Action.PUBLISH, self.edgar, 40)

    def log(self) -> list[Event]:
        return events.of_claim(self.session, self.claim.id or 0)


@pytest.fixture
def case(session: Session) -> Case:
    ida = making.account(session, "ida", Role.REVIEWER)
    made = Case(
        session,
        making.proposal(session, making.article(session, ida)),
        ida,
        making.account(session, "otto", Role.REVIEWER),
        making.account(session, "edgar", Role.EDITOR),
        making.account(session, "rita", Role.READER),
    )
    made.move(Action.ACCEPT, ida, 0)
    return made


def test_who_was_asked_and_what_they_said_is_kept(case: Case) -> None:
    inquiry = case.reply(case.ask(), ANSWER, by=case.otto)
    [found] = inquiries.of_claims(case.session, [case.claim.id or 0], confidential=True)
    assert found == inquiry
    assert (found.whom, found.question) == (OFFICE.whom, OFFICE.question)
    assert (found.reply, found.answer, found.reply_on) == (Reply.ANSWERED, ANSWER.answer, date(2026, 11, 23))
    assert (found.added_by, found.settled_by) == (case.ida.id, case.otto.id)
    assert case.claim.version == 4


def test_no_event_holds_a_word_of_it(case: Case) -> None:
    inquiry = case.reply(case.ask(), ANSWER)
    case.amend(inquiry, whom="Pressestelle", answer="Fünfzehn, Stand November.")
    case.session.flush()
    written = " ".join(str(event.model_dump()) for event in case.session.exec(select(Event)))
    for words in (OFFICE.whom, OFFICE.contact, OFFICE.question, ANSWER.answer, "Pressestelle", "Fünfzehn"):
        assert words not in written
    assert [event.action for event in case.log()] == ["accept", "ask", "answer", "amend"]


def test_words_can_be_emptied_and_the_log_still_verifies(case: Case) -> None:
    inquiry = case.reply(case.ask(), ANSWER)
    case.amend(inquiry, whom="Pressestelle")
    assert verify(case.session).events == 4
    inquiry.whom = inquiry.contact = inquiry.question = inquiry.answer = ""
    case.session.add(inquiry)
    assert verify(case.session).events == 4


@pytest.mark.parametrize("field", ["whom", "contact", "question", "answer"])
def test_words_that_were_changed_behind_the_log_are_found(case: Case, field: str) -> None:
    inquiry = case.reply(case.ask(), ANSWER)
    setattr(inquiry, field, "etwas anderes")
    case.session.add(inquiry)
    case.session.flush()
    with pytest.raises(LogBroken, match="inquiry of event"):
        verify(case.session)


def test_silence_can_be_noted_again_and_be_broken(case: Case) -> None:
    inquiry = case.reply(case.ask(), SILENCE)
    case.reply(inquiry, SILENCE.model_copy(update={"reply_on": date(2026, 11, 24)}))
    case.reply(inquiry, ANSWER)
    assert inquiry.reply is Reply.ANSWERED
    assert [event.action for event in case.log()][2:] == ["no_answer", "no_answer", "answer"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (ANSWER, ANSWER),
        (ANSWER, SILENCE),
        (ReplyDraft(reply=Reply.DECLINED, reply_on=date(2026, 11, 21)), SILENCE),
    ],
)
def test_what_was_answered_is_not_unsaid_by_a_later_entry(
    case: Case, first: ReplyDraft, then: ReplyDraft
) -> None:
    inquiry = case.reply(case.ask(), first)
    with pytest.raises(MoveImpossible, match="noted already"):
        case.reply(inquiry, then)


def test_days_are_in_order_and_not_to_come(case: Case) -> None:
    with pytest.raises(InvalidInput, match="still to come"):
        case.ask(OFFICE.model_copy(update={"asked_on": date(2026, 11, 26), "due_on": None}))
    inquiry = case.ask()
    with pytest.raises(InvalidInput, match="still to come"):
        case.reply(inquiry, ANSWER.model_copy(update={"reply_on": date(2026, 11, 26)}))
    with pytest.raises(InvalidInput, match="older than the question"):
        case.reply(inquiry, ANSWER.model_copy(update={"reply_on": date(2026, 11, 19)}))
    with pytest.raises(ValueError, match="before the question"):
        InquiryDraft(**{**OFFICE.model_dump(), "due_on": date(2026, 11, 19)})


def test_an_answer_has_words_and_silence_has_none() -> None:
    for reply, answer in ((Reply.ANSWERED, " "), (Reply.SILENT, "Nichts."), (Reply.PENDING, "")):
        with pytest.raises(ValueError, match=r"words|nothing|whether"):
            ReplyDraft(reply=reply, reply_on=date(2026, 11, 23), answer=answer)


def test_asking_takes_a_reviewer_and_a_claim_that_is_checked(case: Case) -> None:
    with pytest.raises(NotAllowed):
        case.ask(by=case.rita)
    case.move(Action.DISMISS, case.ida, reason="Eine Meinung.")
    with pytest.raises(MoveImpossible, match="Nobody is asked"):
        case.ask()


def test_a_stale_version_and_another_claim_s_inquiry_are_refused(case: Case) -> None:
    inquiry = case.ask()
    other = making.proposal(
        case.session,
        making.article(case.session, case.ida, "Ein anderer Text, ganz kurz hier."),
        "Ein anderer Text, ganz kurz hier.",
        0,
        16,
    )
    review.move(case.session, other.id or 0, Action.ACCEPT, by=case.ida, at=START)
    with pytest.raises(NotFound):
        review.reply(case.session, other.id or 0, inquiry.id or 0, ANSWER, by=case.ida, at=later(3))
    with pytest.raises(StaleVersion):
        review.ask(case.session, case.claim.id or 0, OFFICE, by=case.ida, at=later(3), expect=1)


def test_an_answer_that_comes_while_a_verdict_waits_is_noted_and_makes_its_approval_stale(case: Case) -> None:
    inquiry = case.ask()
    case.move(Action.TAKE, case.ida)
    decision = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Niemand weiß es.")
    case.move(Action.SUBMIT, case.ida, decision=decision)
    seen = case.claim.version
    case.reply(inquiry, ANSWER)
    with pytest.raises(StaleVersion):
        case.move(Action.APPROVE, case.edgar, expect=seen)


def test_an_entry_is_corrected_by_who_made_it_or_an_editor(case: Case) -> None:
    inquiry = case.ask()
    with pytest.raises(NotAllowed):
        case.amend(inquiry, by=case.otto, whom="Pressestelle")
    case.amend(inquiry, whom="Pressestelle", due_on=None)
    case.amend(inquiry, by=case.edgar, channel=Channel.PHONE)
    assert (inquiry.whom, inquiry.due_on, inquiry.channel) == ("Pressestelle", None, Channel.PHONE)
    assert inquiry.question == OFFICE.question
    with pytest.raises(InvalidInput, match="what is to change"):
        case.amend(inquiry, whom="Pressestelle")


def test_a_reply_that_was_noted_by_mistake_is_taken_back(case: Case) -> None:
    inquiry = case.reply(case.ask(), SILENCE)
    case.amend(inquiry, reply=Reply.PENDING)
    assert (inquiry.reply, inquiry.reply_on, inquiry.settled_by) == (Reply.PENDING, None, None)
    assert case.reply(inquiry, ANSWER).reply is Reply.ANSWERED


def test_anybody_who_checks_can_protect_somebody_at_any_time(case: Case) -> None:
    inquiry = case.ask()
    case.publish()
    case.amend(inquiry, by=case.otto, confidential=True)
    assert inquiry.confidential
    assert inquiries.of_claims(case.session, [case.claim.id or 0], confidential=False) == []
    assert inquiries.confidential_ids(case.session, [case.claim.id or 0]) == {inquiry.id}


def test_what_readers_have_seen_stays_as_it_is(case: Case) -> None:
    inquiry = case.ask()
    case.publish()
    for changes in ({"whom": "Pressestelle"}, {"asked_on": date(2026, 11, 19)}):
        with pytest.raises(MoveImpossible, match="Readers have seen"):
            case.amend(inquiry, by=case.edgar, **changes)
    case.amend(inquiry, contact="Apparat 14")
    late = ANSWER.model_copy(update={"reply_on": date(2026, 11, 24)})
    review.reply(case.session, case.claim.id or 0, inquiry.id or 0, late, by=case.ida, at=later(60))
    case.amend(inquiry, answer="Fünfzehn.")
    assert (inquiry.contact, inquiry.answer) == ("Apparat 14", "Fünfzehn.")


def test_only_an_editor_shows_readers_what_was_confidential(case: Case) -> None:
    inquiry = case.ask(OFFICE.model_copy(update={"confidential": True}))
    case.publish()
    case.amend(inquiry, whom="Ein Mitglied des Vorstands")
    with pytest.raises(NotAllowed, match="editor"):
        case.amend(inquiry, confidential=False)
    case.amend(inquiry, by=case.edgar, confidential=False)
    assert not inquiry.confidential


def test_the_history_says_who_was_asked_to_those_who_may_know(case: Case) -> None:
    inquiry = case.ask()
    for draft in (SILENCE, ReplyDraft(reply=Reply.DECLINED, reply_on=date(2026, 11, 23)), ANSWER):
        case.reply(inquiry, draft)
    case.amend(inquiry, question="Wie viele?")
    found = case.session.exec(
        select(Event).where(col(Event.action) != "accept").order_by(col(Event.seq))
    ).all()
    names, asked = {case.ida.id or 0: "Ida"}, {inquiry.id or 0: inquiry.whom}
    assert [tell(event, names, "de", "UTC", asked).deed for event in found] == [
        "Gefragt von Ida (per E-Mail): Büro der Bürgermeisterin",
        "Ausbleiben einer Antwort festgehalten von Ida: Büro der Bürgermeisterin",
        "Dass keine Antwort gegeben wird, festgehalten von Ida: Büro der Bürgermeisterin",
        "Antwort festgehalten von Ida: Büro der Bürgermeisterin",
        "Eintrag zu einer Anfrage berichtigt von Ida: Büro der Bürgermeisterin",
    ]
    assert sentence(found[0], names, "en", "UTC") == "Asked by Ida (by e-mail): somebody, 24 Nov 2026, 09:01"
