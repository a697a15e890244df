"""What people type into the forms of a claim's page, parsed; and what is wrong with it, in words."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import nan
from typing import Any, TypeVar

from flask import request
from flask_babel import gettext, lazy_gettext
from pydantic import ValidationError

from api.errors import say
from api.pages.presentation import LARGEST_ID
from claims.assignment import Priority
from claims.claim import Claim, Kind, Modality
from claims.decision import DecisionDraft
from claims.errors import FactcheckError, InvalidInput
from claims.evidence import EvidenceDraft
from claims.quantity import QuantityDraft
from claims.source import Capture, SnapshotDraft, SourceClass, SourceDraft
from claims.time import TimeDraft
from claims.verdict import Point, Stance, Verdict
from factcheck import review
from factcheck.evidence.primary import class_of
from factcheck.reading import read_document
from factcheck.review import ClaimEdit

KEEPABLE = 200_000
"""Bytes of an uploaded file up to which a form that comes back carries it along."""
_INCOMPLETE = "This form is incomplete: reload the page."

Member = TypeVar("Member", bound=StrEnum)

_FIELDS = {
    "rationale": lazy_gettext("Rationale"),
    "checklist": lazy_gettext("Checklist"),
    "verdict": lazy_gettext("Verdict"),
    "quote": lazy_gettext("Quote"),
    "stance": lazy_gettext("Stance"),
    "note": lazy_gettext("Note"),
    "title": lazy_gettext("Title"),
    "class_reason": lazy_gettext("Why this class"),
    "author": lazy_gettext("Author"),
    "publisher": lazy_gettext("Publisher"),
    "issued": lazy_gettext("Published"),
    "url": lazy_gettext("Address"),
    "text": lazy_gettext("Text"),
    "message": lazy_gettext("Message"),
    "speaker": lazy_gettext("Speaker"),
    "worth": lazy_gettext("Worth checking"),
    "upper": lazy_gettext("How many"),
    "value": lazy_gettext("How many"),
    "unit": lazy_gettext("Unit"),
    "edtf": lazy_gettext("When"),
    "whom": lazy_gettext("Who was asked"),
    "contact": lazy_gettext("Contact"),
    "question": lazy_gettext("Question"),
    "answer": lazy_gettext("What they said"),
    "asked_on": lazy_gettext("Asked on"),
    "due_on": lazy_gettext("Answer wanted by"),
    "reply_on": lazy_gettext("On"),
}


def typed(name: str) -> str:
    """A field as it was typed, without the character that no database takes."""
    return request.form.get(name, "").replace("\0", "").strip()


def seen_version() -> int:
    """The claim's version that the form was made from. Raises InvalidInput."""
    number = _number(typed("version"))
    if number is None:
        raise InvalidInput(_INCOMPLETE)
    return number


def decision() -> DecisionDraft:
    """Raises ValidationError, InvalidInput."""
    if not typed("verdict"):
        raise InvalidInput("Choose a verdict.")
    return DecisionDraft(
        verdict=_member(Verdict, typed("verdict")),
        rationale=typed("rationale"),
        checklist=checklist(),
        recheck_on=recheck_on(),
    )


def adoption() -> review.Adoption:
    """What is added to a verdict that is taken over. Raises InvalidInput."""
    return review.Adoption(
        rationale=typed("rationale"), why=typed("why"), reason=typed("reason"), recheck_on=recheck_on()
    )


def recheck_on() -> date | None:
    """From which day on the verdict is to be checked again. Raises InvalidInput."""
    said = typed("recheck_on")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise InvalidInput("Check again on: write the date as 2026-11-24.") from None


def checklist() -> dict[Point, str]:
    """Why points of the checklist may stay open, as typed."""
    return {point: why for point in Point if (why := typed(f"why_{point.value}"))}


def span_start() -> int | None:
    return _number(typed("start"))


def edit(
    claim: Claim,
    span: tuple[int, int] | None,
    *,
    quantities: tuple[QuantityDraft, ...] | None,
    times: tuple[TimeDraft, ...] | None,
) -> ClaimEdit:
    """What the form changes in the claim. Raises ValidationError, InvalidInput."""
    text, kind, speaker = typed("text"), _member(Kind, typed("kind")), typed("speaker")
    modality = _member(Modality, typed("modality"))
    worth = _share(typed("worth"))
    moved = span is not None
    return ClaimEdit(
        start=span[0] if span else None,
        end=span[1] if span else None,
        text=text if text != claim.text else None,
        quantities=quantities,
        times=times,
        # a new span reads its slots anew, and what a person sees in the form goes before that
        kind=kind if moved or kind is not claim.kind else None,
        modality=modality if moved or modality is not claim.modality else None,
        speaker=speaker if moved or speaker != (claim.speaker_resolved or claim.speaker or "") else None,
        worth=worth if worth is not None and round(100 * worth) != round(100 * claim.worth) else None,
    )


