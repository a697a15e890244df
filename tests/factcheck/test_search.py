"""Has this been checked? Asked of a desk whose claims are in every state."""

import json
import multiprocessing
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result as Outcome
from sqlalchemy import Engine
from sqlmodel import Session

from claims.article import ArticleDraft
from claims.database import open_engine, reading, upgrade, writing
from claims.errors import InvalidInput
from claims.store import events
from claims.workflow import Action, Role, State
from factcheck import projection, review
from factcheck.cli import cli
from factcheck.found import Result
from factcheck.ingest import ingest
from factcheck.matching.index import ClaimIndex, index_folder
from factcheck.matching.relation import Relation
from factcheck.projection import catch_up, rebuild
from factcheck.search import ask, search
from tests.factcheck.cli import shell
from tests.factcheck.newsroom import SECRET, Newsroom, open_newsroom, work_through
from tests.making import START, account

TEXT = (
    "Das Klinikum Ostheim hat 2023 mindestens 300 Pflegekräfte eingestellt. "
    "Geleitet wird das Haus seit März 2021 von Henrike Zoll. "
    "Der Landkreis Wiesengrund lehnte einen Verkauf des Klinikums ab."
)


def _add(session: Session, text: str = TEXT, name: str = "desk") -> None:
    by = account(session, name, Role.REVIEWER)
    draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
    ingest(session, draft, by=by, at=START)


def _best(found: list[Result]) -> str:
    return found[0].claim.exact


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Klinikum Ostheim stellte wenigstens 300 Pfleger ein", "mindestens 300 Pflegekräfte"),
        ("at least 300 nurses hired by Ostheim hospital in 2023", "mindestens 300 Pflegekräfte"),
        ("Who has been head of the hospital since March 2021?", "Henrike Zoll"),
        ("district rejects sale of hospital", "lehnte einen Verkauf"),
        ("Klinikverkauf abgelehnt", "lehnte einen Verkauf"),
    ],
)
def test_a_claim_is_found_first_in_either_language(
    session: Session, tmp_path: Path, query: str, wanted: str
) -> None:
    _add(session)
    assert wanted in _best(search(session, tmp_path, query))


def test_an_altered_figure_is_answered_with_the_difference(session: Session, tmp_path: Path) -> None:
    _add(session)
    found = search(
        session, tmp_path, "Das Klinikum Ostheim hat 2023 höchstens 300 Pflegekräfte eingestellt."
    )[0]
    assert found.relation is Relation.DIFFERS
    assert found.differences[0].values == {
        "asked": "höchstens 300 Pflegekräfte",
        "claimed": "mindestens 300 Pflegekräfte",
    }


@pytest.fixture
def room(session: Session) -> Newsroom:
    opened = open_newsroom(session)
    work_through(opened)
    return opened


def test_verdict_state_and_evidence_are_those_of_the_desk(
    session: Session, tmp_path: Path, room: Newsroom
) -> None:
    found = search(session, tmp_path, "mindestens zwölf neue Straßenbahnen für die Linie 9 bestellt")[0]
    claim = next(claim for claim in room.claims if claim.id == found.claim.id)
    assert (found.claim.state, found.claim.verdict) == (claim.state, claim.verdict)
    assert found.claim.state is State.PUBLISHED
    assert found.claim.decided_at is not None
    assert found.claim.evidence.count == sum(found.claim.evidence.stances.values()) > 0


def test_no_answer_names_a_confidential_source(session: Session, tmp_path: Path, room: Newsroom) -> None:
    results = [
        result for claim in room.claims for result in search(session, tmp_path, claim.text, language="de")
    ]
    titles = [title for result in results for title in result.claim.evidence.sources]
    assert titles
    assert SECRET not in titles


def test_a_move_is_seen_by_the_next_question(session: Session, tmp_path: Path) -> None:
    _add(session)
    query = "Klinikum Ostheim 300 Pflegekräfte"
    claim = search(session, tmp_path, query)[0].claim
    assert claim.state is State.PROPOSED
    by = account(session, "second", Role.REVIEWER)
    review.move(session, claim.id, Action.DISMISS, by=by, at=START, reason="trivial")
    assert claim.id not in [result.claim.id for result in search(session, tmp_path, query)]


def test_an_edit_is_found_by_its_new_words(session: Session, tmp_path: Path) -> None:
    _add(session)
    claim = search(session, tmp_path, "Henrike Zoll")[0].claim
    by = account(session, "second", Role.REVIEWER)
    text = "Chefärztin Brunhild Sattelmair leitet das Klinikum Ostheim."
    review.edit(session, claim.id, review.ClaimEdit(text=text), by=by, at=START)
    assert search(session, tmp_path, "Sattelmair")[0].claim.id == claim.id


