"""How far people who decide the same claims apart from each other agree: Cohen's kappa for a pair, and
Krippendorff's alpha for any number of people, who need not all have decided everything.

Both are 1 where everybody agrees and 0 where they agree as often as chance would have it. Chance is guessed
from how often each verdict was given, so neither is defined where there is nothing to compare, or where only
one verdict was given throughout; then the value is None. Nominal figures take two verdicts for the same or
not; ordinal ones count supported and mostly supported as nearer than supported and refuted, and leave out the
verdicts that have no rank. How much a figure is worth hangs on `items`, which stands beside each.

Pure: votes come in as values, of which the last counts where somebody voted twice on one item.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict

from claims.verdict import Verdict

Category = TypeVar("Category")
Distance = Callable[[Category, Category], int]
"""How far apart two categories are, 0 for the same."""
Units = Sequence[Sequence[Category]]
"""For each item what was said of it, in any order."""


class Vote(BaseModel):
    """What one person decided about one item, not knowing what others did."""

    model_config = ConfigDict(frozen=True)

    item: int
    rater: int
    verdict: Verdict
    at: AwareDatetime


class Agreement(BaseModel):
    """One figure over `items`, those that at least two people decided. `value` is at most 1, None where it
    is not defined."""

    model_config = ConfigDict(frozen=True)

    value: float | None
    items: int


class Weights(StrEnum):
    """How much more it counts to be further apart: not at all, by the steps between, or by their square."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


class Level(StrEnum):
    """What verdicts are taken for: names, or steps of a scale."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


class Measured(BaseModel):
    """What is shown of some votes together."""

    model_config = ConfigDict(frozen=True)

    observed: Agreement
    nominal: Agreement
    ordinal: Agreement
    kappa: Agreement | None
    """where just two people decided: Cohen's kappa knows no more than two"""


class PairMeasured(BaseModel):
    """What is shown of two people, of whom `first` has the smaller number."""

    model_config = ConfigDict(frozen=True)

    first: int
    second: int
    observed: Agreement
    kappa: Agreement
    weighted: Agreement
    alpha: Agreement
    ordinal: Agreement


class MonthMeasured(Measured):
    """What is shown of the items that were decided in one month, `YYYY-MM`."""

    month: str


def kappa(votes: Iterable[Vote], first: int, second: int, weights: Weights = Weights.NONE) -> Agreement:
    """Cohen's kappa of two people over the items that both decided.

    Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
    20(1), and with weights Cohen (1968), "Weighted kappa", Psychological Bulletin 70(4). Weighted, only
    verdicts that have a rank count.
    """
    ordinal = weights is not Weights.NONE
    pairs = [
        (given[first], given[second])
        for given in _by_item(votes, ranked=ordinal).values()
        if first in given and second in given
    ]
    if not ordinal:
        return Agreement(value=_kappa(pairs, _differ), items=len(pairs))
    steps = [(_rank(one), _rank(other)) for one, other in pairs]
    power = 1 if weights is Weights.LINEAR else 2
    return Agreement(value=_kappa(steps, lambda one, other: abs(one - other) ** power), items=len(steps))


def alpha(votes: Iterable[Vote], level: Level = Level.NOMINAL) -> Agreement:
    """Krippendorff's alpha over the items that at least two people decided.

    Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", sections C (nominal) and D (ordinal);
    Krippendorff (2019), Content Analysis, 4th edition, chapter 12. At the ordinal level only verdicts that
    have a rank count.
    """
    ordinal = level is Level.ORDINAL
    units = [list(given.values()) for given in _by_item(votes, ranked=ordinal).values() if len(given) > 1]
    if not ordinal:
        return Agreement(value=nominal_alpha(units), items=len(units))
    return Agreement(value=ordinal_alpha([[_rank(v) for v in unit] for unit in units]), items=len(units))


def observe(votes: Iterable[Vote]) -> Agreement:
    """The share of the items on which all who decided said the same; chance is not taken off."""
    units = [set(given.values()) for given in _by_item(votes, ranked=False).values() if len(given) > 1]
    same = sum(len(said) == 1 for said in units)
    return Agreement(value=same / len(units) if units else None, items=len(units))


def measure(votes: Iterable[Vote]) -> Measured:
    """All figures for everybody together."""
    kept = list(votes)
    people = sorted({vote.rater for vote in kept})
    return Measured(
        observed=observe(kept),
        nominal=alpha(kept),
        ordinal=alpha(kept, Level.ORDINAL),
        kappa=kappa(kept, people[0], people[1]) if len(people) == 2 else None,
    )


