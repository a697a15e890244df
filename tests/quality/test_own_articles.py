"""Extraction on the project's own annotated articles: no figure falls below its floor.

`articles.jsonl` is developed with, `kept.jsonl` is not: its figures say what to expect of other articles.
Who wrote and marked `independent.jsonl` and `unseen.jsonl` had not seen the rules.
"""

import tomllib
from pathlib import Path

import pytest

from claims.claim import Modality
from factcheck.extraction.claims import extract
from tests.quality.scoring import Score, read_articles

_FOLDER = Path(__file__).parents[1] / "data" / "annotated"
_FLOORS = tomllib.loads((Path(__file__).parent / "own_floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["articles", "kept", "independent", "unseen"])
def test_no_figure_falls_below_its_floor(name: str) -> None:
    articles, floor, score = read_articles(_FOLDER / f"{name}.jsonl"), dict(_FLOORS[name]), Score()
    assert sum(len(article.sentences) for article in articles) == floor.pop("sentences")
    for article in articles:
        score.add(article, extract(article.text, article.language))
    assert {figure: score.figures[figure] for figure in floor if score.figures[figure] < floor[figure]} == {}


@pytest.mark.parametrize("name", ["articles", "kept", "independent", "unseen"])
def test_annotations_stand_at_their_words(name: str) -> None:
    for article in read_articles(_FOLDER / f"{name}.jsonl"):
        for claim in article.claims:
            assert article.text[claim["start"] : claim["end"]] == claim["quote"]
            assert name == "unseen" or Modality(claim["modality"])
