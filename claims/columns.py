"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; SQLite has no time zones and would hand it back naive."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def choice(members: type[StrEnum]) -> sa.Enum:
    """A text column that holds the values of `members`, held to them by a CHECK constraint."""
    return sa.Enum(
        members,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=members.__name__.lower(),
        values_callable=lambda enum: [member.value for member in enum],
    )


class Ranked(TypeDecorator[StrEnum]):
    """A column of a StrEnum that sorts by the order in which its members are declared: kept as a number
    from 0 on. The migration holds the number to its range."""

    impl = sa.SmallInteger
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members
        self._ranks = tuple(members)

    def process_bind_param(self, value: StrEnum | str | None, _dialect: Any) -> int | None:
        return None if value is None else self._ranks.index(self.members(value))

    def process_result_value(self, value: int | None, _dialect: Any) -> StrEnum | None:
        return None if value is None else self._ranks[value]
