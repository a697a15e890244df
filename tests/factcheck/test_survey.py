"""How far articles are checked, as the desk shows it to one person and another."""

from sqlmodel import Session

from claims.decision import DecisionDraft
from claims.store import articles, claims
from claims.verdict import Verdict
from claims.workflow import Action, Role, State
from factcheck import review
from factcheck.coverage import Status
from factcheck.survey import survey, survey_one
from tests import making


def test_that_votes_disagree_is_told_only_to_those_who_may_settle_it(session: Session) -> None:
    roles = {"rita": Role.READER, "adam": Role.ADMIN, "ida": Role.REVIEWER, "edgar": Role.EDITOR}
    people = {name: making.account(session, name, role) for name, role in roles.items()}
    people |= {name: making.account(session, name, Role.EDITOR) for name in ("emma", "otto")}
    claim = making.proposal(session, making.article(session, people["ida"]))
    number, at = claim.id or 0, making.START
    review.move(session, number, Action.ACCEPT, by=people["ida"], at=at)
    making.evidence(session, claim, people["ida"])
    review.begin_blind_review(session, by=people["otto"], at=at, article_id=claim.article_id)
    for who, verdict in (("ida", Verdict.SUPPORTED), ("edgar", Verdict.REFUTED)):
        vote = DecisionDraft(verdict=verdict, rationale="so steht es da")
        review.move(session, number, Action.VOTE, by=people[who], at=at, decision=vote)
    article = articles.get(session, claim.article_id)
    articles.version(session, article).sentences = [{"start": 0, "end": 44}]
    session.flush()
    told = {
        name
        for name, person in people.items()
        if Status.DISPUTED
        in {found.status for found in survey(session, [article], person)[article.id or 0].sentences}
    }
    assert told == {"emma", "otto"}


def test_many_articles_are_surveyed_as_one_is(session: Session) -> None:
    person = making.account(session, "ida", Role.EDITOR)
    article = making.article(session, person)
    number = article.id or 0
    elsewhere = making.proposal(session, making.article(session, person, "Der Bau kostete 40.000 Euro."))
    elsewhere.state = State.IN_CHECK
    also, may_be, gone, merged = (making.proposal(session, article) for _ in range(4))
    also.end, also.also_at, also.state = 40, [{"start": 50, "end": 58}], State.OPEN
    may_be.candidates, may_be.state = [{"start": 60, "end": 70}], State.CHALLENGED
    gone.vanished, gone.also_at = True, [{"start": 72, "end": 80}]
    merged.start, merged.merged_into = 40, elsewhere.id
    articles.version(session, article).sentences = [
        {"start": start, "end": start + 10, "why_none": {"code": "short"}} for start in range(0, 80, 10)
    ]
    session.flush()
    whole = survey_one(
        session, articles.version(session, article), claims.of_article(session, number), person
    )
    listed = survey(session, [article], person)[number]
    statuses = [sentence.status.value for sentence in listed.sentences]
    assert statuses == [*["still_open"] * 4, "in_work", "still_open", "disputed", "no_claim"]
    assert listed.sentences == whole.sentences
    assert [claim.state for claim in listed.claims] == [claim.state for claim in whole.claims]
