from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from claims.article import ArticleDraft
from claims.decision import DecisionDraft
from claims.event import Event
from claims.store import accounts, claims, events
from claims.verdict import Verdict
from claims.workflow import MOVES, Action, Role
from factcheck import review
from factcheck.history import sentence, tell
from factcheck.ingest import ingest
from tests import making

NAMES = {7: "Ida Brandt"}
AT = datetime(2026, 11, 24, 13, 2, tzinfo=UTC)


def event(action: str, note: str = "", **body: Any) -> Event:
    return Event.model_validate(
        {
            "seq": 1,
            "at": AT,
            "actor_id": 7,
            "action": action,
            "body": body,
            "note": note or None,
            "salt": "",
            "previous": "",
            "hash": "",
        }
    )


@pytest.mark.parametrize(
    ("happened", "english", "german"),
    [
        (
            event("submit", verdict="supported"),
            "Submitted as supported by Ida Brandt, 24 Nov 2026, 14:02",
            "Als belegt eingereicht von Ida Brandt, 24. Nov. 2026, 14:02",
        ),
        (
            event("dismiss", "An opinion."),
            "Dismissed by Ida Brandt, 24 Nov 2026, 14:02, because: “An opinion.”",
            "Verworfen von Ida Brandt, 24. Nov. 2026, 14:02. Begründung: „An opinion.“",
        ),
        (
            event("submit", verdict="not_enough_evidence"),
            "Submitted as “not enough evidence” by Ida Brandt, 24 Nov 2026, 14:02",
            "Als „zu wenig Belege“ eingereicht von Ida Brandt, 24. Nov. 2026, 14:02",
        ),
        (
            event("cite", "Page 3.", stance="refutes"),
            "Evidence cited by Ida Brandt (refutes), 24 Nov 2026, 14:02. Note: “Page 3.”",
            "Beleg angeführt von Ida Brandt (widerlegt), 24. Nov. 2026, 14:02. Notiz: „Page 3.“",
        ),
        (
            event("import", feed="feed.json", first=4, added=3, changed=[1, 2], sha256="…"),
            "Reviews of others taken in or changed (5) from “feed.json” by Ida Brandt, 24 Nov 2026, 14:02",
            "Prüfungen anderer aufgenommen oder geändert (5) aus „feed.json“ von Ida Brandt, "
            "24. Nov. 2026, 14:02",
        ),
        (
            event("import_forget", site="checks.example", gone=[1, 4]),
            "Reviews of others taken away (2) that stood at checks.example, by Ida Brandt, "
            "24 Nov 2026, 14:02",
            "Prüfungen anderer entfernt (2), die auf checks.example standen, von Ida Brandt, "
            "24. Nov. 2026, 14:02",
        ),
        (
            event("publish", to="corrected", verdict="refuted"),
            "Correction published by Ida Brandt, now refuted, 24 Nov 2026, 14:02",
            "Korrektur veröffentlicht von Ida Brandt, nun widerlegt, 24. Nov. 2026, 14:02",
        ),
        (
            event("split", into=[4, 9]),
            "Split by Ida Brandt; the second part is claim 9, 24 Nov 2026, 14:02",
            "Geteilt von Ida Brandt; der zweite Teil ist Behauptung 9, 24. Nov. 2026, 14:02",
        ),
    ],
)
def test_an_event_reads_as_a_sentence(happened: Event, english: str, german: str) -> None:
    assert sentence(happened, NAMES, "en", "Europe/Berlin") == english
    assert sentence(happened, NAMES, "de", "Europe/Berlin") == german


def test_an_edit_says_what_it_changed() -> None:
    before = {"text": "Es gibt sieben.", "speaker": None, "kind": "quantity", "exact": "sieben"}
    after = {"text": "Es gibt acht.", "speaker": "Bo", "kind": "event", "exact": "sieben"}
    told = tell(event("edit", before=before, after=after), NAMES, "de", "UTC")
    assert told.deed == (
        "Bearbeitet von Ida Brandt: Fassung nun „Es gibt acht.“, zuvor „Es gibt sieben.“; "
        "Art nun Ereignis, zuvor Zahl; Sprecher nun „Bo“, zuvor niemand"
    )


def test_a_text_that_is_nothing_but_its_words_is_told_with_them() -> None:
    before, after = ({"exact": words, "text": words} for words in ("Es gibt sieben", "Es gibt acht"))
    told = tell(event("edit", before=before, after=after), NAMES, "de", "UTC")
    assert told.deed == "Bearbeitet von Ida Brandt: Wortlaut nun „Es gibt acht“, zuvor „Es gibt sieben“"


def test_the_time_is_the_desks_own() -> None:
    assert tell(event("take"), NAMES, "en", "UTC").when == "24 Nov 2026, 13:02"
    assert tell(event("take"), NAMES, "en", "America/New_York").when == "24 Nov 2026, 08:02"


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.action.value)
def test_every_move_has_a_sentence_in_both_languages(move: Any) -> None:
    happened = event(move.action.value, verdict="refuted", to="open")
    german, english = (tell(happened, NAMES, language, "UTC").deed for language in ("de", "en"))
    assert german != english
    assert move.action.value not in (german, english)


def test_braces_in_what_people_wrote_stay_as_they_are() -> None:
    told = tell(event("challenge", "{who} {0} %(x)s"), {7: "{verdict}"}, "en", "UTC")
    assert told.sentence == "Challenged by {verdict}, 24 Nov 2026, 13:02, because: “{who} {0} %(x)s”"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_the_desk_writes_is_told_in_order(session: Session) -> None:
    ada = making.account(session, "ada", Role.REVIEWER)
    claim = making.proposal(session, making.article(session, ada))
    number = claim.id or 0
    for action in (Action.ACCEPT, Action.TAKE):
        review.move(session, number, action, by=ada, at=AT)
    making.evidence(session, claim, ada)
    draft = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="Steht im Register.")
    review.move(session, number, Action.SUBMIT, by=ada, at=AT, decision=draft)
    names = accounts.names(session)
    told = [tell(happened, names, "en", "UTC").deed for happened in events.of_claim(session, number)]
    assert told == [
        "Accepted by ada",
        "Taken by ada",
        "Evidence cited by ada (supports)",
        "Submitted as supported by ada",
    ]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_systems_own_reason_is_told_in_german_too(session: Session) -> None:
    ada, bo = making.account(session, "ada", Role.REVIEWER), making.account(session, "bo", Role.EDITOR)
    text = "Der Verein zählt mindestens zwölf Mitglieder."
    draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
    taken_in = ingest(session, draft, by=ada, at=AT)
    number = taken_in.claims[0].id or 0
    for action in (Action.ACCEPT, Action.TAKE):
        review.move(session, number, action, by=ada, at=AT)
    making.evidence(session, claims.get(session, number), ada)
    verdict = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="Steht im Register.")
    review.move(session, number, Action.SUBMIT, by=ada, at=AT, decision=verdict)
    review.move(session, number, Action.APPROVE, by=bo, at=AT)
    other = "Der Club hat sich vor einiger Zeit wieder aufgelöst."
    changed = draft.model_copy(update={"text": other, "content": other.encode()})
    ingest(session, changed, by=ada, at=AT, article_id=taken_in.article.id)
    told = [sentence(e, accounts.names(session), "de", "UTC") for e in events.of_claim(session, number)]
    assert told[-2].endswith("Begründung: „Der Wortlaut steht nicht mehr im Artikel.“")
    assert told[-1].startswith("Wortlaut steht nicht mehr im Artikel, neu eingelesen von ada")
