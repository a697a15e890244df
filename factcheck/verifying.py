"""Whether a bundle is what its desk signed: checked offline, with nothing but the file and, to know whose
signature it is, the desk's public key from elsewhere."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from claims.errors import InvalidInput
from claims.event import Event, chain
from factcheck.bundle import (
    EVENTS,
    HEAD,
    KEY,
    LOG_HEAD,
    MANIFEST,
    REPORT,
    SCHEMA,
    SIGNATURE,
    SNAPSHOTS,
    pack_files,
    spell,
)
from factcheck.merkle import proves
from factcheck.signing import signed_by

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Checked:
    """What a check found. `trusted` says whether the key is the one that was expected, None where none was
    named; `faults` are sentences, none where the bundle holds; `proved` and `unproved` are what follows."""

    key: str
    trusted: bool | None
    faults: tuple[str, ...]
    proved: tuple[str, ...]
    unproved: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.faults and self.trusted is not False


def check(content: bytes, trusted: str = "") -> Checked:
    """Check a bundle; `trusted` is the public key that it ought to be signed with. Raises InvalidInput where
    the file is no bundle at all."""
    files = _unpack(content)
    key = files[KEY].decode("ascii", "replace").strip()
    faults: list[str] = []
    if pack_files(files) != content:
        faults.append("The zip file is not the one that was made: bytes around its files were changed.")
    faults += _signature_faults(files, key)
    if not faults:
        faults += _content_faults(files, key)
    same = None if not trusted else trusted == key
    if same is False:
        faults.append(f"It is signed with another key than the one you trust: {key}.")
    if faults:
        return Checked(key, same, tuple(faults), (), ())
    return Checked(key, same, (), tuple(_proved(files)), tuple(_unproved(files, key, same)))


def _content_faults(files: Files, key: str) -> list[str]:
    """What is wrong inside; anybody can sign with a key of their own, so nothing has the shape it should."""
    try:
        return [*_file_faults(files), *_log_faults(files, key)]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return ["Its parts do not have the form that they should."]


def _unpack(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in packed.infolist()):
                raise InvalidInput("This is no bundle: its files are compressed.")
            files = {entry.filename: packed.read(entry) for entry in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InvalidInput("This is no bundle, or it is damaged: it cannot be unpacked.") from error
    missing = [name for name in (MANIFEST, SIGNATURE, KEY) if name not in files]
    if missing:
        raise InvalidInput("This is no bundle: it has no %(name)s.", name=missing[0])
    return files


def _signature_faults(files: Files, key: str) -> Iterator[str]:
    signature = files[SIGNATURE].decode("ascii", "replace").strip()
    if not signed_by(key, files[MANIFEST], signature):
        yield "The list of files is not signed with the key in the bundle."


def _file_faults(files: Files) -> Iterator[str]:
    """The files are those of the list, no more and no fewer, each with its SHA-256."""
    manifest = json.loads(files[MANIFEST])
    if manifest["schema"] != SCHEMA:
        yield "It was made by another program: its schema is not known here."
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    there = set(files) - {MANIFEST, SIGNATURE}
    yield from (f"{path} is missing." for path in sorted(set(listed) - there))
    yield from (f"{path} is not in the list of files." for path in sorted(there - set(listed)))
    for path in sorted(there & set(listed)):
        if sha256(files[path]).hexdigest() != listed[path]:
            yield f"{path} was changed."


def _log_faults(files: Files, key: str) -> Iterator[str]:
    if not {LOG_HEAD, EVENTS, SNAPSHOTS, REPORT} <= set(files):
        return  # told as missing
    head = json.loads(files[LOG_HEAD])
    signature = head.pop("signature")
    if head["schema"] != HEAD or not signed_by(key, spell(head), signature):
        yield "The head of the log is not signed with the key in the bundle."
    events = json.loads(files[EVENTS])
    for event in events:
        if not _is_in_log(event, head):
            yield f"Event {event['seq']} is not proved to be in the log."
        if event["opened"] is not None and _hash(event) != event["hash"]:
            yield f"Event {event['seq']} does not say what its hash is over."
    yield from _snapshot_faults(files, events)
    yield from _report_faults(files, events)


def _is_in_log(event: dict[str, Any], head: dict[str, Any]) -> bool:
    proof = [bytes.fromhex(step) for step in event["proof"]]
    entry, root = bytes.fromhex(event["hash"]), bytes.fromhex(head["root"])
    return proves(entry, event["seq"] - 1, head["size"], proof, root)


def _hash(event: dict[str, Any]) -> str:
    opened = event["opened"]
    told = Event(
        seq=event["seq"],
        at=datetime.fromisoformat(event["at"]),
        actor_id=opened["actor"],
        action=event["action"],
        article_id=opened["article"],
        claim_id=event["claim"],
        body=opened["body"],
        salt="",
        note_digest=opened["note_digest"],
        previous=opened["previous"],
        hash="",
    )
    return chain(told)


def _snapshot_faults(files: Files, events: list[dict[str, Any]]) -> Iterator[str]:
    """Each snapshot has the bytes of its name and an event by which it came in."""
    captured = {e["opened"]["body"]["sha256"] for e in events if e["action"] == "capture" and e["opened"]}
    listed = {entry["sha256"]: entry["given"] for entry in json.loads(files[SNAPSHOTS])}
    for digest, given in listed.items():
        if digest not in captured:
            yield f"No event says that the snapshot {digest} came in."
        if given and sha256(files.get(f"snapshots/{digest}", b"")).hexdigest() != digest:
            yield f"The snapshot {digest} does not have the bytes of its name."


def _report_faults(files: Files, events: list[dict[str, Any]]) -> Iterator[str]:
    """The report quotes listed snapshots only, and its verdicts are those of the last publication."""
    listed = {entry["sha256"] for entry in json.loads(files[SNAPSHOTS])}
    published = {
        e["claim"]: e["opened"]["body"]["verdict"]
        for e in events
        if e["action"] == "publish" and e["opened"] is not None
    }
    for claim in json.loads(files[REPORT])["claims"]:
        if not {evidence["snapshot_sha256"] for evidence in claim["evidence"]} <= listed:
            yield f"Claim {claim['number']} quotes a snapshot that is not in the list."
        if claim["verdict"] is not None and published.get(claim["id"]) not in (None, claim["verdict"]):
            yield f"The log has another verdict on claim {claim['number']}."


def _proved(files: Files) -> Iterator[str]:
    manifest, head = json.loads(files[MANIFEST]), json.loads(files[LOG_HEAD])
    events, snapshots = json.loads(files[EVENTS]), json.loads(files[SNAPSHOTS])
    opened, given = [e for e in events if e["opened"]], [s for s in snapshots if s["given"]]
    yield f"The {len(manifest['files'])} files are those that were signed, byte for byte; there is no other."
    yield (
        f"{len(events)} events stand in the desk's log of {head['size']} events, at the places that they "
        "name, under one signed head."
    )
    yield f"{len(opened)} of them show all that their hashes are over."
    yield (
        f"Of {len(snapshots)} snapshots that are quoted, the log says with which SHA-256 they came in; "
        f"{len(given)} are in the bundle, with these bytes."
    )


def _unproved(files: Files, key: str, trusted: bool | None) -> Iterator[str]:
    events = json.loads(files[EVENTS])
    closed = sum(event["opened"] is None for event in events)
    at = json.loads(files[MANIFEST])["at"]
    if trusted is None:
        yield (
            f"Whose key it is: compare {key} with what the desk published elsewhere, or name that with --key."
        )
    yield f"The time: {at} is the desk's own word."
    if closed:
        yield (
            f"What {closed} closed events say: of these only the hashes are proved; action, claim and time "
            "beside them are the desk's word."
        )
    yield "Rationales, notes and other free text: the log holds salted digests of them, which stay sealed."
    yield "Whether the verdicts are right."
