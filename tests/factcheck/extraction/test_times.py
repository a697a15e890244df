"""When: the grammar of times, table by table."""

import pytest

from factcheck.extraction.times import find_times


@pytest.mark.parametrize(
    ("text", "exact", "edtf"),
    [
        ("Im Mai 2017 brannte die Mühle.", "Im Mai 2017", "2017-05"),
        ("Die Mühle steht seit 1874 am Bach.", "seit 1874", "1874/.."),
        ("Die Mühle mahlt bis Ende 2031.", "bis Ende 2031", "../2031"),
    ],
)
def test_german_times_have_the_precision_of_their_words(text: str, exact: str, edtf: str) -> None:
    assert [(t.exact, t.edtf) for t in find_times(text, "de")] == [(exact, edtf)]
