"""A text that is asked about. Nothing of it is kept."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Text
from claims.reason import Language
from factcheck.search import LONGEST


class TextToCheck(Entry):
    """A sentence, a few words or a paragraph; `language` is detected where it is not given."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "The club has at least twelve members. Its fee rose by 40 percent in May.",
                    "language": "en",
                }
            ]
        }
    )

    text: Annotated[Text, Field(min_length=1, max_length=LONGEST)]
    language: Language | None = None
