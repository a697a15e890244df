"""English sentences that state several things: the words of each claim."""

import pytest

from claims.claim import Kind
from factcheck.extraction.claims import extract
from factcheck.extraction.english import tag

SPLIT = [
    ("Sales rose by 9% and the new yard swallows half of them.",
     ["Sales rose by 9%", "the new yard swallows half of them"]),
    ("The pier was paid for by the council and a fund set up by a bank.", None),
    ("The survey, already used by nine yards, was sold in May.",
     ["already used by nine yards", "was sold in May"]),
    ("The firm, which opened in 1932 and builds 40 boats a year, has been sold.",
     ["which opened in 1932", "builds 40 boats a year", "has been sold"]),
    ("Anna Berger, who abstained, left the room.", ["who abstained", "left the room"]),
    ("Ada Rey, an engineer at the yard who was not hurt, left in May.",
     ["Ada Rey, an engineer at the yard", "who was not hurt", "left in May"]),
    ("In the delta, where fishing has collapsed, prices fell.",
     ["In the delta, where fishing has collapsed, prices fell", "where fishing has collapsed"]),
    ("The yard lost £48m last year, the biggest deficit in its history.",
     ["The yard lost £48m last year", "the biggest deficit in its history"]),
    ("The lake covers 300 square miles, roughly the size of Northland.",
     ["The lake covers 300 square miles", "roughly the size of Northland"]),
    ("The yard has borrowed £9m, all of it from a bank.",
     ["The yard has borrowed £9m", "all of it from a bank"]),
    ("Northwind lost £9m in 2021, accounts published on Friday show.", ["Northwind lost £9m in 2021"]),
    ("Of the 41 people tested, nine were ill, the agency said in a report published on Monday.",
     ["Of the 41 people tested, nine were ill"]),
    ("Losses for the year come to £9m, the yard said.", ["Losses for the year come to £9m"]),
]  # fmt: skip
"""None: the whole sentence."""


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_each_fact_has_its_own_words(text: str, expected: list[str] | None) -> None:
    assert [claim.exact for claim in extract(text, "en").claims] == (expected or [text[:-1]])


VIEWS = [
    ('"It\'s great news for the town," said Anna Berger.',
     '"It\'s great news for the town," said Anna Berger'),
    ('"This is theft," said Anna Berger, who led the yard in 1999.', '"This is theft," said Anna Berger'),
    ('Anna Berger told reporters the outlook was "unusually foggy".', None),
    ('A spokesman said only that it was "hugely disappointed".', None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VIEWS)
def test_of_words_that_only_judge_the_claim_is_that_somebody_said_them(
    text: str, expected: str | None
) -> None:
    claim = extract(text, "en").claims[0]
    assert (claim.kind, claim.exact) == (Kind.QUOTE, expected or text[:-1])


def test_a_quotation_with_a_figure_is_a_claim_without_its_tag() -> None:
    found = extract('"It is the third fire in nine years," said Anna Berger.', "en").claims
    assert [claim.exact for claim in found] == ["It is the third fire in nine years"]


def test_what_is_anybodys_guess_is_a_question() -> None:
    sentence = extract("Who will run the yard next is anybody's guess.", "en").sentences[0]
    assert sentence.why_none is not None
    assert sentence.why_none.code == "question"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Prices rose by 9% and wages fell .", "rose", "V"),
        ("The mill , built in 1868 , provided work .", "provided", "V"),
        ("He who chairs the trust won .", "chairs", "V"),
        ("The bill swallows nine pounds .", "swallows", "V"),
        ("The yard , backed by a bank , won .", "backed", "P"),
    ],
)
def test_a_form_is_a_verb_where_one_can_stand(text: str, form: str, expected: str) -> None:
    forms = text.split()
    assert tag(forms)[forms.index(form)] == expected
