"""A desk that is served, on a disk that fills up, with people who race, and with clocks that go wrong."""

import ctypes
import multiprocessing
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from http.client import HTTPException
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
import sqlalchemy as sa

from claims import database
from claims.store import accounts, events
from claims.workflow import Action, Role
from factcheck import ledger, review
from factcheck.desk import open_desk
from factcheck.keeping import backup, restoring
from factcheck.notices import follow, tell_deadlines
from factcheck.settings import Settings
from tests import making
from tests.api.pages.office import open_office
from tests.api.serving import Served, add_account, serving
from tests.torture import writers
from tests.torture.racing import call, decide, move

pytestmark = pytest.mark.long
_TEXT = "Der Ruderclub hat mindestens {} Mitglieder. Er wurde 2011 in Hull gegründet."
_DISK = 24_000_000


@pytest.mark.usefixtures("home")
def test_of_eight_processes_that_decide_one_claim_one_wins(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    token = add_account("rita", Role.REVIEWER)
    answers: Counter[int] = Counter()
    with serving(3, tmp_path / "log") as served:
        claims = [_in_check(served, token, number) for number in range(5)]
        with multiprocessing.get_context("spawn").Pool(8) as racers:
            for claim in claims:
                tries = [(served.port, token, claim) for _ in range(8)]
                found = Counter(racers.starmap(decide, tries, chunksize=1))
                assert found[200] == 1, found
                assert set(found) <= {200, 409, 412}, found
                answers += found
    engine = database.open_engine(database_url)
    with database.reading(engine) as session:
        told = [event for event in events.since(session, 0) if event.action == "submit"]
        assert sorted(event.claim_id or 0 for event in told) == sorted(claim["id"] for claim in claims)
        ledger.verify(session)
    engine.dispose()
    print(f"\n{len(claims)} races of 8: {dict(answers)}")


def _in_check(served: Served, token: str, number: int) -> dict[str, Any]:
    _, made = call(served.port, token, "POST", "/articles", {"text": _TEXT.format(number + 20)})
    claim: dict[str, Any] = made["claims"][0]
    for action in ("accept", "take"):
        status, claim = move(served.port, token, claim, action)
        assert status == 200, claim
    return claim


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """A file system of some megabytes there; False where we may not make one."""
    libc = ctypes.CDLL(None, use_errno=True)
    mounted = libc.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, f"size={_DISK}".encode()) == 0
    folder.chmod(0o700)
    try:
        yield mounted
    finally:
        if mounted:
            libc.umount2(bytes(folder), 2)


@contextmanager
def _full(folder: Path, served: Served, small: bool) -> Iterator[None]:
    """Nothing more fits on the small disk; where there is none, the server may not let a file grow."""
    if not small:
        pids = served.family()
        hard = [resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, -1))[1] for pid in pids]
        yield
        for pid, limit in zip(pids, hard, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, limit))
        return
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    yield
    filler.unlink()


def test_a_full_disk_refuses_changes_loses_none_and_is_over_when_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "small"
    home.mkdir()
    with _small_disk(home) as small:
        monkeypatch.setenv("FACTCHECK_HOME", str(home))
        token = add_account("rita", Role.REVIEWER)
        with serving(1, tmp_path / "log") as served:
            claim = _in_check(served, token, 0)
            heard, refused = [], Counter()
            with _full(home, served, small):
                for number in range(40):
                    status, said = call(
                        served.port, token, "POST", "/articles", {"text": _TEXT.format(100 + number) * 20}
                    )
                    refused[status] += 1
                    if status < 300:
                        heard.append(said["article"]["id"])
                assert call(served.port, token, "GET", f"/claims/{claim['id']}")[0] == 200
            assert set(refused) <= {201, 503, 507}, refused
            assert refused[503] + refused[507] > 0, refused
            assert decide(served.port, token, claim) == 200
            status, said = call(served.port, token, "POST", "/check", {"text": _TEXT.format(20)})
            assert status == 200
            assert said["results"]
        engine = open_desk(Settings())
        with database.reading(engine) as session:
            assert backup.faults(session) == []
            found = ledger.verify(session)
            kept = set(session.connection().execute(sa.text("SELECT id FROM article")).scalars())
            assert set(heard) <= kept
            assert len(kept) == len(heard) + 1
        engine.dispose()
        print(f"\n{dict(refused)} while the disk was full, {found.events} events, none lost")


