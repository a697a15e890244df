import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import QuoteAmbiguous, QuoteNotFound
from factcheck.evidence.quotes import find_quote

SOURCE = (
    "Der Vorstand teilte mit: „Wir haben vierzehn Mit-\nglieder – mehr als je zuvor.“ "
    "Die oﬃzielle Liste nennt  sie\u00a0alle. Wir haben Zeit."
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("vierzehn Mitglieder", "vierzehn Mit-\nglieder"),
        ("mehr als je zuvor", "mehr als je zuvor"),
        ('"Wir haben vierzehn', "„Wir haben vierzehn"),
        ("«Wir haben vierzehn", "„Wir haben vierzehn"),
        ("Mitglieder - mehr", "Mit-\nglieder – mehr"),
        ("offizielle Liste", "oﬃzielle Liste"),
        ("nennt sie alle", "nennt  sie\u00a0alle"),
        ("  nennt\nsie ", "nennt  sie"),
    ],
)
def test_a_quote_is_found_however_it_was_typed(quote: str, words: str) -> None:
    assert find_quote(SOURCE, quote).exact == words


@pytest.mark.parametrize(
    "quote", ["fünfzehn Mitglieder", "Vierzehn Mitglieder", "", "  ", "haben vierzehn Zeit"]
)
def test_words_that_do_not_stand_there_are_refused(quote: str) -> None:
    with pytest.raises(QuoteNotFound):
        find_quote(SOURCE, quote)


def test_a_quote_that_occurs_twice_asks_which() -> None:
    with pytest.raises(QuoteAmbiguous) as asked:
        find_quote(SOURCE, "Wir haben")
    assert [SOURCE[at : at + 9] for at in asked.value.places] == ["Wir haben", "Wir haben"]
    chosen = find_quote(SOURCE, "Wir haben", asked.value.places[1])
    assert chosen.start == SOURCE.rindex("Wir haben")


def test_a_chosen_place_must_be_one_of_the_quotes() -> None:
    with pytest.raises(QuoteNotFound):
        find_quote(SOURCE, "Wir haben", 3)


@given(st.text(alphabet="abc ", min_size=1), st.text(alphabet="abcd", min_size=1))
def test_plain_words_are_found_exactly_if_they_occur(text: str, quote: str) -> None:
    try:
        find_quote(text, quote)
        occurs = True
    except QuoteAmbiguous:
        occurs = True
    except QuoteNotFound:
        occurs = False
    assert occurs == (quote in text)
