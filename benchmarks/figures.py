"""What was measured, kept in a table of its own from run to run, and shown in docs/performance.md."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
KEPT = DOCS / "performance.tsv"
PAGE = DOCS / "performance.md"
_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True)
class Figure:
    """One operation beside its baseline. `seconds` and `baseline` are those of one call, `bound` is what the
    first divided by the second may be at most, `load` is what else the machine did."""

    operation: str
    beside: str
    bound: float
    database: str
    claims: int
    seconds: float
    baseline: float
    load: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.baseline

    @property
    def line(self) -> str:
        """The figure in words."""
        return (
            f"{self.operation:<44} {_NAMES[self.database]:<10} {self.claims:>9,} claims  {self.ratio:6.2f} "
            f"times {self.beside} (at most {self.bound:g}), {_time(self.seconds)}"
        )


def read(path: Path = KEPT) -> list[Figure]:
    """The figures of earlier runs."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [_figure(row) for row in csv.DictReader(file, delimiter="\t")]


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        operation=row["operation"],
        beside=row["beside"],
        bound=float(row["bound"]),
        database=row["database"],
        claims=int(row["claims"]),
        seconds=float(row["seconds"]),
        baseline=float(row["baseline"]),
        load=float(row["load"]),
    )


def keep(figures: Iterable[Figure], path: Path = KEPT) -> list[Figure]:
    """Write them in place of those of the same operation, database and size; returns all, by these."""
    kept = {(old.operation, old.database, old.claims): old for old in read(path)}
    kept |= {(new.operation, new.database, new.claims): new for new in figures}
    order = list(dict.fromkeys(operation for operation, _, _ in kept))
    found = sorted(
        kept.values(), key=lambda one: (order.index(one.operation), one.database != "sqlite", one.claims)
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, [field.name for field in fields(Figure)], delimiter="\t", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows({**asdict(one), **_rounded(one)} for one in found)
    return found


def _rounded(figure: Figure) -> dict[str, str]:
    return {
        "bound": f"{figure.bound:g}",
        "seconds": f"{figure.seconds:.4g}",
        "baseline": f"{figure.baseline:.4g}",
        "load": f"{figure.load:.1f}",
    }


def show(figures: Sequence[Figure], page: Path = PAGE) -> None:
    """Write the table into the page, between its marks."""
    before, _, rest = page.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_BEGIN}{table(figures)}\n{_END}{after}", "utf-8")


def table(figures: Sequence[Figure]) -> str:
    """In Markdown: a row an operation and database, a column a size."""
    sizes = sorted({figure.claims for figure in figures})
    heads = " | ".join(f"{size:,}" for size in sizes)
    lines = [f"| operation, beside | on | {heads} | at most |", "|---|---|" + "---|" * (len(sizes) + 1)]
    rows: dict[tuple[str, str, str, float], dict[int, Figure]] = {}
    for one in figures:
        rows.setdefault((one.operation, one.beside, one.database, one.bound), {})[one.claims] = one
    for (operation, beside, database, bound), by_size in rows.items():
        cells = " | ".join(_cell(by_size.get(size)) for size in sizes)
        lines.append(f"| {operation}, beside {beside} | {_NAMES[database]} | {cells} | {bound:g} |")
    return "\n".join(lines)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    ratio = f"{figure.ratio:.2f}" if figure.ratio < 10 else f"{figure.ratio:.0f}"
    return f"{ratio if figure.ratio <= figure.bound else f'**{ratio}**'} ({_time(figure.seconds)})"


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{1000 * seconds:.3g} ms" if seconds >= 0.001 else f"{1_000_000 * seconds:.0f} µs"
