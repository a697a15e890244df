"""Agreement between raters. NLTK is the oracle wherever a figure is defined; what it lacks (alpha at the
ordinal level) is held against the worked example of Krippendorff (2011), "Computing Krippendorff's
Alpha-Reliability", section D."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from claims.verdict import Verdict
from factcheck.agreement import (
    Agreement,
    Level,
    Vote,
    Weights,
    alpha,
    kappa,
    measure,
    measure_articles,
    measure_months,
    measure_pairs,
    nominal_alpha,
    ordinal_alpha,
)

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
RANKED = [verdict for verdict in Verdict if verdict.rank is not None]
# four observers, twelve units, values 1 to 5; None where an observer said nothing
KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
UNITS = [[value for value in column if value is not None] for column in zip(*KRIPPENDORFF, strict=True)]


def vote(item: int, rater: int, verdict: Verdict, minutes: int = 0) -> Vote:
    return Vote(item=item, rater=rater, verdict=verdict, at=START + timedelta(minutes=minutes))


def both(*pairs: tuple[Verdict, Verdict]) -> list[Vote]:
    """The votes of raters 1 and 2, an item a pair."""
    return [
        vote(item, rater, verdict)
        for item, pair in enumerate(pairs)
        for rater, verdict in enumerate(pair, start=1)
    ]


def tables(verdicts: list[Verdict], raters: int = 4) -> st.SearchStrategy[list[Vote]]:
    """Votes of some raters on some items, at most one of each on each."""
    cell = st.tuples(st.integers(1, 8), st.integers(1, raters))
    given_ = st.dictionaries(cell, st.sampled_from(verdicts), min_size=1, max_size=24)
    return given_.map(lambda cells: [vote(item, rater, said) for (item, rater), said in cells.items()])


def pairs(verdicts: list[Verdict]) -> st.SearchStrategy[list[Vote]]:
    verdict = st.sampled_from(verdicts)
    return st.lists(st.tuples(verdict, verdict), min_size=1, max_size=20).map(lambda found: both(*found))


def oracle(votes: list[Vote], distance: object = None) -> AnnotationTask:
    rows = [(str(found.rater), found.item, found.verdict.value) for found in votes]
    return AnnotationTask(data=rows, **({"distance": distance} if distance else {}))


def steps(power: int) -> object:
    """The distance of two verdicts by their ranks, at most 1, as NLTK takes it."""

    def distance(one: str, other: str) -> float:
        return (abs((Verdict(one).rank or 0) - (Verdict(other).rank or 0)) / 3) ** power

    return distance


@given(pairs(list(Verdict)))
def test_kappa_is_the_one_of_nltk(votes: list[Vote]) -> None:
    found = kappa(votes, 1, 2)
    assume(found.value is not None)
    assert found.value == pytest.approx(oracle(votes).kappa_pairwise("1", "2"))
    assert found.items == len(votes) / 2


@given(pairs(RANKED), st.sampled_from([(Weights.LINEAR, 1), (Weights.QUADRATIC, 2)]))
def test_weighted_kappa_is_the_one_of_nltk(votes: list[Vote], weighting: tuple[Weights, int]) -> None:
    weights, power = weighting
    found = kappa(votes, 1, 2, weights)
    assume(found.value is not None)
    task = oracle(votes, steps(power))
    assert found.value == pytest.approx(task.weighted_kappa_pairwise("1", "2"))


@given(tables(list(Verdict)))
def test_alpha_is_the_one_of_nltk(votes: list[Vote]) -> None:
    found = alpha(votes)
    assume(found.value is not None)
    assert found.value == pytest.approx(oracle(votes).alpha())


def test_alpha_is_as_published_for_the_worked_example() -> None:
    assert nominal_alpha(UNITS) == pytest.approx(0.743, abs=0.0005)
    assert ordinal_alpha(UNITS) == pytest.approx(0.815, abs=0.0005)


def test_kappa_of_a_table_that_can_be_followed_by_hand() -> None:
    yes, no = Verdict.SUPPORTED, Verdict.REFUTED
    votes = both(*[(yes, yes)] * 20, *[(yes, no)] * 5, *[(no, yes)] * 10, *[(no, no)] * 15)
    # they agree on 35 of 50 items, by chance on (25 · 30 + 25 · 20) / 50² of them: half
    assert kappa(votes, 1, 2) == Agreement(value=0.4, items=50)


@given(tables(list(Verdict)))
def test_agreement_is_at_most_one(votes: list[Vote]) -> None:
    for found in (
        kappa(votes, 1, 2),
        kappa(votes, 1, 2, Weights.LINEAR),
        kappa(votes, 1, 2, Weights.QUADRATIC),
        alpha(votes),
        alpha(votes, Level.ORDINAL),
    ):
        assert found.value is None or found.value <= 1
        assert found.items <= len({each.item for each in votes})


@given(pairs(list(Verdict)))
def test_kappa_is_at_least_minus_one(votes: list[Vote]) -> None:
    value = kappa(votes, 1, 2).value
    assert value is None or value >= -1


@given(tables(list(Verdict), raters=2), st.sampled_from(Weights))
def test_kappa_is_the_same_from_both_sides(votes: list[Vote], weights: Weights) -> None:
    assert kappa(votes, 1, 2, weights) == kappa(votes, 2, 1, weights)


@given(st.dictionaries(st.integers(1, 9), st.sampled_from(RANKED), min_size=2), st.integers(2, 4))
def test_those_who_say_the_same_of_everything_agree_wholly(said: dict[int, Verdict], raters: int) -> None:
    assume(len(set(said.values())) > 1)
    votes = [vote(item, rater, verdict) for item, verdict in said.items() for rater in range(raters)]
    for found in (
        kappa(votes, 0, 1),
        kappa(votes, 0, 1, Weights.LINEAR),
        alpha(votes),
        alpha(votes, Level.ORDINAL),
    ):
        assert found == Agreement(value=1.0, items=len(said))


@given(tables(list(Verdict)), st.permutations(list(Verdict)), st.permutations([1, 2, 3, 4]))
def test_names_of_people_and_verdicts_do_not_matter_where_they_are_but_names(
    votes: list[Vote], verdicts: list[Verdict], raters: list[int]
) -> None:
    verdict_of = dict(zip(Verdict, verdicts, strict=True))
    rater_of = dict(zip((1, 2, 3, 4), raters, strict=True))
    renamed = [vote(each.item, rater_of[each.rater], verdict_of[each.verdict]) for each in votes]
    assert alpha(renamed) == alpha(votes)
    assert kappa(renamed, rater_of[1], rater_of[2]) == kappa(votes, 1, 2)


@given(tables(RANKED), st.permutations([1, 2, 3, 4]))
def test_an_ordinal_figure_stays_when_people_change_names_or_the_scale_is_turned_round(
    votes: list[Vote], raters: list[int]
) -> None:
    turned = dict(zip(RANKED, reversed(RANKED), strict=True))
    rater_of = dict(zip((1, 2, 3, 4), raters, strict=True))
    renamed = [vote(each.item, rater_of[each.rater], turned[each.verdict]) for each in votes]
    assert alpha(renamed, Level.ORDINAL) == alpha(votes, Level.ORDINAL)


def test_near_misses_weigh_less_where_the_scale_counts() -> None:
    near = both(*[(verdict, verdict) for verdict in RANKED], (Verdict.SUPPORTED, Verdict.MOSTLY_SUPPORTED))
    far = both(*[(verdict, verdict) for verdict in RANKED], (Verdict.SUPPORTED, Verdict.REFUTED))
    for weights in (Weights.LINEAR, Weights.QUADRATIC):
        assert (kappa(near, 1, 2, weights).value or 0) > (kappa(far, 1, 2, weights).value or 0)
    assert (alpha(near, Level.ORDINAL).value or 0) > (alpha(far, Level.ORDINAL).value or 0)
    assert alpha(near).value == pytest.approx(alpha(far).value)


@pytest.mark.parametrize(
    ("votes", "items"),
    [
        ([], 0),
        ([vote(1, 1, Verdict.SUPPORTED), vote(2, 2, Verdict.REFUTED)], 0),
        (both((Verdict.SUPPORTED, Verdict.SUPPORTED), (Verdict.SUPPORTED, Verdict.SUPPORTED)), 2),
    ],
    ids=["no items", "no pairs", "one category only"],
)
def test_where_there_is_nothing_to_compare_no_figure_is_made_up(votes: list[Vote], items: int) -> None:
    nothing = Agreement(value=None, items=items)
    assert kappa(votes, 1, 2) == kappa(votes, 1, 2, Weights.LINEAR) == nothing
    assert alpha(votes) == alpha(votes, Level.ORDINAL) == nothing


def test_verdicts_without_a_rank_count_as_names_only() -> None:
    votes = both(
        (Verdict.CONFLICTING, Verdict.SUPPORTED),
        (Verdict.SUPPORTED, Verdict.SUPPORTED),
        (Verdict.REFUTED, Verdict.REFUTED),
    )
    measured = measure(votes)
    assert measured.nominal.items == 3
    assert measured.ordinal == Agreement(value=1.0, items=2)


def test_who_votes_again_is_counted_as_he_voted_last() -> None:
    first = both((Verdict.SUPPORTED, Verdict.REFUTED), (Verdict.REFUTED, Verdict.REFUTED))
    changed = [vote(0, 2, Verdict.SUPPORTED, minutes=5), *first]
    assert kappa(changed, 1, 2) == Agreement(value=1.0, items=2)


def test_a_pair_is_shown_over_what_both_decided() -> None:
    votes = [
        *both((Verdict.SUPPORTED, Verdict.SUPPORTED), (Verdict.REFUTED, Verdict.MISLEADING)),
        vote(0, 3, Verdict.SUPPORTED),
        vote(7, 4, Verdict.SUPPORTED),
    ]
    shown = measure_pairs(votes)
    assert [(pair.first, pair.second, pair.kappa.items) for pair in shown] == [
        (1, 2, 2),
        (1, 3, 1),
        (2, 3, 1),
    ]
    assert shown[0].kappa == kappa(votes, 1, 2)
    assert shown[0].weighted == kappa(votes, 1, 2, Weights.QUADRATIC)
    assert shown[0].alpha.items == 2
    assert shown[1].kappa.value is None


def test_articles_are_measured_apart() -> None:
    votes = both(
        (Verdict.SUPPORTED, Verdict.SUPPORTED),
        (Verdict.REFUTED, Verdict.REFUTED),
        (Verdict.SUPPORTED, Verdict.REFUTED),
        (Verdict.REFUTED, Verdict.SUPPORTED),
        (Verdict.REFUTED, Verdict.REFUTED),
    )
    found = measure_articles(votes, {0: 5, 1: 5, 2: 4, 3: 4})
    assert list(found) == [4, 5]
    assert found[5].nominal == Agreement(value=1.0, items=2)
    assert (found[4].nominal.value or 0) < 0


def test_an_item_belongs_to_the_month_in_which_its_last_vote_came() -> None:
    november, december = (
        datetime(2026, 11, 30, 22, 30, tzinfo=UTC),
        datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    )
    votes = [
        Vote(item=1, rater=1, verdict=Verdict.SUPPORTED, at=november),
        Vote(item=1, rater=2, verdict=Verdict.SUPPORTED, at=november),
        Vote(item=2, rater=1, verdict=Verdict.REFUTED, at=november),
        Vote(item=2, rater=2, verdict=Verdict.REFUTED, at=december),
    ]
    berlin = measure_months(votes, ZoneInfo("Europe/Berlin"))
    assert [(found.month, found.nominal.items) for found in berlin] == [("2026-11", 1), ("2026-12", 1)]
    [utc] = measure_months(votes, UTC)
    assert utc.nominal == Agreement(value=1.0, items=2)
    assert measure_months([], UTC) == ()
