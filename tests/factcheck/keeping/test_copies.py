"""Backups, the way back and moves between databases, on desks with something in every state."""

import json
import sqlite3
import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from claims import database
from claims.errors import Conflict, FactcheckError, InvalidInput
from claims.store import accounts, events
from claims.workflow import Role
from factcheck import ledger
from factcheck.examples import seed
from factcheck.keeping import backup, copying, restoring
from factcheck.keeping.tables import tables
from factcheck.settings import Settings
from tests import making


def _quiet(_said: str) -> None:
    pass


def _rows(engine: sa.Engine) -> dict[str, list[tuple[object, ...]]]:
    with database.reading(engine) as session:
        return {
            table.name: sorted(map(tuple, session.connection().execute(sa.select(table))), key=str)
            for table in tables()
        }


@pytest.fixture
def desk(engine: sa.Engine) -> sa.Engine:
    """The example desk."""
    with database.writing(engine) as session:
        seed(session, making.START + timedelta(days=3))
    return engine


@pytest.fixture
def settings(home: Path, database_url: str) -> Settings:
    assert home.is_dir()
    return Settings(database_url=database_url, smtp_password="geheim", secret_key="s" * 40)


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a desk is moved to."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'other.db'}"


def test_every_table_of_a_migrated_database_is_copied(engine: sa.Engine) -> None:
    found = set(sa.inspect(engine).get_table_names())
    assert {table.name for table in tables()} | {"alembic_version"} == found


def test_a_desk_moves_to_another_database_row_by_row(desk: sa.Engine, other_url: str) -> None:
    target = database.open_engine(other_url)
    with database.reading(desk) as session:
        before = ledger.verify(session)
    assert copying.copy(desk, target, _quiet) == before
    assert _rows(target) == _rows(desk)
    with database.writing(target) as session:  # numbers go on where they were
        made = making.account(session, "after", Role.READER)
        assert made.id == max(account.id or 0 for account in accounts.everyone(session))
    with pytest.raises(Conflict, match="not empty"):
        copying.copy(desk, target, _quiet)
    target.dispose()


def test_a_row_that_does_not_arrive_as_it_was_stops_the_move(desk: sa.Engine, other_url: str) -> None:
    target = database.open_engine(other_url)
    database.upgrade(target)
    change = "UPDATE claim SET text = 'Anders.' WHERE id = 3"
    wrong = (
        "CREATE TRIGGER lossy AFTER INSERT ON claim WHEN NEW.id = 4 BEGIN " + change + "; END"
        if target.dialect.name == "sqlite"
        else "CREATE FUNCTION lossy() RETURNS trigger AS $$ BEGIN "
        + change
        + "; RETURN NULL; END $$ LANGUAGE"
        " plpgsql; CREATE TRIGGER lossy AFTER INSERT ON claim EXECUTE FUNCTION lossy()"
    )
    with database.writing(target) as session:
        session.connection().exec_driver_sql(wrong)
    with pytest.raises(FactcheckError, match="Row 3 of claim did not arrive"):
        copying.copy(desk, target, _quiet)
    with database.reading(target) as session:
        assert accounts.everyone(session) == []
    target.dispose()


def test_what_is_no_desk_is_not_copied(tmp_path: Path, desk: sa.Engine) -> None:
    nothing = database.open_engine(f"sqlite:///{tmp_path / 'nothing.db'}")
    with pytest.raises(InvalidInput, match="no desk"):
        copying.copy(nothing, desk, _quiet)
    assert not (tmp_path / "nothing.db").exists()


def test_a_backup_restored_on_either_database_is_the_same_desk(
    desk: sa.Engine, settings: Settings, other_url: str, tmp_path: Path
) -> None:
    made = backup.back_up(desk, settings, tmp_path / "desk.zip", making.START, _quiet)
    other = settings.model_copy(update={"database_url": other_url})
    assert restoring.restore(other, tmp_path / "desk.zip", making.START, _quiet) == made
    target = database.open_engine(other_url)
    assert _rows(target) == _rows(desk)
    with database.reading(target) as session:
        assert ledger.verify(session).head == made.head
    target.dispose()
    with pytest.raises(Conflict, match="not empty"):
        restoring.restore(other, tmp_path / "desk.zip", making.START, _quiet)


def test_what_was_there_is_kept_aside(
    desk: sa.Engine, settings: Settings, other_url: str, tmp_path: Path
) -> None:
    backup.back_up(desk, settings, tmp_path / "desk.zip", making.START, _quiet)
    target = database.open_engine(other_url)
    database.upgrade(target)
    with database.writing(target) as session:
        making.account(session, "before", Role.READER)
    target.dispose()
    other = settings.model_copy(update={"database_url": other_url})
    restoring.restore(other, tmp_path / "desk.zip", making.START, _quiet, replace=True)
    assert _rows(target) == _rows(desk)
    if target.dialect.name == "sqlite":
        [kept] = tmp_path.glob("other.db.before_*")
        found = sqlite3.connect(kept).execute("SELECT name FROM account").fetchall()
    else:
        with target.connect() as connection:
            names = sa.text("SELECT name FROM before_20261124_090000.account")
            found = [tuple(row) for row in connection.execute(names)]
    assert found == [("before",)]
    target.dispose()


