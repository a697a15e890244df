"""The commands as a shell runs them: what they print where, and how they exit."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factcheck.cli.shell import Shell

TEXT = (
    "Der Stadtrat hat zwölf neue Busse bestellt. 😀 Sie kosten 4,2 Millionen Euro.\r\nWarum erst jetzt?\r\n"
)
PASSWORD = "ein langes Passwort"


@pytest.fixture
def shell(home: Path) -> Shell:
    return Shell(home)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "busse.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def test_extract_prints_claims_with_their_exact_words_and_stores_nothing(shell: Shell, article: str) -> None:
    [found] = shell.json("extract", article, "--lang", "de")
    assert found["language"] == "de"
    assert "text" not in found
    assert [TEXT[claim["start"] : claim["end"]] for claim in found["claims"]] == [
        claim["exact"] for claim in found["claims"]
    ]
    assert [(q["value"], q["unit"]) for claim in found["claims"] for q in claim["quantities"]][-1] == (
        4_200_000,
        "EUR",
    )
    assert found["sentences"][-1]["why_none"]
    assert list(shell.home.iterdir()) == []


def test_extract_reads_standard_input_and_detects_the_language(shell: Shell) -> None:
    [found] = shell.json(
        "extract", "-", given="The council has ordered twelve new buses for the harbour line."
    )
    assert found["language"] == "en"
    assert found["claims"][0]["quantities"][0]["value"] == 12


def test_extract_prints_the_text_of_a_page(shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die Verwaltung am Abend mitteilte."
    date = '<meta property="article:published_time" content="2026-03-06">'
    page.write_text(
        f"<!doctype html><html><head>{date}</head><body><article><p>{words}</p></article></body></html>"
    )
    [found] = shell.json("extract", str(page))
    first = found["claims"][0]
    assert found["text"][first["start"] : first["end"]] == first["exact"]
    assert [time["edtf"] for time in first["times"]][:1] == ["2026-03-04"], "dated by the page's own date"


def test_add_stores_once_and_says_what_it_made(shell: Shell, article: str) -> None:
    [first] = shell.json("add", article, "--lang", "de", "--json")
    [second] = shell.json("add", article, "--lang", "de", "--json")
    assert first["article"] == {"id": 1, "version": 1, "created": True}
    assert second["article"] == {"id": 1, "version": 1, "created": False}
    assert [claim["id"] for claim in first["claims"]] == [claim["id"] for claim in second["claims"]]
    assert {claim["state"] for claim in first["claims"]} == {"proposed"}


def test_the_same_address_with_other_words_is_a_new_version(
    shell: Shell, article: str, tmp_path: Path
) -> None:
    changed = tmp_path / "later.txt"
    changed.write_bytes(f"Nachtrag. {TEXT}".encode())
    url = "https://stadtblatt.example/busse"
    shell.json("add", article, "--url", url, "--lang", "de", "--json")
    [found] = shell.json("add", str(changed), "--url", url, "--lang", "de", "--json")
    assert found["article"] == {"id": 1, "version": 2, "created": False}


def test_claims_prints_one_claim_a_line(shell: Shell, article: str) -> None:
    [added] = shell.json("add", article, "--lang", "de", "--json")
    assert shell.json("claims", "--json") == added["claims"]
    assert shell.json("claims", "--state", "proposed", "--limit", "1", "--json") == added["claims"][:1]
    assert shell.json("claims", "--state", "open", "--json") == []
    assert shell.json("claims", "--article", "2", "--json") == []


def test_slots_answers_every_line(shell: Shell, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Rund 300 Gäste kamen.\n\nSeit 2019 fährt der Bus.\n")
    first, blank, last = shell.json("slots", str(lines), "--lang", "de", "--json")
    assert (first["quantities"][0]["comparator"], first["quantities"][0]["value"]) == ("approx", 300)
    assert blank == {"quantities": [], "times": [], "speakers": []}
    assert last["times"][0]["edtf"] == "2019/.."


def test_compare_answers_every_line_and_goes_on_behind_a_bad_one(shell: Shell, tmp_path: Path) -> None:
    lines = tmp_path / "pairs.jsonl"
    claim = '{"claim": "Die Brücke ist 16 Kilometer lang.", "passage": "The bridge is %s long."}'
    lines.write_text("\n".join([claim % "10 miles", "no JSON", '{"claim": "x"}', "", claim % "9 miles"]))
    answers = shell.json("compare", str(lines), "--json")
    assert [answer.get("assessment", "error" in answer) for answer in answers] == [
        "consistent",
        True,
        True,
        True,
        "contradicted",
    ]
    assert answers[4]["slots"] == [
        {"slot": "quantity", "claim": "16 Kilometer", "passage": "9 miles", "result": "contradicted"}
    ]
    assert answers[4]["reasons"][0] == "Die Behauptung sagt 16 Kilometer, die Stelle 9 miles"
    assert shell.json("claims", "--json") == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "binary"),
        ("Straße".encode("latin-1"), "UTF-8"),
        ("Le conseil municipal a commandé douze nouveaux autobus mercredi dernier.".encode(), "German"),
    ],
)
def test_bad_input_gets_one_sentence_and_nothing_is_stored(shell: Shell, content: bytes, words: str) -> None:
    done = shell.run("add", "-", given=content)
    assert done.returncode == 2
    assert done.stdout == b""
    assert words in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert shell.json("claims", "--json") == []


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "nowhere.txt"),
        ("add", "nowhere.txt"),
        ("add", "https://stadtblatt.example/busse"),
        ("slots", "nowhere.txt"),
        ("compare", "nowhere.txt"),
        ("token", "create", "nobody"),
        ("user", "disable", "nobody"),
        ("claims", "--state", "true"),
        ("extract", "-", "--published", "gestern"),
        ("nonsense",),
    ],
)
def test_what_cannot_be_done_exits_with_2(shell: Shell, command: tuple[str, ...]) -> None:
    done = shell.run(*command)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_accounts_are_added_listed_and_disabled(shell: Shell) -> None:
    assert shell.run("user", "add", "rita", "--role", "reviewer", given=PASSWORD).returncode == 0
    assert shell.run("user", "add", "rita", "--role", "editor", given=PASSWORD).returncode == 1
    assert shell.run("user", "disable", "rita").returncode == 0
    listed = {one["name"]: one for one in shell.json("user", "list", "--json")}
    assert (listed["rita"]["roles"], listed["rita"]["disabled"]) == (["reviewer"], True)
    assert set(listed) == {"rita", "cli"}  # whom the command acts as stands in the history
    assert PASSWORD.encode() not in (shell.home / "desk.sqlite3").read_bytes()


@pytest.mark.parametrize("password", ["", "short"])
def test_a_password_that_is_too_short_is_refused(shell: Shell, password: str) -> None:
    assert shell.run("user", "add", "rita", "--role", "reviewer", given=password).returncode == 2
    assert shell.json("user", "list", "--json") == []


def test_a_token_is_shown_once_and_kept_as_a_digest(shell: Shell) -> None:
    shell.run("user", "add", "rita", "--role", "reviewer", given=PASSWORD)
    secret = shell.run("token", "create", "rita", "--label", "feed").stdout.strip()
    assert secret.startswith(b"factcheck_")
    assert secret not in (shell.home / "desk.sqlite3").read_bytes()
    assert shell.run("token", "revoke", "1").returncode == 0
    [listed] = shell.json("token", "list", "--json")
    assert (listed["account"], listed["label"]) == ("rita", "feed")
    assert listed["revoked_at"]


def test_the_log_verifies_after_work(shell: Shell, article: str) -> None:
    [added] = shell.json("add", article, "--lang", "de", "--json")
    [log] = shell.json("log", "verify", "--json")
    assert (log["events"], log["valid"]) == (len(added["claims"]) + 2, True)
    assert shell.json("log", "verify", "--expect", log["head"], "--json") == [log]


@pytest.mark.long
def test_an_older_signed_head_is_proved_to_be_where_the_log_began(
    shell: Shell, article: str, tmp_path: Path
) -> None:
    shell.run("add", article)
    paths = [tmp_path / "older.json", tmp_path / "newer.json"]
    paths[0].write_bytes(shell.run("log", "head", "--json").stdout)
    other = tmp_path / "other.txt"
    other.write_text("Der Verein zählt mindestens zwölf Mitglieder.")
    shell.run("add", str(other))
    paths[1].write_bytes(shell.run("log", "head", "--since", str(paths[0]), "--json").stdout)
    assert shell.run("log", "verify", "--head", str(paths[0])).returncode == 0
    done = shell.run("log", "compare", *map(str, paths))
    assert (done.returncode, b"continues" in done.stdout) == (0, True)
    newer = json.loads(paths[1].read_text())
    newer["since"]["proof"][0] = "0" * 64
    paths[1].write_text(json.dumps(newer))
    assert shell.run("log", "compare", *map(str, paths)).returncode == 1
    older = json.loads(paths[0].read_text())
    paths[0].write_text(json.dumps(older | {"root": "0" * 64}))
    assert b"not signed" in shell.run("log", "verify", "--head", str(paths[0])).stderr


def test_a_log_that_was_changed_exits_with_1(shell: Shell, article: str) -> None:
    shell.run("add", article, "--lang", "de")
    with sqlite3.connect(shell.home / "desk.sqlite3") as connection:
        connection.execute("UPDATE event SET action = 'dismiss' WHERE seq = 2")
    done = shell.run("log", "verify")
    assert done.returncode == 1
    assert b"Event 2" in done.stderr


def test_the_actor_is_who_the_settings_name(shell: Shell, article: str) -> None:
    assert shell.run("add", article, "--lang", "de", user="night-import").returncode == 0
    assert [account["name"] for account in shell.json("user", "list", "--json")] == ["night-import"]


def test_a_reader_that_stops_early_loses_nothing(shell: Shell, article: str) -> None:
    program = f"{sys.executable} -c 'from factcheck.cli import main; main()' add {article} --lang de | true"
    subprocess.run(
        ["bash", "-c", program], check=False, env={**os.environ, "FACTCHECK_HOME": str(shell.home)}
    )
    assert shell.json("claims", "--json") != []


@pytest.mark.parametrize(
    "command", [(), ("extract",), ("add",), ("user",), ("user", "add"), ("token",), ("log",)]
)
def test_help_teaches(shell: Shell, command: tuple[str, ...]) -> None:
    done = shell.run(*command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 200


def test_an_invitation_is_printed_where_no_mail_is_sent(shell: Shell) -> None:
    who = ("nora", "--role", "editor", "--email", "nora@news.example")
    done = shell.run("user", "add", *who, "--invite")
    assert (done.returncode, done.stdout[:10]) == (0, b"/password/")
    [nora] = shell.json("user", "list", "--json")
    assert (nora["name"], nora["email"], nora["roles"]) == ("nora", "nora@news.example", ["editor"])
    again = shell.run("user", "link", "nora")
    assert again.stdout[:10] == b"/password/"
    assert again.stdout != done.stdout


def test_notify_says_that_no_mail_is_sent_where_no_server_is_set(shell: Shell) -> None:
    done = shell.run("notify")
    assert (done.returncode, b"FACTCHECK_SMTP_HOST is not set" in done.stderr) == (0, True)
