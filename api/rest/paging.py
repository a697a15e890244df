"""Opaque cursors: where a page ended, so that the next one neither skips nor repeats a row."""

import base64
import binascii
from collections.abc import Sequence
from typing import Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from api.schemas.base import Id
from claims.article import Article
from claims.assignment import Priority
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.source import Source
from claims.store import pages
from claims.store.claims import Cursor

Row = TypeVar("Row")
Order = Literal["id", "worth", "due", "newest", "key"]


class Position(BaseModel):
    """The last row of a page, in the order in which the list was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    order: Order
    id: Id = 1
    key: str = Field(default="", max_length=200)
    worth: float = Field(default=0, ge=0, le=1)
    priority: Priority = Priority.NORMAL
    due: AwareDatetime | None = None

    @property
    def cursor(self) -> Cursor:
        return Cursor(worth=self.worth, id=self.id, priority=self.priority, due=self.due)

    @property
    def opaque(self) -> str:
        told = self.model_dump_json(exclude_defaults=True)
        return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


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


def claim_position(order: pages.Order, last: Claim | None) -> str | None:
    """The cursor after a claim."""
    if last is None:
        return None
    if order == "id":
        return Position(order=order, id=last.id or 0).opaque
    return Position.model_validate({"order": order, **pages.after(last).model_dump()}).opaque


def newest_position(last: Article | Source | None) -> str | None:
    """The cursor after a row of a list that begins with the newest."""
    return None if last is None else Position(order="newest", id=last.id or 0).opaque
