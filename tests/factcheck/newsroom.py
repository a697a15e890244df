"""An article whose claims have come to every state by the desk's own moves; German and English."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from claims.account import Account, AccountDraft
from claims.article import ArticleDraft
from claims.claim import Claim, ClaimDraft, Kind, Origin
from claims.decision import DecisionDraft
from claims.evidence import EvidenceDraft
from claims.inquiry import Channel, InquiryDraft, Reply, ReplyDraft
from claims.quantity import Comparator, Quantity
from claims.reason import Language
from claims.selector import Place, anchor
from claims.source import Capture, SnapshotDraft, SourceClass, SourceDraft
from claims.store import accounts, articles, claims
from claims.time import TimeExpression
from claims.verdict import Stance, Verdict
from claims.workflow import Action, Role, State
from factcheck import review
from factcheck.sources import add_source
from tests.making import START, later

SECRET = "Gespräch mit einer Mitarbeiterin des Depots"
SECRET_QUOTE = "Drei Wagen stehen seit Ostern mit gerissenen Rahmen in der Halle."
NOTE = "Am Telefon unwirsch, später noch einmal anrufen."
PENDING = "Der Fahrplan nennt zehn Minuten, gefahren wird alle zwölf."
WORDS = {
    "de": (
        "Die Linie 9 und ihr Preis",
        "Die Stadtwerke haben für die Linie 9 mindestens zwölf neue Straßenbahnen bestellt. "
        "Sie kosten zusammen 48 Millionen Euro, sagte die Dezernentin Karla Wendisch am Montag.",
        "Seit 2019 fährt die Linie 9 im Zehnminutentakt. Im vergangenen Jahr nutzten sie 31 Prozent mehr "
        "Menschen als vor dem Umbau, und kein anderes Verkehrsmittel der Stadt wuchs schneller.",
        "Wendisch leitete zuvor das Hafenamt. Die neuen Wagen sollen im Frühjahr geliefert werden. "
        "Wer sie gesehen hat, spricht von einem Gewinn für die Stadt. Drei der alten Wagen stehen still.",
    ),
    "en": (
        "What the number nine line costs",
        "The city has ordered at least twelve new trams for the number nine line. "
        "Together they cost 48 million euros, transport commissioner Karla Wendisch said on Monday.",
        "Since 2019 the line has run every ten minutes. Last year 31 percent more people used it than "
        "before the rebuilding, and no other means of transport in the city grew faster.",
        "Wendisch was head of the port authority before. The new cars are to be delivered in spring. "
        "Those who have seen them speak of a gain for the city. Three of the old cars stand idle.",
    ),
}
SPOKEN: dict[str, list[str]] = {
    "de": [
        "mindestens zwölf neue Straßenbahnen bestellt",
        "Sie kosten zusammen 48 Millionen Euro",
        "Seit 2019 fährt die Linie 9 im Zehnminutentakt",
        "nutzten sie 31 Prozent mehr Menschen als vor dem Umbau",
        "kein anderes Verkehrsmittel der Stadt wuchs schneller",
        "Wendisch leitete zuvor das Hafenamt",
        "Die neuen Wagen sollen im Frühjahr geliefert werden",
        "spricht von einem Gewinn für die Stadt",
        "Drei der alten Wagen stehen still",
    ],
    "en": [
        "has ordered at least twelve new trams",
        "Together they cost 48 million euros",
        "Since 2019 the line has run every ten minutes",
        "31 percent more people used it than before the rebuilding",
        "no other means of transport in the city grew faster",
        "Wendisch was head of the port authority before",
        "The new cars are to be delivered in spring",
        "speak of a gain for the city",
        "Three of the old cars stand idle",
    ],
}
TEXTS = {
    "de": [
        "Die Stadtwerke haben für die Linie 9 mindestens zwölf neue Straßenbahnen bestellt.",
        "Die neuen Straßenbahnen kosten zusammen 48 Millionen Euro.",
        "Seit 2019 fährt die Linie 9 im Zehnminutentakt.",
        "Die Linie 9 nutzten im vergangenen Jahr 31 Prozent mehr Menschen als vor dem Umbau.",
        "Kein anderes Verkehrsmittel der Stadt wuchs schneller als die Linie 9.",
        "Karla Wendisch leitete zuvor das Hafenamt.",
        "Die neuen Wagen sollen im Frühjahr geliefert werden.",
        "Die neuen Wagen sind ein Gewinn für die Stadt.",
        "Drei der alten Wagen stehen still.",
    ],
    "en": [
        "The city has ordered at least twelve new trams for the number nine line.",
        "The new trams cost 48 million euros together.",
        "Since 2019 the number nine line has run every ten minutes.",
        "31 percent more people used the number nine line last year than before the rebuilding.",
        "No other means of transport in the city grew faster than the number nine line.",
        "Karla Wendisch was head of the port authority before.",
        "The new cars are to be delivered in spring.",
        "The new cars are a gain for the city.",
        "Three of the old cars stand idle.",
    ],
}


@dataclass
class Newsroom:
    """The people and one article; claims are named by their place in the list of its claims."""

    session: Session
    language: Language
    reviewer: Account
    editor: Account
    article_id: int
    text: str
    claims: list[Claim]
    minutes: int = 0

    def now(self) -> datetime:
        self.minutes += 7
        return later(self.minutes)

    def move(
        self, index: int, action: Action, decision: DecisionDraft | None = None, reason: str = ""
    ) -> None:
        editing = action in (Action.APPROVE, Action.PUBLISH, Action.WITHDRAW, Action.SEND_BACK)
        review.move(
            self.session,
            self.claims[index].id or 0,
            action,
            by=self.editor if editing else self.reviewer,
            at=self.now(),
            decision=decision,
            reason=reason,
        )

    def start(self, index: int) -> None:
        self.move(index, Action.ACCEPT)
        self.move(index, Action.TAKE)

    def cite(self, index: int, quote: str, stance: Stance, source: SourceDraft, note: str = "") -> int:
        text = f"Kapitel 3. Wie jedes Jahr im Überblick: {quote} Die Tabelle folgt auf Seite 14."
        snapshot = SnapshotDraft(
            content=text.encode(), media_type="text/plain", text=text, capture=Capture.PASTED
        )
        _, taken = add_source(self.session, source, snapshot, by=self.reviewer, at=self.now())
        draft = EvidenceDraft(snapshot_id=taken.id or 0, quote=quote, stance=stance, note=note)
        claim_id = self.claims[index].id or 0
        made = review.cite(self.session, claim_id, draft, by=self.reviewer, at=self.now())
        return made.id or 0

    def ask(self, index: int, draft: InquiryDraft, reply: ReplyDraft | None = None) -> None:
        claim_id, at = self.claims[index].id or 0, later(self.minutes)
        made = review.ask(self.session, claim_id, draft, by=self.reviewer, at=at)
        if reply is not None:
            review.reply(self.session, claim_id, made.id or 0, reply, by=self.reviewer, at=at)

    def submit(self, index: int, verdict: Verdict, rationale: str) -> None:
        self.move(index, Action.SUBMIT, DecisionDraft(verdict=verdict, rationale=rationale))

    def publish(self, index: int) -> None:
        self.move(index, Action.APPROVE)
        self.move(index, Action.PUBLISH)

    def correct(self, index: int, verdict: Verdict, rationale: str, reason: str) -> None:
        self.move(index, Action.CORRECT, DecisionDraft(verdict=verdict, rationale=rationale), reason)


REPORT = SourceDraft(
    type="report",
    title="Verkehrsbericht 2025",
    author="Amt für Verkehr",
    publisher="Stadt Lindenau",
    issued="2026-03",
    url="https://lindenau.example/verkehr/bericht-2025?seite=14&druck=ja",
    language="de",
    source_class=SourceClass.PRIMARY,
    independence="Stadt Lindenau",
)
PAPER = SourceDraft(
    type="article-newspaper",
    title="Zwölf Wagen und eine Option",
    author="Jonte Haverkamp",
    publisher="Lindenauer Bote",
    issued="2026-11-20",
    url="https://bote.example/linie-9",
    language="de",
)
HIDDEN = SourceDraft(type="interview", title=SECRET, confidential=True, source_class=SourceClass.PRIMARY)


WORKS = InquiryDraft(
    whom="Pressestelle der Stadtwerke",
    contact="Frau Ohlsen, Durchwahl 40",
    channel=Channel.EMAIL,
    asked_on=date(2026, 11, 20),
    question="Wie viele Wagen sind fest bestellt?",
    due_on=date(2026, 11, 23),
)
DRIVER = InquiryDraft(
    whom="Eine Fahrerin aus dem Depot",
    channel=Channel.PHONE,
    asked_on=date(2026, 11, 21),
    question="Wie lange stehen die Wagen schon?",
    confidential=True,
)
DRIVER_SAYS = ReplyDraft(
    reply=Reply.ANSWERED, reply_on=date(2026, 11, 21), answer="Seit Ostern, alle drei in Halle zwei."
)


def open_newsroom(session: Session, language: Language = "de") -> Newsroom:
    """An article with nine proposed claims and nothing done."""
    title, *paragraphs = WORDS[language]
    text = "\n\n".join(paragraphs)
    reviewer = _account(session, "ada", "Ada Königs", Role.REVIEWER)
    editor = _account(session, "bo", "Bo Feldhaus", Role.EDITOR)
    draft = ArticleDraft(
        text=text,
        language=language,
        content=text.encode(),
        media_type="text/plain",
        title=title,
        author="Mira Sandvoss",
        publisher="Lindenauer Bote",
        published="2026-11-17",
        url=f"https://bote.example/{language}/linie-9",
    )
    article = articles.add(session, draft, START)
    fields = {
        "text": text,
        "content": draft.content,
        "media_type": draft.media_type,
        "pages": [],
        "sentences": [],
    }
    hashes = {"text_sha256": "ab" * 32, "content_sha256": "cd" * 32}
    articles.add_version(session, article, {**fields, **hashes, "added_by": reviewer.id, "added_at": START})
    made = [_claim(session, article.id or 0, language, draft) for draft in _drafts(text, language)]
    return Newsroom(session, language, reviewer, editor, article.id or 0, text, made)


def _account(session: Session, name: str, display_name: str, role: Role) -> Account:
    draft = AccountDraft(name=name, display_name=display_name, roles=frozenset({role}))
    return accounts.add(session, draft, None, START)


def _drafts(text: str, language: str) -> list[ClaimDraft]:
    starts = [text.index(words) for words in SPOKEN[language]]
    found = [
        ClaimDraft(
            **anchor(text, start, start + len(words)).model_dump(),
            text=sentence,
            worth=0.7,
        )
        for start, words, sentence in zip(starts, SPOKEN[language], TEXTS[language], strict=True)
    ]
    found[0] = _with_quantity(found[0], Comparator.GE, 12, "Straßenbahnen" if language == "de" else "trams")
    found[1] = _with_quantity(found[1], Comparator.EQ, 48_000_000, "EUR").model_copy(
        update={"speaker": "Wendisch", "speaker_resolved": "Karla Wendisch"}
    )
    year = text.index("2019")
    when = TimeExpression(start=year, end=year + 4, exact="2019", edtf="2019/..")
    found[2] = found[2].model_copy(update={"kind": Kind.EVENT, "times": (when,)})
    found[3] = _with_quantity(found[3], Comparator.EQ, 31, "percent")
    found[5] = found[5].model_copy(update={"kind": Kind.ROLE, "names": ("Karla Wendisch", "Hafenamt")})
    line = text.index("Linie 9") if language == "de" else text.index("number nine line")
    found[4] = found[4].model_copy(update={"also_at": (Place(start=line, end=line + 7),)})
    return found


def _with_quantity(draft: ClaimDraft, comparator: Comparator, value: float, unit: str) -> ClaimDraft:
    found = Quantity(
        start=draft.start,
        end=draft.start + 4,
        exact=draft.exact[:4],
        comparator=comparator,
        value=value,
        unit=unit,
    )
    return draft.model_copy(update={"kind": Kind.QUANTITY, "quantities": (found,)})


def _claim(session: Session, article_id: int, language: Language, draft: ClaimDraft) -> Claim:
    return claims.add(
        session,
        draft,
        article_id=article_id,
        article_version=1,
        language=language,
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=START,
    )


def work_through(room: Newsroom) -> None:
    """Bring the claims to: published, corrected, challenged, published, submitted, withdrawn, in
    check, dismissed, published and lapsed; with a confidential source and a note on the way."""
    _publish_first(room)
    _correct_second(room)
    room.start(2)
    room.cite(2, "Die Linie 9 verkehrt tagsüber alle zwölf Minuten.", Stance.REFUTES, REPORT)
    room.submit(2, Verdict.REFUTED, "Der Verkehrsbericht nennt zwölf Minuten, nicht zehn.")
    room.publish(2)
    room.move(2, Action.CHALLENGE, reason="Morgens fährt sie öfter.")
    room.start(3)
    room.cite(3, "Gegenüber 2018 stieg die Zahl der Fahrgäste um 31 Prozent.", Stance.SUPPORTS, REPORT)
    room.cite(3, "Gezählt wurde nach dem Umbau mit einem neuen Verfahren.", Stance.QUALIFIES, PAPER)
    room.submit(3, Verdict.MISLEADING, "Die Zahl stimmt, doch gezählt wurde nach dem Umbau anders als davor.")
    room.publish(3)
    room.start(4)
    room.cite(4, "Der Radverkehr wuchs um 35 Prozent.", Stance.REFUTES, REPORT, note=NOTE)
    room.submit(4, Verdict.REFUTED, PENDING)
    _withdraw_sixth(room)
    room.start(6)
    room.move(7, Action.DISMISS, reason="Das ist eine Wertung.")
    room.start(8)
    room.cite(8, SECRET_QUOTE, Stance.SUPPORTS, HIDDEN)
    room.submit(8, Verdict.CONFLICTING, "Die Stadtwerke sagen zwei, andere sagen drei.")
    room.publish(8)
    review.lapse(
        room.session, room.claims[8], by=room.reviewer, at=room.now(), why="Der Text wurde geändert."
    )


def _publish_first(room: Newsroom) -> None:
    room.start(0)
    quotes = (
        "Bestellt wurden vierzehn Fahrzeuge mit einer Option auf sechs weitere.",
        "Zwölf Wagen sind fest bestellt.",
    )
    room.cite(0, quotes[0], Stance.SUPPORTS, REPORT, note=NOTE)
    room.cite(0, quotes[1], Stance.SUPPORTS, PAPER)
    room.cite(0, SECRET_QUOTE, Stance.CONTEXT, HIDDEN)
    room.ask(0, WORKS)
    room.ask(0, DRIVER, DRIVER_SAYS)
    rationale = (
        "Der Verkehrsbericht nennt vierzehn bestellte Fahrzeuge, der Bote zwölf feste Bestellungen.\n\n"
        "Beides ist mit „mindestens zwölf“ vereinbar."
    )
    room.submit(0, Verdict.SUPPORTED, rationale)
    room.publish(0)


def _correct_second(room: Newsroom) -> None:
    room.start(1)
    room.cite(1, "Der Auftrag hat einen Wert von 48 Millionen Euro.", Stance.SUPPORTS, PAPER)
    room.submit(1, Verdict.SUPPORTED, "Der Bote nennt denselben Betrag.")
    room.publish(1)
    room.cite(1, "Einschließlich der Wartung beträgt der Preis 48 Millionen Euro.", Stance.QUALIFIES, REPORT)
    reason = "Der Betrag schließt die Wartung ein, das hatten wir übersehen."
    rationale = "48 Millionen Euro kosten Wagen und Wartung zusammen."
    room.correct(1, Verdict.MOSTLY_SUPPORTED, rationale, reason)
    room.publish(1)


def _withdraw_sixth(room: Newsroom) -> None:
    room.start(5)
    room.submit(5, Verdict.NOT_ENOUGH_EVIDENCE, "Kein Verzeichnis nennt die Leitung des Hafenamts.")
    room.publish(5)
    room.move(5, Action.WITHDRAW, reason="Es war eine andere Person gleichen Namens gemeint.")
