"""A text to find claims in. Nothing of it is kept."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, PartialDate, Text
from claims.miss import LONGEST_TEXT
from claims.reason import Language


class TextToExtract(Entry):
    """`language` is detected where it is not given; `published` dates words such as "on Monday"."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "On Monday the club said that it had at least twelve members.",
                    "language": "en",
                    "published": "2026-11-24",
                }
            ]
        }
    )

    text: Annotated[Text, Field(min_length=1, max_length=LONGEST_TEXT)]
    language: Language | None = None
    published: PartialDate | None = None