def test_a_backup_is_its_owners_and_has_no_secret_in_it(
    desk: sa.Engine, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "desk.zip"
    made = backup.back_up(desk, settings, path, making.START, _quiet)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with zipfile.ZipFile(path) as packed:
        assert set(packed.namelist()) == {"manifest.json", "settings.json", "desk.sqlite3"}
        said = packed.read("settings.json").decode()
        assert json.loads(packed.read("manifest.json"))["head"] == made.head
    assert "geheim" not in said
    assert "s" * 40 not in said
    assert json.loads(said)["desk_name"] == "Fact-check desk"
    assert list(tmp_path.glob(".backup-*")) == []


def test_a_password_in_the_address_of_the_database_stays_out_of_the_backup() -> None:
    said = backup.open_settings(Settings(database_url="postgresql://desk:geheim@db.example/desk"))
    assert said["database_url"] == "postgresql://desk:***@db.example/desk"


def test_a_file_that_is_there_is_written_over_only_on_demand(
    desk: sa.Engine, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "desk.zip"
    path.write_text("a diary")
    with pytest.raises(Conflict, match="already"):
        backup.back_up(desk, settings, path, making.START, _quiet)
    assert path.read_text() == "a diary"
    backup.back_up(desk, settings, path, making.START, _quiet, replace=True)
    assert backup.check_files(path).events > 50


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_damaged_backup_is_refused_and_the_desk_stays_as_it_is(
    desk: sa.Engine, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "desk.zip"
    backup.back_up(desk, settings, path, making.START, _quiet)
    whole = path.read_bytes()
    other = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'other.db'}"})
    for place in (len(whole) // 3, len(whole) // 2):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(FactcheckError, match="damaged"):
            restoring.restore(other, path, making.START, _quiet)
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FactcheckError, match="damaged"):
        restoring.restore(other, path, making.START, _quiet)
    assert not (tmp_path / "other.db").exists()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_desk_that_was_tampered_with_gives_no_backup(
    desk: sa.Engine, settings: Settings, tmp_path: Path
) -> None:
    with desk.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("UPDATE decision SET rationale = 'Anders.' WHERE id = 1")
    with pytest.raises(FactcheckError, match="decision of event"):
        backup.back_up(desk, settings, tmp_path / "desk.zip", making.START, _quiet)
    assert list(tmp_path.glob("*.zip")) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_desk_that_is_in_use_is_not_replaced(desk: sa.Engine, settings: Settings, tmp_path: Path) -> None:
    backup.back_up(desk, settings, tmp_path / "desk.zip", making.START, _quiet)
    with database.reading(desk) as session:
        assert events.last(session) > 50
        with pytest.raises(Conflict, match="in use"):
            restoring.restore(settings, tmp_path / "desk.zip", making.START, _quiet, replace=True)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_backup_of_an_earlier_version_is_brought_up_to_date_and_one_of_a_later_is_refused(
    desk: sa.Engine, settings: Settings, tmp_path: Path
) -> None:
    path, kept = tmp_path / "desk.zip", tmp_path / "desk.sqlite3"
    made = backup.back_up(desk, settings, path, making.START, _quiet)
    with zipfile.ZipFile(path) as packed:
        kept.write_bytes(packed.read("desk.sqlite3"))
    earlier = database.open_engine(f"sqlite:///{kept}")
    database.downgrade(earlier, "0010")  # the first version that had all the examples have
    earlier.dispose()
    other = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'other.db'}"})
    _pack_again(path, kept, made, "9999")
    with pytest.raises(InvalidInput, match="later version"):
        restoring.restore(other, path, making.START, _quiet)
    _pack_again(path, kept, made, "0010")
    restoring.restore(other, path, making.START, _quiet)
    target = database.open_engine(other.database_url)
    with database.reading(target) as session:
        assert ledger.verify(session).head == made.head
    target.dispose()


def _pack_again(path: Path, kept: Path, made: backup.Manifest, revision: str) -> None:
    with kept.open("rb") as content:
        listed = made.files[0].model_copy(update={"sha256": backup.digest(content)})
    manifest = made.model_copy(update={"revision": revision, "files": (listed, *made.files[1:])})
    with zipfile.ZipFile(path) as packed:
        said = packed.read("settings.json")
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("manifest.json", manifest.model_dump_json(by_alias=True))
        packed.writestr("settings.json", said)
        packed.write(kept, "desk.sqlite3")
