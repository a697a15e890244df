from typing import Any

import pytest
import sqlalchemy as sa

from claims import database, pooling

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
_OWN = "SELECT pg_backend_pid()"


@pytest.fixture
def rested(engine: sa.Engine) -> tuple[sa.Engine, list[int]]:
    """A pool in which three connections lie, and the server's processes behind them."""
    taken = [engine.connect() for _ in range(3)]
    numbers = [int(connection.exec_driver_sql(_OWN).scalar_one()) for connection in taken]
    for connection in taken:
        connection.close()
    return engine, numbers


def _own(engine: sa.Engine) -> int:
    with engine.connect() as connection:
        return int(connection.exec_driver_sql(_OWN).scalar_one())


def test_connections_that_the_server_ended_are_given_up_before_anybody_gets_one(
    rested: tuple[sa.Engine, list[int]],
) -> None:
    engine, numbers = rested
    other = database.open_engine(engine.url)
    with other.connect() as connection:
        for number in numbers:
            # waits until it is gone
            connection.exec_driver_sql(f"SELECT pg_terminate_backend({number}, 10000)")
    other.dispose()
    taken = [engine.connect() for _ in range(3)]
    found = {int(connection.exec_driver_sql(_OWN).scalar_one()) for connection in taken}
    for connection in taken:
        connection.close()
    assert len(found - set(numbers)) == 3


def test_a_connection_that_lay_there_for_long_is_asked_first(
    rested: tuple[sa.Engine, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, numbers = rested
    asked: list[object] = []
    ping = engine.dialect.do_ping

    def listened(connection: Any) -> bool:
        asked.append(connection)
        return ping(connection)

    monkeypatch.setattr(engine.dialect, "do_ping", listened)
    assert _own(engine) in numbers
    assert not asked
    monkeypatch.setattr(pooling, "PAUSE", 0.0)
    assert _own(engine) in numbers
    assert len(asked) == 1


def test_a_connection_that_was_closed_here_is_given_up(rested: tuple[sa.Engine, list[int]]) -> None:
    engine, numbers = rested
    lying = [engine.raw_connection() for _ in numbers]
    driven = [connection.dbapi_connection for connection in lying]
    for connection in lying:
        connection.close()
    for each in driven:
        assert each is not None
        each.close()
    assert _own(engine) not in numbers
