"""Claims that an article makes twice."""

import os
import subprocess
import sys

import pytest

from claims.reason import Language
from factcheck.extraction.claims import extract

SAME: list[tuple[Language, str]] = [
    # a headline and its article
    (
        "de",
        "Reederei verkauft drei alte Fähren nach Norwegen\n\n"
        "Die Reederei hat im Mai drei alte Fähren nach Norwegen verkauft.",
    ),
    ("en", "Yard sells three old ferries to Norway\n\nThe yard has sold three old ferries to Norway in May."),
    # the same figure in other words around it
    (
        "de",
        "Der Umsatz der Werft stieg 2019 um 4,2 Prozent. Es regnete. "
        "Um 4,2 Prozent stieg der Umsatz der Werft im Jahr 2019.",
    ),
    # the same two figures, the act in other words
    (
        "en",
        "Growth forecast cut from 16% to 11%\n\n"
        "The central bank of Nordland has lowered its growth forecast for next year from 16% to 11%.",
    ),
    # the same words again
    ("en", "The council bought the old harbour. It rained. The council bought the old harbour."),
]
DIFFERENT: list[tuple[Language, str]] = [
    # other figures, dates, names, denials
    ("de", "Die Reederei hat drei alte Fähren verkauft. Die Reederei hat vier alte Fähren verkauft."),
    ("de", "2011 hat die Reederei alte Fähren verkauft. 2014 hat die Reederei alte Fähren verkauft."),
    ("de", "Die Reederei hat alte Fähren verkauft. Die Reederei hat alte Fähren nicht verkauft."),
    (
        "en",
        "Anna Berger bought the old harbour in Leeds. Paul Acker bought the old harbour in Hull.",
    ),
    # the same said of something else
    ("de", "Südöl sank um 3 Prozent auf 5 Euro. Nordöl sank um 3 Prozent auf 5 Euro."),
    ("en", "Copper fell by 3% to $5. Silver fell by 3% to $5."),
    ("en", "Exports rose from 12% to 18%. Imports from Norway rose from 12% to 18% last year."),
    # at least and exactly are not the same
    ("en", "The yard sold 40 old ferries. The yard sold at least 40 old ferries."),
]


@pytest.mark.parametrize(("language", "text"), SAME)
def test_what_is_said_twice_is_one_claim_with_both_places(language: Language, text: str) -> None:
    found = extract(text, language)
    (repeated,) = [claim for claim in found.claims if claim.also_at]
    assert len(repeated.also_at) == 1
    at = found.claims.index(repeated)
    assert sum(at in sentence.claims for sentence in found.sentences) == 2


@pytest.mark.parametrize(("language", "text"), DIFFERENT)
def test_what_differs_in_a_slot_or_in_its_subject_is_two_claims(language: Language, text: str) -> None:
    claims = extract(text, language).claims
    assert len(claims) == 2
    assert [claim.also_at for claim in claims] == [(), ()]


_ASK = """
from factcheck.extraction.claims import extract
text = "The yard sold the old ferry. The yard sold the old harbour. "
text += "The yard sold the old ferry and the old harbour in May."
print(extract(text, "en").model_dump_json())
"""


@pytest.mark.long
def test_the_same_text_gives_the_same_claims_in_every_run() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", _ASK],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_no_stretch_of_words_is_proposed_twice() -> None:
    text = "The captain was held for a day, claiming they had been hurt in a crash."
    places = [(claim.start, claim.end) for claim in extract(text, "en").claims]
    assert len(places) == len(set(places))
