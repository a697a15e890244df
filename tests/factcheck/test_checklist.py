from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import LogBroken, MoveRefused, NotAllowed, NotFound, QuoteNotFound
from claims.evidence import EvidenceDraft
from claims.source import Capture, SnapshotDraft, SourceClass, SourceDraft
from claims.store import claims, decisions, events, owners, sources
from claims.verdict import Point, Stance, Verdict
from claims.workflow import Action, Role
from factcheck import review
from factcheck.checking import ages, checklist, groups
from factcheck.checklist import Age, Ground, age, blocking_for, check, to_do
from factcheck.exports import Format, export
from factcheck.ledger import verify
from factcheck.owners import drop_owner, set_owner
from factcheck.report import Scope, build
from factcheck.settings import Settings
from factcheck.sources import add_source
from tests.making import account, article, later, proposal

EVERY = frozenset(Point)
COPIED = "Laut dem Verein sind es vierzehn Mitglieder.\nQuelle: dpa/AFP"


def test_each_point_is_met_by_what_it_asks_for() -> None:
    empty = check(Ground(), {})
    assert [each.point for each in empty if each.met] == []
    full = Ground(
        independent=2,
        classes=frozenset({SourceClass.PRIMARY}),
        stances=frozenset({Stance.SUPPORTS, Stance.QUALIFIES}),
        asked=True,
        ages=(Age.FITS, Age.FITS),
    )
    assert all(each.met and not each.holds_back for each in check(full, {}, EVERY))
    assert all(to_do(point, "de") != to_do(point, "en") for point in Point)


def test_an_open_point_holds_nobody_back_unless_the_settings_say_so_and_no_reason_is_given() -> None:
    assert not any(each.holds_back for each in check(Ground(), {}))
    reasons = {Point.CONTACT: "The register answers it."}
    held = check(Ground(), reasons, {Point.CONTACT, Point.PRIMARY_SOURCE})
    assert [each.point for each in held if each.holds_back] == [Point.PRIMARY_SOURCE]
    assert blocking_for(Verdict.NOT_ENOUGH_EVIDENCE, EVERY) == {Point.CONTACT}
    assert blocking_for(Verdict.REFUTED, EVERY) == EVERY


@pytest.mark.parametrize(
    ("issued", "published", "times", "expected"),
    [
        ("2024-05-02", "2024-05-03", (), Age.FITS),
        ("2024-05-04", "2024-05-03", (), Age.YOUNGER),
        ("2024", "2024-05-03", (), Age.FITS),
        ("2022", "2024-05-03", (), Age.OLDER),
        ("2020-11", "2024-05-03", ("2021",), Age.OLDER),
        ("2021-06", "2024-05-03", ("2021", "2023"), Age.FITS),
        ("2019", None, (), Age.FITS),
        ("2019", "2024-05-03", ("../2020",), Age.OLDER),
        (None, "2024-05-03", (), Age.UNDATED),
    ],
)
def test_a_source_is_marked_as_younger_or_older_than_the_claim(
    issued: str | None, published: str | None, times: tuple[str, ...], expected: Age
) -> None:
    assert age(issued, published, times) is expected


def test_the_settings_name_the_points_that_block() -> None:
    settings = Settings(home=Path("/nowhere"), checklist_blocks=" two_sources, contact_tried,")
    assert settings.blocking == {Point.TWO_SOURCES, Point.CONTACT}
    with pytest.raises(ValidationError, match="the checklist has no everything"):
        Settings(home=Path("/nowhere"), checklist_blocks="everything")


def test_a_submission_is_held_back_until_the_point_is_met_or_a_reason_is_given(session: Session) -> None:
    reviewer, claim_id = _cited(session, "BERLIN (dpa) - Im Register stehen vierzehn Mitglieder.")
    blocking = frozenset({Point.TWO_SOURCES})
    draft = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="So steht es da.")

    def submit(draft: DecisionDraft) -> None:
        review.move(
            session, claim_id, Action.SUBMIT, by=reviewer, at=later(9), decision=draft, blocking=blocking
        )

    with pytest.raises(MoveRefused, match="two_sources"):
        submit(draft)
    _cite(session, claim_id, reviewer, COPIED)
    with pytest.raises(MoveRefused, match="two_sources"):
        submit(draft)
    submit(draft.model_copy(update={"checklist": {Point.TWO_SOURCES: "Das Register ist die Quelle."}}))
    (decision,) = decisions.of_claims(session, [claim_id])
    assert decision.checklist == {"two_sources": "Das Register ist die Quelle."}
    verify(session)
    assert "Das Register" not in str([event.body for event in events.of_claim(session, claim_id)])
    decision.checklist = {"two_sources": "Etwas anderes."}
    session.add(decision)
    session.flush()
    with pytest.raises(LogBroken):
        verify(session)


