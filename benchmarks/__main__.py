"""`python -m benchmarks`: runs them and prints what they measured. Nothing is judged: machines differ."""

import os
import platform
from collections.abc import Callable
from pathlib import Path

import click

from benchmarks import (
    acting,
    asking,
    comparing,
    exports,
    extraction,
    ingest,
    log,
    memory,
    pages,
    passages,
    pdf,
    rest,
    sizing,
)

NAMES = (
    "extraction",
    "asking",
    "comparing",
    "passages",
    "ingest",
    "pages",
    "memory",
    "log",
    "rest",
    "exports",
    "pdf",
    "acting",
    "sizing",
)


@click.command()
@click.argument("names", metavar="[NAME]…", nargs=-1, type=click.Choice(NAMES))
@click.option("--rounds", default=9, type=click.IntRange(1), help="How often each contender has its turn.")
@click.option("--documents", default=2_000, type=click.IntRange(10), help="How many documents are streamed.")
@click.option("--claims", default=100_000, type=click.IntRange(100), help="How many claims are asked.")
@click.option("--desk", type=click.Path(path_type=Path), help="Where that desk is kept for the next time.")
def main(names: tuple[str, ...], rounds: int, documents: int, claims: int, desk: Path | None) -> None:
    """Measure NAME, else everything: extraction, asking, comparing, passages, ingest, pages, memory, log,
    rest, exports, pdf, acting; sizing computes what newsrooms need.

    Each is measured beside a baseline in the same run, turn by turn. Trust the ratios; seconds are those of
    this machine and of what else it does.
    """
    runs: dict[str, Callable[[], list[str]]] = {
        "extraction": lambda: extraction.run(rounds),
        "comparing": lambda: comparing.run(rounds),
        "passages": lambda: passages.run(rounds),
        "ingest": lambda: ingest.run(10 * rounds),
        "pages": lambda: pages.run(rounds),
        "memory": lambda: memory.run(documents),
        "asking": lambda: asking.run(claims, 30 * rounds, desk),
        "log": lambda: log.run(100_000, rounds),
        "rest": lambda: rest.run(rounds, 20_000),
        "exports": lambda: exports.run(20_000, min(rounds, 3)),
        "pdf": lambda: pdf.run(rounds),
        "acting": lambda: acting.run(rounds),
        "sizing": sizing.run,
    }
    click.echo(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name in names or NAMES:
        click.echo(f"\n{name}")
        for line in runs[name]():
            click.echo(f"  {line}")


main()
