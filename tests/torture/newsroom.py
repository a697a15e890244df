"""Twenty reviewers and fifty readers at once, as long as FACTCHECK_TEST_SOAK_SECONDS says: in `make torture`
alone, which names this file."""

import os
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import select

from claims.database import open_engine, reading, writing
from claims.decision import Decision
from claims.event import Event
from claims.workflow import Role
from factcheck import ledger
from tests import making
from tests.api.serving import Served, add_account, serving
from tests.torture.soak import Editor, Reader, Records, Reviewer, percentile

_SECONDS = float(os.environ.get("FACTCHECK_TEST_SOAK_SECONDS", "600"))
_REVIEWERS, _EDITORS, _READERS = 16, 4, 50
_CLAIMS = 2000
_WARM = 40
_GROWTH = 1.2
"""How much larger the servers may be at the end than after a quarter of the time."""


def _memory(served: Served) -> int:
    """Resident memory of the server and all its processes, in kB."""
    return sum(_resident(number) for number in served.family())


def _resident(number: int) -> int:
    """What several processes share counts once in all."""
    lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _fill(url: str) -> None:
    engine = open_engine(url)
    with writing(engine) as session:
        by = making.account(session, "ida", Role.REVIEWER)
        text = " ".join(
            f"Der Verein Nummer {number} hat {number + 12} Mitglieder." for number in range(_CLAIMS)
        )
        article = making.article(session, by, text)
        start = 0
        for sentence in text.split(". "):
            end = min(start + len(sentence) + 1, len(text))
            making.proposal(session, article, text, start, end)
            start = end + 1
    engine.dispose()


def test_a_newsroom_at_work_loses_nothing_doubles_nothing_and_the_servers_do_not_grow(
    database_url: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.is_dir()
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    monkeypatch.setenv("FACTCHECK_RATE_LIMIT", "0")
    _fill(database_url)
    tokens = {role: [] for role in (Role.REVIEWER, Role.EDITOR, Role.READER)}
    for role, many in ((Role.REVIEWER, _REVIEWERS), (Role.EDITOR, _EDITORS), (Role.READER, _READERS)):
        tokens[role] = [add_account(f"{role.value}-{number}", role) for number in range(many)]
    records, over = Records(), threading.Event()
    with serving(2, tmp_path / "log") as served:
        people = [
            *(
                Reviewer(served.port, token, 100 + n, 4, records)
                for n, token in enumerate(tokens[Role.REVIEWER])
            ),
            *(Editor(served.port, token, 200 + n, 1, records) for n, token in enumerate(tokens[Role.EDITOR])),
            *(Reader(served.port, token, 300 + n, 3, records) for n, token in enumerate(tokens[Role.READER])),
        ]
        for _ in range(_WARM):  # each process reads its dictionaries, one of them builds the index
            people[-1].turn()
        records.took.clear()
        with ThreadPoolExecutor(len(people)) as desk:
            working = [desk.submit(person.work, over) for person in people]
            time.sleep(_SECONDS / 4)
            early = _memory(served)
            time.sleep(_SECONDS * 3 / 4)
            late = _memory(served)
            over.set()
            for each in working:
                each.result()
    _say(records, early, late)
    assert records.wrong == []
    assert late <= _GROWTH * early
    _compare(database_url, records)


def _compare(url: str, records: Records) -> None:
    """What the servers said they kept is there, and there once."""
    engine = open_engine(url)
    with reading(engine) as session:
        decided = Counter(session.exec(select(Decision.claim_id)).all())
        moves = Counter(session.exec(select(Event.action, Event.claim_id)).all())
        assert ledger.verify(session).events == sum(moves.values())
    engine.dispose()
    assert decided == Counter(records.submitted)
    assert {claim for (action, claim), _ in moves.items() if action == "publish"} == set(records.published)
    assert all(moves["submit", claim] == 1 for claim in records.submitted)
    assert len(set(records.published)) == len(records.published)


def _say(records: Records, early: int, late: int) -> None:
    print(f"\n{_SECONDS:.0f} s, {_REVIEWERS + _EDITORS} reviewers and editors, {_READERS} readers")
    for kind, seconds in sorted(records.took.items()):
        low, high = 1000 * percentile(seconds, 0.5), 1000 * percentile(seconds, 0.99)
        print(f"  {kind:<6} {len(seconds):>7} requests, median {low:.0f} ms, p99 {high:.0f} ms")
    submitted, published = len(records.submitted), len(records.published)
    print(f"  {submitted} submitted, {published} published, {records.conflicts} conflicts")
    print(f"  memory {early / 1024:.0f} MB after a quarter, {late / 1024:.0f} MB at the end")
