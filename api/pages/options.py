"""What a select offers: the same for everybody, so it is put together once for each language."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from api.pages.frequent import language
from claims import wording
from claims.reason import Language

Members = type[StrEnum] | tuple[StrEnum, ...]
"""Some or all of an enum, in their order. No verdicts: each desk has its own words for those."""


class _Option(NamedTuple):
    value: str
    plain: str
    selected: str


def options(members: Members, chosen: str = "") -> Markup:
    """The options for these, the one with the value `chosen` selected."""
    offered = _options(members, language())
    return Markup("\n".join([each.selected if each.value == chosen else each.plain for each in offered]))


@lru_cache(200)
def _options(members: Members, shown: Language) -> tuple[_Option, ...]:
    option = Markup('<option value="%s"%s>%s</option>')
    return tuple(
        _Option(
            each.value,
            *(option % (each.value, mark, wording.label(each, shown)) for mark in ("", Markup(" selected"))),
        )
        for each in members
    )
