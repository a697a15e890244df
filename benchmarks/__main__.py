"""`python -m benchmarks`: runs them and prints what they measured. Nothing is judged: machines differ."""

import os
import platform
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from benchmarks import (
    acting,
    asking,
    comparing,
    exports,
    extraction,
    growth,
    ingest,
    log,
    memory,
    pages,
    passages,
    pdf,
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
    "exports",
    "pdf",
    "acting",
    "growth",
    "sizing",
)


@click.command()
@click.argument("names", metavar="[NAME]…", nargs=-1, type=click.Choice(NAMES))
@click.option("--rounds", default=9, type=click.IntRange(1), help="How often each contender has its turn.")
@click.option("--documents", default=2_000, type=click.IntRange(10), help="How many documents are streamed.")
@click.option(
    "--claims",
    "sizes",
    multiple=True,
    type=click.IntRange(100),
    help="How many claims a desk has; again for each size.  [1000, 100000 and 1000000]",
)
@click.option(
    "--database",
    "kinds",
    multiple=True,
    default=growth.KINDS,
    type=click.Choice(growth.KINDS),
    help="What these desks are kept in.",
)
@click.option(
    "--desks", type=click.Path(path_type=Path), help="Where those desks are kept for the next time."
)
def main(
    names: tuple[str, ...],
    rounds: int,
    documents: int,
    sizes: tuple[int, ...],
    kinds: tuple[str, ...],
    desks: Path | None,
) -> None:
    """Measure NAME, else everything: extraction, asking, comparing, passages, ingest, pages, memory, log,
    exports, pdf, acting; growth measures at each size what grows with the desk, on both databases, and
    writes it into docs/performance.md; sizing computes what newsrooms need.

    Each is measured beside a baseline in the same run, turn by turn. Trust the ratios; seconds are those of
    this machine and of what else it does. FACTCHECK_BENCH_POSTGRES names a server to fill, else one is
    started.
    """
    wanted = sizes or growth.SIZES
    runs: dict[str, Callable[[], Iterable[str]]] = {
        "extraction": lambda: extraction.run(rounds),
        "comparing": lambda: comparing.run(rounds),
        "passages": lambda: passages.run(rounds),
        "ingest": lambda: ingest.run(10 * rounds),
        "pages": lambda: pages.run(rounds),
        "memory": lambda: memory.run(documents),
        "asking": lambda: _ask(wanted, rounds, desks),
        "log": lambda: log.run(100_000, rounds),
        "exports": lambda: exports.run(20_000, min(rounds, 3)),
        "pdf": lambda: pdf.run(rounds),
        "acting": lambda: acting.run(rounds),
        "growth": lambda: growth.run(wanted, kinds, rounds, desks),
        "sizing": sizing.run,
    }
    click.echo(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name in names or NAMES:
        click.echo(f"\n{name}")
        for line in runs[name]():
            click.echo(f"  {line}")


def _ask(sizes: Iterable[int], rounds: int, kept: Path | None) -> Iterator[str]:
    for claims in sizes:
        yield from asking.run(claims, 30 * rounds, kept and kept / f"sqlite-{claims}")


main()
