"""Canonical JSON: of all ways to write a value, the one that a hash is over.

Sorted keys, no white space, nothing escaped but what has to be, UTF-8. What is stored in this spelling is
hashed as it lies there, without being read and written anew.
"""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

spell: Callable[[Any], str] = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False
).encode
"""The one spelling. Raises TypeError for what JSON has no word for."""
quote: Callable[[str], str] = json.encoder.encode_basestring
"""The same of a text alone."""


class CanonicalJson(TypeDecorator[dict[str, Any]]):
    """A JSON column of objects, in their canonical spelling. Text handed in is taken as spelled already."""

    impl = sa.JSON
    cache_ok = True

    def bind_processor(self, _dialect: sa.Dialect) -> Callable[[Any], str]:
        return lambda value: value if isinstance(value, str) else spell(value)
