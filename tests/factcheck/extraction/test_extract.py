"""`extract` on whole articles, and on any text at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import Extraction
from claims.reason import Language
from factcheck.extraction.claims import extract
from tests.quality.scoring import read_articles

_ANNOTATED = Path(__file__).parents[2] / "data" / "annotated"

_PIECES = st.sampled_from(
    [
        "Die Stadt Bregenz hat 2021 drei Schulen gebaut",
        "The council said it would cut 40 jobs",
        ", sagte Anna Berger",
        " and sold the site to Northwind Ltd",
        "„",
        "“",
        '"',
        " – ",
        ": ",
        ". ",
        "? ",
        "\r\n",
        "\n\n",
        "\t    ",
        "e\u0301",
        "👩‍👩‍👧",
        "\u200b",
        "(",
        ")",
        "- ",
        "2019 ",
        "1.200,50 Euro ",
        "die, der das ",
        "und ",
        "that ",
        ",",
        "\x00",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map("".join))
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["de", "en"])


def check_places(text: str, extraction: Extraction) -> None:
    for claim in extraction.claims:
        assert text[claim.start : claim.end] == claim.exact
        assert not claim.exact[0].isspace()
        assert not claim.exact[-1].isspace()
        for part in (*claim.quantities, *claim.times):
            assert text[part.start : part.end] == part.exact
        for place in claim.also_at:
            assert 0 <= place.start < place.end <= len(text)
            assert (place.start, place.end) != (claim.start, claim.end)


@given(ANY_TEXT, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_extracted_with_spans_that_equal_their_words(
    text: str, language: Language
) -> None:
    check_places(text, extract(text, language))


@given(ANY_TEXT, LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_every_sentence_is_answered_and_every_claim_belongs_to_one(text: str, language: Language) -> None:
    extraction = extract(text, language)
    answered = {index for sentence in extraction.sentences for index in sentence.claims}
    assert answered == set(range(len(extraction.claims)))
    ends = [0, *(sentence.end for sentence in extraction.sentences)]
    assert all(before <= sentence.start for before, sentence in zip(ends, extraction.sentences, strict=False))
    covered = "".join(text[sentence.start : sentence.end] for sentence in extraction.sentences)
    assert "".join(covered.split()) == "".join(text.split())


@given(ANY_TEXT, LANGUAGES)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_claims(text: str, language: Language) -> None:
    assert extract(text, language) == extract(text, language)


@pytest.mark.parametrize("text", ["", "   ", "\r\n\r\n", "\u2028"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert extract(text, "de").sentences == ()


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke and the town was flooded, according to police",
        "Nine people died, the mayor said, according to the office",
    ],
)
def test_a_headline_may_end_with_its_source(text: str) -> None:
    assert extract(text, "en").claims[0].exact.startswith(("The dam broke", "Nine people died"))


@pytest.mark.long
@pytest.mark.parametrize("name", ["articles", "kept", "independent", "unseen"])
def test_a_sentence_that_breaks_off_anywhere_is_read(name: str) -> None:
    for article in read_articles(_ANNOTATED / f"{name}.jsonl"):
        for place in article.sentences:
            sentence = article.text[place["start"] : place["end"]]
            for word in re.finditer(r"\w\b", sentence):
                broken = sentence[: word.end()]
                assert all(
                    broken[c.start : c.end] == c.exact for c in extract(broken, article.language).claims
                )
