"""`extract` and `add` with a language model as second proposer, and without it when it fails."""

import json
from pathlib import Path

import pytest

from tests.factcheck.cli.shell import Shell
from tests.factcheck.model import answering
from tests.factcheck.model.answering import serving

TEXT = "Die Werft Nordlicht hat 2019 drei Fähren verkauft. Eine Halle, zwei Kräne, viel Rost."


@pytest.fixture
def shell(home: Path) -> Shell:
    return Shell(home)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "werft.txt"
    path.write_text(TEXT)
    return str(path)


def _name(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("FACTCHECK_MODEL_URL", address)
    monkeypatch.setenv("FACTCHECK_MODEL_NAME", "little-model")


def test_extract_prints_who_proposed_what(
    shell: Shell, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answering.marking((1, "zwei Kräne"), (0, "vier Fähren"))) as (address, _asked):
        _name(monkeypatch, address)
        record = json.loads(shell.run("extract", article).stdout)
    proposers = {claim["exact"]: claim["proposers"] for claim in record["claims"]}
    assert proposers["zwei Kräne"] == ["little-model"]
    assert ["rules"] in proposers.values()
    assert (record["model"]["added"], record["model"]["dropped"]) == (1, 1)


def test_a_model_out_of_reach_is_asked_once_and_the_rules_answer(
    shell: Shell, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answering.refusing(401)) as (address, asked):
        _name(monkeypatch, address)
        done = shell.run("extract", article, article)
    assert (done.returncode, len(asked)) == (0, 1)
    assert done.stderr.decode().count("refuses to answer") == 1
    assert all("model" not in json.loads(line) for line in done.stdout.splitlines())


def test_add_keeps_what_the_model_found_and_says_what_went_wrong(
    shell: Shell, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answering.marking((1, "zwei Kräne"))) as (address, asked):
        _name(monkeypatch, address)
        added = json.loads(shell.run("add", article, "--json").stdout)
        again = json.loads(shell.run("add", article, "--json").stdout)
    assert ["little-model"] in [claim["proposers"] for claim in added["claims"]]
    assert (len(asked), len(again["claims"])) == (1, len(added["claims"]))
    other = Path(article).with_name("halle.txt")
    other.write_text(f"Nachtrag. {TEXT}")
    done = shell.run("add", str(other), "--json")
    assert (done.returncode, "There is no language model" in done.stderr.decode()) == (0, True)
    assert json.loads(done.stdout)["claims"]


def test_an_address_without_a_name_is_bad_input(
    shell: Shell, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_MODEL_URL", "http://127.0.0.1:1/v1")
    done = shell.run("extract", article)
    assert (done.returncode, "FACTCHECK_MODEL_NAME" in done.stderr.decode()) == (2, True)
