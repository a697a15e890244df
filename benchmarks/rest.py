"""The API asked in this process: one claim beside the same application's route without a query, one claim of
the store beside the bare driver, pages of 50 in the middle of a long list beside the first."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response
from flask.testing import FlaskClient
from sqlmodel import col, select
from werkzeug.test import TestResponse

from api import create_app
from api.auth import token_requires
from api.rest.answering import answer_reading
from api.rest.paging import Position, claim_position
from api.rest.parsing import parsed
from api.schemas.claims import ClaimPath, ClaimView, DeskClaim
from benchmarks.desks import Desk
from benchmarks.figures import Figure
from benchmarks.making import REVIEWER
from benchmarks.timing import interleave
from claims import database
from claims.account import Account
from claims.claim import Claim
from claims.event import LogHead
from claims.store import accounts, readings
from claims.workflow import Role
from factcheck.settings import Settings

ONE_CLAIM_AT_MOST = 2.0
STORE_AT_MOST = 5.0
DEEP_PAGE_AT_MOST = 1.5
_CALLS = 20
"""How often one turn asks: a single request is shorter than what disturbs it."""


@dataclass(frozen=True)
class _Served:
    desk: Desk
    app: Flask
    client: FlaskClient
    token: str

    def get(self, path: str) -> TestResponse:
        found = self.client.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {self.token}"})
        assert found.status_code == 200, found.get_data(as_text=True)
        return found

    def figure(
        self, operation: str, beside: str, bound: float, taken: dict[str, float], calls: int
    ) -> Figure:
        return Figure(
            operation=operation,
            beside=beside,
            bound=bound,
            database=self.desk.database,
            claims=self.desk.claims,
            seconds=taken["desk"] / calls,
            baseline=taken["bare"] / calls,
            load=os.getloadavg()[0],
        )


def measure(desk: Desk, rounds: int) -> list[Figure]:
    """All of them, on one desk."""
    served = _serve(desk)
    try:
        return [*_one_claim(served, rounds), _store(served, rounds), *_pages(served, rounds)]
    finally:
        served.app.extensions["factcheck.engine"].dispose()


def _serve(desk: Desk) -> _Served:
    token = f"factcheck_benchmark_{os.urandom(8).hex()}"
    url = desk.engine.url.render_as_string(hide_password=False)
    app = create_app(Settings(home=desk.home, database_url=url, rate_limit=0))
    with database.writing(desk.engine) as session:
        account = session.get_one(Account, REVIEWER)
        accounts.add_token(session, account, "", token, account.created_at, None)
    return _Served(desk, app, app.test_client(), token)


def _one_claim(served: _Served, rounds: int) -> list[Figure]:
    found = []
    for state in ("proposed", "published"):
        number = served.get(f"/claims?state={state}&limit=1&fields=id").get_json()["items"][0]["id"]
        _add_empty_route(served, state, number)
        taken = interleave(
            {
                "desk": partial(_repeat, partial(served.get, f"/claims/{number}")),
                "bare": partial(_repeat, partial(served.get, f"/empty/{state}/1")),
            },
            rounds,
            served.desk.clock,
            min,
        )
        name = f"a {state} claim by REST"
        found.append(served.figure(name, "the same route without a query", ONE_CLAIM_AT_MOST, taken, _CALLS))
    return found


def _add_empty_route(served: _Served, name: str, number: int) -> None:
    """A route that checks the token, has a session and writes the same claim, but asks nothing."""
    record = DeskClaim.model_validate(served.get(f"/claims/{number}").get_json())

    @token_requires(Role.READER)
    @parsed
    def show(path: ClaimPath, query: ClaimView) -> Response:
        del path
        return answer_reading(record, query.wanted)

    served.app._got_first_request = False  # the application takes no route once it was asked
    served.app.add_url_rule(f"/api/v1/empty/{name}/<claim_id>", f"empty_{name}", show)


def _store(served: _Served, rounds: int) -> Figure:
    engine, number = served.desk.engine, served.desk.claims // 2
    ask, close = _bare(engine, number)

    def from_store() -> None:
        with database.read_only(engine).connect() as connection:
            readings.claim_on(connection, number)

    contenders = {"desk": partial(_repeat, from_store), "bare": partial(_repeat, ask)}
    taken = interleave(contenders, rounds, served.desk.clock, min)
    close()
    return served.figure("a claim from the store, pooled", "the bare driver", STORE_AT_MOST, taken, _CALLS)


def _bare(engine: sa.Engine, number: int) -> tuple[Callable[[], object], Callable[[], None]]:
    """Asking the driver for a row by its key, on one connection, and closing that."""
    if engine.dialect.name == "sqlite":
        file = sqlite3.connect(str(engine.url.database))
        return lambda: file.execute("SELECT * FROM claim WHERE id = ?", (number,)).fetchone(), file.close
    connection: Any = engine.raw_connection()
    cursor = connection.cursor()
    query = "SELECT * FROM claim WHERE id = %s"
    return lambda: cursor.execute(query, (number,)).fetchone(), connection.close


def _pages(served: _Served, rounds: int) -> list[Figure]:
    found = []
    for name, path, cursor in _middles(served.desk):
        taken = interleave(
            {"desk": partial(served.get, f"{path}&cursor={cursor}"), "bare": partial(served.get, path)},
            rounds,
            served.desk.clock,
            min,
        )
        found.append(
            served.figure(f"50 {name}, from the middle", "the first 50", DEEP_PAGE_AT_MOST, taken, 1)
        )
    return found


def _middles(desk: Desk) -> list[tuple[str, str, str | None]]:
    """Lists, and the cursor that leads into the middle of each."""
    with database.reading(desk.engine) as session:
        nearest = select(Claim).where(col(Claim.worth) <= 0.5).order_by(col(Claim.worth).desc()).limit(1)
        by_worth = claim_position("worth", session.exec(nearest).one())
        events = session.exec(select(LogHead.seq)).one()
    return [
        ("claims by number", "/claims?order=id", Position(order="id", id=desk.claims // 2).opaque),
        ("claims by worth", "/claims?order=worth", by_worth),
        ("events", "/events?limit=50", Position(order="id", id=events // 2).opaque),
    ]


def _repeat(act: Callable[[], object]) -> None:
    for _ in range(_CALLS):
        act()
