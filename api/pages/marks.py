"""A claim's words on a page: the line under them, their slots set off, the key to both, why they count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask_babel import gettext
from markupsafe import Markup, escape

from claims.claim import Claim
from claims.reason import Language, Reason
from claims.verdict import Verdict
from factcheck.extraction import reasons


def line(claim: Claim) -> str:
    state = "lapsed" if claim.lapsed else claim.state.value
    return f"line-{state} verdict-{claim.verdict.value}" if claim.verdict else f"line-{state}"


def verdict_of(given: Claim | Verdict | None) -> Verdict | None:
    return given.verdict if isinstance(given, Claim) else given


def words(claim: Claim) -> Markup:
    """Its own words with the words of its slots set off."""
    slots = (*claim.quantities, *claim.times)
    spans = sorted((slot["start"] - claim.start, slot["end"] - claim.start) for slot in slots)
    return _words(claim.exact, tuple(spans), claim.language)


@lru_cache(5_000)
def _words(text: str, slots: tuple[tuple[int, int], ...], language: Language) -> Markup:
    """Remembered: lists have many, and they are looked at over and over."""
    shown: list[str] = []
    at = 0
    for start, end in slots:
        begin = max(at, start)
        shown.append(escape(text[at:begin]))
        if end > begin:
            shown.append(f'<b class="slot">{escape(text[begin:end])}</b>')
        at = max(at, end)
    shown.append(escape(text[at:]))
    return Markup(f'<span class="words" lang="{escape(language)}">{"".join(shown)}</span>')


@dataclass(frozen=True)
class Wording:
    """Some of a claim's readable text; `open` where the words stand for nobody whom the article names."""

    text: str
    open: bool


def worded(claim: Claim) -> list[Wording]:
    """The pieces together are `claim.text`."""
    if not claim.unresolved:
        return [Wording(claim.text, False)]
    listed = sorted(claim.unresolved, key=len, reverse=True)
    words = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in listed))
    found: list[Wording] = []
    at = 0
    for match in words.finditer(claim.text):
        found += [Wording(claim.text[at : match.start()], False), Wording(match.group(), True)]
        at = match.end()
    return [piece for piece in (*found, Wording(claim.text[at:], False)) if piece.text]


def reasoned(given: Reason | Mapping[str, Any], language: Language) -> str:
    """A machine's reason in words, of a Reason or its JSON."""
    found = given.model_dump() if isinstance(given, Reason) else given
    return _reasoned(found["code"], tuple(found.get("values", {}).items()), language)


@lru_cache(10_000)
def _reasoned(code: str, values: tuple[tuple[str, str], ...], language: Language) -> str:
    return reasons.sentence(Reason(code=code, values=dict(values)), language)


def exact(text: str) -> Markup:
    """Escaped; a carriage return as a reference, since parsers of HTML drop a literal one."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


@dataclass(frozen=True)
class Sample:
    """A form of line and what it says, for the key of a page."""

    form: str
    meaning: str


def legend() -> list[Sample]:
    """Every form a line under words can have."""
    return [
        Sample("proposed", gettext("proposed by the machine")),
        Sample("open", gettext("open")),
        Sample("in_check", gettext("somebody checks it")),
        Sample("submitted", gettext("submitted or approved")),
        Sample("published", gettext("published; its colour is the verdict")),
        Sample("challenged", gettext("published, and challenged")),
        Sample("lapsed", gettext("lapsed: its words or ground changed")),
        Sample("withdrawn", gettext("withdrawn")),
    ]
