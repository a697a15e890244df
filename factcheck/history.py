"""The history of a claim as sentences, German and English: for the claim's page, reports and forms.

A sentence is made of what was done and by whom, when, and why: `Submitted as supported by Ada, 24 Nov
2026, 14:02, because: “…”`. Pure: the event and the names of the accounts come in as values.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from babel.dates import format_datetime, get_timezone

from claims.claim import Kind, Modality
from claims.event import Event
from claims.inquiry import Channel
from claims.reason import Language
from claims.verdict import Stance, Verdict
from claims.wording import label
from claims.workflow import State
from factcheck import history_deeds, history_terms

_WHEN: dict[Language, tuple[str, str]] = {
    "de": ("de_DE", "d. MMM y, HH:mm"),
    "en": ("en_GB", "d MMM y, HH:mm"),
}
_WHY: dict[Language, str] = {"de": ". Begründung: „{why}“", "en": ", because: “{why}”"}
_NOTE: dict[Language, str] = {"de": ". Notiz: „{why}“", "en": ". Note: “{why}”"}
_MESSAGE: dict[Language, str] = {"de": ": „{why}“", "en": ": “{why}”"}
_NOTES: dict[str, dict[Language, str]] = {"cite": _NOTE, "assign": _MESSAGE, "wish": _MESSAGE}
_QUOTED: dict[Language, str] = {"de": "„{}“", "en": "“{}”"}

# fields of an edit that are told, with what they are called
_FIELDS: dict[str, tuple[str, str]] = {
    "exact": ("Wortlaut", "words"),
    "text": ("Fassung", "text"),
    "kind": ("Art", "kind"),
    "modality": ("Modalität", "modality"),
    "quantities": ("Mengen", "quantities"),
    "times": ("Zeiten", "times"),
    "speaker": ("Sprecher", "speaker"),
}
_MEMBERS: dict[str, type[Kind] | type[Modality]] = {"kind": Kind, "modality": Modality}
_CHANGE = {"de": "{field} nun {new}, zuvor {old}", "en": "{field} now {new}, before {old}"}
_SOMEBODY = {"de": "jemand", "en": "somebody"}
_NOBODY = {"de": "niemand", "en": "nobody"}
_NOTHING = {"de": "keine", "en": "none"}


@dataclass(frozen=True)
class Told:
    """One entry in words: `deed` with who did it, `when` in the desk's time zone, `why` a reason or
    note as it follows in the sentence, with its own punctuation, or empty."""

    at: datetime
    deed: str
    when: str
    why: str

    @property
    def sentence(self) -> str:
        return f"{self.deed}, {self.when}{self.why}"


def sentence(event: Event, names: dict[int, str], language: Language, zone: str) -> str:
    """The event as one sentence. `names` are those of `claims.store.accounts.names`."""
    return tell(event, names, language, zone).sentence


def tell(
    event: Event,
    names: dict[int, str],
    language: Language,
    zone: str,
    asked: Mapping[int, str] = MappingProxyType({}),
) -> Told:
    """The event in the parts of its sentence, to be set apart on a page. `asked` says by the number of an
    inquiry who was asked: no event holds that."""
    german, english = _template(event)
    places = _Places(event, language)
    places["who"] = names.get(event.actor_id, f"#{event.actor_id}")
    places["whom"] = asked.get(event.body.get("inquiry", 0)) or _SOMEBODY[language]
    if event.action == "assign":
        places |= history_terms.places(event, names, language, lambda at: _when(at, language, zone))
    deed = (german if language == "de" else english).format_map(places)
    return Told(at=event.at, deed=deed, when=_when(event.at, language, zone), why=_why(event, language))


def _template(event: Event) -> tuple[str, str]:
    if event.action == "propose" and "model" in event.body:
        return history_deeds.PROPOSED_BY_MODEL
    if event.action == "publish" and event.body.get("to") == State.CORRECTED:
        return history_deeds.CORRECTED
    if event.action == "confirm" and event.body.get("from") != State.CHALLENGED:
        return history_deeds.KEPT
    if event.action == "assign":
        return history_terms.template(event)
    if event.action == "lapse" and "ground" in event.body:
        return history_deeds.LOST
    if "merged" in event.body:
        return history_deeds.ABSORBED if event.action == "merge" else history_deeds.LET_GO
    if event.action == "undo":
        return _undone(event)
    return history_deeds.DEEDS.get(event.action, history_deeds.UNKNOWN)


def _undone(event: Event) -> tuple[str, str]:
    undone = event.body["undone"]
    deeds = history_deeds.ASSIGNED if undone == "assign" else history_deeds.DEEDS[undone]
    german, english = (
        said.replace("{deed}", deed.replace("{changes}", ""))
        for said, deed in zip(history_deeds.UNDONE, deeds, strict=True)
    )
    return german, english


@lru_cache(10_000)
def _when(at: datetime, language: Language, zone: str) -> str:
    locale, pattern = _WHEN[language]
    return format_datetime(at, pattern, tzinfo=get_timezone(zone), locale=locale)


def _why(event: Event, language: Language) -> str:
    if not event.note:
        return ""
    template = _NOTES.get(event.action, _WHY)
    german = history_deeds.OWN_REASONS.get(event.note, event.note) if event.action == "lapse" else event.note
    return template[language].format(why=german if language == "de" else event.note)


def _verdict(event: Event, language: Language) -> str:
    if event.body.get("verdict") is None:
        return ""
    verdict = Verdict(event.body["verdict"])
    named = label(verdict, language)
    # a verdict that has no rank is no adjective either and would run into the sentence
    return named if verdict.rank else _QUOTED[language].format(named)


def _stance(event: Event, language: Language) -> str:
    stance = event.body.get("stance")
    return "" if stance is None else label(Stance(stance), language)


def _channel(event: Event, language: Language) -> str:
    channel = event.body.get("channel")
    return "" if channel is None else label(Channel(channel), language)


def _changes(event: Event, language: Language) -> str:
    before, after = event.body.get("before", {}), event.body.get("after", {})
    told = [
        _CHANGE[language].format(
            field=names[0 if language == "de" else 1],
            new=_value(field, after.get(field), language),
            old=_value(field, before.get(field), language),
        )
        for field, names in _FIELDS.items()
        if before.get(field) != after.get(field) and _is_said(event, field)
    ]
    return f": {'; '.join(told)}" if told else ""


def _is_said(event: Event, field: str) -> bool:
    """Figures and times change with the words, which are told; told are those that a person stated. A text
    that is nothing but the words is told with them."""
    if field == "text" and _reads_as_it_stands(event):
        return False
    return field not in history_terms.SLOTS or field in event.body.get("typed", ())


def _reads_as_it_stands(event: Event) -> bool:
    sides = (event.body.get("before", {}), event.body.get("after", {}))
    return all("exact" in side and side["exact"] == side.get("text") for side in sides)


def _value(field: str, value: Any, language: Language) -> str:
    if field in history_terms.SLOTS:
        slots = history_terms.SLOTS[field](value or (), language)
        return _QUOTED[language].format(slots) if slots else _NOTHING[language]
    if not value:
        return _NOBODY[language]
    member = _MEMBERS.get(field)
    return label(member(value), language) if member else _QUOTED[language].format(value)


def _tags(event: Event, name: str, language: Language) -> str:
    said = event.body.get(name, ())
    return ", ".join(_QUOTED[language].format(tag) for tag in said) if isinstance(said, list) else ""


def _reviews(event: Event, _language: Language) -> str:
    """How many reviews of others came, changed or went."""
    body = event.body
    if event.action == "import":
        return str(body["added"] + len(body["changed"]))
    return str(len(body.get("gone", ())))


def _other(event: Event, _language: Language) -> str:
    return str(event.body.get("into", [""])[-1])


_PLACES: dict[str, Callable[[Event, Language], str]] = {
    "action": lambda event, _language: event.action,
    "verdict": _verdict,
    "stance": _stance,
    "channel": _channel,
    "changes": _changes,
    "other": _other,
    "ground": lambda event, _language: str(event.body.get("ground", "")),
    "absorbed": lambda event, _language: str(event.body.get("merged", "")),
    "added": lambda event, language: _tags(event, "added", language),
    "removed": lambda event, language: _tags(event, "removed", language),
    "words": lambda event, _language: str(event.body.get("words", "")),
    "name": lambda event, _language: str(event.body.get("name", "")),
    "model": lambda event, _language: str(event.body.get("model", "")),
    "text": lambda event, _language: str(event.body.get("text", "")),
    "reviews": _reviews,
    "feed": lambda event, _language: str(event.body.get("feed", "")),
    "site": lambda event, _language: str(event.body.get("site", "")),
}


class _Places(dict[str, str]):
    """What stands at each place of a sentence, read of the event where the sentence has it."""

    def __init__(self, event: Event, language: Language) -> None:
        super().__init__()
        self._said = event, language

    def __missing__(self, name: str) -> str:
        return _PLACES[name](*self._said)
