"""What the doctor finds, each with what to do about it, on desks that something was done to."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from claims import database
from claims.workflow import Role
from factcheck.examples import seed
from factcheck.keeping.doctor import Finding, examine
from factcheck.projection import catch_up
from factcheck.settings import Settings
from tests import making

NOW = making.START + timedelta(days=3)


@pytest.fixture
def settings(home: Path, engine: sa.Engine, database_url: str) -> Settings:
    """The example desk with its index."""
    home.chmod(0o700)
    with database.writing(engine) as session:
        seed(session, NOW)
    with database.reading(engine) as session:
        catch_up(session, home)
    settings = Settings(database_url=database_url)
    settings.secret()
    return settings


def _ill(settings: Settings) -> list[Finding]:
    """What is not well. The PostgreSQL of the tests is quick rather than safe, which is found too."""
    found = [finding for finding in examine(settings, NOW) if not finding.well]
    assert all(finding.remedy.endswith(".") or finding.check == "files" for finding in found)
    return [finding for finding in found if "power cut" not in finding.says]


def test_a_desk_in_order_has_no_finding(settings: Settings) -> None:
    assert _ill(settings) == []
    assert {finding.check for finding in examine(settings, NOW)} == {
        *("files", "configuration", "disk", "database", "log", "clock", "snapshots", "index", "mail")
    }


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_database_that_loses_decisions_in_a_power_cut_is_found(settings: Settings) -> None:
    found = {finding.remedy for finding in examine(settings, NOW) if not finding.well}
    assert found == {f"Set {name} = on." for name in ("fsync", "synchronous_commit", "full_page_writes")}


@pytest.mark.parametrize(
    ("statement", "check", "says"),
    [
        ("UPDATE decision SET rationale = 'Anders.' WHERE id = 1", "log", "decision of event"),
        ("UPDATE article_version SET content_sha256 = '0' WHERE id = 1", "snapshots", "article version 1"),
        ("DELETE FROM event WHERE seq = 7", "log", "Event 7 is missing"),
        ("UPDATE alembic_version SET version_num = '0009'", "migrations", "another version"),
    ],
)
def test_a_desk_that_something_was_done_to(
    settings: Settings, engine: sa.Engine, statement: str, check: str, says: str
) -> None:
    with engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql(statement)
    [found] = [finding for finding in _ill(settings) if finding.check == check]
    assert says in found.says


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_rows_that_point_to_nothing_and_broken_pages_are_found(settings: Settings, engine: sa.Engine) -> None:
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        connection.exec_driver_sql("DELETE FROM source WHERE id = 1")
        connection.commit()
    engine.dispose()
    assert any("points to one of source" in finding.says for finding in _ill(settings))
    path = Path(str(engine.url.database))
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 4096 * 3] = b"\xff" * 4096 * 3
    path.write_bytes(bytes(whole))
    assert any(finding.check == "database" for finding in _ill(settings))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_index_that_is_broken_or_lacks_claims_is_found_and_one_that_is_behind_is_well(
    settings: Settings, engine: sa.Engine
) -> None:
    with database.writing(engine) as session:
        making.proposal(session, making.article(session, making.account(session, "rita", Role.REVIEWER)))
    with engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("DELETE FROM article_version WHERE content_sha256 = ''")
    assert [finding.check for finding in _ill(settings)] == ["index"]
    folder = settings.home / "index"
    for path in folder.rglob("meta.json"):
        path.write_text("{")
    assert [finding.remedy for finding in _ill(settings)] == ["Run factcheck index rebuild."]
    shutil.rmtree(folder)
    assert _ill(settings) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_files_that_others_can_open_and_a_clock_that_is_behind_are_found(settings: Settings) -> None:
    (settings.home / "secret_key").chmod(0o644)
    [found] = _ill(settings)
    assert found.remedy == f"Run chmod 600 {settings.home / 'secret_key'}."
    (settings.home / "secret_key").chmod(0o600)
    before = settings.home / "signing_keys.before"
    before.write_text("no key")
    before.chmod(0o640)
    assert [finding.remedy for finding in _ill(settings)] == [
        f"Run chmod 600 {before}.",
        "Bring it back: older bundles and heads of the log are known by it.",
    ]
    before.unlink()
    [clock] = [finding for finding in examine(settings, making.START) if not finding.well]
    assert (clock.check, "time server" in clock.remedy) == ("clock", True)


@pytest.mark.parametrize(
    ("fields", "remedy"),
    [
        ({"public_url": "https://desk.example"}, "FACTCHECK_SECURE_COOKIES"),
        ({"public_url": "http://desk.example"}, "TLS"),
        ({"secret_key": "kurz"}, "32"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_settings_that_leave_a_door_open_are_found(
    settings: Settings, fields: dict[str, str], remedy: str
) -> None:
    [found] = _ill(settings.model_copy(update=fields))
    assert (found.check, remedy in found.remedy) == ("configuration", True)


def test_where_there_is_no_desk_that_is_the_finding(home: Path) -> None:
    home.chmod(0o700)
    found = [finding for finding in examine(Settings(), NOW) if not finding.well]
    assert [finding.check for finding in found] == ["database"]
    assert list(home.iterdir()) == []
