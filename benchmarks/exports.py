"""Tables and lines of everything, beside a bare cursor that reads the same rows and makes nothing of them."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from benchmarks.newsroom import make_desk
from benchmarks.timing import interleave
from claims.database import open_engine, reading, upgrade
from factcheck.exports import Format, stream
from factcheck.report import Report, Scope
from factcheck.report.flowing import flow

AT_LEAST = {Format.CSV: 0.35, Format.JSONL: 0.8}
"""The share of the bare cursor's speed that is aimed at."""
AT_MOST = 100
"""Megabytes."""
_READ = (
    "SELECT c.*, a.* FROM claim c JOIN article a ON a.id = c.article_id ORDER BY c.article_id",
    "SELECT number, text, text_sha256, added_at, pages FROM article_version ORDER BY article_id",
    "SELECT * FROM decision ORDER BY claim_id",
    "SELECT e.*, s.sha256, s.captured_at, s.archive_url, w.* FROM evidence e JOIN snapshot s ON"
    " s.id = e.snapshot_id JOIN source w ON w.id = s.source_id ORDER BY e.claim_id",
)
_TOLD = """
from factcheck.cli import main
try:
    main()
finally:
    print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""The command, which says at its end what it took: what the system says of a child may be its parent's."""


def run(claims: int, rounds: int) -> list[str]:
    """The lines of the result."""
    with tempfile.TemporaryDirectory() as folder, _desk(Path(folder), claims) as engine:
        taken = interleave(
            {
                "cursor": partial(_read, engine),
                **{format.value: partial(_write, engine, format) for format in AT_LEAST},
            },
            rounds,
            clock=time.process_time,
        )
        peaks = {format: _peak(Path(folder), format) for format in AT_LEAST}
    each = {name: seconds / claims * 1e6 for name, seconds in taken.items()}
    lines = [f"bare cursor               {each['cursor']:>8.1f} µs a claim, {claims:,} claims"]
    return lines + [
        f"{format.value:<6} of everything      {each[format.value]:>8.1f} µs a claim:"
        f" {each['cursor'] / each[format.value]:.2f} of the cursor's speed (aim: at least {floor}),"
        f" {peaks[format]:.0f} MB at most (aim: below {AT_MOST})"
        for format, floor in AT_LEAST.items()
    ]


@contextmanager
def _desk(folder: Path, claims: int) -> Iterator[sa.Engine]:
    engine = open_engine(f"sqlite:///{folder}/desk.sqlite3")
    upgrade(engine)
    make_desk(engine, claims=claims)
    yield engine
    engine.dispose()


def _read(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        for statement in _READ:
            for _ in cursor.execute(statement):
                pass


def _write(engine: sa.Engine, format: Format) -> None:
    head = Report(
        scope=Scope(kind="span"),
        public=False,
        language="en",
        generated_at=datetime(2027, 1, 1, tzinfo=UTC),
        desk_name="Desk",
        time_zone="Europe/Berlin",
        articles=(),
        claims=(),
    )
    with reading(engine) as session:
        for _ in stream(flow(session, head), format).parts:
            pass


def _peak(home: Path, format: Format) -> float:
    """The most resident memory, in megabytes, of the command over the desk."""
    command = [sys.executable, "-c", _TOLD, "report", "--all", "--internal", "--format", format.value]
    environment = {**os.environ, "FACTCHECK_HOME": str(home)}
    done = subprocess.run([*command, "-o", os.devnull], env=environment, capture_output=True, check=True)
    return int(done.stdout.split()[-2]) * 1024 / 1_000_000
