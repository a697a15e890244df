"""After an action: one line that says what happened, with a way back or on."""

from dataclasses import asdict, dataclass, field
from typing import Any, cast

from flask import flash, get_flashed_messages


@dataclass(frozen=True)
class Undo:
    """A form that takes the action back: where it is posted and its fields."""

    path: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """Where to go on from here."""

    path: str
    label: str


@dataclass(frozen=True)
class Told:
    """A line on the next page; `failed` where nothing was done."""

    sentence: str
    failed: bool = False
    undo: Undo | None = None
    link: Link | None = None


def tell(sentence: str, *, undo: Undo | None = None, link: Link | None = None) -> None:
    """Say on the next page what was done."""
    flash(cast(str, asdict(Told(sentence, undo=undo, link=link))))


def warn(sentence: str, *, link: Link | None = None) -> None:
    """Say on the next page why nothing was done."""
    flash(cast(str, asdict(Told(sentence, failed=True, link=link))))


def what_happened() -> list[Told]:
    """The lines that wait to be shown, the oldest first; each is shown once."""
    return [_told(cast(Any, message)) for message in get_flashed_messages()]


def _told(message: str | dict[str, Any]) -> Told:
    if isinstance(message, str):
        return Told(message)
    undo, link = message["undo"], message["link"]
    return Told(
        message["sentence"], message["failed"], Undo(**undo) if undo else None, Link(**link) if link else None
    )
