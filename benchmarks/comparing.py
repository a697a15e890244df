"""Pairs of parsed slots compared a second and core, beside the alignment of their words alone."""

import time

from benchmarks.timing import interleave
from claims.reason import Language
from factcheck.evidence.comparing import compare
from factcheck.evidence.statements import Passage, Statement, read_claim, read_passage
from factcheck.matching.compare import align

AIM = 10_000
"""Pairs a second and core that are wanted."""

_PAIRS: tuple[tuple[Language, str, Language, str], ...] = (
    ("de", "Bei dem Brand in Mehlbach starben mindestens sieben Menschen.",
     "de", "Sechs Tote forderte am Montag ein Feuer in Mehlbach."),
    ("de", "Der Umsatz der Brandis AG stieg 2021 auf rund 1,2 Milliarden Euro.",
     "en", "Brandis AG reported 2021 revenue of 1.187 billion euros."),
    ("en", "Laura Venn has been chief executive of Ostrea since 2017.",
     "en", "Ostrea appointed Dan Pruett as its chief executive in 2017."),
    ("en", "Unemployment in Veldania rose by 0.4 percentage points in March 2022.",
     "de", "Im März 2022 sank die Arbeitslosenquote in Veldania um 0,2 Punkte."),
    ("de", "Der Gemeinderat hat dem Bau des Windparks nicht zugestimmt.",
     "de", "Der Gemeinderat lehnte den Bau des Windparks ab."),
    ("en", "Cassel Lake is the deepest lake in the country.",
     "en", "Cassel Lake is the second deepest lake in the country."),
)  # fmt: skip


def run(rounds: int) -> list[str]:
    """The lines of the result."""
    pairs: list[tuple[Statement, Passage]] = [
        (read_claim(claim, ours, None), read_passage(passage, theirs, None))
        for ours, claim, theirs, passage in _PAIRS
    ]
    seconds = interleave(
        {
            "comparing": lambda: [compare(*pair) for pair in pairs * 50],
            "aligning words alone": lambda: [_align(*pair) for pair in pairs * 50],
        },
        rounds,
        time.process_time,
    )
    count = len(pairs) * 50
    lines = [f"{count} pairs, already read, {rounds} rounds, processor time of one core"]
    lines += [f"{name:<22} {count / taken:>10,.0f} pairs/s" for name, taken in seconds.items()]
    return [*lines, f"of the aim of {AIM:,}/s {count / seconds['comparing'] / AIM:.0%}"]


def _align(claim: Statement, passage: Passage) -> object:
    return [align(claim.analysis, said.analysis) for said in passage.statements]
