"""Pages of the desk, asked for in this process, beside what each of them asks the database and the index.

Its queries are recorded once, those that go past SQLAlchemy too, and put again: as the desk puts them, with
rows made into objects where it makes them, and bare, as statements to the driver, whose rows are fetched and
dropped. The index is asked again what it was asked: a query that is made already for its best documents, and
these for what they hold; what the desk weighs before and ranks after counts as the page's own work. What a
browser does with a request is not counted, and the one that asks is the one that logged in.
"""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session
from werkzeug.test import EnvironBuilder, run_wsgi_app

from api import create_app
from benchmarks.material import read_articles, vary
from benchmarks.timing import interleave
from claims import database, driver
from claims.article import ArticleDraft
from claims.store import accounts
from factcheck.examples import PASSWORD, seed
from factcheck.ingest import ingest
from factcheck.matching.index import ClaimIndex
from factcheck.settings import Settings
from factcheck.warming import settle

AT_MOST = 2.5
"""How many times what its queries cost a page may take."""
PAGES = (
    "/queue",
    "/queue?view=mine",
    "/articles",
    "/articles/1",
    "/claims/1",
    "/claims/3",
    "/ask?q=at+least+seven+hires+by+Meta",
    "/sources",
    "/sources/1",
    "/snapshots/1",
    "/inbox",
    "/agreement",
    "/overview",
)


@dataclass(frozen=True)
class Recorded:
    """What a page asks: `queries` as the desk puts them, each to be put again in a session, `statements` as
    the driver gets them, `looks` into the index."""

    queries: list[Callable[[Session], object]] = field(default_factory=list)
    statements: list[tuple[str, Any]] = field(default_factory=list)
    looks: list[Callable[[], object]] = field(default_factory=list)


@dataclass(frozen=True)
class _Noting:
    """Stands before what reads the index, and notes down what it is asked."""

    searcher: Any
    looks: list[Callable[[], object]]

    def __getattr__(self, name: str) -> Callable[..., object]:
        asked = getattr(self.searcher, name)

        def ask(*args: object, **options: object) -> object:
            self.looks.append(partial(asked, *args, **options))
            return asked(*args, **options)

        return ask


def run(rounds: int, articles: int = 100) -> list[str]:
    """The lines of the result."""
    with example_desk() as (engine, client):
        _fill(engine, articles)
        lines = [f"a desk of {_claims(engine):,} claims, {rounds} rounds, processor time of one core"]
        return lines + [_line(engine, client, page, rounds) for page in PAGES]


@contextmanager
def example_desk() -> Iterator[tuple[sa.Engine, FlaskClient]]:
    """The example desk in a folder of its own, and a browser in which its editor is logged in."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(home=Path(folder), database_url="", secret_key="only for measuring"))
        engine: sa.Engine = app.extensions["factcheck.engine"]
        with database.writing(engine) as session:
            seed(session, datetime.now(UTC))
        yield engine, _log_in(app)
        engine.dispose()


def _fill(engine: sa.Engine, count: int) -> None:
    with database.writing(engine) as session:
        by = accounts.named(session, "reviewer")
        for article in vary(read_articles(), count):
            draft = ArticleDraft(
                text=article.text,
                language=article.language,
                content=article.text.encode(),
                media_type="text/plain",
                title=article.text.partition("\n")[0],
            )
            ingest(session, draft, by=by, at=datetime.now(UTC))


def _claims(engine: sa.Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM claim")).scalar_one())


def _log_in(app: Flask) -> FlaskClient:
    client = app.test_client()
    [token] = {
        field.value
        for field in html.fromstring(client.get("/login").text).xpath("//input[@name='csrf_token']")
    }
    client.post("/login", data={"csrf_token": token, "name": "editor", "password": PASSWORD})
    return client


def _line(engine: sa.Engine, client: FlaskClient, page: str, rounds: int) -> str:
    get(client, page)  # words, templates and addresses are known from now on
    with _recording() as recorded:
        get(client, page)
    ask = _ask_again(client, page)
    gc.collect()
    settle()  # as the server does once it is warm
    raw = engine.raw_connection()
    contenders: dict[str, Callable[[], object]] = {
        "page": ask,
        "queries": partial(_run_queries, engine, recorded),
        "bare": partial(_run_bare, raw.cursor(), recorded),
    }
    taken = interleave(contenders, rounds, time.process_time)
    raw.close()
    looks = f"and {len(recorded.looks)} looks into the index " if recorded.looks else ""
    return (
        f"{page:<38} {1000 * taken['page']:6.1f} ms  {len(recorded.statements):>2} queries {looks}"
        f"{1000 * taken['queries']:6.1f} ms  {taken['page'] / taken['queries']:5.1f} times as long "
        f"(at most {AT_MOST}); bare {1000 * taken['bare']:6.2f} ms"
    )


def get(client: FlaskClient, page: str) -> None:
    """Ask for a page. Raises RuntimeError where it is not there."""
    answer = client.get(page)
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answers {answer.status_code}")


def _ask_again(client: FlaskClient, page: str) -> Callable[[], object]:
    """The same request again and again, made once."""
    cookie = client.get_cookie("session")
    headers = [("Cookie", f"session={cookie.value}")] if cookie else []
    environ = EnvironBuilder(page, headers=headers, environ_base=client.environ_base).get_environ()
    return lambda: run_wsgi_app(client.application, environ.copy(), buffered=True)


def _run_queries(engine: sa.Engine, recorded: Recorded) -> None:
    with database.reading(engine) as session:
        for put in recorded.queries:
            put(session)
    for look in recorded.looks:
        look()


def _run_bare(cursor: Any, recorded: Recorded) -> None:
    for statement, values in recorded.statements:
        cursor.execute(statement, values).fetchall()
    for look in recorded.looks:
        look()


@contextmanager
def _recording() -> Iterator[Recorded]:
    """Whatever asks a database or the index meanwhile is noted down; what begins or ends a transaction is no
    query."""
    recorded = Recorded()
    noted: list[object] = []  # statements of the ORM that are on their way to the connection

    def note_query(state: ORMExecuteState) -> None:
        statement, values = state.statement, state.parameters
        recorded.queries.append(lambda session: session.execute(statement, values).all())
        noted.append(statement)

    def note_core(_c: object, statement: Any, several: Any, one: Any, _options: object) -> None:
        if noted:
            noted.clear()
            return
        values = several or one
        recorded.queries.append(lambda session: session.connection().execute(statement, values).all())

    def note_statement(_c: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        recorded.statements.append((statement, values))

    def note_driven(connection: sa.Connection, statement: str, values: Any = ()) -> Any:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            recorded.statements.append((statement, values))
            recorded.queries.append(
                lambda session: past_sqlalchemy(session.connection(), statement, values).fetchall()
            )
        return past_sqlalchemy(connection, statement, values)

    def read_noting(index: ClaimIndex) -> Any:
        now = read_index(index)
        return now._replace(searcher=_Noting(now.searcher, recorded.looks))

    past_sqlalchemy, read_index = driver.execute, ClaimIndex._read
    sa.event.listen(Session, "do_orm_execute", note_query)
    sa.event.listen(sa.Engine, "before_execute", note_core)
    sa.event.listen(sa.Engine, "before_cursor_execute", note_statement)
    try:
        with patch.object(driver, "execute", note_driven), patch.object(ClaimIndex, "_read", read_noting):
            yield recorded
    finally:
        sa.event.remove(Session, "do_orm_execute", note_query)
        sa.event.remove(sa.Engine, "before_execute", note_core)
        sa.event.remove(sa.Engine, "before_cursor_execute", note_statement)
