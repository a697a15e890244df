"""What somebody wants explained, and the address that explains it."""

from typing import Any
from urllib.parse import quote

from flask import url_for
from pydantic import BaseModel, ConfigDict

from claims.reason import Language

_LONGEST_LINK = 2000
"""Characters of an address that mail and chat programs leave whole."""


class Asked(BaseModel):
    """What was typed. `about` is the number of the sentence that somebody came for, 0 for none."""

    model_config = ConfigDict(frozen=True)

    text: str = ""
    language: Language | None = None
    published: str = ""
    about: int = 0

    @property
    def link(self) -> str | None:
        """The address that answers the same; None where it would be too long to be passed on."""
        if len(quote(self.text)) > _LONGEST_LINK:
            return None
        fields: dict[str, Any] = self.model_dump(exclude_defaults=True)
        path = url_for("explain.show", **fields)
        return path if len(path) <= _LONGEST_LINK else None

    def about_sentence(self, number: int) -> "Asked":
        return self.model_copy(update={"about": number})
