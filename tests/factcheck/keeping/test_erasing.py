"""What was erased is nowhere any more: not in the database's rows or files, the index or later backups; the
history still verifies."""

import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlmodel import Session, col, select

from claims import database
from claims.account import Account, FailedLogin, Refusal
from claims.assignment import AssignmentDraft
from claims.claim import Claim
from claims.errors import InvalidInput, NotAllowed, NotFound
from claims.evidence import EvidenceDraft
from claims.inquiry import Channel, InquiryDraft, Reply, ReplyDraft
from claims.miss import MissDraft, Wrong
from claims.note import NoteDraft
from claims.objection import ObjectionDraft
from claims.store import accounts, events, letters, logins
from claims.verdict import Stance
from claims.workflow import Role, State
from factcheck import ledger, review
from factcheck.cli import cli
from factcheck.examples import seed
from factcheck.history import sentence
from factcheck.keeping import erasing
from factcheck.keeping.tables import tables
from factcheck.misses import report_miss
from factcheck.objecting import challenge_from_outside
from factcheck.projection import catch_up
from factcheck.settings import Settings
from tests import making

NAME = "Wilhelmine Quastenflosser"
"""A person whom the desk wrote about in every place that can be emptied."""
WORKER = "Ottokar Zwetschgenbaum"
"""A person who worked on the desk."""
MARKS = ("quastenflosser", "zwetschgenbaum", "zwetschge@", "feuerfuchs 99", "198.51.100.")
NOW = making.START + timedelta(days=3)


