from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlmodel import Session, SQLModel

from claims import database, driver
from claims.claim import Claim, Modality
from claims.errors import DeskBusy
from claims.migrations import runner
from claims.store import accounts, claims
from claims.workflow import Role
from tests import making


def test_migrations_run_up_down_and_up_again(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    assert not database.is_current(engine)
    database.upgrade(engine)
    assert database.is_current(engine)
    database.downgrade(engine, "base")
    assert set(sa.inspect(engine).get_table_names()) <= {"alembic_version"}
    database.upgrade(engine)
    assert database.is_current(engine)
    engine.dispose()


def test_migrations_make_the_tables_that_the_models_describe(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    database.upgrade(engine)
    found = sa.inspect(engine)
    for table in SQLModel.metadata.tables.values():
        columns = {column["name"]: bool(column["nullable"]) for column in found.get_columns(table.name)}
        assert columns == {column.name: bool(column.nullable) for column in table.columns}
    engine.dispose()


def test_the_program_knows_its_newest_migration() -> None:
    with database.open_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(runner.configure(connection))
    assert scripts.get_heads() == [database.REVISION]


def test_a_desk_of_the_first_version_keeps_what_it_holds(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    database.upgrade(engine)
    with database.writing(engine) as session:
        by = making.account(session, "rita", Role.REVIEWER)
        making.proposal(session, making.article(session, by))
    database.downgrade(engine, "0001")
    before = _rows(engine)
    database.upgrade(engine)
    after = _rows(engine)
    for table, rows in before.items():
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows
    with database.reading(engine) as session:
        claim = claims.get(session, 1)
    assert (claim.modality, claim.proposers, claim.unresolved) == (Modality.ASSERTED, ["rules"], [])
    engine.dispose()


def _rows(engine: sa.Engine) -> dict[str, list[dict[str, object]]]:
    with engine.connect() as connection:
        return {
            table: [dict(row) for row in connection.execute(sa.text(f"SELECT * FROM {table}")).mappings()]
            for table in ("account", "article", "article_version", "claim", "proposal")
        }


def test_processes_that_start_at_once_migrate_once(empty_database_url: str) -> None:
    engines = [database.open_engine(empty_database_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(database.upgrade, engines))
    assert all(database.is_current(engine) for engine in engines)
    for engine in engines:
        engine.dispose()


def test_nothing_is_kept_when_a_block_raises(engine: sa.Engine) -> None:
    def fail_half_way() -> None:
        with database.writing(engine) as session:
            making.account(session, "half", Role.READER)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with database.reading(engine) as session:
        assert accounts.find(session, "half") is None


def test_a_state_outside_the_enumeration_is_refused_by_the_database(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    claim = making.proposal(session, making.article(session, by))
    with pytest.raises(sa.exc.IntegrityError):
        session.connection().execute(
            sa.text("UPDATE claim SET state = 'true' WHERE id = :id"), {"id": claim.id}
        )


def test_times_come_back_aware_and_in_utc(session: Session) -> None:
    made = making.account(session, "rita", Role.REVIEWER)
    session.expire(made)
    assert made.created_at == making.START
    assert made.created_at.utcoffset() is not None


def test_a_time_without_its_zone_is_refused(session: Session) -> None:
    made = making.account(session, "rita", Role.REVIEWER)
    made.disabled_at = making.START.replace(tzinfo=None)
    with pytest.raises(sa.exc.StatementError, match="zone"):
        session.flush()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_locked_database_says_try_again(
    engine: sa.Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    other = database.open_engine(database_url)
    with database.writing(engine) as session:
        making.account(session, "first", Role.READER)
        with pytest.raises(DeskBusy, match="try again"):
            _add_account(other)
    other.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sqlite_keeps_what_a_person_decided_through_a_power_cut(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_claims_end_after_they_start(session: Session) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    claim: Claim = making.proposal(session, making.article(session, by))
    claim.end = claim.start
    with pytest.raises(sa.exc.IntegrityError):
        session.flush()


def _add_account(engine: sa.Engine) -> None:
    with database.writing(engine) as session:
        making.account(session, "second", Role.READER)


def test_what_goes_to_the_driver_first_is_in_a_transaction_too(engine: sa.Engine) -> None:
    count = "SELECT count(*) FROM account"
    with database.read_only(engine).connect() as connection:
        before = driver.execute(connection, count).fetchone()
        with database.writing(engine) as session:
            making.account(session, "rita", Role.REVIEWER)
        assert driver.execute(connection, count).fetchone() == before
    with database.read_only(engine).connect() as connection:
        assert driver.execute(connection, count).fetchone() == (before[0] + 1,)


def test_a_connection_that_was_without_transactions_has_them_again(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        first = connection.connection.dbapi_connection
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        assert connection.connection.dbapi_connection is first
    with database.writing(engine) as session:
        assert session.connection().connection.dbapi_connection is first
        making.account(session, "rita", Role.REVIEWER)
        session.rollback()
    with database.reading(engine) as session:
        assert accounts.find(session, "rita") is None


@pytest.mark.parametrize(("said", "kept"), [("", True), ("?prepare_threshold=none", False)])
def test_statements_are_kept_prepared_unless_the_address_says_otherwise(
    postgres_url: str, said: str, kept: bool
) -> None:
    engine = database.open_engine(postgres_url + said)
    with database.reading(engine) as session:
        for number in range(9):
            session.connection().exec_driver_sql("SELECT 1 + %s", (number,))
        found = session.connection().exec_driver_sql("SELECT count(*) FROM pg_prepared_statements")
        assert (found.scalar_one() > 0) is kept
    engine.dispose()
