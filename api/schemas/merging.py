"""Claims that say the same."""

from pydantic import ConfigDict

from api.schemas.base import Entry, Id


class Merge(Entry):
    """The claim that is to stand for this one too; with `into_version`, only while it has that version."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"into": 12}, {"into": 12, "into_version": 3}]})

    into: Id
    into_version: Id | None = None