def test_an_internal_report_says_why_a_point_stayed_open_and_a_public_one_does_not(session: Session) -> None:
    reviewer, claim_id = _cited(session, "Im Register stehen vierzehn Mitglieder.")
    why = {Point.CONTACT: "Der Verein ist aufgelöst."}
    draft = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="So steht es da.", checklist=why)
    review.move(session, claim_id, Action.SUBMIT, by=reviewer, at=later(9), decision=draft)
    editor = account(session, "eva", Role.EDITOR)
    for step, action in enumerate((Action.APPROVE, Action.PUBLISH), start=10):
        review.move(session, claim_id, action, by=editor, at=later(step))
    scope = Scope(id=claims.get(session, claim_id).article_id)
    inside = build(session, scope, language="de", at=later(20), public=False)
    assert inside.claims[0].decision is not None
    assert inside.claims[0].decision.checklist == why
    for format in (Format.MARKDOWN, Format.HTML):
        assert "Betroffene gefragt: " in export(inside, format).content.decode()
        assert "Der Verein ist aufgelöst." in export(inside, format).content.decode()
    outside = build(session, scope, language="de", at=later(20), public=True)
    assert "aufgelöst" not in export(outside, Format.JSON).content.decode()
    assert outside.claims[0].decision is not None


def test_two_sources_of_one_agency_are_one_until_the_desk_says_otherwise(session: Session) -> None:
    reviewer, claim_id = _cited(session, "BERLIN (dpa) - Im Register stehen vierzehn Mitglieder.")
    claim = _cite(session, claim_id, reviewer, COPIED)
    rows = sources.evidence_of(session, [claim_id])
    (group,) = groups(session, claim, rows)
    assert len(group.sources) == 2
    assert [reason.code for reason in group.reasons] == ["agency"]
    rows[0][2].independence = "eigener Besuch"
    assert len(groups(session, claim, rows)) == 2
    assert set(ages(session, claim, rows).values()) == {Age.UNDATED}
    met = {each.point: each.met for each in checklist(session, claim, {})}
    assert met[Point.TWO_SOURCES]
    assert not met[Point.CONTACT]


def test_editors_say_who_owns_an_outlet_and_its_sources_count_as_one(session: Session) -> None:
    editor = account(session, "eva", Role.EDITOR)
    reviewer, claim_id = _cited(session, "Vierzehn Mitglieder.", publisher="Morgenblatt")
    claim = _cite(session, claim_id, reviewer, "Es sind vierzehn Mitglieder.", publisher="Abendblatt")
    rows = sources.evidence_of(session, [claim_id])
    assert len(groups(session, claim, rows)) == 2
    set_owner(session, "Morgenblatt", "Haus Nord", by=editor, at=later(3))
    set_owner(session, " abendblatt", "Haus Nord", by=editor, at=later(3))
    assert len(groups(session, claim, rows)) == 1
    set_owner(session, "https://www.Blatt.example/seite", "Haus Süd", by=editor, at=later(3))
    assert owners.by_outlet(session)["blatt.example"] == "Haus Süd"
    drop_owner(session, "Abendblatt", by=editor, at=later(4))
    assert len(groups(session, claim, rows)) == 2
    with pytest.raises(NotFound):
        drop_owner(session, "Abendblatt", by=editor, at=later(4))
    with pytest.raises(NotAllowed):
        set_owner(session, "Abendblatt", "Haus Nord", by=reviewer, at=later(4))
    verify(session)


def test_a_quote_from_a_recording_is_marked_as_written_down_by_a_person(session: Session) -> None:
    reviewer, claim_id = _cited(session, "Im Register stehen vierzehn Mitglieder.")
    claim = _cite(session, claim_id, reviewer, "Wir sind vierzehn Mitglieder.", media_type="audio/mpeg")
    assert [row[0].transcribed for row in sources.evidence_of(session, [claim.id or 0])] == [False, True]
    with pytest.raises(QuoteNotFound):
        _cite(session, claim_id, reviewer, "Wir sind fünfzehn.", media_type="audio/mpeg")


def _cited(session: Session, text: str, publisher: str = "") -> tuple[Account, int]:
    reviewer = account(session, "rita", Role.REVIEWER)
    claim = proposal(session, article(session, reviewer))
    for step, action in enumerate((Action.ACCEPT, Action.TAKE)):
        review.move(session, claim.id or 0, action, by=reviewer, at=later(step))
    _cite(session, claim.id or 0, reviewer, text, publisher=publisher)
    return reviewer, claim.id or 0


def _cite(
    session: Session,
    claim_id: int,
    by: Account,
    text: str,
    *,
    publisher: str = "",
    media_type: str = "text/plain",
) -> Claim:
    """The claim with one more source that supports it, by the words about fourteen members."""
    source = SourceDraft(title=text[:20], publisher=publisher)
    snapshot = SnapshotDraft(content=text.encode(), media_type=media_type, text=text, capture=Capture.PASTED)
    _, kept = add_source(session, source, snapshot, by=by, at=later(2))
    draft = EvidenceDraft(snapshot_id=kept.id or 0, quote="ierzehn Mitglieder", stance=Stance.SUPPORTS)
    review.cite(session, claim_id, draft, by=by, at=later(2))
    return claims.get(session, claim_id)
