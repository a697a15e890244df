"""Bundles: what is in them, what leaves the house, and that nothing in them can be changed unnoticed."""

import io
import json
import random
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlmodel import Session

from claims.errors import FactcheckError, InvalidInput
from claims.event import Event
from claims.store import events
from factcheck.bundle import pack, pack_files, spell
from factcheck.cli import cli
from factcheck.ledger import verify as verify_log
from factcheck.merkle import grow
from factcheck.report import Report, Scope, build
from factcheck.settings import Settings
from factcheck.signing import Signer, signer
from factcheck.verifying import check
from tests.factcheck.newsroom import NOTE, PENDING, SECRET, SECRET_QUOTE, open_newsroom, work_through
from tests.making import later

_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what does not ask the database anything that another test does not ask both."""


@dataclass(frozen=True)
class Desk:
    session: Session
    article_id: int
    signer: Signer

    def report(self, *, public: bool, address: str = "https://desk.example") -> Report:
        scope, at = Scope(id=self.article_id), later(900)
        return build(self.session, scope, language="de", at=at, public=public, address=address)

    def pack(self, *, public: bool, give_snapshots: bool = False) -> bytes:
        report = self.report(public=public)
        return pack(self.session, report, self.signer, give_snapshots=give_snapshots).content


@pytest.fixture
def desk(session: Session, tmp_path: Path) -> Desk:
    room = open_newsroom(session, "de")
    work_through(room)
    return Desk(session, room.article_id, signer(Settings(home=tmp_path)))


def _files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _all(content: bytes) -> bytes:
    """Every byte of it that can be read, with what is packed inside."""
    found = []
    for name, part in _files(content).items():
        found += [name.encode(), part, *(_files(part).values() if name.endswith(".docx") else ())]
    return b"\n".join(found)


@_ONE_DATABASE
def test_a_bundle_holds_and_says_what_is_not_proved(desk: Desk) -> None:
    for public in (True, False):
        content = desk.pack(public=public)
        found = check(content)
        assert (found.faults, found.trusted, found.holds) == ((), None, True)
        assert any("Whose key it is" in said for said in found.unproved)
        trusting = check(content, desk.signer.key)
        assert (trusting.trusted, trusting.holds) == (True, True)
        assert not any("Whose key" in said for said in trusting.unproved)
        assert any("Whether the verdicts are right" in said for said in trusting.unproved)


@_ONE_DATABASE
def test_it_has_every_format_and_the_same_content_gives_the_same_bytes(desk: Desk) -> None:
    content = desk.pack(public=True)
    assert content == desk.pack(public=True)
    names = set(_files(content))
    endings = ("html", "pdf", "docx", "md", "csv", "json", "csl.json", "annotations.jsonld")
    assert {f"report/report.{ending}" for ending in (*endings, "claimreview.jsonld")} <= names
    nowhere = pack(desk.session, desk.report(public=True, address=""), desk.signer).content
    assert "report/report.claimreview.jsonld" not in _files(nowhere)
    assert check(nowhere).holds


@_ONE_DATABASE
def test_a_public_one_holds_nothing_that_stays_in_the_house(desk: Desk) -> None:
    told = _all(desk.pack(public=True, give_snapshots=True))
    for secret in (SECRET, SECRET_QUOTE, NOTE, PENDING):
        assert secret.encode() not in told
    entries = json.loads(_files(desk.pack(public=True))["log/events.json"])
    assert {entry["action"] for entry in entries} <= {
        *("submit", "correct", "approve", "publish", "withdraw", "capture")
    }
    for entry in entries:
        said = json.dumps(entry["opened"])
        assert "salt" not in said
        assert '"evidence"' not in said
        assert entry["opened"] is None or entry["action"] not in ("submit", "correct")
    shown = {claim.id for claim in desk.report(public=True).claims}
    assert {entry["claim"] for entry in entries if entry["claim"]} == shown


@_ONE_DATABASE
def test_snapshots_leave_only_where_the_desk_lets_them_and_confidential_ones_never(desk: Desk) -> None:
    def given(**how: bool) -> tuple[int, int]:
        files = _files(desk.pack(**how))
        listed = json.loads(files["snapshots.json"])
        return len(listed), sum(name.startswith("snapshots/") for name in files)

    listed, bytes_ = given(public=True)
    assert (listed > 0, bytes_) == (True, 0)
    assert given(public=True, give_snapshots=True) == (listed, listed)
    inside, all_bytes = given(public=False)
    assert inside == all_bytes > listed


def test_events_are_those_of_the_log_with_their_free_text_sealed(desk: Desk) -> None:
    files = _files(desk.pack(public=False))
    told = json.loads(files["log/events.json"])
    ids = [claim.id for claim in desk.report(public=False).claims]
    kept = {event.seq: event for event in events.all_of_claims(desk.session, ids)}
    assert set(kept) < {entry["seq"] for entry in told}
    notes = [event.note for event in kept.values() if event.note]
    assert notes
    assert not any(note.encode() in files["log/events.json"] for note in notes)
    for entry in told:
        assert entry["opened"] is not None
        assert entry["seq"] not in kept or entry["hash"] == kept[entry["seq"]].hash
    head = json.loads(files["log/head.json"])
    tree = grow(map(bytes.fromhex, events.hashes(desk.session)))
    assert (head["size"], head["root"]) == (events.last(desk.session), tree.root.hex())
    assert verify_log(desk.session).events == head["size"]


@_ONE_DATABASE
def test_any_flipped_byte_is_found(desk: Desk) -> None:
    content = desk.pack(public=True)
    places = random.Random(7).sample(range(len(content)), 150)
    for at in [*places, *range(40), *range(len(content) - 60, len(content))]:
        broken = content[:at] + bytes([content[at] ^ (1 << at % 8)]) + content[at + 1 :]
        with suppress(InvalidInput):  # no zip file any more, which is found too
            assert not check(broken, desk.signer.key).holds, at
    with pytest.raises(InvalidInput):
        check(b"PK")


def _signed_anew(files: dict[str, bytes], own: Signer) -> bytes:
    """The same files as somebody packs them who has a key: with a list that fits."""
    manifest = json.loads(files["manifest.json"])
    listed = {n: c for n, c in files.items() if n not in ("manifest.json", "manifest.sig")}
    manifest["files"] = [
        {"path": name, "size": len(part), "sha256": sha256(part).hexdigest()}
        for name, part in sorted(listed.items())
    ]
    written = spell(manifest)
    return pack_files(listed | {"manifest.json": written, "manifest.sig": own.sign(written).encode()})


def _changed(files: dict[str, bytes], name: str, change: Callable[[Any], object]) -> dict[str, bytes]:
    value = json.loads(files[name])
    change(value)
    return files | {name: spell(value)}


@_ONE_DATABASE
def test_missing_and_additional_files_and_foreign_signatures_are_found(desk: Desk, tmp_path: Path) -> None:
    files = _files(desk.pack(public=True))
    lacking = {name: part for name, part in files.items() if name != "report/report.csv"}
    assert check(pack_files(lacking)).faults == ("report/report.csv is missing.",)
    more = files | {"report/more.txt": b"More."}
    assert check(pack_files(more)).faults == ("report/more.txt is not in the list of files.",)
    (tmp_path / "other").mkdir()
    other = signer(Settings(home=tmp_path / "other"))
    assert check(_signed_anew(files, other)).faults == (
        "The list of files is not signed with the key in the bundle.",
    )
    foreign = check(_signed_anew(files | {"key.txt": other.key.encode()}, other), desk.signer.key)
    assert "The head of the log is not signed with the key in the bundle." in foreign.faults
    assert f"It is signed with another key than the one you trust: {other.key}." in foreign.faults


@_ONE_DATABASE
def test_even_who_holds_the_key_cannot_put_words_into_the_log(desk: Desk) -> None:
    files = _files(desk.pack(public=True))
    own = desk.signer
    assert check(_signed_anew(files, own)).holds
    at = next(
        number
        for number, entry in enumerate(json.loads(files["log/events.json"]))
        if entry["action"] == "publish"
    )

    def faults(name: str, change: Callable[[Any], object]) -> str:
        return " ".join(check(_signed_anew(_changed(files, name, change), own)).faults)

    reworded = faults("log/events.json", lambda es: es[at]["opened"]["body"].update(verdict="misleading"))
    assert "does not say what its hash is over" in reworded
    moved = faults("log/events.json", lambda es: es[at].update(seq=es[at]["seq"] + 1))
    assert "is not proved to be in the log" in moved
    assert "another verdict" in faults(
        "report/report.json",
        lambda report: [claim.update(verdict="conflicting") for claim in report["claims"]],
    )
    assert "No event says that the snapshot" in faults(
        "snapshots.json", lambda listed: listed.append(listed[0] | {"sha256": "0" * 64})
    )
    assert "quotes a snapshot" in faults("snapshots.json", lambda listed: listed.clear())
    assert faults("log/events.json", lambda es: es[at].pop("proof")) == (
        "Its parts do not have the form that they should."
    )


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert signer(settings).key == signer(settings).key
    path = tmp_path / "signing_key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("no key")
    with pytest.raises(FactcheckError, match="holds no signing key"):
        signer(settings)


@_ONE_DATABASE
def test_a_log_with_a_gap_gives_no_head(desk: Desk) -> None:
    desk.session.delete(desk.session.get_one(Event, 3))
    desk.session.flush()
    with pytest.raises(FactcheckError, match="Event 3 is missing"):
        desk.pack(public=True)


@_ONE_DATABASE
def test_the_command_line_writes_and_checks_one(
    desk: Desk, home: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.commit()
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)

    def run(*command: str) -> Any:
        return CliRunner().invoke(cli, command)

    target = home / "report.zip"
    written = run("report", "1", "--format", "bundle", "-o", str(target))
    assert written.exit_code == 0, written.output
    head = json.loads(run("log", "head", "--json").stdout)
    assert head["key"] in run("log", "verify").stdout
    told = run("verify", str(target), "--key", head["key"])
    assert told.exit_code == 0
    assert "signed with the key you trust" in told.stdout
    assert "Not proved:" in told.stdout
    (home / "desk.pub").write_text(head["key"] + "\n")
    assert json.loads(run("verify", str(target), "--key", str(home / "desk.pub"), "--json").stdout)["holds"]
    wrong = run("verify", str(target), "--key", "0" * 64)
    assert wrong.exit_code == 1
    assert "another key than the one you trust" in wrong.stdout
    refused = run("verify", str(target), "--key", "nonsense")
    assert isinstance(refused.exception, InvalidInput)
