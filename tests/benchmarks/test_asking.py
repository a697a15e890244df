"""Asking among many claims is measured, and finds what it is asked for."""

import re

import pytest

from benchmarks import asking


@pytest.mark.long
def test_an_answer_is_measured_beside_a_bare_index_of_the_same_claims() -> None:
    said = "\n".join(asking.run(400, 12))
    assert "400 claims made in" in said
    assert (
        len(re.findall(r"median [\d.]+ ms, 99 % within [\d.]+ ms, 100.0% of 12 reworded claims", said)) == 2
    )
    assert re.search(r"takes [\d.]+ times as long by the median, [\d.]+ times by the 99th percentile", said)
    assert re.search(r"a common word [\d.]+ ms, a rare one [\d.]+ ms: [\d.]+ times", said)
    assert "wrote is found by the next question" in said