def test_a_text_of_several_sentences_is_answered_sentence_by_sentence(
    session: Session, tmp_path: Path
) -> None:
    _add(session)
    text = "Das Klinikum Ostheim wird von Henrike Zoll geleitet. Ein Verkauf wurde abgelehnt."
    answer = ask(session, tmp_path, text)
    assert [text[each.start : each.end] for each in answer.sentences] == text.replace(". ", ".\n").split("\n")
    assert "Henrike Zoll" in _best(list(answer.sentences[0].results))
    assert "lehnte" in _best(list(answer.sentences[1].results))


def test_a_greeting_is_no_claim_that_was_never_checked(session: Session, tmp_path: Path) -> None:
    _add(session)
    text = "Guten Tag zusammen! Die Hafenbahn hat 2019 neun Lokomotiven verkauft. Vielen Dank im Voraus."
    assert [each.never_checked for each in ask(session, tmp_path, text).sentences] == [False, True, False]
    assert not ask(session, tmp_path, "Guten Tag zusammen!").never_checked


@pytest.mark.parametrize("text", ["", "  \n", "?!…"])
def test_a_question_without_words_is_refused(session: Session, tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidInput):
        search(session, tmp_path, text)


def test_an_empty_desk_answers_nothing(session: Session, tmp_path: Path) -> None:
    assert search(session, tmp_path, "Klinikum Ostheim") == []


# what becomes of the index' files does not depend on the database
_on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def _folder(home: Path) -> Path:
    return index_folder(home)


@_on_sqlite
def test_a_deleted_index_is_built_anew(session: Session, tmp_path: Path) -> None:
    _add(session)
    before = [result.claim.id for result in search(session, tmp_path, "Klinikum Ostheim")]
    shutil.rmtree(tmp_path / "index")
    assert [result.claim.id for result in search(session, tmp_path, "Klinikum Ostheim")] == before


@_on_sqlite
@pytest.mark.parametrize("pattern", ["meta.json", "*.store", "*.idx", "*.term", "*"])
def test_a_damaged_index_is_built_anew(session: Session, tmp_path: Path, pattern: str) -> None:
    _add(session)
    before = [result.claim.id for result in search(session, tmp_path, "Klinikum Ostheim")]
    damaged = [path for path in _folder(tmp_path).glob(pattern) if path.is_file()]
    assert damaged
    for path in damaged:
        path.unlink()
        path.write_bytes(b"\x00broken")
    # what is mapped into this process would hide the damage: ask as a new process does
    projection._cached.cache_clear()
    assert [result.claim.id for result in search(session, tmp_path, "Klinikum Ostheim")] == before


@_on_sqlite
def test_an_index_of_another_version_is_left_alone_and_cleared_by_a_rebuild(
    session: Session, tmp_path: Path
) -> None:
    _add(session)
    stale = tmp_path / "index" / "0-0-old"
    stale.mkdir(parents=True)
    assert search(session, tmp_path, "Klinikum Ostheim")
    assert rebuild(session, tmp_path) == 3
    assert not stale.exists()
    assert search(session, tmp_path, "Klinikum Ostheim")


@_on_sqlite
def test_an_index_that_knows_another_history_is_built_anew(session: Session, tmp_path: Path) -> None:
    _add(session)
    index = catch_up(session, tmp_path)
    index.write(index.mark(), lambda: [], index.mark()._replace(hash="0" * 64))
    assert "Henrike Zoll" in _best(search(session, tmp_path, "Henrike Zoll"))
    assert catch_up(session, tmp_path).mark().seq == events.last(session)


