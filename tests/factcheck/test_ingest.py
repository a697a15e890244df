import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session, select

from claims import database
from claims.article import Article, ArticleDraft, ArticleVersion
from claims.claim import Claim
from claims.errors import NotAllowed, NotFound
from claims.proposal import Proposal
from claims.store import accounts, events
from claims.workflow import Role, State
from factcheck import ledger, review
from factcheck.ingest import Ingested, ingest
from factcheck.reading import read
from tests import making

TEXT = (
    "Der Stadtrat hat zwölf neue Busse bestellt. Sie kosten 4,2 Millionen Euro. "
    "Die Linie 7 fährt seit 2019 bis zum Hafen."
)


def _draft(text: str = TEXT, url: str | None = None) -> ArticleDraft:
    return read(text.encode(), language="de", url=url)


def _ingest(
    session: Session, text: str = TEXT, url: str | None = None, article_id: int | None = None
) -> Ingested:
    by = accounts.find(session, "rita") or making.account(session, "rita", Role.REVIEWER)
    return ingest(session, _draft(text, url), by=by, at=making.START, article_id=article_id)


def _claim_with(found: Ingested, words: str) -> Claim:
    return next(claim for claim in found.claims if words in claim.exact)


def test_an_article_brings_its_claims_as_proposals(session: Session) -> None:
    found = _ingest(session)
    assert (found.created, found.changed, found.version.number) == (True, True, 1)
    assert _claim_with(found, "zwölf neue Busse").state is State.PROPOSED
    assert len(session.exec(select(Proposal)).all()) == len(found.claims)
    assert all(TEXT[claim.start : claim.end] == claim.exact for claim in found.claims)


def test_every_sentence_has_an_answer(session: Session) -> None:
    version = _ingest(session, f"{TEXT} Wie soll das weitergehen?").version
    assert len(version.sentences) == 4
    assert version.sentences[-1]["why_none"]["code"] == "question"


def test_each_proposal_writes_its_event(session: Session) -> None:
    found = _ingest(session)
    for claim in found.claims:
        assert [event.action for event in events.of_claim(session, claim.id or 0)] == ["propose"]
    assert ledger.verify(session).events == len(found.claims) + 1


def test_the_same_bytes_twice_make_one_article(session: Session) -> None:
    first, second = _ingest(session), _ingest(session)
    assert (second.created, second.changed) == (False, False)
    assert second.article.id == first.article.id
    assert [claim.id for claim in second.claims] == [claim.id for claim in first.claims]


@settings(max_examples=25)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200))
def test_any_text_twice_is_one_article(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    engine = database.open_engine(f"sqlite:///{tmp_path_factory.mktemp('once') / 'desk.db'}")
    database.upgrade(engine)
    draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
    with database.writing(engine) as session:
        by = making.account(session, "rita", Role.REVIEWER)
        for _ in range(2):
            found = ingest(session, draft, by=by, at=making.START)
        assert len(session.exec(select(Article)).all()) == 1
        assert all(text[claim.start : claim.end] == claim.exact for claim in found.claims)
    engine.dispose()


def test_other_bytes_without_an_address_are_another_article(session: Session) -> None:
    assert _ingest(session).article.id != _ingest(session, f"{TEXT} Mehr folgt.").article.id


def test_the_same_address_with_another_text_is_a_new_version(session: Session) -> None:
    url = "https://stadtblatt.example/busse"
    first = _ingest(session, url=url)
    second = _ingest(session, f"Nachtrag vom Abend. {TEXT}", url=url)
    assert (second.created, second.changed, second.version.number) == (False, True, 2)
    assert second.article.id == first.article.id
    old, new = _claim_with(first, "zwölf neue Busse"), _claim_with(second, "zwölf neue Busse")
    assert (old.id, new.article_version) == (new.id, 2)
    text = second.version.text
    assert all(text[claim.start : claim.end] == claim.exact for claim in second.claims)


def test_slots_move_with_their_claim(session: Session) -> None:
    first = _ingest(session)
    second = _ingest(session, f"Nachtrag. {TEXT}", article_id=first.article.id)
    for slot in _claim_with(second, "4,2 Millionen").quantities:
        assert second.version.text[slot["start"] : slot["end"]] == slot["exact"]


def test_reading_again_proposes_nothing_twice(session: Session) -> None:
    first = _ingest(session)
    second = _ingest(session, f"{TEXT} Ende.", article_id=first.article.id)
    spans = [(claim.start, claim.end) for claim in second.claims]
    assert len(spans) == len(set(spans))
    assert {claim.id for claim in first.claims} <= {claim.id for claim in second.claims}


def test_earlier_versions_are_kept(session: Session) -> None:
    first = _ingest(session)
    _ingest(session, f"{TEXT} Ende.", article_id=first.article.id)
    assert [row.text for row in session.exec(select(ArticleVersion).order_by("number"))] == [  # type: ignore[arg-type]
        TEXT,
        f"{TEXT} Ende.",
    ]


def test_an_article_that_is_not_there_cannot_get_a_version(session: Session) -> None:
    with pytest.raises(NotFound):
        _ingest(session, article_id=99)


def test_nothing_is_stored_when_reading_fails_half_way(engine: Engine) -> None:
    def fail() -> None:
        with database.writing(engine) as session:
            _ingest(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading(engine) as session:
        assert session.exec(select(Article)).all() == []
        assert events.last(session) == 0


def test_the_desks_own_text_is_marked_when_it_comes_in_and_stays_so(session: Session) -> None:
    by = making.account(session, "ida", Role.REVIEWER)
    url = "https://bote.example/eigener-text"
    assert not ingest(session, _draft(TEXT), by=by, at=making.START).article.own_text
    assert ingest(session, _draft(TEXT, url), by=by, at=making.START, own_text=True).article.own_text
    again = ingest(session, _draft(f"{TEXT} Ende.", url), by=by, at=making.START)
    assert again.article.own_text


def test_an_editor_says_whose_text_an_article_is_and_the_log_keeps_it(session: Session) -> None:
    found = _ingest(session)
    number, editor = found.article.id or 0, making.account(session, "edgar", Role.EDITOR)
    for own in (True, True, False):
        assert review.own_text(session, number, own, by=editor, at=making.START).own_text is own
    assert [event.body for event in events.of_article(session, number, "own_text")] == [
        {"own": True},
        {"own": False},
    ]
    with pytest.raises(NotAllowed):
        review.own_text(session, number, True, by=accounts.named(session, "rita"), at=making.START)
