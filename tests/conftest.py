"""Fixtures that tests of all packages share, and the strategy behind them.

Real things, thrown away: tests run against a real SQLite file, a real PostgreSQL server and a real
Chromium. What is slow is made once a worker, what a test may change is made new for it:

- `home` is an empty data folder of this test, and the settings of whoever runs the tests are out of sight.
- `database_url` is a database of this test with today's schema. Each test that asks for it, or for `engine`
  or `session` on top of it, runs twice, as `sqlite` and as `postgresql`; both are copied from a template that
  was migrated once. A test that has a reason for one of them says
  `@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)`.
- `empty_database_url` is the same without a schema, for the migrations themselves; `postgres_url` an empty
  PostgreSQL alone.
  Store and workflow, where the two differ, are tried on both in every run; what is built on them on SQLite,
  and on PostgreSQL too in the long ones.
- `browser` is one Chromium a worker, `page` a fresh profile in it. While it runs, `asyncio.run` does not
  work in the same thread, so such a test needs a thread of its own.

Nothing is skipped for want of a service: the fixture fails and says what to do (see `tests.services`).
Hypothesis has two profiles: `dev` looks at new examples in each run, `ci` at the same, more of them. Neither
has a deadline, since the machines are shared. Tests over a second belong behind the marker `long` unless they
hold something that breaks easily.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine
from sqlmodel import Session
from werkzeug.routing import Rule

from claims.database import open_engine, upgrade, writing
from tests.services import chromium
from tests.services.postgresql import Server
from tests.skips import pytest_make_collect_report, pytest_runtest_makereport  # noqa: F401

_KINDS = ["sqlite", "postgresql"]
_ON_BOTH = (
    "tests/claims/",
    "tests/factcheck/review/",
    *(f"tests/factcheck/test_{name}.py" for name in ("ingest", "revision", "ledger", "races", "leasing")),
    "tests/test_services.py",
)
_NUMBERS = count(1)

settings.register_profile("dev", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", settings.get_profile("dev"), max_examples=200, derandomize=True, database=None
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if "postgresql" in item.nodeid.partition("[")[2] and not item.nodeid.startswith(_ON_BOTH):
            item.add_marker("long")


@pytest.fixture(autouse=True)
def _without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the desk of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_") and not name.startswith("FACTCHECK_TEST_"):
            monkeypatch.delenv(name)


class _Compiled(FileSystemBytecodeCache):
    """Keeps apart what is compiled of the same template for different languages."""

    def get_bucket(self, environment: Environment, name: str, *source: Any) -> Bucket:
        return super().get_bucket(environment, f"{environment.variant} {name}", *source)


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each test has an app of its own; what they compile out of the same templates and routes is the same."""
    folder = str(tmp_path_factory.mktemp("templates"))
    compile_builder = Rule._compile_builder
    built: dict[tuple[object, ...], Callable[..., tuple[str, str]]] = {}

    def build_once(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (rule.rule, rule.subdomain, rule.host, repr(rule.defaults), append_unknown)
        if key not in built:
            built[key] = compile_builder(rule, append_unknown)
        return built[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": _Compiled(folder)})
        patch.setattr(Rule, "_compile_builder", build_once)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test, empty, named by FACTCHECK_HOME."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("FACTCHECK_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """An empty PostgreSQL database of this test."""
    yield from _database(postgres_server, "template1")


def _database(server: Server, template: str) -> Iterator[str]:
    name = f"test_{next(_NUMBERS)}"
    yield server.create(name, template)
    server.drop(name)


@pytest.fixture(params=_KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of this test without a schema."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "desk.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: Server) -> str:
    _migrate(postgres_server.create("desk"))
    return "desk"


def _migrate(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


@pytest.fixture
def _sqlite_desk(_sqlite_template: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(_sqlite_template, tmp_path / 'desk.db')}"


@pytest.fixture
def _postgres_desk(postgres_server: Server, _postgres_template: str) -> Iterator[str]:
    yield from _database(postgres_server, _postgres_template)


@pytest.fixture(params=_KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of this test with today's schema, empty."""
    desk = "_postgres_desk" if request.param == "postgresql" else "_sqlite_desk"
    return str(request.getfixturevalue(desk))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that may write. What the test leaves in it is thrown away unless the test commits."""
    with writing(engine) as opened:
        yield opened
        opened.rollback()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.require()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a fresh profile, in English, in a window of a small laptop."""
    context = browser.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
