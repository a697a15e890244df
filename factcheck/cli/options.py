"""Days and numbers as command-line options."""

from datetime import date

import click


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no day: write it as 2026-11-24.", param, ctx)


DAY = _Day()
NUMBER = click.IntRange(1, 2**31 - 1)
"""The number of an article, a claim or a token; larger ones no database has."""
