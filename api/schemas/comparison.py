"""A claim and a passage to compare. Nothing of them is kept."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, PartialDate, Text
from claims.reason import Language
from factcheck.evidence.comparing import LONGEST


class PairToCompare(Entry):
    """Languages are detected where they are not given; days of publication date "last year" on either
    side."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "claim": "At least seven people were injured in the fire.",
                    "passage": "Bei dem Brand wurden acht Menschen verletzt.",
                }
            ]
        }
    )

    claim: Annotated[Text, Field(min_length=1, max_length=LONGEST)]
    passage: Annotated[Text, Field(min_length=1, max_length=LONGEST)]
    claim_language: Language | None = None
    passage_language: Language | None = None
    published: PartialDate | None = None
    passage_published: PartialDate | None = None
