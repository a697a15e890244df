"""Days, times and numbers as command-line options."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import click


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no day: write it as 2026-11-24.", param, ctx)


class _Moment(click.ParamType[datetime]):
    """A day means its last moment; a time without its zone stays without one."""

    name = "TIME"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        written = str(value)
        try:
            if len(written) == len("2026-11-24"):
                return datetime.combine(date.fromisoformat(written), time.max)
            return datetime.fromisoformat(written)
        except ValueError:
            self.fail(f"“{value}” is no time: write it as 2026-11-24 or 2026-11-24T14:30.", param, ctx)


def in_zone(moment: datetime, zone: str) -> datetime:
    """The moment, in the zone where it has none of its own."""
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


DAY = _Day()
MOMENT = _Moment()
NUMBER = click.IntRange(1, 2**31 - 1)
"""The number of an article, a claim or a token; larger ones no database has."""
