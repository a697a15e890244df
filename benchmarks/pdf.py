"""A report of 200 claims as PDF, beside Typst alone on the same pages."""

import json
import tempfile
import time
from dataclasses import asdict
from datetime import UTC, datetime

from benchmarks.newsroom import make_desk
from benchmarks.timing import interleave
from claims.database import open_engine, reading, upgrade
from factcheck.exports import Format, export
from factcheck.exports.bibliography import listed
from factcheck.exports.pdf import compile_pages
from factcheck.exports.sheet import sheet
from factcheck.report import Report, Scope, build

CLAIMS = 200
AT_MOST = 1.2
"""Times Typst alone."""
_AT = datetime(2027, 1, 1, tzinfo=UTC)


def run(rounds: int) -> list[str]:
    """The lines of the result."""
    report = _report()
    listed(report.model_copy(update={"claims": report.claims[:1]}))  # the style is read once a process
    begun = time.process_time()
    listed(report)  # and a work formatted
    first = time.process_time() - begun
    words = json.loads(json.dumps(asdict(sheet(report))))
    taken = interleave(
        {
            "typst": lambda: compile_pages(words, [], int(_AT.timestamp())),
            "export": lambda: export(report, Format.PDF),
        },
        rounds,
        clock=time.process_time,
    )
    return [
        f"Typst alone               {taken['typst'] * 1e3:>8.0f} ms, {len(report.claims)} claims",
        f"the report as PDF         {taken['export'] * 1e3:>8.0f} ms: {taken['export'] / taken['typst']:.2f}"
        f" times as long (aim: at most {AT_MOST})",
        f"works cited for the first time {first * 1e3:>3.0f} ms more:"
        f" {(taken['export'] + first) / taken['typst']:.2f} times as long",
    ]


def _report() -> Report:
    """Of each ten claims that are made up one is published."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/desk.sqlite3")
        upgrade(engine)
        make_desk(engine, claims=10 * CLAIMS)
        with reading(engine) as session:
            report = build(session, Scope(kind="span"), language="en", at=_AT, public=True)
        engine.dispose()
    return report
