"""A second proposer, off by default: a language model behind an OpenAI-compatible address.

`read_again(model, text, extraction, published) -> SecondReading`
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from claims.draft import Extraction
from factcheck.model.asking import ask
from factcheck.model.client import LanguageModel
from factcheck.model.merging import merge
from factcheck.settings import Settings

__all__ = ["LanguageModel", "SecondReading", "Tally", "model_of", "read_again"]


class Tally(BaseModel):
    """What became of the claims that a model named: `confirmed` the rules had found too, `added` they
    had not, `dropped` do not stand in the text word for word. `failed` parts of the text got no
    usable answer; `why` says of the first of them what happened."""

    model_config = ConfigDict(frozen=True)

    model: str
    named: int
    confirmed: int
    added: int
    dropped: int
    failed: int
    why: str | None = None


class SecondReading(BaseModel):
    """The extraction with the model's claims in it, and the count."""

    model_config = ConfigDict(frozen=True)

    extraction: Extraction
    tally: Tally


def model_of(settings: Settings) -> LanguageModel | None:
    """The model that the settings name; None where there is none."""
    if not settings.model_url:
        return None
    return LanguageModel(
        settings.model_url,
        settings.model_name,
        settings.model_key.get_secret_value(),
        settings.model_seconds,
    )


def read_again(
    model: LanguageModel, text: str, extraction: Extraction, published: date | None
) -> SecondReading:
    """Ask the model about a text that the rules have read. Raises ModelUnreachable."""
    marks = ask(model, text, extraction.sentences)
    merged = merge(extraction, text, marks.found, model.name, published)
    added = len(merged.claims) - len(extraction.claims)
    tally = Tally(
        model=model.name,
        named=marks.named,
        confirmed=len(marks.found) - added,
        added=added,
        dropped=marks.dropped,
        failed=len(marks.failures),
        why=str(marks.failures[0]) if marks.failures else None,
    )
    return SecondReading(extraction=merged, tally=tally)
