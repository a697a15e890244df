"""What is read of a desk is read in so many statements as there are kinds of things on the page, however many
rows these have and however large the desk is; nothing is loaded later, row by row."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from api import create_app
from benchmarks.making import EDITOR
from benchmarks.newsroom import make_desk
from claims.account import Account
from claims.database import writing
from claims.store import accounts
from factcheck.settings import Settings
from tests.api.pages.office import PASSWORD

_TOKEN = "factcheck_statements"
_PUBLISHED = 20
"""The number of a claim that was published, in the made-up newsroom."""
ADDRESSES = [
    f"/api/v1/claims/{_PUBLISHED}",
    "/api/v1/claims/1",
    "/api/v1/claims?order=worth",
    "/api/v1/claims?order=id&state=published",
    "/api/v1/events?limit=50",
    "/api/v1/articles",
    "/api/v1/sources",
    "/api/v1/published",
    "/queue",
    "/queue?view=published",
    "/articles",
    "/articles/1",
    "/sources",
    "/inbox",
    "/overview",
]


@dataclass
class _Asked:
    """What a request made of the database: its queries, and how many of them loaded what was left out before,
    of a row or of what it points to."""

    queries: int = 0
    later: int = 0


@contextmanager
def _counting(engine: sa.Engine) -> Iterator[_Asked]:
    asked = _Asked()

    def note_query(_c: object, _cursor: object, statement: str, *_: object) -> None:
        asked.queries += statement.lstrip().startswith(("SELECT", "WITH"))

    def note_load(state: ORMExecuteState) -> None:
        asked.later += state.is_column_load or state.is_relationship_load

    sa.event.listen(engine, "before_cursor_execute", note_query)
    sa.event.listen(Session, "do_orm_execute", note_load)
    try:
        yield asked
    finally:
        sa.event.remove(engine, "before_cursor_execute", note_query)
        sa.event.remove(Session, "do_orm_execute", note_load)


def _desk(home: Path, claims: int) -> Flask:
    """A made-up newsroom whose editor has a password and a token."""
    home.mkdir()
    app = create_app(Settings(home=home, rate_limit=0))
    engine = app.extensions["factcheck.engine"]
    make_desk(engine, claims=claims)
    with writing(engine) as session:
        editor = session.get_one(Account, EDITOR)
        editor.password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        accounts.add_token(session, editor, "", _TOKEN, editor.created_at, None)
    return app


def _browser(app: Flask) -> FlaskClient:
    browser = app.test_client()
    page = html.fromstring(browser.get("/login").text)
    [token] = {field.value for field in page.xpath("//input[@name='csrf_token']")}
    sent = {"csrf_token": token, "name": "bench-editor", "password": PASSWORD}
    assert browser.post("/login", data=sent).status_code == 302
    return browser


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Flask]]:
    """Of 40 claims in two articles, and of 1,200 in sixty."""
    folder = tmp_path_factory.mktemp("desks")
    made = [_desk(folder / str(claims), claims) for claims in (40, 1200)]
    yield made
    for app in made:
        app.extensions["factcheck.engine"].dispose()


def _asked(app: Flask, browser: FlaskClient, address: str) -> _Asked:
    headers = {"Authorization": f"Bearer {_TOKEN}"} if address.startswith("/api/") else {}
    client = app.test_client() if headers else browser
    client.get(address, headers=headers)  # words and addresses are looked up once a process
    with _counting(app.extensions["factcheck.engine"]) as asked:
        answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return asked


def test_a_larger_desk_is_asked_no_more_statements_and_nothing_row_by_row(desks: list[Flask]) -> None:
    browsers = [_browser(app) for app in desks]
    for address in ADDRESSES:
        small, large = (_asked(app, browser, address) for app, browser in zip(desks, browsers, strict=True))
        assert small.queries == large.queries > 0, address
        assert (small.later, large.later) == (0, 0), address
        assert large.queries <= 40, address
