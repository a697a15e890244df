import re
import time
import unicodedata

import pytest
from hypothesis import example, given
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


_SIGNS = st.sampled_from("aäßfi-‐–\u00ad\n\r\t \u00a0\u2009\u200b„“\"'’…ﬁﬃ´\u0301\u0308①")
_ALIKE = {**dict.fromkeys("„“”«»", '"'), **dict.fromkeys("‚‘’´`", "'"), **dict.fromkeys("‐–—", "-")}


def _occurs(text: str, quote: str) -> bool:
    """The rule itself, sign by sign and slowly: fold both, with each thing that a hyphen at the end of a line
    may stand for, and look."""
    return any(
        (wanted := _folded(quote, hyphen).strip(" ")) and wanted in _folded(text, hyphen)
        for hyphen in ("", "-", "- ")
    )


def _folded(text: str, hyphen: str) -> str:
    for sign, plain in _ALIKE.items():
        text = text.replace(sign, plain)
    text = re.sub(r"(?<=\w)[-\u00ad][ \t]*\r?\n[ \t]*(?=\w)", "\0", text)
    signs: list[str] = []
    for sign in text:
        if unicodedata.combining(sign) and signs and not signs[-1][:1].isspace():
            signs[-1] += sign
        elif sign not in "\u00ad\u200b" or signs[-1:] != [""]:
            signs.append("" if sign in "\u00ad\u200b" else sign)
    out = "".join(
        hyphen if sign == "\0" else " " if sign.isspace() else unicodedata.normalize("NFKC", sign)
        for sign in signs
    )
    return re.sub(" +", " ", out)


@given(st.text(_SIGNS, max_size=24), st.text(_SIGNS, min_size=1, max_size=4), st.integers(0, 20))
@example("Mit-\nglieder", "Mitglieder", 0)
def test_a_quote_is_accepted_exactly_if_it_occurs_once_both_are_folded(
    text: str, quote: str, at: int
) -> None:
    for wanted in (quote, text[at : at + 6]):
        places = _places(text, wanted)
        assert bool(places) == _occurs(text, wanted)
        for place in places:
            found = find_quote(text, wanted, place)
            assert found.exact == text[found.start : found.end]
            assert _occurs(found.exact, wanted)


def _places(text: str, quote: str) -> tuple[int, ...]:
    try:
        return (find_quote(text, quote).start,)
    except QuoteAmbiguous as error:
        return error.places
    except QuoteNotFound:
        return ()


@pytest.mark.long
def test_a_text_of_five_megabytes_is_searched_in_seconds_not_minutes() -> None:
    line = "Der Vorstand teilte für alle Mit-\nglieder mit: „über 14.000 Stück – mehr als je“.\n"
    text = line * 62_000 + "Die letzte Zeile heißt anders."
    began = time.process_time()
    assert find_quote(text, "Zeile heißt  anders").end == len(text) - 1
    assert time.process_time() - began < 10
