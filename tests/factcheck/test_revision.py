"""An article read in again: what becomes of its claims, their decisions and their places."""

import pytest
from sqlmodel import Session

from claims.article import Article
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import InvalidInput, MoveImpossible, NotAllowed, StaleVersion
from claims.store import accounts, articles, claims, events
from claims.verdict import Verdict
from claims.workflow import Action, Role, State
from factcheck import ledger, review
from factcheck.following import Fate
from factcheck.history import sentence
from factcheck.ingest import Ingested, ingest
from factcheck.reading import read
from factcheck.revision import last_revision
from tests import making

TEXT = (
    "Der Stadtrat hat zwölf neue Busse bestellt. Sie kosten 4,2 Millionen Euro. "
    "Die Linie 7 fährt seit 2019 bis zum Hafen."
)
WORDS = "zwölf neue Busse"
DRAFT = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Kein Beschluss zu finden.")
WAY = (Action.ACCEPT, Action.TAKE, Action.SUBMIT, Action.APPROVE, Action.PUBLISH)
DECIDED = {State.SUBMITTED: 3, State.APPROVED: 4, State.PUBLISHED: 5}


@pytest.fixture(autouse=True)
def _people(session: Session) -> None:
    making.account(session, "rita", Role.REVIEWER)
    making.account(session, "edith", Role.EDITOR)
    making.account(session, "lena", Role.READER)


def _ingest(session: Session, text: str, article: Article | None = None) -> Ingested:
    draft = read(text.encode(), language="de")
    by = accounts.named(session, "rita")
    return ingest(session, draft, by=by, at=making.START, article_id=article.id if article else None)


def _claim(found: Ingested, words: str = WORDS) -> Claim:
    return next(claim for claim in found.claims if words in claim.exact)


def _decide(session: Session, claim: Claim, steps: int = len(WAY)) -> None:
    for action in WAY[:steps]:
        who = "edith" if action in (Action.APPROVE, Action.PUBLISH) else "rita"
        decision = DRAFT if action is Action.SUBMIT else None
        by = accounts.named(session, who)
        review.move(session, claim.id or 0, action, by=by, at=making.START, decision=decision)


def _said(session: Session, claim: Claim) -> list[str]:
    return [event.action for event in events.of_claim(session, claim.id or 0)]


def _text(session: Session, claim: Claim) -> str:
    article = articles.get(session, claim.article_id)
    return articles.version(session, article, claim.article_version).text


def test_a_verdict_stands_while_its_words_do(session: Session) -> None:
    first = _ingest(session, TEXT)
    _decide(session, _claim(first))
    second = _ingest(session, f"Nachtrag vom Abend. {TEXT}", first.article)
    claim = _claim(second)
    assert (claim.state, claim.verdict, claim.article_version) == (State.PUBLISHED, DRAFT.verdict, 2)
    assert second.version.text[claim.start : claim.end] == claim.exact
    assert second.revision is not None
    assert claim.id in second.revision.fates[Fate.UNCHANGED]


@pytest.mark.parametrize("state", DECIDED)
def test_a_decision_lapses_with_an_edited_sentence_and_the_claim_says_what_stands_there(
    session: Session, state: State
) -> None:
    first = _ingest(session, TEXT)
    claim = _claim(first)
    _decide(session, claim, DECIDED[state])
    assert claim.state is state
    second = _ingest(session, TEXT.replace("zwölf", "zehn"), first.article)
    claim = claims.get(session, claim.id or 0)
    assert (claim.state, claim.lapsed, claim.vanished, claim.verdict) == (State.OPEN, True, False, None)
    assert "zehn neue Busse" in claim.exact
    assert "zehn neue Busse" in claim.text
    assert claim.edited_from == "Der Stadtrat hat zwölf neue Busse bestellt."
    assert [quantity["value"] for quantity in claim.quantities] == [10]
    assert [found for found in second.claims if "neue Busse" in found.exact] == [claim], "proposed twice"
    assert _said(session, claim)[-2:] == ["lapse", "revise"]


def test_an_undecided_claim_follows_an_edit_and_keeps_its_state(session: Session) -> None:
    first = _ingest(session, TEXT)
    _decide(session, _claim(first), steps=2)
    second = _ingest(session, TEXT.replace("bestellt", "abbestellt"), first.article)
    claim = _claim(second)
    assert (claim.state, claim.lapsed) == (State.IN_CHECK, False)
    assert claim.edited_from == "Der Stadtrat hat zwölf neue Busse bestellt."
    told = sentence(events.of_claim(session, claim.id or 0)[-1], {}, "de", "UTC")
    assert "Satz in Fassung 2 des Artikels geändert" in told


def test_of_two_edits_on_end_the_words_that_were_decided_on_are_kept(session: Session) -> None:
    first = _ingest(session, TEXT)
    _decide(session, _claim(first))
    _ingest(session, TEXT.replace("zwölf", "zehn"), first.article)
    third = _ingest(session, TEXT.replace("zwölf", "acht"), first.article)
    assert _claim(third, "acht").edited_from == "Der Stadtrat hat zwölf neue Busse bestellt."


def test_words_that_are_gone_are_reported_and_what_was_decided_lapses(session: Session) -> None:
    first = _ingest(session, TEXT)
    claim = _claim(first)
    _decide(session, claim)
    second = _ingest(session, TEXT.partition(". ")[2], first.article)
    assert (claim.vanished, claim.lapsed, claim.state, claim.verdict) == (True, True, State.OPEN, None)
    assert claim.exact in _text(session, claim)
    assert _said(session, claim)[-2:] == ["lapse", "vanish"]
    assert second.revision is not None
    assert second.revision.fates[Fate.VANISHED] == [claim.id]


