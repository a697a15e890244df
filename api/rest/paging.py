"""Opaque cursors: where a page ended, so that the next one neither skips nor repeats a row."""

import base64
import binascii
from collections.abc import Sequence
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.schemas.base import Id
from claims.article import Article
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.source import Source
from claims.store.claims import Cursor

Row = TypeVar("Row")
Order = Literal["id", "worth", "newest"]


class Position(BaseModel):
    """The last row of a page, in the order in which the list was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    order: Order
    id: Id
    worth: float = Field(default=0, ge=0, le=1)

    @property
    def cursor(self) -> Cursor:
        return Cursor(worth=self.worth, id=self.id)

    @property
    def opaque(self) -> str:
        return base64.urlsafe_b64encode(self.model_dump_json().encode()).decode().rstrip("=")


def position(opaque: str, order: Order) -> Position | None:
    """Where to go on; None for the beginning. Raises InvalidInput for a cursor of another list."""
    if not opaque:
        return None
    try:
        content = base64.urlsafe_b64decode(opaque + "=" * (-len(opaque) % 4))
        found = Position.model_validate_json(content)
    except (binascii.Error, ValidationError) as error:
        raise InvalidInput("This cursor is not one that the list gave: begin without it.") from error
    if found.order != order:
        raise InvalidInput("This cursor belongs to another order: begin without it.")
    return found


def cut(rows: Sequence[Row], limit: int) -> tuple[list[Row], Row | None]:
    """The page, and its last row where more follow: `rows` has one more than `limit` then."""
    page = list(rows[:limit])
    return page, page[-1] if len(rows) > limit else None


def claim_position(order: Literal["id", "worth"], last: Claim | None) -> str | None:
    """The cursor after a claim."""
    if last is None:
        return None
    return Position(order=order, id=last.id or 0, worth=last.worth if order == "worth" else 0).opaque


def newest_position(last: Article | Source | None) -> str | None:
    """The cursor after a row of a list that begins with the newest."""
    return None if last is None else Position(order="newest", id=last.id or 0).opaque
