"""A machine's reason: a code and the words that fill its places.

The sentences, German and English, stand beside the code that gives the reason; a stored reason is
read in either language.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["de", "en"]


class Reason(BaseModel):
    """For example `Reason(code="figure", values={"words": "mindestens sieben"})`."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(min_length=1)
    values: dict[str, str] = Field(default_factory=dict)


def telling(sentences: Mapping[str, Mapping[Language, str]]) -> Callable[[Reason, Language], str]:
    """What puts reasons into words, by the sentences of their codes; KeyError for a code without one."""

    def sentence(reason: Reason, language: Language) -> str:
        return sentences[reason.code][language].format(**reason.values)

    return sentence
