"""Reports of the example desk, to look at: `python -m factcheck.examples.reports FOLDER` writes them."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session

from claims.database import open_engine, upgrade, writing
from claims.reason import Language
from factcheck.examples import seed
from factcheck.exports import Format, export
from factcheck.report import Scope, build

_AT = datetime(2026, 11, 24, 14, 2, tzinfo=UTC)
_FORMATS = (Format.HTML, Format.PDF, Format.DOCX, Format.MARKDOWN, Format.CSV, Format.JSON)


def example_reports() -> dict[str, bytes]:
    """The public and the internal report on each example article, in its language, by file name."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/desk.sqlite3")
        upgrade(engine)
        with writing(engine) as session:
            found = [ingested.article for ingested in seed(session, _AT)]
            written = [
                _write(session, article.id or 0, article.language, public=public)
                for article in found
                for public in (True, False)
            ]
        engine.dispose()
    return {name: content for files in written for name, content in files.items()}


def _write(session: Session, article_id: int, language: str, *, public: bool) -> dict[str, bytes]:
    spoken: Language = "de" if language == "de" else "en"
    report = build(
        session,
        Scope(id=article_id),
        language=spoken,
        at=_AT,
        public=public,
        desk_name="Prüfredaktion" if spoken == "de" else "Fact-check desk",
    )
    whose = "public" if public else "internal"
    return {f"{spoken}-{whose}.{format.value}": export(report, format).content for format in _FORMATS}


if __name__ == "__main__":
    for name, content in example_reports().items():
        (Path(sys.argv[1]) / name).write_bytes(content)
