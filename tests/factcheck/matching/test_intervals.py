from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantity import Comparator, Quantity
from factcheck.matching.intervals import Fit, apart, days, disjoint, fit, interval, same_weekday

_NUMBERS = range(-30, 31)
_COMPARATORS = [Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT]


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    comparator = draw(st.sampled_from([*_COMPARATORS, Comparator.RANGE]))
    value = draw(st.integers(-20, 20))
    upper = draw(st.integers(value, 20)) if comparator is Comparator.RANGE else None
    return Quantity(start=0, end=1, exact="x", comparator=comparator, value=value, upper=upper)


def _holds(quantity: Quantity, number: int) -> bool:
    """What the comparator means, said without intervals."""
    value = quantity.value
    match quantity.comparator:
        case Comparator.GE:
            return number >= value
        case Comparator.GT:
            return number > value
        case Comparator.LE:
            return number <= value
        case Comparator.LT:
            return number < value
        case Comparator.RANGE:
            assert quantity.upper is not None
            return value <= number <= quantity.upper
        case _:
            return number == value


@given(quantities(), quantities())
def test_quantities_that_share_an_integer_never_contradict(one: Quantity, other: Quantity) -> None:
    shared = [number for number in _NUMBERS if _holds(one, number) and _holds(other, number)]
    if shared:
        assert not disjoint(interval(one), interval(other))
        assert fit(one, other) is not Fit.DISJOINT


@given(quantities(), quantities())
def test_quantities_called_apart_share_no_integer(one: Quantity, other: Quantity) -> None:
    if fit(one, other) is Fit.DISJOINT:
        assert not any(_holds(one, number) and _holds(other, number) for number in _NUMBERS)


@given(quantities(), quantities())
def test_equal_quantities_allow_the_same_integers(one: Quantity, other: Quantity) -> None:
    if fit(one, other) is Fit.EQUAL and Comparator.GT not in (one.comparator, other.comparator):
        inside = [number for number in _NUMBERS if _holds(one, number) != _holds(other, number)]
        assert all(number in (one.value, other.value, one.upper, other.upper) for number in inside)


@given(quantities(), quantities())
def test_the_order_of_the_two_does_not_matter(one: Quantity, other: Quantity) -> None:
    assert fit(one, other) is fit(other, one)


def _quantity(comparator: Comparator, value: float, *, near: bool = False) -> Quantity:
    return Quantity(start=0, end=1, exact="x", comparator=comparator, value=value, near=near)


def test_nine_is_not_what_at_least_seven_says_but_does_not_contradict_it() -> None:
    assert fit(_quantity(Comparator.EQ, 9), _quantity(Comparator.GE, 7)) is Fit.OVERLAPS


def test_at_most_seven_is_not_at_least_seven() -> None:
    assert fit(_quantity(Comparator.LE, 7), _quantity(Comparator.GE, 7)) is Fit.OVERLAPS


def test_about_a_hundred_is_as_good_as_a_hundred_and_three_and_no_hundred_and_twenty() -> None:
    about = _quantity(Comparator.APPROX, 100)
    assert fit(about, _quantity(Comparator.EQ, 103)) is Fit.EQUAL
    assert fit(about, _quantity(Comparator.EQ, 120)) is Fit.DISJOINT


def test_nearly_a_hundred_is_below_a_hundred() -> None:
    nearly = _quantity(Comparator.LT, 100, near=True)
    assert fit(nearly, _quantity(Comparator.EQ, 97)) is Fit.EQUAL
    assert fit(nearly, _quantity(Comparator.EQ, 60)) is Fit.DISJOINT


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-11-24", date(2019, 11, 24), date(2019, 11, 24)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2015/2020", date(2015, 1, 1), date(2020, 12, 31)),
        ("2021-34", date(2021, 4, 1), date(2021, 6, 30)),
        ("2021-41", date(2021, 7, 1), date(2021, 12, 31)),
        ("2021-22", date(2021, 6, 1), date(2021, 8, 31)),
        ("2019-11-24T14:30", date(2019, 11, 24), date(2019, 11, 24)),
    ],
)
def test_a_date_is_all_the_days_it_may_mean(edtf: str, first: date, last: date) -> None:
    assert days(edtf) == (first.toordinal(), last.toordinal())


def test_a_rough_date_reaches_further() -> None:
    assert not apart(days("2018-12-25~"), days("2018-12-24"))
    assert apart(days("2018-12-25~"), days("2018-12-31"))
    assert not apart(days("1900~"), days("1901"))
    assert apart(days("1900~"), days("1905"))


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_days_are_apart_unless_they_are_one(one: date, other: date) -> None:
    assert apart(days(one.isoformat()), days(other.isoformat())) is (one != other)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    for wider in (f"{day:%Y-%m}".zfill(7), f"{day.year:04}", f"{day.year:04}/..", f"../{day.year:04}"):
        assert not apart(days(day.isoformat()), days(wider))


def test_until_one_year_is_not_until_another() -> None:
    assert apart(days("../2030"), days("../2035"))
    assert not apart(days("../2030"), days("../2030"))


def test_a_weekday_said_twice_may_be_the_same_day() -> None:
    assert same_weekday(days("2022-06-10"), days("2022-06-17"))
    assert not same_weekday(days("2022-06-10"), days("2022-06-16"))
