"""Words between quotation marks, in one sentence and over several."""

import pytest

from claims.reason import Language
from factcheck.extraction.parsing import parse
from factcheck.extraction.quotations import find_quotations

QUOTED: list[tuple[Language, str, list[list[str]]]] = [
    ("de", "Er nannte es „kühn“ und ging.", [["kühn"]]),
    ("de", "Er nannte es „ kühn “ und ging .", [["kühn"]]),
    ("de", "„Das Dach hält. Es regnet.“ Dann ging sie.", [["Das Dach hält ."], ["Es regnet ."], []]),
    ("de", "Das Dach hält “ , sagte sie .", [["Das Dach hält"]]),
    ("de", "Sie sagte: »Das Dach hält.«", [["Das Dach hält ."]]),
    ("de", 'Sie nannte es "kühn", er "zu teuer".', [["kühn", "zu teuer"]]),
    ("en", "“The roof held,” she said.", [["The roof held ,"]]),
    ("en", '"The roof held," she said. "It is safe."', [["The roof held ,"], ["It is safe ."]]),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUOTED)
def test_what_stands_between_marks_is_found(language: Language, text: str, expected: list[list[str]]) -> None:
    sentences = [sentence.tokens for sentence in parse(text, language)]
    found = find_quotations(sentences, language)
    shown = [
        [" ".join(token.text for token in tokens[part.first : part.last]) for part in parts]
        for tokens, parts in zip(sentences, found, strict=True)
    ]
    assert shown == expected


def test_a_forgotten_closing_mark_ends_by_itself() -> None:
    text = "„Das Dach hält. " + "Es regnet noch. " * 30
    sentences = [sentence.tokens for sentence in parse(text, "de")]
    assert find_quotations(sentences, "de")[-1] == []
