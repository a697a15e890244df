"""Who owns which outlet, and which sources of a claim count as one by that and by what they say."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.attempt import Owner
from claims.errors import InvalidInput, NotAllowed, NotFound
from claims.source import Snapshot, Source
from claims.store import events, owners, sources
from claims.workflow import Role, may
from factcheck.evidence.independence import OPENING, Group, Work, group, host

LONGEST = 200
"""Characters of an outlet's or an owner's name."""


def set_owner(session: Session, outlet: str, name: str, *, by: Account, at: datetime) -> Owner:
    """Say that an outlet belongs to somebody. Raises NotAllowed, InvalidInput."""
    key, owner = _key(outlet), " ".join(name.split())
    _permit(by)
    if not key or not owner:
        raise InvalidInput("Name the outlet and who owns it.")
    if max(len(key), len(owner)) > LONGEST:
        raise InvalidInput("A name is too long: %(limit)s characters are enough.", limit=LONGEST)
    events.append(session, "own", by=by.id or 0, at=at, body={"outlet": key}, sealed={"owner": owner})
    return owners.put(session, key, owner, by.id or 0, at)


def drop_owner(session: Session, outlet: str, *, by: Account, at: datetime) -> Owner:
    """Take back who owns an outlet. Raises NotAllowed, NotFound."""
    _permit(by)
    found = owners.find(session, _key(outlet))
    if found is None:
        raise NotFound("Nothing is said of who owns %(outlet)s.", outlet=outlet)
    events.append(session, "disown", by=by.id or 0, at=at, body={"outlet": found.outlet})
    owners.drop(session, found)
    return found


def group_sources(session: Session, claim_words: str, rows: Iterable[tuple[Snapshot, Source]]) -> list[Group]:
    """These sources, each once, in groups of those that count as one, with the reasons."""
    found = {source.id or 0: (snapshot, source) for snapshot, source in rows}
    texts = sources.openings(session, [snapshot.id or 0 for snapshot, _ in found.values()], OPENING)
    works = [
        Work(
            id=number,
            text=texts[snapshot.id or 0],
            url=source.url,
            publisher=source.publisher,
            author=source.author,
            independence=source.independence,
        )
        for number, (snapshot, source) in found.items()
    ]
    return group(works, claim_words, owners.by_outlet(session))


def _permit(by: Account) -> None:
    if not may(by.role_set, Role.EDITOR):
        raise NotAllowed("Saying who owns an outlet takes the role editor.")


def _key(outlet: str) -> str:
    """An address counts as its host: `https://www.Blatt.example/x` is `blatt.example`."""
    plain = " ".join(outlet.split()).lower()
    return host(plain) if "://" in plain else plain.removeprefix("www.")
