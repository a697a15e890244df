"""Comparing claims with passages: how much is decided, how rightly, and what is called consistent wrongly.

`developed.jsonl` is developed with, `kept.jsonl` is not. The shared pairs stand beside the checkout, if at
all, with the scorer that runs the installed command.
"""

import json
import subprocess
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from factcheck.evidence import assess

pytestmark = pytest.mark.quality

_ROOT = Path(__file__).parents[2]
_PAIRS = Path(__file__).parents[1] / "data" / "pairs"
_GOLD = _ROOT.parent / "shared" / "gold"
_COMMAND = _ROOT / ".venv" / "bin" / "factcheck"
_FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "pairs_floors.toml").read_text("utf-8"))


def _figures(rows: list[dict[str, Any]]) -> dict[str, float]:
    answers = [
        assess(row["claim"], row["passage"], (row["claim_lang"], row["passage_lang"])).assessment.value
        for row in rows
    ]
    counts = Counter(zip((row["gold"] for row in rows), answers, strict=True))
    decided = sum(number for (_, said), number in counts.items() if said != "undecided")
    right = counts["consistent", "consistent"] + counts["contradicted", "contradicted"]
    return {
        "pairs": len(rows),
        "decided": decided / len(rows),
        "precision": right / decided if decided else 0.0,
        "false_support": counts["contradicted", "consistent"] / len(rows),
    }


def _below(figures: dict[str, float], floors: dict[str, float]) -> list[tuple[str, float]]:
    assert figures["pairs"] == floors["pairs"]
    low = [(name, figures[name]) for name in ("decided", "precision") if figures[name] < floors[name]]
    if figures["false_support"] > floors["false_support"]:
        low.append(("false_support", figures["false_support"]))
    return low


@pytest.mark.parametrize("name", ["developed", "kept"])
def test_what_is_decided_is_decided_rightly(name: str) -> None:
    rows = [json.loads(line) for line in (_PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert _below(_figures(rows), _FLOORS[name]) == []


@pytest.mark.long
def test_the_command_decides_the_shared_pairs_rightly() -> None:
    pairs = _GOLD / "pairs.jsonl"
    if not pairs.exists():
        pytest.skip(f"there are no pairs in {_GOLD.relative_to(_ROOT.parent)}")
    if not _COMMAND.exists():
        pytest.skip("the command is not installed in .venv")
    command = [str(_GOLD / "score_pairs.py"), str(pairs), "--", str(_COMMAND)]
    done = subprocess.run(["python3", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert _below(json.loads(done.stdout), _FLOORS["shared"]) == []
