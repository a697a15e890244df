"""Proposed passages against a public set of claims whose evidence people marked, sentence by sentence.

It stands beside the checkout, if at all.
"""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from benchmarks.passages_training import FIRST, Example, by_words, read, recall
from factcheck.evidence.passages import read_weights, select
from factcheck.evidence.weighing import Weighed, weigh
from factcheck.matching.terms import analyse

pytestmark = [pytest.mark.quality, pytest.mark.long]

_WICE = Path(__file__).parents[2].parent / "shared" / "data" / "wice_dev.jsonl"
_FLOORS = tomllib.loads((Path(__file__).parent / "passages_floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def weighed() -> list[tuple[Example, Weighed]]:
    if not _WICE.exists():
        pytest.skip("there are no claims with marked evidence beside the checkout")
    return [(each, weigh(analyse(each.claim, "en"), each.sentences, "en")) for each in read(_WICE)]


def test_the_measure_is_the_one_by_which_plain_bm25_finds_three_quarters(
    weighed: list[tuple[Example, Weighed]],
) -> None:
    found = {id(example): each for example, each in weighed}
    plain = recall([example for example, _ in weighed], lambda example: by_words(found[id(example)]))
    assert plain.group == pytest.approx(_FLOORS["plain"], abs=0.005)


def test_proposed_passages_find_the_evidence(weighed: list[tuple[Example, Weighed]]) -> None:
    found = {id(example): each for example, each in weighed}
    weights = np.array(read_weights())

    def reached(part: list[Example]) -> float:
        return recall(part, lambda example: select(found[id(example)], weights, FIRST)).group

    assert reached([example for example, _ in weighed if not example.learned_from]) >= _FLOORS["kept_back"]
    assert reached([example for example, _ in weighed]) >= _FLOORS["all"]