def test_what_was_dismissed_is_a_new_proposal_in_other_words(session: Session) -> None:
    first = _ingest(session, TEXT)
    claim = _claim(first)
    by = accounts.named(session, "rita")
    review.move(session, claim.id or 0, Action.DISMISS, by=by, at=making.START, reason="Nebensache.")
    second = _ingest(session, TEXT.replace("zwölf", "zwanzig"), first.article)
    assert (claim.state, claim.vanished) == (State.DISMISSED, True)
    assert _claim(second, "zwanzig").state is State.PROPOSED


def test_where_two_places_fit_the_claim_keeps_its_own_and_waits_for_a_person(session: Session) -> None:
    first = _ingest(session, TEXT)
    claim = _claim(first)
    _decide(session, claim)
    second = _ingest(session, f"{TEXT} {TEXT}", first.article)
    assert (claim.article_version, claim.vanished, claim.state, claim.lapsed) == (1, False, State.OPEN, True)
    assert TEXT[claim.start : claim.end] == claim.exact
    text = second.version.text
    assert [text[place["start"] : place["end"]] for place in claim.candidates] == [claim.exact] * 2
    assert second.revision is not None
    assert claim.id in second.revision.fates[Fate.CHOOSE]


def _to_choose(session: Session) -> Claim:
    first = _ingest(session, TEXT)
    _decide(session, _claim(first))
    return _claim(_ingest(session, f"{TEXT} {TEXT}", first.article))


def test_a_person_chooses_and_the_claim_is_bound_there(session: Session) -> None:
    claim = _to_choose(session)
    place = claim.candidates[1]
    by = accounts.named(session, "rita")
    review.choose_place(session, claim.id or 0, place["start"], by=by, at=making.START, expect=claim.version)
    assert (claim.start, claim.article_version, claim.candidates) == (place["start"], 2, [])
    assert _text(session, claim)[claim.start : claim.end] == claim.exact
    assert all(
        _text(session, claim)[slot["start"] : slot["end"]] == slot["exact"] for slot in claim.quantities
    )
    assert (claim.lapsed, claim.edited_from) == (True, None)
    assert _said(session, claim)[-1] == "choose_place"


def test_none_of_the_places_means_that_the_words_are_gone(session: Session) -> None:
    claim = _to_choose(session)
    by = accounts.named(session, "rita")
    review.refuse_places(session, claim.id or 0, by=by, at=making.START)
    assert (claim.vanished, claim.candidates, claim.article_version) == (True, [], 1)
    assert _said(session, claim)[-1] == "refuse_places"
    assert ledger.verify(session).events > 0


def test_a_sentence_that_two_may_have_become_says_what_stands_at_the_chosen_place(session: Session) -> None:
    first = _ingest(session, TEXT)
    new = "Der Stadtrat hat zehn neue Busse bestellt. Der Stadtrat hat elf neue Busse bestellt."
    claim = _claim(first)
    _ingest(session, TEXT.replace("Der Stadtrat hat zwölf neue Busse bestellt.", new), first.article)
    by = accounts.named(session, "rita")
    review.choose_place(session, claim.id or 0, claim.candidates[1]["start"], by=by, at=making.START)
    assert "elf neue Busse" in claim.exact
    assert claim.edited_from == "Der Stadtrat hat zwölf neue Busse bestellt."
    assert [quantity["value"] for quantity in claim.quantities] == [11]


def test_a_choice_is_refused_where_it_is_none(session: Session) -> None:
    claim = _to_choose(session)
    rita, lena = accounts.named(session, "rita"), accounts.named(session, "lena")
    number = claim.id or 0
    with pytest.raises(InvalidInput):
        review.choose_place(session, number, 1, by=rita, at=making.START)
    with pytest.raises(NotAllowed):
        review.refuse_places(session, number, by=lena, at=making.START)
    with pytest.raises(StaleVersion):
        review.refuse_places(session, number, by=rita, at=making.START, expect=1)
    review.refuse_places(session, number, by=rita, at=making.START)
    with pytest.raises(MoveImpossible):
        review.refuse_places(session, number, by=rita, at=making.START)


def test_a_later_text_can_answer_what_a_person_had_to_choose(session: Session) -> None:
    claim = _to_choose(session)
    third = _ingest(session, f"{TEXT} Mehr folgt.", articles.get(session, claim.article_id))
    assert (claim.candidates, claim.article_version) == ([], 3)
    assert third.version.text[claim.start : claim.end] == claim.exact


def test_other_places_of_a_claim_that_are_lost_are_dropped_and_recorded(session: Session) -> None:
    first = _ingest(session, TEXT)
    claim = _claim(first)
    other = TEXT.index("Linie 7")
    claim.also_at = [{"start": other, "end": other + 7}]
    claims.touch(session, claim, making.START)
    _ingest(session, TEXT.replace("Linie 7", "Linie 8"), first.article)
    assert claim.also_at == []
    event = events.of_claim(session, claim.id or 0)[-1]
    assert (event.action, event.body["lost"]) == ("follow", [{"start": other, "end": other + 7}])


def test_what_became_of_the_claims_can_be_asked_until_the_next_version(session: Session) -> None:
    first = _ingest(session, TEXT)
    assert last_revision(session, first.article) is None
    second = _ingest(session, TEXT.replace("zwölf", "zehn"), first.article)
    assert last_revision(session, first.article) == second.revision
    assert second.revision is not None
    assert sum(second.revision.counts.values()) == len(first.claims)
    assert second.revision.counts["edited"] >= 1