def test_a_backup_made_while_others_write_is_the_desk_as_it_was_at_its_last_event(
    engine: sa.Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    article_id = writers.prepare(engine)
    engine.dispose()
    settings = Settings(database_url=database_url, home=home)
    made = []
    with writers.working(database_url, article_id, 2) as working:
        for writer in working:
            writer.wait()
        for number in range(4):
            path = tmp_path / f"{number}.zip"
            made.append((path, backup.back_up(engine, settings, path, making.START, lambda _said: None)))
            engine.dispose()
    heads = [manifest.events for _, manifest in made]
    assert heads == sorted(heads)
    assert heads[-1] > heads[0], "nothing was written meanwhile"
    for path, manifest in made:
        other = settings.model_copy(update={"database_url": f"sqlite:///{path}.db"})
        restoring.restore(other, path, making.START, lambda _said: None)
        restored = database.open_engine(other.database_url)
        with database.reading(restored) as session, database.reading(engine) as live:
            writers.check(session, [])
            then, now = events.since(session, 0, 100_000), events.since(live, 0, manifest.events)
            assert [event.model_dump() for event in then] == [event.model_dump() for event in now]
            for table in ("decision", "evidence", "snapshot", "proposal"):
                rows = sa.text(f"SELECT * FROM {table} ORDER BY id")
                kept = session.connection().execute(rows).fetchall()
                assert len(kept) == manifest.rows[table]
        restored.dispose()
    print(f"\n4 backups under writes, at events {heads} ({engine.dialect.name})")


def test_a_clock_that_goes_back_and_forth_breaks_nothing(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    office.bring_to("in_check")
    office.cite()
    office.submit()
    jumps = [
        timedelta(days=3),
        timedelta(days=-400),
        timedelta(0),
        timedelta(days=900),
        timedelta(minutes=-5),
    ]
    with database.writing(office.engine) as session:
        by = accounts.named(session, "edgar")
        for number, jump in enumerate(jumps):
            at = making.later(10_000) + jump
            action = Action.SEND_BACK if number % 2 == 0 else Action.SUBMIT
            who = by if action is Action.SEND_BACK else accounts.named(session, "ida")
            reason = "Bitte genauer." if action is Action.SEND_BACK else ""
            decision = writers.DRAFT if action is Action.SUBMIT else None
            review.move(session, 1, action, by=who, at=at, reason=reason, decision=decision)
            follow(session, at)
            tell_deadlines(session, at)
        told = events.since(session, 0)
        assert [event.seq for event in told] == list(range(1, len(told) + 1))
        assert ledger.verify(session).events == len(told)
        # who logged in while the clock was wrong, on either side
        session.connection().execute(sa.text("UPDATE login SET begun_at = '2199-01-01 00:00:00'"))
        session.connection().execute(sa.text("UPDATE login SET seen_at = '1999-01-01 00:00:00'"))
    for who in ("ida", "edgar", "adam"):
        for path in ("/queue", "/me", "/inbox", "/articles/1", "/claims/1", "/"):
            assert office.client(who).get(path).status_code < 500
    office.engine.dispose()
    office.app.extensions["factcheck.engine"].dispose()


@pytest.mark.usefixtures("home")
def test_a_server_that_is_killed_with_all_its_processes_loses_nothing(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    token = add_account("rita", Role.REVIEWER)
    heard = []
    for number in range(3):
        with serving(2, tmp_path / f"log{number}") as served:
            claims = [_in_check(served, token, 100 * number + each) for each in range(6)]
            for at, claim in enumerate(claims):
                if at == 3:
                    killer = Timer(0.02, served.kill)
                    killer.start()
                with suppress(OSError, HTTPException):
                    if decide(served.port, token, claim) == 200:
                        heard.append(claim["id"])
            killer.join()
            served.process.wait()
    engine = open_desk(Settings())
    with database.reading(engine) as session:
        told = {event.claim_id for event in events.since(session, 0) if event.action == "submit"}
        assert set(heard) <= told
        assert len(heard) >= 9
        ledger.verify(session)
    engine.dispose()
    print(f"\n3 servers killed, {len(heard)} decisions acknowledged, none lost")
