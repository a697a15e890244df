"""Search against queries as journalists type them, and against a public set of checked claims.

Both stand beside the checkout, if at all. The queries are scored by the scorer that stands with them,
which runs the installed command.
"""

import csv
import json
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.matching.documents import document_terms, topics, wanted
from factcheck.matching.index import ClaimIndex, Document, Mark
from factcheck.matching.ranking import CANDIDATES, rank
from factcheck.matching.terms import Analysis, analyse

pytestmark = [pytest.mark.quality, pytest.mark.long]

_ROOT = Path(__file__).parents[2]
_SHARED = _ROOT.parent / "shared"
_GOLD = _SHARED / "gold"
_CHECKED = _SHARED / "data" / "ct20_claims"
_COMMAND = _ROOT / ".venv" / "bin" / "factcheck"
_PINNED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "search_floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    files = [_GOLD / name for name in ("articles.jsonl", "queries.jsonl", "queries_none.jsonl")]
    if not all(file.exists() for file in files):
        pytest.skip(f"there are no queries in {_GOLD.relative_to(_ROOT.parent)}")
    if not _COMMAND.exists():
        pytest.skip("the command is not installed in .venv")
    command = [str(_GOLD / "score_queries.py"), *map(str, files), "--", str(_COMMAND)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def test_queries_find_their_claims(figures: dict[str, dict[str, float]]) -> None:
    missed = [
        (kind, name, figures[kind][name], floor)
        for kind, floors in _PINNED["floors"].items()
        for name, floor in floors.items()
        if figures[kind][name] < floor
    ]
    assert missed == []


def test_what_differs_is_seldom_called_the_same(figures: dict[str, dict[str, float]]) -> None:
    above = [
        (kind, figures[kind]["false_same"])
        for kind, ceiling in _PINNED["ceilings"].items()
        if figures[kind]["false_same"] > ceiling
    ]
    assert above == []


def _rows(name: str) -> list[list[str]]:
    with (_CHECKED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def _index(folder: Path, claims: dict[int, Analysis], titles: dict[int, str]) -> ClaimIndex:
    index = ClaimIndex(folder)
    documents = [
        Document(number, tuple(document_terms(claim)) or ("-",), (), topics(titles[number], "", "en"))
        for number, claim in claims.items()
    ]
    assert index.write(index.mark(), lambda: [documents], Mark(1, "all"), all_new=True)
    return index


def _precision(index: ClaimIndex, claims: dict[int, Analysis], tweet: str, wanted_id: int) -> float:
    """Average precision at 5 with one relevant claim: one over its rank."""
    query = analyse(tweet, "en")
    hits = index.search(wanted(query), CANDIDATES)
    near = {hit.claim_id: claims[hit.claim_id] for hit in hits}
    first = [number for number, _ in rank(index, query, hits, near)[:5]]
    return 1 / (first.index(wanted_id) + 1) if wanted_id in first else 0.0


def test_tweets_find_the_checked_claim_they_repeat(tmp_path: Path) -> None:
    if not _CHECKED.exists():
        pytest.skip(f"there are no checked claims at {_CHECKED.relative_to(_ROOT.parent)}")
    rows = _rows("verified_claims.docs.tsv")
    claims = {int(row[0]): analyse(row[1], "en") for row in rows}
    index = _index(tmp_path, claims, {int(row[0]): row[2] for row in rows})
    lines = [line.split("\t") for line in (_CHECKED / "dev.qrels").read_text("utf-8").splitlines()]
    relevant = {fields[0]: int(fields[2]) for fields in lines}
    asked = [(tweet, relevant[number]) for number, tweet in _rows("dev.queries.tsv") if number in relevant]
    found = [_precision(index, claims, tweet, number) for tweet, number in asked]
    assert sum(found) / len(found) >= _PINNED["checked_claims"]["map5"]
