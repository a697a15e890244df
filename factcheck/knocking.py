"""How often somebody may knock at a door that is open to anybody, counted in the database by keyed
digests: nothing there says who it was, and every process of the desk counts the same."""

import hashlib
import hmac
import ipaddress
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.errors import TooOften
from claims.letter import Door
from claims.store import knocks

_WINDOW = timedelta(hours=1)
_ALLOWED = {
    Door.RESET_NAME: 3,
    Door.RESET_ADDRESS: 10,
    Door.OBJECTION: 5,
    Door.LOGIN_NAME: 100,
    Door.LOGIN_BROWSER: 30,
    Door.LOGIN_NETWORK: 1000,
    Door.CODE: 10,
}
"""How many knocks an hour each mark has. A network may be a whole house that comes to work at nine."""
KEPT = timedelta(days=1)


def knock(session: Session, door: Door, said: str, *, at: datetime, key: str) -> None:
    """Count a knock. Raises TooOften, and counts none, where there were too many within the hour."""
    mark = mark_of(door, said, key)
    _refuse_beyond(session, door, mark, at)
    knocks.add(session, door, mark, at)


def knock_at_all(engine: Engine, doors: Iterable[tuple[Door, str]], *, at: datetime, key: str) -> None:
    """Count a knock at each of these doors, or at none and raise TooOften.

    Whether there were too many is looked up before the turn to write is taken too: a flood of knocks must
    not hold up those who work.
    """
    marks = [(door, mark_of(door, said, key)) for door, said in doors]
    with database.reading(engine) as session:
        for door, mark in marks:
            _refuse_beyond(session, door, mark, at)
    with database.writing(engine) as session:
        for door, mark in marks:
            _refuse_beyond(session, door, mark, at)
            knocks.add(session, door, mark, at)


def _refuse_beyond(session: Session, door: Door, mark: str, at: datetime) -> None:
    if knocks.count(session, door, mark, at - _WINDOW) >= _ALLOWED[door]:
        raise TooOften("That was tried too often: wait an hour.")


def mark_of(door: Door, said: str, key: str) -> str:
    """HMAC-SHA256 with the desk's key, in hex."""
    return hmac.new(key.encode(), f"factcheck {door} {said}".encode(), hashlib.sha256).hexdigest()


def network(address: str | None) -> str:
    """What counts as one place: an IPv4 address, or the 64 bits of an IPv6 one that a household gets."""
    return _within(address, 32, 64).removesuffix("/32")


def region(address: str | None) -> str:
    """Where about an address is, enough to know a log-in again: /24 of IPv4, /48 of IPv6."""
    return _within(address, 24, 48)


def _within(address: str | None, bits4: int, bits6: int) -> str:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or found
    return str(ipaddress.ip_network((found, bits4 if found.version == 4 else bits6), strict=False))
