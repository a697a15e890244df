"""Signed heads of the log (`factcheck log head`): whether the log still begins as an earlier one says, and
the proof of it for those who have no access to the log (RFC 9162, 2.1.4)."""

from collections.abc import Collection, Iterable

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlmodel import Session

from claims.errors import InvalidInput, LogBroken
from claims.store import events
from factcheck.bundle import HEAD, spell
from factcheck.merkle import continuation, continues, grow
from factcheck.signing import signed_by

_DIGEST = r"^[0-9a-f]{64}$"


class Since(BaseModel):
    """The proof that a head continues an earlier one of that size and root."""

    model_config = ConfigDict(frozen=True)

    size: int = Field(ge=1)
    root: str = Field(pattern=_DIGEST)
    proof: tuple[str, ...]


class SignedHead(BaseModel):
    """A head as it is written down: over `size` events, with the desk's signature. `key` is the public key
    that it says it is signed with, empty where it says none; `since` is there where it was asked for."""

    model_config = ConfigDict(frozen=True)

    kind: str = Field(alias="schema", pattern=f"^{HEAD}$")
    desk: str
    at: str
    size: int = Field(ge=1)
    root: str = Field(pattern=_DIGEST)
    signature: str
    key: str = ""
    since: Since | None = None

    def is_signed_by(self, keys: Collection[str]) -> bool:
        """Whether the signature is of one of these public keys."""
        said = {"schema": self.kind, "desk": self.desk, "at": self.at, "size": self.size, "root": self.root}
        return any(signed_by(key, spell(said), self.signature) for key in keys)


def read_head(content: bytes) -> SignedHead:
    """The head that `factcheck log head --json` printed, or that lies in a bundle. Raises InvalidInput."""
    try:
        return SignedHead.model_validate_json(content)
    except ValidationError as error:
        raise InvalidInput("This is no head of a log, as `factcheck log head --json` prints it.") from error


def hold(session: Session, noted: SignedHead, keys: Collection[str]) -> None:
    """Raises LogBroken where the log does not begin with the events that the head was made over, InvalidInput
    where the head is signed with none of the desk's keys, today's and those before."""
    if not noted.is_signed_by(keys):
        shown = ", ".join(keys)
        raise InvalidInput("That head is not signed with %(key)s; --key names an earlier key.", key=shown)
    if events.last(session) < noted.size:
        raise LogBroken("The log ends before event %(seq)s, which was noted down.", noted.size)
    tree = grow(entry for entry, _ in zip(_entries(session), range(noted.size), strict=False))
    if tree.root.hex() != noted.root:
        raise LogBroken("The first %(seq)s events are not those over which that head was signed.", noted.size)


def since(session: Session, noted: SignedHead) -> Since:
    """The proof that the log continues that head. Raises LogBroken where the log is shorter."""
    try:
        proof = continuation(_entries(session), noted.size)
    except IndexError as error:
        raise LogBroken("The log ends before event %(seq)s, which was noted down.", noted.size) from error
    return Since(size=noted.size, root=noted.root, proof=tuple(step.hex() for step in proof))


def faults(older: SignedHead, newer: SignedHead, keys: Collection[str]) -> list[str]:
    """What keeps the newer head from being a continuation of the older one; nothing where it is. Needs no
    desk: the newer head brings its proof. Each may be signed with any of the keys."""
    found = [
        f"The {name} head is not signed with {', '.join(keys)}."
        for name, head in (("older", older), ("newer", newer))
        if not head.is_signed_by(keys)
    ]
    if newer.since is None or (newer.since.size, newer.since.root) != (older.size, older.root):
        return [*found, "The newer head brings no proof from the older one: `factcheck log head --since`."]
    if not continues(_pair(older), _pair(newer), _proof(newer.since)):
        found.append("The newer log is not the older one continued: it was changed, cut or written anew.")
    return found


def _entries(session: Session) -> Iterable[bytes]:
    return map(bytes.fromhex, events.hashes(session))


def _pair(head: SignedHead) -> tuple[int, bytes]:
    return head.size, bytes.fromhex(head.root)


def _proof(given: Since) -> list[bytes]:
    try:
        return [bytes.fromhex(step) for step in given.proof]
    except ValueError:
        return []
