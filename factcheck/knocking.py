"""How often somebody may knock at a door that is open to anybody, counted in the database by keyed
digests: nothing there says who it was, and every process of the desk counts the same."""

import hashlib
import hmac
import ipaddress
from datetime import datetime, timedelta

from sqlmodel import Session

from claims.errors import TooOften
from claims.letter import Door
from claims.store import knocks

_WINDOW = timedelta(hours=1)
_ALLOWED = {Door.RESET_NAME: 3, Door.RESET_ADDRESS: 10, Door.OBJECTION: 5}
"""How many knocks an hour each mark has."""
KEPT = timedelta(days=1)


def knock(session: Session, door: Door, said: str, *, at: datetime, key: str) -> None:
    """Count a knock. Raises TooOften, and counts none, where there were too many within the hour."""
    mark = mark_of(door, said, key)
    if knocks.count(session, door, mark, at - _WINDOW) >= _ALLOWED[door]:
        raise TooOften("That was tried too often: wait an hour.")
    knocks.add(session, door, mark, at)


def mark_of(door: Door, said: str, key: str) -> str:
    """HMAC-SHA256 with the desk's key, in hex."""
    return hmac.new(key.encode(), f"factcheck {door} {said}".encode(), hashlib.sha256).hexdigest()


def network(address: str | None) -> str:
    """What counts as one place: an IPv4 address, or the 64 bits of an IPv6 one that a household gets."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or found
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(ipaddress.ip_network((found, 64), strict=False))
