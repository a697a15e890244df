"""Extraction against annotated articles: the figures of `floors.toml` are reached.

The articles stand beside the checkout, if at all. They are scored by the scorer that stands with them, which
runs the installed command on each.
"""

import json
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.quality

_ROOT = Path(__file__).parents[2]
_GOLD = _ROOT.parent / "shared" / "gold"
_ARTICLES = _GOLD / "articles.jsonl"
_COMMAND = _ROOT / ".venv" / "bin" / "factcheck"
_FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
_FIGURES = ("rank", "detect", "claims", "quantity", "time", "speaker")


def _floor(language: str | None) -> dict[str, Any]:
    articles: dict[str, Any] = _FLOORS["articles"]
    part: dict[str, Any] = articles if language is None else articles[language]
    return part


def _annotated(language: str | None) -> list[dict[str, Any]]:
    if not _ARTICLES.exists():
        pytest.skip(f"there are no annotated articles at {_ARTICLES.relative_to(_ROOT.parent)}")
    articles = [json.loads(line) for line in _ARTICLES.read_text("utf-8").splitlines()]
    return [article for article in articles if language in (None, article["lang"])]


def _score(language: str | None) -> dict[str, float]:
    if not _COMMAND.exists():
        pytest.skip("the command is not installed in .venv")
    part = ["--lang", language] if language else []
    command = [
        str(_GOLD / "score.py"),
        str(_ARTICLES),
        *part,
        "--",
        str(_COMMAND),
        "extract",
        "{}",
        "--lang",
        "{lang}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    score: dict[str, float] = json.loads(done.stdout)
    return score


@pytest.mark.long
@pytest.mark.parametrize("language", [None, "de", "en"])
def test_no_figure_falls_below_its_floor(language: str | None) -> None:
    articles, floor = _annotated(language), _floor(language)
    counted = {"articles": len(articles), "sentences": sum(len(article["sentences"]) for article in articles)}
    assert counted == {name: floor[name] for name in counted}, "the floors were measured on other articles"
    score = _score(language)
    assert {name: score[name] for name in _FIGURES if score[name] < floor[name]} == {}
