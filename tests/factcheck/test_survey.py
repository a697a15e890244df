"""How far articles are checked, as the desk shows it to one person and another."""

from sqlmodel import Session

from claims.decision import DecisionDraft
from claims.store import articles
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import review
from factcheck.coverage import Status
from factcheck.survey import survey
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
