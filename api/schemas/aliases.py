"""What words of an article stand for, as a reviewer said it."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Person, Record, Text
from api.schemas.claims import DeskClaim

Words = Annotated[Text, Field(min_length=1, max_length=200)]


class AliasRecord(Record):
    """Words of the article, in any of their forms, and the name that they mean."""

    words: str
    name: str
    set_by: Person
    set_at: datetime


class CandidateRecord(Record):
    """Words that stand for nobody plainly named in `claims` claims of the article."""

    words: str
    claims: int


class Aliases(Record):
    """What is said, and what is open."""

    items: tuple[AliasRecord, ...]
    candidates: tuple[CandidateRecord, ...]


class AliasChange(Record):
    """What a name changed: `claims` read otherwise now; `decided` keep their wording because they were
    decided, `worded` because a person worded them. `alias` is null where it was taken back."""

    alias: AliasRecord | None
    claims: tuple[DeskClaim, ...]
    decided: int
    worded: int


class NewAlias(Entry):
    """Words as the article has them, in one of their forms, and whom or what they mean."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"words": "the club", "name": "Hull Rowing Club"}]}
    )

    words: Words
    name: Annotated[Text, Field(min_length=1, max_length=300)]


class AliasQuery(Entry):
    """Which words are meant."""

    words: Words
