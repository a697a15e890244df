"""Taking over the verdict of a claim that says the same, and losing it with that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from claims.claim import Claim
from claims.decision import Decision, DecisionDraft
from claims.errors import InvalidInput, MoveImpossible, MoveRefused, NotAllowed
from claims.event import Event
from claims.kinship import Kinship
from claims.notice import Notice, Occasion
from claims.proposal import Answer, Ruling
from claims.reason import Reason
from claims.store import claims, decisions, events, kinships, sources
from claims.verdict import Stance, Verdict
from claims.workflow import Action, State
from factcheck import history, review
from factcheck.notices import follow
from factcheck.review import Adoption
from tests import making
from tests.factcheck.review.conftest import REFUTED, SUPPORTED, Desk

DIFFERENCE = Reason(
    code="quantity", values={"asked": "9 Mitglieder", "claimed": "mindestens zwölf Mitglieder"}
)


def repeated(desk: Desk, *differences: Reason, text: str = making.TEXT) -> Desk:
    """The desk with a claim of another article before it, of which is known that it says the same."""
    article = making.article(desk.session, desk.people["reviewer"], text)
    claim = making.proposal(desk.session, article, text)
    found = Kinship(
        claim_id=claim.id or 0,
        other_id=desk.claim_id,
        score=0.9,
        differences=[difference.model_dump() for difference in differences],
        found_at=making.START,
    )
    kinships.replace(desk.session, claim.id or 0, [found])
    return replace(desk, claim=claim)


def adopt(desk: Desk, other: Desk, who: str = "colleague", **wanted: object) -> Claim:
    return review.adopt(
        desk.session,
        desk.claim_id,
        other.claim_id,
        Adoption(**wanted),  # type: ignore[arg-type]
        by=desk.people[who],
        at=making.later(40),
        zone="Europe/Berlin",
    )


def publish(desk: Desk) -> None:
    desk.move("editor", Action.APPROVE)
    desk.move("chief", Action.PUBLISH)


@pytest.fixture
def pair(desk: Desk) -> tuple[Desk, Desk]:
    """A published claim and a proposal that says the same."""
    desk.bring_to(State.PUBLISHED)
    return desk, repeated(desk)


def current(desk: Desk) -> Decision:
    return decisions.get(desk.session, desk.reread().decision_id or 0)


def why(desk: Desk) -> list[tuple[str, str]]:
    """How the claim's last event reads, German, and why it happened."""
    names = {account.id or 0: name for name, account in desk.people.items()}
    last = events.of_claim(desk.session, desk.claim_id)[-1]
    return [(last.action, history.sentence(last, names, "de", "Europe/Berlin"))]


def test_the_verdict_its_evidence_and_a_rationale_that_points_to_it_are_submitted(
    pair: tuple[Desk, Desk],
) -> None:
    earlier, later = pair
    adopt(later, earlier)
    assert later.reread().state is State.SUBMITTED
    made, taken = current(later), current(earlier)
    assert (made.verdict, made.adopts) == (taken.verdict, taken.id)
    assert made.rationale == (
        f"Übernommen von Behauptung {earlier.claim_id} („{earlier.claim.text}“), am 24. November 2026 als "
        "„belegt“ veröffentlicht: Das Register sagt es."
    )
    [(own, _, _)] = sources.evidence_of(later.session, [later.claim_id])
    [(theirs, _, _)] = sources.evidence_of(later.session, [earlier.claim_id])
    same = {"snapshot_id", "start", "end", "exact", "stance"}
    assert own.model_dump(include=same) == theirs.model_dump(include=same)
    assert made.evidence_ids == [own.id]