@pytest.fixture
def settings(home: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    home.chmod(0o700)
    return Settings()


@pytest.fixture
def desk(engine: sa.Engine, settings: Settings) -> Iterator[sa.Engine]:
    """The example desk, on which somebody worked of whom nothing is to be left, and wrote of another."""
    with database.writing(engine) as session:
        seed(session, NOW)
        _work(session, accounts.named(session, "reviewer"), accounts.named(session, "editor"))
    with database.reading(engine) as session:
        catch_up(session, settings.home)
    yield engine
    engine.dispose()


def _work(session: Session, by: Account, editor: Account) -> None:
    worker = making.account(session, "zwetschge", Role.REVIEWER)
    worker.display_name, worker.email = WORKER, "zwetschge@example.org"
    logins.add(session, worker, "k" * 40, NOW, browser="Feuerfuchs 99", network="198.51.100.7")
    fields = {"account_id": worker.id, "refusal": Refusal.PASSWORD, "network": "198.51.100.8", "at": NOW}
    session.add(FailedLogin.model_validate(fields))
    accounts.add_token(session, worker, f"Rechner von {WORKER}", "t" * 40, NOW, None)
    letters.add(session, worker.id or 0, NOW).failure = "550 zwetschge@example.org unknown"
    open_claim = next(
        claim.id or 0 for claim in _claims(session) if claim.state in (State.OPEN, State.IN_CHECK)
    )
    note = review.write_note(session, open_claim, NoteDraft(text=f"{NAME} rief an."), by=worker, at=NOW)
    answer = NoteDraft(text="Danke, wir fragen nach.", thread_id=note.id)
    review.write_note(session, open_claim, answer, by=by, at=NOW)
    asked = InquiryDraft(
        whom=NAME,
        contact=f"{NAME}, 0151",
        channel=Channel.PHONE,
        asked_on=NOW.date(),
        question=f"{NAME}s Wort?",
    )
    inquiry = review.ask(session, open_claim, asked, by=worker, at=NOW)
    reply = ReplyDraft(reply=Reply.ANSWERED, reply_on=NOW.date(), answer=f"Ja, sagt {NAME}.")
    review.reply(session, open_claim, inquiry.id or 0, reply, by=worker, at=NOW)
    message = AssignmentDraft(assignee_id=by.id, message=f"Frag {NAME}!")
    review.assign(session, open_claim, message, by=editor, at=NOW)
    quote = EvidenceDraft(
        snapshot_id=making.snapshot(session, by).id or 0,
        quote=making.QUOTE,
        stance=Stance.CONTEXT,
        note=f"Von {NAME}s Schwester.",
    )
    review.cite(session, open_claim, quote, by=worker, at=NOW)
    missed = MissDraft(text=f"{NAME} hat elf Boote.", language="de", what=Wrong.CLAIM_MISSING, note=NAME)
    report_miss(session, missed, by=worker, at=NOW)
    public = next(claim.id or 0 for claim in _claims(session) if claim.state is State.PUBLISHED)
    said = ObjectionDraft(words=f"Falsch, sagt {NAME}.", contact=NAME)
    form = {"address": "203.0.113.7", "key": "k", "language": "de"}
    challenge_from_outside(session, public, said, at=NOW, **form)  # type: ignore[arg-type]


def _claims(session: Session) -> list[Claim]:
    return list(session.exec(select(Claim).order_by(col(Claim.id))))


def _run(*args: str) -> str:
    done = CliRunner().invoke(cli, list(args))
    assert done.exit_code == 0, done.output + str(done.exception)
    return str(done.output)


def _erase_all() -> None:
    _run("erase", "zwetschge", "--yes")
    _run("erase", "--mentions", NAME, "--yes")


def _rows_that_name(engine: sa.Engine) -> list[str]:
    found = []
    with database.reading(engine) as session:
        for table in tables():
            for row in session.connection().execute(sa.select(table)):
                text = repr(tuple(row)).casefold()
                found += [f"{table.name}: {mark}" for mark in MARKS if mark in text]
    return found


def _files_that_name(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        packed = [content]
        if content.startswith(b"PK"):
            with zipfile.ZipFile(path) as opened:
                packed += [opened.read(name) for name in opened.namelist()]
        for each in packed:
            low = each.decode("utf-8", "replace").casefold()
            found += [f"{path.name}: {mark}" for mark in MARKS if mark in low]
    return found


def test_what_was_erased_is_in_no_row_no_file_no_index_and_no_later_backup(
    desk: sa.Engine, tmp_path: Path
) -> None:
    assert {found.partition(": ")[2] for found in _rows_that_name(desk)} == set(MARKS)
    desk.dispose()
    _erase_all()
    assert _rows_that_name(desk) == []
    desk.dispose()
    _run("backup", str(tmp_path / "home" / "later.zip"))
    assert _files_that_name(tmp_path) == []
    with database.reading(desk) as session:
        assert ledger.verify(session).events == events.last(session)
        told = [event for event in events.since(session, 0, limit=10_000) if event.action == "erase"]
        assert {event.body.get("account") for event in told} == {accounts.named(session, "erased-5").id, None}
        names = accounts.names(session)
        assert all(sentence(event, names, "de", "Europe/Berlin") for event in told)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_what_was_erased_is_not_in_the_files_of_the_server_s_tables(desk: sa.Engine) -> None:
    with desk.connect() as connection:
        folder = connection.exec_driver_sql("SHOW data_directory").scalar_one()
        number = connection.exec_driver_sql(
            "SELECT oid FROM pg_database WHERE datname = current_database()"
        ).scalar_one()
        connection.exec_driver_sql("SELECT 1")
    desk.dispose()
    _erase_all()
    with desk.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
    assert _files_that_name(Path(folder) / "base" / str(number)) == []


def test_a_person_who_worked_here_is_a_number_and_their_work_stays(desk: sa.Engine) -> None:
    desk.dispose()
    with database.reading(desk) as session:
        before = accounts.named(session, "zwetschge").id or 0
        work = len([event for event in events.since(session, 0, limit=10_000) if event.actor_id == before])
    desk.dispose()
    _run("erase", "zwetschge", "--yes")
    with database.reading(desk) as session:
        gone = accounts.get(session, before)
        assert (gone.display_name, gone.email, gone.roles) == (f"Erased account {before}", "", [])
        assert (gone.password_hash, gone.erased_at is not None, gone.disabled_at is not None) == (
            None,
            True,
            True,
        )
        assert accounts.find_token(session, "t" * 40).revoked_at is not None  # type: ignore[union-attr]
        kept = [event for event in events.since(session, 0, limit=10_000) if event.actor_id == before]
        assert len(kept) == work > 3


def test_one_inquiry_or_note_is_erased_by_its_number_and_the_history_of_its_claim_says_so(
    desk: sa.Engine,
) -> None:
    with database.reading(desk) as session:
        found = {mention.place.kind: mention.place for mention in erasing.mentions(session, NAME)}
    note, inquiry = found["note"], found["inquiry"]
    desk.dispose()
    _run("erase", "--note", str(note.number), "--inquiry", str(inquiry.number), "--yes")
    with database.reading(desk) as session:
        after = {mention.place.kind for mention in erasing.mentions(session, NAME)}
        assert set(found) - after == {"note", "inquiry"}
        last = events.of_claim(session, note.claim_id or 0)[-1]
        assert (last.action, last.body["rows"]) == (
            "erase",
            {"inquiry": [inquiry.number], "note": [note.number]},
        )
        ledger.verify(session)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_search_lists_where_a_name_stands_and_asks_what_to_empty(desk: sa.Engine) -> None:
    desk.dispose()
    listed = CliRunner().invoke(cli, ["erase", "--mentions", NAME.upper()], input="none\n")
    lines = [line for line in listed.output.splitlines() if "] inquiry" in line]
    numbers = [line.partition("]")[0].strip("[") for line in lines]
    with database.reading(desk) as session:
        before = len(list(erasing.mentions(session, NAME)))
    done = CliRunner().invoke(cli, ["erase", "--mentions", NAME], input=f"{numbers[0]}\nn\n")
    assert done.exit_code != 0
    done = CliRunner().invoke(cli, ["erase", "--mentions", NAME], input=f"{numbers[0]}\ny\n")
    assert done.exit_code == 0
    with database.reading(desk) as session:
        left = [mention.place.kind for mention in erasing.mentions(session, NAME)]
    assert (len(left), "inquiry" in left) == (before - 1, False)


def test_the_desk_s_own_account_oneself_and_nobody_are_not_erased(session: Session) -> None:
    by = making.account(session, "ada", Role.ADMIN)
    making.account(session, "reader-form", Role.READER)
    for name, error in (("ada", NotAllowed), ("reader-form", NotAllowed), ("nobody", NotFound)):
        with pytest.raises(error):
            erasing.erase_account(session, name, by=by, at=NOW, language="de")
    with pytest.raises(NotFound):
        erasing.place(session, "note", 77)
    with pytest.raises(InvalidInput, match="three letters"):
        list(erasing.mentions(session, "Ed"))
