"""What an assignment changed, and figures and times, in words: parts of a claim's history. Pure."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from claims.assignment import Priority
from claims.event import Event
from claims.quantity import Quantity
from claims.reason import Language
from claims.time import TimeExpression
from claims.wording import label, quantity
from factcheck.exports import dates

ASSIGNED = ("{whom} zugewiesen von {who}{terms}", "Assigned to {whom} by {who}{terms}")
TAKEN_BACK = ("Zuweisung aufgehoben von {who}{terms}", "No longer assigned to anybody, by {who}{terms}")
RESCHEDULED = ("Neu geplant von {who}{terms}", "Planned anew by {who}{terms}")
REMINDED = ("Nachricht an {whom} von {who}", "Message to {whom} by {who}")

_DUE = {"de": ", fällig am {when}", "en": ", due {when}"}
_NOT_DUE = {"de": ", ohne Frist", "en": ", without a deadline"}
_PRIORITY = {"de": ", Dringlichkeit {priority}", "en": ", priority {priority}"}


def template(event: Event) -> tuple[str, str]:
    """German and English, by what changed."""
    before, after = event.body["before"], event.body["after"]
    if before == after:
        return REMINDED
    if before["assignee_id"] == after["assignee_id"]:
        return RESCHEDULED
    return ASSIGNED if after["assignee_id"] else TAKEN_BACK


def places(
    event: Event, names: dict[int, str], language: Language, when: Callable[[datetime], str]
) -> dict[str, str]:
    """What the templates ask for; `when` writes a moment in the desk's time zone."""
    before, after = event.body["before"], event.body["after"]
    terms = ""
    if before["due"] != after["due"]:
        due = after["due"]
        terms += _DUE[language].format(when=when(_moment(due))) if due else _NOT_DUE[language]
    if before["priority"] != after["priority"]:
        terms += _PRIORITY[language].format(priority=label(Priority(after["priority"]), language))
    return {"whom": _name(after["assignee_id"], names), "terms": terms}


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _name(account_id: Any, names: dict[int, str]) -> str:
    return names.get(account_id, f"#{account_id}")


def _quantities(found: Iterable[dict[str, Any]], language: Language) -> str:
    return ", ".join(quantity(Quantity.model_validate(each), language) for each in found)


def _times(found: Iterable[dict[str, Any]], language: Language) -> str:
    read = [TimeExpression.model_validate(each) for each in found]
    return ", ".join(dates.edtf(each.edtf, language, each.part) if each.edtf else each.exact for each in read)


SLOTS: dict[str, Callable[[Iterable[dict[str, Any]], Language], str]] = {
    "quantities": _quantities,
    "times": _times,
}
"""How the values of slots read, all of a kind in one line; empty where there are none."""
