"""What reading a file gives, whatever its format."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """`published` is an EDTF date as precise as the document says."""

    text: str
    media_type: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str | None = None