@_on_sqlite
def test_catching_up_twice_and_building_anew_lead_to_the_same_index(session: Session, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    _add(session)
    catch_up(session, one)
    _add(session, "Die Stadt Ostheim baut 2024 vier neue Schulen.", "third")
    grown, fresh = catch_up(session, one), catch_up(session, other)
    assert (grown.count(), grown.mark()) == (fresh.count(), fresh.mark())
    queries = ("Schulen Ostheim", "Klinikum", "Henrike Zoll")
    found = [[[r.claim.id for r in search(session, home, q)] for q in queries] for home in (one, other)]
    assert found[0] == found[1]


@pytest.fixture
def desk_file(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'desk.sqlite3'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def _run_elsewhere(home: Path, *args: str, given: str = "") -> int:
    return shell.run(*args, given=given, FACTCHECK_HOME=str(home)).returncode


def _run(home: Path, *args: str, given: str = "") -> Outcome:
    return CliRunner().invoke(cli, args, input=given, env={"FACTCHECK_HOME": str(home)})


def test_a_claim_written_by_another_process_is_found_by_the_next_question(
    desk_file: Engine, tmp_path: Path
) -> None:
    with writing(desk_file) as session:
        _add(session)
    with reading(desk_file) as session:
        assert search(session, tmp_path, "Brücke Lauterbach") == []
    text = "Die Brücke bei Lauterbach ist seit 2018 gesperrt."
    assert _run_elsewhere(tmp_path, "add", "-", "--lang", "de", given=text) == 0
    with reading(desk_file) as session:
        assert "Lauterbach" in _best(search(session, tmp_path, "Brücke Lauterbach"))


def test_a_session_that_sees_an_older_desk_leaves_a_newer_index_alone(
    desk_file: Engine, tmp_path: Path
) -> None:
    with writing(desk_file) as session:
        _add(session)
    with reading(desk_file) as older:
        assert events.last(older) > 0
        with writing(desk_file) as session:
            _add(session, "Die Brücke bei Lauterbach ist seit 2018 gesperrt.", "second")
        with reading(desk_file) as newer:
            mark = catch_up(newer, tmp_path).mark()
        found = search(older, tmp_path, "Brücke Lauterbach Henrike Zoll")
        assert "Henrike Zoll" in _best(found)
        assert not any("Lauterbach" in result.claim.exact for result in found)
        assert catch_up(older, tmp_path).mark() == mark


def _ask_often(url: str, home: str, found: "multiprocessing.Queue[object]") -> None:
    engine = open_engine(url)
    try:
        for _ in range(10):
            with reading(engine) as session:
                count = catch_up(session, Path(home)).mark().seq, events.last(session)
            if count[0] < count[1]:
                raise AssertionError(f"the index is at {count[0]}, the log at {count[1]}")
        found.put("ok")
    except Exception as error:
        found.put(repr(error))


@pytest.mark.long
def test_several_processes_ask_while_another_writes(desk_file: Engine, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    found: multiprocessing.Queue[object] = context.Queue()
    url = str(desk_file.url)
    askers = [context.Process(target=_ask_often, args=(url, str(tmp_path), found)) for _ in range(3)]
    for asker in askers:
        asker.start()
    for number in range(15):
        with writing(desk_file) as session:
            _add(session, f"Der Verein {number} hat {number + 2} Mitglieder gewonnen.", f"desk{number}")
    answers = [found.get(timeout=120) for _ in askers]
    for asker in askers:
        asker.join()
    assert answers == ["ok"] * len(askers)
    with reading(desk_file) as session:
        index = catch_up(session, tmp_path)
        assert index.mark().seq == events.last(session)
        assert index.count() == 15


def test_an_index_left_in_the_middle_of_a_write_goes_on_from_its_last_commit(
    desk_file: Engine, tmp_path: Path
) -> None:
    with writing(desk_file) as session:
        _add(session)
    with reading(desk_file) as session:
        catch_up(session, tmp_path)
    script = (
        "import os, sys, tantivy; from pathlib import Path; from factcheck.matching.index import ClaimIndex\n"
        "index = ClaimIndex(Path(sys.argv[1]))\n"
        "writer = index._index.writer(heap_size=30_000_000, num_threads=1)\n"
        "writer.delete_all_documents(); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(_folder(tmp_path))], check=False)
    assert done.returncode == 9
    with reading(desk_file) as session:
        assert "Henrike Zoll" in _best(search(session, tmp_path, "Henrike Zoll"))


def test_status_prints_an_answer_a_line_and_says_which_line_is_bad(tmp_path: Path) -> None:
    assert _run(tmp_path, "add", "-", "--lang", "de", given=TEXT).exit_code == 0
    queries = tmp_path / "queries.txt"
    queries.write_text("at least 300 nurses hired\n\nwho heads the hospital?\n", "utf-8")
    done = _run(tmp_path, "status", "--queries", str(queries), "--json")
    assert done.exit_code == 0, done.output
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert first["query"] == "at least 300 nurses hired"
    best = first["results"][0]
    assert set(best) == {"claim", "relation", "score", "reasons", "differences"}
    assert {"id", "article_id", "start", "end", "also_at", "exact", "text", "state", "verdict"} <= set(
        best["claim"]
    )
    assert {"evidence", "decided_at", "recheck_at"} <= set(best["claim"])
    assert TEXT[best["claim"]["start"] : best["claim"]["end"]] == best["claim"]["exact"]
    assert second["error"]
    assert "error" not in third


def test_status_reads_well_for_people(tmp_path: Path) -> None:
    assert (
        _run(tmp_path, "add", "-", "--lang", "de", "--title", "Neues vom Klinikum", given=TEXT).exit_code == 0
    )
    done = _run(tmp_path, "status", "Klinikum Ostheim stellt 900 Pflegekräfte ein")
    assert done.exit_code == 0, done.output
    assert "proposed" in done.stdout
    assert "Neues vom Klinikum" in done.stdout
    assert "you ask 900 Pflegekräfte, the claim says mindestens 300" in done.stdout


def test_status_without_a_question_is_a_usage_error(tmp_path: Path) -> None:
    assert _run(tmp_path, "status").exit_code == 2


def test_index_rebuild_says_how_many_claims_it_has(tmp_path: Path) -> None:
    assert _run(tmp_path, "add", "-", "--lang", "de", given=TEXT).exit_code == 0
    done = _run(tmp_path, "index", "rebuild", "--json")
    assert json.loads(done.stdout) == {"claims": 3}


def test_a_fresh_index_has_seen_nothing(tmp_path: Path) -> None:
    index = ClaimIndex(tmp_path / "index")
    assert index.mark() == (0, "")
    assert index.count() == 0
