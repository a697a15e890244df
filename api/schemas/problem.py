"""What a program gets when something goes wrong: RFC 9457, https://www.rfc-editor.org/rfc/rfc9457."""

from typing import Literal

from pydantic import ConfigDict, Field

from api.schemas.base import Record
from api.schemas.claims import EventRecord


class Fault(Record):
    """One thing that is wrong with what was sent."""

    part: Literal["path", "query", "header", "body"] = Field(alias="in")
    at: str
    message: str


class Problem(Record):
    """`detail` is one sentence that says what to do. `code` names the kind of error; `errors` says what
    is wrong where, `current` and `changes` what happened to a claim meanwhile, `places` where an
    ambiguous quote occurs."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str | None = None
    errors: tuple[Fault, ...] | None = None
    current: int | None = None
    changes: tuple[EventRecord, ...] | None = None
    places: tuple[int, ...] | None = None
