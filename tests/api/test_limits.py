"""How often the API may be asked: counted once for all processes, told in headers, never beyond the limit."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from sqlalchemy import Engine

from api import create_app
from api.limits import WINDOW_SECONDS, Limiter, Quota
from claims.database import open_engine, writing
from factcheck.settings import Settings
from tests import making
from tests.api.rest.conftest import Desk, Program, desk, read  # noqa: F401

LIMIT = 130
PROCESSES = 4


def spend_all(url: str) -> tuple[int, int]:
    """What one process gets before it is refused twenty times in a row; and what was left in the end."""
    limiter = Limiter(open_engine(url), LIMIT, str)
    spent = refused = left = 0
    while refused < 20:
        standing = limiter.spend(Quota.ACCOUNT, "7", making.START)
        spent, refused = (spent, refused + 1) if standing.refused else (spent + 1, 0)
        left = standing.left
    limiter.engine.dispose()
    return spent, left


@pytest.mark.long
def test_processes_together_get_the_limit_and_no_more(database_url: str, engine: Engine) -> None:
    del engine
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(spend_all, [database_url] * PROCESSES))
    assert sum(spent for spent, _ in told) == LIMIT
    assert [left for _, left in told] == [0] * PROCESSES


def test_each_has_a_limit_of_their_own_and_a_new_one_each_minute(engine: Engine) -> None:
    limiter = Limiter(engine, 2, str)
    names = ["a", "a", "a", "b", "a"]
    minutes = [0, 0, 0, 0, 1]
    told = [
        limiter.spend(Quota.ACCOUNT, name, making.later(minute))
        for name, minute in zip(names, minutes, strict=True)
    ]
    assert [standing.refused for standing in told] == [False, False, True, False, False]
    assert [standing.left for standing in told] == [1, 0, 0, 1, 1]
    assert not limiter.spend(Quota.NETWORK, "a", making.START).refused


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_the_database_takes_no_write_each_process_counts_by_itself(
    engine: Engine, database_url: str
) -> None:
    other = open_engine(database_url)
    limiter = Limiter(other, 5, str)
    with writing(engine) as session:
        making.account(session, "a", *())
        told = [limiter.spend(Quota.ACCOUNT, "7", making.START).refused for _ in range(7)]
    assert told == [False] * 5 + [True] * 2
    other.dispose()


@pytest.fixture
def small(desk: Desk, database_url: str) -> Desk:  # noqa: F811
    """The desk with a limit of three a minute, and published claims for anybody."""
    home = desk.app.extensions["factcheck.settings"].home
    app = create_app(Settings(home=home, database_url=database_url, rate_limit=3, public_reading=True))
    return Desk(app, desk.engine, {name: Program(app, p.token) for name, p in desk.programs.items()})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_headers_say_what_is_left_and_when_to_come_again(small: Desk) -> None:
    first = small["reader"].get("/claims")
    assert first.headers["RateLimit-Policy"] == f'"account";q=3;w={WINDOW_SECONDS}'
    left, seconds = first.headers["RateLimit"].removeprefix('"account";r=').split(";t=")
    assert left == "2"
    assert 1 <= int(seconds) <= WINDOW_SECONDS
    answers = [small["reader"].get("/claims") for _ in range(6)]
    refused = answers[-1]
    assert refused.status_code == 429
    assert refused.mimetype == "application/problem+json"
    assert read(refused)["code"] == "too_often"
    assert 1 <= int(refused.headers["Retry-After"]) <= WINDOW_SECONDS
    assert small["reviewer"].get("/claims").status_code == 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_change_counts_once_and_what_shows_no_token_counts_for_its_network(small: Desk) -> None:
    change = small["reviewer"].post("/sources", {"title": "Register", "snapshot": {"text": "Zwölf."}})
    assert change.headers["RateLimit"].startswith('"account";r=2')
    nobody = small.app.test_client()
    answers = [nobody.get("/api/v1/published") for _ in range(8)]
    assert answers[0].headers["RateLimit"].startswith('"network";r=2')
    assert answers[-1].status_code == 429
    wrong = {"Authorization": "Bearer wrong"}
    assert nobody.get("/api/v1/claims", headers=wrong).status_code == 429
    other = nobody.get("/api/v1/published", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 200
