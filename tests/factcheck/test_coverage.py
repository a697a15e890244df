"""The status of each sentence, the figure of coverage, and what no claim answers for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.selector import Place
from claims.verdict import Verdict
from claims.workflow import State
from factcheck.coverage import Coverage, Sentence, Standing, Status, judge, measure, tally
from factcheck.loose_ends import Loose, find_loose_ends

FIRST, SECOND, THIRD = Place(start=0, end=10), Place(start=11, end=31), Place(start=32, end=40)
PUBLISHED = Standing(State.PUBLISHED, Verdict.SUPPORTED)


def _status(*standings: Standing, excused: bool = False) -> Status:
    [found] = judge([(FIRST, excused)], [(Place(start=2, end=8), standing) for standing in standings])
    return found.status


@pytest.mark.parametrize(
    ("standing", "status"),
    [
        (Standing(State.PROPOSED), Status.UNSEEN),
        (Standing(State.OPEN), Status.OPEN),
        (Standing(State.IN_CHECK), Status.IN_WORK),
        (Standing(State.IN_CHECK, contested=True), Status.DISPUTED),
        (Standing(State.SUBMITTED), Status.IN_WORK),
        (Standing(State.APPROVED, Verdict.REFUTED), Status.CHECKED),
        (PUBLISHED, Status.CHECKED),
        (Standing(State.SUBMITTED, Verdict.SUPPORTED), Status.CHECKED),
        (Standing(State.CHALLENGED, Verdict.SUPPORTED), Status.DISPUTED),
        (Standing(State.CORRECTED, Verdict.REFUTED), Status.CHECKED),
        (Standing(State.WITHDRAWN), Status.OPEN),
        (Standing(State.DISMISSED), Status.NO_CLAIM),
    ],
)
def test_a_sentence_is_as_far_as_its_claim(standing: Standing, status: Status) -> None:
    assert _status(standing) is status


def test_a_sentence_is_as_far_as_the_least_of_its_claims_and_a_dispute_goes_before_all() -> None:
    assert _status(PUBLISHED, Standing(State.PROPOSED)) is Status.UNSEEN
    assert _status(PUBLISHED, Standing(State.OPEN)) is Status.OPEN
    assert _status(PUBLISHED, Standing(State.DISMISSED)) is Status.CHECKED
    assert _status(Standing(State.PROPOSED), Standing(State.CHALLENGED)) is Status.DISPUTED


def test_a_sentence_without_a_claim_is_answered_only_where_somebody_said_why() -> None:
    assert _status(excused=True) is Status.NO_CLAIM
    assert _status(excused=False) is Status.UNSEEN


def test_a_claim_over_two_sentences_is_in_both_and_its_verdict_with_it() -> None:
    found = judge([(FIRST, False), (SECOND, False), (THIRD, True)], [(Place(start=5, end=15), PUBLISHED)])
    assert [each.status for each in found] == [Status.CHECKED, Status.CHECKED, Status.NO_CLAIM]
    assert found[1].verdicts == (Verdict.SUPPORTED,)


def test_coverage_counts_sentences_and_characters_of_what_makes_a_claim() -> None:
    found = [
        Sentence(FIRST, Status.CHECKED),
        Sentence(SECOND, Status.OPEN),
        Sentence(THIRD, Status.NO_CLAIM),
    ]
    assert measure(found) == Coverage(sentences=1, of_sentences=2, characters=10, of_characters=30)
    assert measure(found).share == pytest.approx(1 / 3)
    assert measure([found[2]]).share == 1
    assert tally(found) == {Status.OPEN: 1, Status.CHECKED: 1, Status.NO_CLAIM: 1}


@given(
    st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30), st.sampled_from(State)), max_size=8),
)
def test_every_sentence_has_just_one_status_by_the_claims_that_touch_it(
    lengths: list[tuple[int, bool]], spans: list[tuple[int, int, State]]
) -> None:
    at, sentences = 0, []
    for length, excused in lengths:
        sentences.append((Place(start=at, end=at + length), excused))
        at += length + 1
    claims = [(Place(start=low, end=low + size), Standing(state)) for low, size, state in spans]
    found = judge(sentences, claims)
    assert [each.place for each in found] == [place for place, _ in sentences]
    for (place, excused), each in zip(sentences, found, strict=True):
        touched = any(span.start < place.end and place.start < span.end for span, _ in claims)
        if not touched:
            assert each.status is (Status.NO_CLAIM if excused else Status.UNSEEN)


TEXT = (
    "Karla Wendisch leitet das Hafenamt. Sie bestellte zwölf Busse. "
    "„Wir haben dafür lange gespart“, sagte Wendisch. Olaf Brandt nennt das „klug“."
)


def _ends(answered: list[Place], names: tuple[str, ...] = ()) -> list[tuple[Loose, str]]:
    return [(end.kind, end.text) for end in find_loose_ends(TEXT, "de", answered, names)]


def test_numbers_names_and_quotations_outside_of_claims_are_named_once() -> None:
    found = _ends([])
    assert (Loose.NUMBER, "zwölf Busse") in found
    assert (Loose.QUOTATION, "Wir haben dafür lange gespart") in found
    assert [text for kind, text in found if kind is Loose.NAME].count("Karla Wendisch") == 1
    assert (Loose.NAME, "Wendisch") not in found, "a part of a name that is named already"
    assert all(text != "klug" for _, text in found)


def test_what_a_claim_has_is_answered_for() -> None:
    number = TEXT.index("zwölf")
    found = _ends([Place(start=number - 10, end=number + 11)], names=("Olaf Brandt",))
    assert Loose.NUMBER not in {kind for kind, _ in found}
    assert (Loose.NAME, "Olaf Brandt") not in found
    assert (Loose.NAME, "Karla Wendisch") in found


def test_a_text_all_of_which_is_answered_has_no_loose_ends() -> None:
    assert _ends([Place(start=0, end=len(TEXT))]) == []
