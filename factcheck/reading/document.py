"""What reading a file gives, whatever its format."""

import re
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from claims.time import CalendarDate

LONGEST = 2_000_000
"""Code points that the text of one document may have: some thousand pages of a book."""

_JUNK = re.compile(
    r"(?:(?:untitled|unbenannt|document|dokument|presentation|präsentation|no title|ohne titel)\s*\d*"
    r"|\S*\.(?:docx?|rtf|odt|indd|qxp|pdf|tex|html?))",
    re.I,
)
_DATE = TypeAdapter(CalendarDate)
_FROM_WORD = re.compile(r"Microsoft (?:Office )?Word - ", re.I)


@dataclass(frozen=True)
class Document:
    """`published` is an EDTF date as precise as the document says. `pages` are the offsets of `text` at
    which its pages begin, none where it has no pages. `language` is the one that the file names, as an
    ISO 639 code or longer tag; empty where it names none."""

    text: str
    media_type: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str | None = None
    language: str = ""
    pages: tuple[int, ...] = ()


def clean_title(title: str) -> str:
    """A file's title on one line; empty where a program put a file name or a stopgap there."""
    line = _FROM_WORD.sub("", " ".join(title.split()))
    return "" if _JUNK.fullmatch(line) else line


def shared_date(first: str, second: str) -> str | None:
    """The date, as precise as two dates `2026-11-24…` agree: the day, the month, the year or nothing.

    Files say when they were made and when they were last changed. An article is of neither day for
    certain, but where both are the same it hardly is of another.
    """
    known = [day for given in (first, second) if (day := _on_calendar(given[:10]))]
    if not known:
        return None
    one, other = known[0], known[-1]
    return next((one[:length] for length in (10, 7, 4) if one[:length] == other[:length]), None)


def _on_calendar(day: str) -> str:
    """The date, empty where the calendar has none such."""
    try:
        return str(_DATE.validate_python(day))
    except ValidationError:
        return ""