def test_a_proposal_is_accepted_by_that(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    rulings = later.session.exec(select(Ruling).order_by(Ruling.id)).all()  # type: ignore[arg-type]
    assert rulings[-1].answer is Answer.ACCEPTED


def test_a_second_person_approves_what_was_taken_over(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    later.people["colleague"].roles = ["editor"]
    adopt(later, earlier)
    with pytest.raises(NotAllowed):
        later.move("colleague", Action.APPROVE)
    publish(later)
    assert later.reread().verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("role", ["reader", "admin", "cli"])
def test_who_does_not_check_takes_nothing_over(pair: tuple[Desk, Desk], role: str) -> None:
    with pytest.raises(NotAllowed):
        adopt(pair[1], pair[0], who=role)


def test_only_a_published_verdict_of_another_claim_can_be_taken_over(desk: Desk) -> None:
    desk.bring_to(State.APPROVED)
    later = repeated(desk)
    with pytest.raises(MoveRefused, match="no published verdict"):
        adopt(later, desk)
    with pytest.raises(InvalidInput, match="its own"):
        adopt(later, later)
    desk.move("chief", Action.PUBLISH)
    desk.move("editor", Action.WITHDRAW, reason="Verwechslung")
    with pytest.raises(MoveRefused, match="no published verdict"):
        adopt(later, desk)


def test_a_claim_whose_own_verdict_stands_takes_none_over(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    publish(later)
    earlier.move("reviewer", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen")
    earlier.move("editor", Action.SEND_BACK, reason="Beleg fehlt")
    assert earlier.reread().is_standing
    with pytest.raises(MoveImpossible, match="correct that one"):
        adopt(earlier, later)


def test_where_the_claims_differ_the_reviewer_says_why(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    later = repeated(desk, DIFFERENCE)
    with pytest.raises(MoveRefused, match="differ"):
        adopt(later, desk, why="  ")
    adopt(later, desk, why="Zwölf sind mehr als neun.")
    assert current(later).rationale.endswith("Das Register sagt es.\n\nZwölf sind mehr als neun.")


def test_claims_of_which_nothing_is_known_count_as_different(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    later = repeated(desk)
    kinships.replace(desk.session, later.claim_id, [])
    with pytest.raises(MoveRefused, match="differ"):
        adopt(later, desk)


def test_words_changed_since_make_the_two_strangers(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    change = review.ClaimEdit(text="Der Verein hat dreizehn Mitglieder.")
    review.edit(later.session, later.claim_id, change, by=later.people["reviewer"], at=making.later(30))
    assert not kinships.of_claims(later.session, [later.claim_id])
    with pytest.raises(MoveRefused, match="differ"):
        adopt(later, earlier)


def test_a_rationale_of_ones_own_and_a_day_to_check_again_are_kept(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier, rationale="Siehe dort.", recheck_on=date(2027, 3, 1))
    made = current(later)
    assert (made.rationale, made.recheck_on) == ("Siehe dort.", date(2027, 3, 1))


def test_what_is_quoted_already_is_not_quoted_twice(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    later.bring_to(State.OPEN)
    own = later.cite(Stance.QUALIFIES)
    adopt(later, earlier)
    undo(later)
    adopt(later, earlier)
    standing = [e for e, _, _ in sources.evidence_of(later.session, [later.claim_id]) if not e.retracted_at]
    assert [e.stance for e in standing] == [Stance.QUALIFIES, Stance.SUPPORTS]
    assert own in current(later).evidence_ids


def undo(desk: Desk, who: str = "colleague") -> Claim:
    return review.undo(desk.session, desk.claim_id, by=desk.people[who], at=making.later(41))


def test_it_is_taken_back_with_all_that_came_of_it(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    made = current(later)
    undo(later)
    assert later.reread().state is State.PROPOSED
    assert decisions.get(later.session, made.id or 0).ended_at is not None
    assert all(e.retracted_at for e, _, _ in sources.evidence_of(later.session, [later.claim_id]))
    answered = later.session.exec(select(Ruling)).all()
    assert len(answered) == 1, "the earlier claim's proposal alone is answered"


ENDS: dict[str, Callable[[Desk], object]] = {
    "Das übernommene Urteil wurde korrigiert.": lambda desk: (
        desk.move("reviewer", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen"),
        desk.move("editor", Action.APPROVE),
        desk.move("chief", Action.PUBLISH),
    ),
    "Das übernommene Urteil wurde zurückgezogen.": lambda desk: desk.move(
        "editor", Action.WITHDRAW, reason="Verwechslung"
    ),
    "Das übernommene Urteil ist verfallen.": lambda desk: review.lapse(
        desk.session, desk.reread(), by=desk.people["cli"], at=making.later(50), why="Text geändert"
    ),
}


@pytest.mark.parametrize("said", ENDS)
@pytest.mark.parametrize("published", [True, False])
def test_it_lapses_with_the_verdict_it_points_to(pair: tuple[Desk, Desk], said: str, published: bool) -> None:
    earlier, later = pair
    adopt(later, earlier)
    if published:
        publish(later)
    ENDS[said](earlier)
    claim = later.reread()
    assert (claim.state, claim.lapsed, claim.verdict) == (State.OPEN, True, None)
    [(action, sentence)] = why(later)
    assert action == "lapse"
    assert f"Sie beruhte auf Behauptung {earlier.claim_id}" in sentence
    assert sentence.endswith(f"Begründung: „{said}“")


def test_a_correction_under_way_leaves_it_standing(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    publish(later)
    earlier.move("reviewer", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen")
    assert later.reread().state is State.PUBLISHED


def test_what_took_it_over_in_turn_lapses_too(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    last = repeated(later)
    adopt(later, earlier)
    publish(later)
    adopt(last, later)
    publish(last)
    earlier.move("editor", Action.WITHDRAW, reason="Verwechslung")
    assert [desk.reread().lapsed for desk in (later, last)] == [True, True]
    assert [desk.reread().public_decision_id is not None for desk in (later, last)] == [True, True]


def test_what_lapsed_takes_the_corrected_verdict_over_with_a_public_reason(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    publish(later)
    ENDS["Das übernommene Urteil wurde korrigiert."](earlier)
    with pytest.raises(MoveRefused, match="reason"):
        adopt(later, earlier)
    adopt(later, earlier, reason="Das Register wurde berichtigt.")
    publish(later)
    claim = later.reread()
    assert (claim.state, claim.verdict) == (State.CORRECTED, Verdict.REFUTED)


def test_what_was_sent_back_does_not_come_back_without_its_ground(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    later.move("editor", Action.SEND_BACK, reason="Bitte prüfen")
    assert review.undoable(later.session, later.claim_id, later.people["editor"])
    earlier.move("editor", Action.WITHDRAW, reason="Verwechslung")
    assert not review.undoable(later.session, later.claim_id, later.people["editor"])


def test_everybody_who_decided_is_told_even_who_caused_it(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    publish(later)
    follow(later.session, making.later(60))
    earlier.move("editor", Action.WITHDRAW, reason="Verwechslung")
    follow(later.session, making.later(61))
    told = later.session.exec(select(Notice).where(Notice.occasion == Occasion.LAPSED)).all()
    names = {account.id: name for name, account in later.people.items()}
    assert {(names[notice.account_id], notice.claim_id) for notice in told} == {
        ("colleague", later.claim_id),
        ("editor", later.claim_id),
        ("chief", later.claim_id),
    }


def due(desk: Desk, day: date) -> None:
    """Publish the claim's verdict, to be checked again from this day on."""
    desk.bring_to(State.IN_CHECK)
    draft = DecisionDraft(**{**SUPPORTED.model_dump(), "recheck_on": day})
    desk.move("reviewer", Action.SUBMIT, decision=draft)
    publish(desk)


def lapse_due(desk: Desk, today: date) -> list[int]:
    return review.lapse_due(desk.session, by=desk.people["cli"], at=making.later(70), today=today)


def test_past_its_day_a_verdict_stands_and_what_took_it_over_lapses(desk: Desk) -> None:
    due(desk, date(2026, 12, 1))
    later = repeated(desk)
    last = repeated(later)
    adopt(later, desk)
    publish(later)
    adopt(last, later)
    assert lapse_due(desk, date(2026, 11, 30)) == []
    assert lapse_due(desk, date(2026, 12, 1)) == [later.claim_id]
    assert lapse_due(desk, date(2026, 12, 1)) == []
    assert [each.reread().lapsed for each in (desk, later, last)] == [False, True, True]
    assert desk.reread().verdict is Verdict.SUPPORTED
    assert "muss neu geprüft werden" in why(later)[0][1]


def test_what_is_due_cannot_be_taken_over(desk: Desk) -> None:
    due(desk, date(2026, 11, 25))
    later = repeated(desk)
    with pytest.raises(MoveRefused, match="due"):
        review.adopt(
            desk.session,
            later.claim_id,
            desk.claim_id,
            Adoption(),
            by=desk.people["colleague"],
            at=making.later(24 * 60),
            zone="Europe/Berlin",
        )


def test_a_day_to_check_again_is_still_to_come(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="still to come"):
        due(desk, making.START.date())


def test_where_two_people_decide_blindly_nobody_takes_a_verdict_over(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    review.begin_blind_review(
        later.session, by=later.people["editor"], at=making.later(30), article_id=later.claim.article_id
    )
    with pytest.raises(MoveRefused, match="cast your vote"):
        adopt(later, earlier)


def test_the_log_says_what_was_taken_over(pair: tuple[Desk, Desk]) -> None:
    earlier, later = pair
    adopt(later, earlier)
    event = later.session.exec(select(Event).where(Event.action == "adopt")).one()
    taken = current(earlier)
    assert (event.body["adopts"], event.body["ground"]) == (taken.id, earlier.claim_id)
    assert "rationale_digest" in event.body
    assert claims.get(later.session, later.claim_id).version == event.body["version"]
