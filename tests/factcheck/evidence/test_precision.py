import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantity import Comparator, Quantity
from factcheck.evidence.precision import agree, reach
from factcheck.extraction.quantities import find_quantities

_NUMBERS = range(-80, 81)
_COMPARATORS = [Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT, Comparator.RANGE]


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    """A count that no rounding can stand for: below 40 and no round number."""
    comparator = draw(st.sampled_from(_COMPARATORS))
    value = draw(st.integers(1, 39).filter(lambda number: number % 10))
    upper = draw(st.integers(value, 39)) if comparator is Comparator.RANGE else None
    exact = str(value)
    return Quantity(start=0, end=len(exact), exact=exact, comparator=comparator, value=value, upper=upper)


def _numbers(quantity: Quantity) -> set[int]:
    """The whole numbers that the comparator allows, one by one."""
    value, upper = quantity.value, quantity.upper or quantity.value
    allows = {
        Comparator.GE: lambda number: number >= value,
        Comparator.GT: lambda number: number > value,
        Comparator.LE: lambda number: number <= value,
        Comparator.LT: lambda number: number < value,
    }
    holds = allows.get(quantity.comparator, lambda number: value <= number <= upper)
    return set(filter(holds, _NUMBERS))


@given(counts(), counts())
def test_what_contradicts_shares_no_number(claimed: Quantity, said: Quantity) -> None:
    if agree(reach(claimed), reach(said)) is False:
        assert not _numbers(claimed) & _numbers(said)


@given(counts(), counts())
def test_what_agrees_shares_a_number_or_one_that_is_next(claimed: Quantity, said: Quantity) -> None:
    if agree(reach(claimed), reach(said)):
        numbers = _numbers(said)
        assert any({number - 1, number, number + 1} & numbers for number in _numbers(claimed))


@given(counts(), counts())
def test_contradiction_is_the_same_both_ways(claimed: Quantity, said: Quantity) -> None:
    assert (agree(reach(claimed), reach(said)) is False) == (agree(reach(said), reach(claimed)) is False)


@given(counts())
def test_a_quantity_agrees_with_itself(quantity: Quantity) -> None:
    assert agree(reach(quantity), reach(quantity)) is True


def _read(words: str) -> Quantity:
    [found] = find_quantities(words, "en" if words[0].islower() else "de")
    return found


@pytest.mark.parametrize(
    ("claimed", "said", "expected"),
    [
        ("at least 7 people", "eight people", True),
        ("at least 7 people", "six people", False),
        ("Rund 1,2 Milliarden Euro", "exactly 1.187 billion euros", True),
        ("Rund 1,2 Milliarden Euro", "exactly 1.35 billion euros", False),
        ("Rund 1,25 Milliarden Euro", "exactly 1.31 billion euros", None),
        ("Genau 3,8 Prozent", "exactly 4.1 percent", False),
        ("Genau 3,8 Prozent", "exactly 3.82 percent", True),
        ("Ein Drittel", "34 percent", True),
        ("Ein Drittel", "40 percent", False),
        ("Jeder vierte Deutsche", "exactly 25.6 percent", True),
        ("Gut zwei Dutzend Juristen", "26 lawyers", True),
        ("Gut zwei Dutzend Juristen", "60 lawyers", False),
        ("Fast 900 Stellen", "880 jobs", True),
        ("Fast 900 Stellen", "700 jobs", False),
        ("exactly 800 people", "more than 500 people", None),
        ("exactly 520 people", "more than 500 people", True),
        ("Genau 5000 Euro", "exactly 4,950 euros", True),
        ("Genau 5000 Euro", "exactly 3,200 euros", False),
        ("exactly 100 miles", "Genau 160,9 Kilometer", True),
        ("exactly 20 degrees Celsius", "68 degrees Fahrenheit", True),
        ("Zwischen fünf und acht Kilometer", "7 kilometres", True),
        ("Zwischen fünf und acht Kilometer", "9 kilometres", False),
    ],
)
def test_words_are_as_exact_as_they_are_written(claimed: str, said: str, expected: bool | None) -> None:
    assert agree(reach(_read(claimed)), reach(_read(said))) is expected