def measure_pairs(votes: Iterable[Vote]) -> tuple[PairMeasured, ...]:
    """Each two people who decided at least one item both, in the order of their numbers."""
    kept = list(votes)
    met = {pair for given in _by_item(kept, ranked=False).values() for pair in combinations(sorted(given), 2)}
    return tuple(_measure_pair(kept, first, second) for first, second in sorted(met))


def measure_articles(votes: Iterable[Vote], article_of: Mapping[int, int]) -> dict[int, Measured]:
    """Each article's figures, by its number. `article_of` says of which article an item is; items that it
    does not have are left out."""
    sorted_: defaultdict[int, list[Vote]] = defaultdict(list)
    for vote in votes:
        if vote.item in article_of:
            sorted_[article_of[vote.item]].append(vote)
    return {article: measure(found) for article, found in sorted(sorted_.items())}


def measure_months(votes: Iterable[Vote], zone: tzinfo) -> tuple[MonthMeasured, ...]:
    """The figures month by month, oldest first. An item belongs to the month in which its last vote came, in
    the time zone of the desk; months without votes are left out."""
    sorted_: defaultdict[int, list[Vote]] = defaultdict(list)
    for vote in votes:
        sorted_[vote.item].append(vote)
    months: defaultdict[str, list[Vote]] = defaultdict(list)
    for given in sorted_.values():
        months[_month(max(vote.at for vote in given), zone)] += given
    return tuple(
        MonthMeasured(month=month, **dict(measure(found))) for month, found in sorted(months.items())
    )


def nominal_alpha(units: Units[Category]) -> float | None:
    """Alpha where two categories are the same or not; see `alpha`."""
    return _alpha(units, _differ)


def ordinal_alpha(units: Units[int]) -> float | None:
    """Alpha where categories are steps of a scale; see `alpha`. Two are as far apart as there are values in
    the ranks from the one to the other, of their own ranks half."""
    counts = Counter(value for unit in units if len(unit) > 1 for value in unit)

    def distance(one: int, other: int) -> int:
        low, high = sorted((one, other))
        between = sum(number for value, number in counts.items() if low <= value <= high)
        # twice the distance, which is a whole number then; what is common to all cancels out
        return (2 * between - counts[one] - counts[other]) ** 2 if one != other else 0

    return _alpha(units, distance)


def _measure_pair(votes: list[Vote], first: int, second: int) -> PairMeasured:
    own = [vote for vote in votes if vote.rater in (first, second)]
    return PairMeasured(
        first=first,
        second=second,
        observed=observe(own),
        kappa=kappa(own, first, second),
        weighted=kappa(own, first, second, Weights.QUADRATIC),
        alpha=alpha(own),
        ordinal=alpha(own, Level.ORDINAL),
    )


def _by_item(votes: Iterable[Vote], *, ranked: bool) -> dict[int, dict[int, Verdict]]:
    """Who said what of each item at last, of verdicts that have a rank where only these count."""
    last: defaultdict[int, dict[int, Verdict]] = defaultdict(dict)
    for vote in sorted(votes, key=lambda vote: vote.at):
        last[vote.item][vote.rater] = vote.verdict
    return {
        item: {rater: verdict for rater, verdict in given.items() if not ranked or verdict.rank is not None}
        for item, given in last.items()
    }


def _rank(verdict: Verdict) -> int:
    assert verdict.rank is not None  # those without one were left out before
    return verdict.rank


def _month(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m")


def _differ(one: object, other: object) -> int:
    return int(one != other)


def _kappa(pairs: Sequence[tuple[Category, Category]], distance: Distance[Category]) -> float | None:
    """1 - observed / expected disagreement, both times the square of the number of pairs, so that all sums
    are of whole numbers."""
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(
        left * right * distance(one, other)
        for one, left in firsts.items()
        for other, right in seconds.items()
    )
    if not expected:
        return None
    observed = len(pairs) * sum(distance(one, other) for one, other in pairs)
    return float(1 - Fraction(observed, expected))


def _alpha(units: Units[Category], distance: Distance[Category]) -> float | None:
    """1 - observed / expected disagreement over all values that stand beside another in their unit."""
    paired = [unit for unit in units if len(unit) > 1]
    counts = Counter(value for unit in paired for value in unit)
    total = counts.total()
    expected = sum(counts[one] * counts[other] * distance(one, other) for one in counts for other in counts)
    if not expected:
        return None
    observed = sum(
        (
            Fraction(2 * sum(distance(*pair) for pair in combinations(unit, 2)), len(unit) - 1)
            for unit in paired
        ),
        Fraction(0),
    )
    return float(1 - (total - 1) * observed / expected)
