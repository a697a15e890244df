"""Asking the desk's language model, from the article's page and over REST."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from claims.store import claims
from tests.api.pages.office import Office, open_office, told
from tests.factcheck.model import answering
from tests.factcheck.model.answering import Handler, serving


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _give_model(office: Office, address: str) -> None:
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(
        update={"model_url": address, "model_name": "little-model", "model_key": SecretStr("s3cret")}
    )


def _press(office: Office, handler: Handler) -> str:
    with serving(handler) as (address, _asked):
        _give_model(office, address)
        form = office.form("ida", "second", office.look("ida", f"/articles/{office.article_id}"))
        answer = office.client("ida").post(f"/articles/{office.article_id}/second", data=form)
    assert answer.status_code == 302
    return office.look("ida", answer.location)


def test_a_desk_without_a_model_says_nothing_of_one(office: Office) -> None:
    page = office.look("ida", f"/articles/{office.article_id}")
    assert "/second" not in page
    form = office.form("ida", "claims", page)
    answer = office.client("ida").post(f"/articles/{office.article_id}/second", data=form)
    assert (answer.status_code, "FACTCHECK_MODEL_URL" in answer.text) == (404, True)


def test_the_page_proposes_what_the_model_found_and_counts_it(office: Office) -> None:
    page = _press(office, answering.marking((3, "Der Vorstand lädt im Mai zum Fest"), (0, "steht nirgends")))
    assert "little-model proposed 1 more claim" in told(page)
    assert "1 dropped" in page
    assert f"/articles/{office.article_id}/second" not in page
    with office.desk() as session:
        (new,) = [c for c in claims.of_article(session, office.article_id) if "Vorstand" in c.exact]
    assert "Proposed by the language model little-model" in office.look("ida", f"/claims/{new.id}")


def test_a_claim_confirmed_by_the_model_says_so_in_its_history(office: Office) -> None:
    _press(office, answering.marking((1, "Der Verein zählt mindestens zwölf Mitglieder")))
    assert "Proposed by the language model little-model too, which Ida asked" in office.look("ida")


@pytest.mark.parametrize("handler", [answering.saying("no"), answering.refusing(401)], ids=["words", "401"])
def test_a_model_that_is_of_no_use_changes_nothing_and_is_said(office: Office, handler: Handler) -> None:
    page = _press(office, handler)
    assert "little-model" in told(page) or "refuses" in told(page)
    assert f"/articles/{office.article_id}/second" in page
    with office.desk() as session:
        assert len(claims.of_article(session, office.article_id)) == 2


def test_a_reader_may_not_ask_it(office: Office) -> None:
    with serving(answering.marking()) as (address, asked):
        _give_model(office, address)
        page = office.look("rita", f"/articles/{office.article_id}")
        assert "/second" not in page
        form = office.form("rita", "logout", page)
        answer = office.client("rita").post(f"/articles/{office.article_id}/second", data=form)
    assert (answer.status_code, asked) == (403, [])