def chosen(name: str) -> int | None:
    """The number of what was chosen in a list; None for nothing. Raises InvalidInput."""
    number = _number(typed(name))
    if typed(name) and number is None:
        raise InvalidInput(_INCOMPLETE)
    return number


def priority() -> Priority:
    """Raises InvalidInput."""
    return _member(Priority, typed("priority"))


def evidence(snapshot_id: int) -> EvidenceDraft:
    """Raises ValidationError, InvalidInput."""
    if not typed("stance"):
        raise InvalidInput("Say how the quote stands to the claim.")
    return EvidenceDraft(
        snapshot_id=snapshot_id,
        quote=typed("quote"),
        stance=_member(Stance, typed("stance")),
        note=typed("note"),
        start=_number(typed("place")),
    )


def chosen_snapshot() -> int | None:
    """The snapshot of the desk that was chosen; None for a new source."""
    return _number(typed("snapshot"))


def source() -> SourceDraft:
    """Raises ValidationError."""
    return SourceDraft(
        title=typed("title"),
        author=typed("author"),
        publisher=typed("publisher"),
        issued=typed("issued") or None,
        url=typed("url") or None,
        source_class=_source_class(),
        class_reason=typed("class_reason"),
        confidential=bool(typed("confidential")),
    )


def _source_class() -> SourceClass:
    chosen = typed("source_class")
    return _member(SourceClass, chosen) if chosen else class_of(typed("url") or None, typed("publisher"))


@dataclass(frozen=True)
class Upload:
    """A file that came with a form, now or the time before."""

    name: str
    content: bytes

    @property
    def kept(self) -> str:
        """The bytes for a hidden field; empty where they are too many."""
        return base64.b64encode(self.content).decode() if len(self.content) <= KEEPABLE else ""


def upload() -> Upload | None:
    """The file of the form, else the one that it carried along. Raises InvalidInput."""
    file = request.files.get("file")
    if file and file.filename:
        file.seek(0)
        return Upload(file.filename, file.read())
    kept = typed("kept")
    if not kept or typed("drop"):
        return None
    try:
        return Upload(typed("kept_name"), base64.b64decode(kept, validate=True))
    except binascii.Error as error:
        raise InvalidInput(_INCOMPLETE) from error


def snapshot(file: Upload | None) -> SnapshotDraft:
    """What the new source said: the file, else the pasted text. Raises InvalidInput, UnreadableDocument."""
    if file is not None:
        document = read_document(file.content, name=file.name)
        return SnapshotDraft(
            content=file.content,
            media_type=document.media_type,
            text=document.text,
            capture=Capture.UPLOADED,
        )
    # browsers send line ends as CRLF; what was pasted had one character there
    text = typed("source_text").replace("\r\n", "\n")
    if not text:
        raise InvalidInput("Paste what the source says, or choose a file.")
    return SnapshotDraft(content=text.encode(), media_type="text/plain", text=text, capture=Capture.PASTED)


def explain(error: FactcheckError | ValidationError) -> str:
    """What is wrong, as one sentence in the reader's language."""
    if isinstance(error, ValidationError):
        return _explain_validation(error.errors()[0])
    return say(error)


def _explain_validation(first: Mapping[str, Any]) -> str:
    name = str(first["loc"][0]) if first["loc"] else ""
    field = _FIELDS.get(name, name)
    if first["type"] == "string_too_short":
        return str(gettext("%(field)s: this must not be empty.", field=field))
    if first["type"] == "string_too_long":
        most = first["ctx"]["max_length"]
        return str(gettext("%(field)s: at most %(most)s characters.", field=field, most=most))
    if first["type"].startswith("date_"):
        return str(gettext("%(field)s: write the date as 2026-11-24.", field=field))
    if not name or name == "upper":
        return str(gettext("A range runs from the lower to the upper value."))
    if name == "edtf":
        return str(gettext("When: write it as 2019, 2019-05, 2019-05-24, 2018/2020 or 2019~."))
    if name == "issued":
        return str(gettext("Published: write the date as 2026-11-24, 2026-11 or 2026."))
    if name == "url":
        return str(gettext("Address: it begins with http:// or https://."))
    return str(gettext("%(field)s: this cannot be used.", field=field))


def _member(kind: type[Member], value: str) -> Member:
    if value not in list(kind):
        raise InvalidInput(_INCOMPLETE)
    return kind(value)


def _number(text: str) -> int | None:
    usable = text.isascii() and text.isdecimal() and len(text) < 11
    return int(text) if usable and int(text) <= LARGEST_ID else None


def _share(hundredths: str) -> float | None:
    """A worth typed as 0 to 100. Raises InvalidInput."""
    if not hundredths:
        return None
    try:
        number = float(hundredths.replace(",", "."))
    except ValueError:
        number = nan
    # what is no number is in no range either
    if not 0 <= number <= 100:
        raise InvalidInput("Worth checking is a number from 0 to 100.")
    return number / 100
