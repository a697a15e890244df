"""Reports of a worked-through article, built once: they are frozen."""

from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from claims.database import open_engine, upgrade, writing
from claims.reason import Language
from factcheck.report import Report, Scope, build
from tests.factcheck.newsroom import open_newsroom, work_through
from tests.making import later

Reports = dict[tuple[Language, Literal["public", "internal"]], Report]
LANGUAGES: tuple[Language, ...] = ("de", "en")
_KINDS: tuple[Literal["public"], Literal["internal"]] = ("public", "internal")


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """The German and the English article, in public and internally, each in its own language."""
    found: Reports = {}
    for language in LANGUAGES:
        engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('reports') / 'desk.db'}")
        upgrade(engine)
        with writing(engine) as session:
            room = open_newsroom(session, language)
            work_through(room)
            for kind in _KINDS:
                found[language, kind] = build(
                    session,
                    Scope(id=room.article_id),
                    language=language,
                    at=later(900),
                    public=kind == "public",
                    address="https://pruefung.example/",
                )
        engine.dispose()
    return found


@pytest.fixture(params=list(product(LANGUAGES, _KINDS)), ids="-".join)
def report(request: pytest.FixtureRequest, reports: Reports) -> Report:
    return reports[request.param]


@pytest.fixture
def public_report(reports: Reports) -> Report:
    return reports["de", "public"]


@pytest.fixture
def internal_report(reports: Reports) -> Report:
    return reports["de", "internal"]


@pytest.fixture
def shots() -> Path:
    """Where screenshots go that a person may want to look at."""
    folder = Path(__file__).parents[2] / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
