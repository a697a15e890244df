"""A machine's reason: a code and the words that fill its places.

The sentences, German and English, stand beside the code that gives the reason; a stored reason is
read in either language.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["de", "en"]


class Reason(BaseModel):
    """For example `Reason(code="figure", values={"words": "mindestens sieben"})`."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(min_length=1)
    values: dict[str, str] = Field(default_factory=dict)
