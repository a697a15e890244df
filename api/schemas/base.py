"""What all schemas share: how strict entries are, numbers, texts and dates that the database can hold."""

import base64
import re
from datetime import date, datetime
from typing import Annotated, ClassVar, Generic, Self, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema

MAX_ID = 2**63 - 1
"""The largest integer that a column of either database holds."""

_DIGITS = re.compile(r"[0-9]{1,19}")
_MOMENT = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})")
_NO_NUL = r"^[^\x00]*$"
_BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
_DAY = r"^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"
_WEB = r"^https?://[^\s\x00]+$"

Item = TypeVar("Item", bound=BaseModel)


def _digits(value: object) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise ValueError("a whole number in digits is expected")
    return value


def _moment(value: object) -> object:
    if isinstance(value, datetime):
        return value
    said = str(value).replace(" ", "+")  # a plus sign in a query stands for a space
    if not _MOMENT.fullmatch(said):
        raise ValueError("a time is written 2026-11-24T14:30:00Z, and is of 1900 to 2199")
    return said


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise ValueError("true or false is expected")
    return value == "true"


def _on_the_calendar(value: str) -> str:
    if len(value) == 10:
        date.fromisoformat(value)
    return value


digits = BeforeValidator(_digits)
Id = Annotated[int, Field(ge=1, le=MAX_ID)]
Offset = Annotated[int, Field(ge=0, le=MAX_ID)]
Text = Annotated[str, Field(pattern=_NO_NUL)]
"""Any text without NUL, which PostgreSQL cannot store."""
WebAddress = Annotated[str, Field(pattern=_WEB, max_length=2000)]
PartialDate = Annotated[
    str,
    Field(pattern=_DAY, description="A date as precise as it is known: 2026, 2026-11 or 2026-11-24."),
    AfterValidator(_on_the_calendar),
]
Base64 = Annotated[str, Field(pattern=_BASE64, min_length=4, description="Bytes in base64.")]
MediaType = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$", max_length=100)]

# the same for what stands in an address, where everything is text
QueryMoment = Annotated[AwareDatetime, BeforeValidator(_moment)]
"""A moment with its zone."""
QueryId = Annotated[int, Field(ge=1, le=MAX_ID), BeforeValidator(_digits)]
QueryLimit = Annotated[
    int, Field(ge=1, le=200, description="How many items a page has at most."), BeforeValidator(_digits)
]
QueryFlag = Annotated[bool, BeforeValidator(_flag)]
Absent = SkipJsonSchema[None]
"""What was left out; it cannot be sent."""


class Entry(BaseModel):
    """What a program sends: nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Record(BaseModel):
    """What a program gets."""

    model_config = ConfigDict(
        frozen=True,
        serialize_by_alias=True,
        validate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


class Paging(Entry):
    """Which page of a list is wanted."""

    limit: QueryLimit = 50
    cursor: str = Field(
        default="", pattern="^[A-Za-z0-9_-]*$", max_length=500, description="`next` of the page before."
    )


def _split(value: object) -> object:
    """Names with commas between, or given one by one."""
    given = value if isinstance(value, list | tuple) else [value]
    return tuple(name for each in given for name in str(each).split(","))


class Sparse(Entry):
    """Which fields of a record are wanted."""

    record: ClassVar[type[BaseModel]]
    fields: Annotated[tuple[str, ...], BeforeValidator(_split)] = Field(
        default=(), description="Names of fields, with commas between: only these are answered, else all."
    )

    @classmethod
    def names(cls) -> dict[str, str]:
        """How each field of the record is called outside, and inside."""
        known = cls.record.model_fields.items()
        return {field.serialization_alias or field.alias or name: name for name, field in known}

    @model_validator(mode="after")
    def _known(self) -> Self:
        unknown = [name for name in self.fields if name not in self.names()]
        if unknown:
            raise ValueError(f"there is no field {', '.join(unknown)}; there are {', '.join(self.names())}")
        return self

    @property
    def wanted(self) -> set[str] | None:
        """The fields to answer, by their names inside; None for all."""
        return {self.names()[name] for name in self.fields} or None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        schema["properties"]["fields"]["items"] = {"type": "string", "enum": list(cls.names())}
        return schema


class AsOf(Entry):
    """When."""

    as_of: QueryMoment | Absent = Field(
        default=None,
        description="A moment in the past: what stood then is answered, as the log tells it. "
        "A plus sign in an address is written %2B.",
    )


class Page(Record, Generic[Item]):
    """One page of a list; `next` is the cursor of the one after it, null on the last."""

    items: tuple[Item, ...]
    next: str | None = None


class Person(Record):
    """An account as others see it."""

    id: int
    name: str


class IfMatch(Entry):
    """The ETag of the claim as the caller saw it: its version, in quotation marks."""

    if_match: str = Field(
        alias="If-Match",
        pattern='^"[1-9][0-9]{0,17}(-gzip)?"$',
        description='The claim\'s ETag: its `version` in quotation marks, such as `"3"`.',
    )

    @property
    def version(self) -> int:
        return int(self.if_match.strip('"').removesuffix("-gzip"))


class Document(Entry):
    """A document as text, or as a file's bytes in base64: PDF, Word (DOCX), HTML, plain text, or, with the
    media type text/markdown, Markdown."""

    text: Annotated[Text, Field(min_length=1)] = ""
    content: Base64 = ""
    media_type: MediaType | None = None

    @model_validator(mode="after")
    def _one_document(self) -> Self:
        if bool(self.text) == bool(self.content):
            raise ValueError("give text or content, one of the two")
        return self

    @property
    def document(self) -> bytes:
        return base64.b64decode(self.content) if self.content else self.text.encode()
