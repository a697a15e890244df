"""The API asked in this process: one claim beside the same application's route without a query, one claim of
the store beside the bare driver, pages of 50 deep in a long list beside the first."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import create_app
from api.auth import token_requires
from api.rest.answering import answer_reading
from api.rest.parsing import parsed
from api.schemas.claims import ClaimPath, ClaimView, DeskClaim
from benchmarks.making import REVIEWER
from benchmarks.newsroom import make_desk
from benchmarks.timing import interleave
from claims import database
from claims.account import Account
from claims.store import accounts, readings
from claims.workflow import Role
from factcheck.settings import Settings

ONE_CLAIM_AT_MOST = 2.0
STORE_AT_MOST = 5.0
DEEP_PAGE_AT_MOST = 1.5
_SECRET = "factcheck_benchmark"
_CALLS = 20
"""How often one turn asks: a single request is shorter than what disturbs it."""


@dataclass(frozen=True)
class _Desk:
    app: Flask
    client: FlaskClient
    file: Path

    def get(self, path: str) -> TestResponse:
        headers = {"Authorization": f"Bearer {_SECRET}"}
        found = self.client.get(f"/api/v1{path}", headers=headers)
        assert found.status_code == 200, found.get_data(as_text=True)
        return found


def run(rounds: int, claims: int) -> list[str]:
    """The lines of the result."""
    with _open(claims) as desk:
        return [
            f"{claims:,} claims",
            *_one_claim(desk, rounds),
            *_store(desk, rounds),
            *_pages(desk, rounds, claims),
        ]


@contextmanager
def _open(claims: int) -> Iterator[_Desk]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        app = create_app(Settings(home=home, rate_limit=0))
        engine = app.extensions["factcheck.engine"]
        make_desk(engine, claims=claims)
        with database.writing(engine) as session:
            account = session.get_one(Account, REVIEWER)
            accounts.add_token(session, account, "", _SECRET, account.created_at, None)
        yield _Desk(app, app.test_client(), Path(engine.url.database))
        engine.dispose()


def _one_claim(desk: _Desk, rounds: int) -> list[str]:
    lines = []
    for state in ("proposed", "published"):
        number = desk.get(f"/claims?state={state}&limit=1&fields=id").get_json()["items"][0]["id"]
        _add_empty_route(desk, state, number)
        taken = interleave(
            {
                "claim": partial(_repeat, partial(desk.get, f"/claims/{number}")),
                "empty": partial(_repeat, partial(desk.get, f"/empty/{state}/1")),
            },
            rounds,
        )
        lines.append(_line(f"GET a {state} claim", taken["claim"], taken["empty"], ONE_CLAIM_AT_MOST))
    return lines


def _add_empty_route(desk: _Desk, name: str, number: int) -> None:
    """A route that checks the token, has a session and writes the same claim, but asks nothing."""
    record = DeskClaim.model_validate(desk.get(f"/claims/{number}").get_json())

    @token_requires(Role.READER)
    @parsed
    def show(path: ClaimPath, query: ClaimView) -> Response:
        del path
        return answer_reading(record, query.wanted)

    desk.app._got_first_request = False  # the application takes no route once it was asked
    desk.app.add_url_rule(f"/api/v1/empty/{name}/<claim_id>", f"empty_{name}", show)


def _store(desk: _Desk, rounds: int) -> list[str]:
    engine = desk.app.extensions["factcheck.engine"]
    bare = sqlite3.connect(desk.file)

    def from_store() -> None:
        with engine.connect() as connection:
            readings.claim_on(connection, 7)

    def from_driver() -> None:
        bare.execute("SELECT * FROM claim WHERE id = ?", (7,)).fetchone()

    taken = interleave({"store": partial(_repeat, from_store), "bare": partial(_repeat, from_driver)}, rounds)
    bare.close()
    return [_line("a claim of the store", taken["store"], taken["bare"], STORE_AT_MOST)]


def _pages(desk: _Desk, rounds: int, claims: int) -> list[str]:
    lines = []
    for path, pages in (("/claims?order=id", claims // 100), ("/claims?order=worth", 50), ("/events?", 50)):
        deep = _go_on(desk, path, pages)
        taken = interleave({"deep": partial(desk.get, deep), "first": partial(desk.get, path)}, rounds)
        told = f"{path}: page {pages + 1}"
        lines.append(_line(told, taken["deep"], taken["first"], DEEP_PAGE_AT_MOST, "the first"))
    return lines


def _go_on(desk: _Desk, path: str, pages: int) -> str:
    """The address of a page so many pages further on."""
    found = path
    for _ in range(pages):
        cursor = desk.get(f"{found}&fields=id" if "claims" in path else found).get_json()["next"]
        if cursor is None:
            break
        found = f"{path}&cursor={cursor}"
    return found


def _repeat(act: Callable[[], object]) -> None:
    for _ in range(_CALLS):
        act()


def _line(name: str, taken: float, beside: float, at_most: float, what: str = "the baseline") -> str:
    return f"{name:<34} {taken / beside:5.2f} times {what} (at most {at_most}), {taken * 1000:.2f} ms"
