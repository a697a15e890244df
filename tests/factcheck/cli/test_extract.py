"""`factcheck extract` over many files: one line for each, and on with the next."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.extract import extract_command
from tests.factcheck.cli.shell import Shell
from tests.factcheck.reading.files import column, make_pdf, make_word

TEXT = "Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt."


@pytest.fixture
def shell(home: Path) -> Shell:
    return Shell(home)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five articles, two of them broken, among files that are none."""
    found = tmp_path / "archiv"
    (found / "b" / ".hidden").mkdir(parents=True)
    (found / "a.txt").write_text(TEXT)
    (found / "b" / "c.PDF").write_bytes(make_pdf(column(TEXT), column("Die Linie 7 bekommt drei davon.")))
    (found / "b" / "d.docx").write_bytes(make_word(lambda word: word.add_paragraph(TEXT)))
    (found / "b" / "e.md").write_text("```\nnichts\n```")
    (found / "b" / "leer.txt").write_text("")
    (found / "b" / "bild.png").write_bytes(b"\x89PNG")
    (found / "b" / ".hidden" / "x.txt").write_text(TEXT)
    return found


def test_a_folder_gives_a_line_for_each_file_that_can_be_read(shell: Shell, folder: Path) -> None:
    done = shell.run("extract", str(folder))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    names = [str(Path(line["file"]).relative_to(folder)) for line in lines]
    assert names == ["a.txt", "b/c.PDF", "b/d.docx", "b/e.md", "b/leer.txt"]
    assert ["error" in line for line in lines] == [False, False, False, True, True]
    assert done.returncode == 2
    assert "2 of 5 could not be read" in done.stderr.decode()
    for line in lines[:3]:
        first, text = line["claims"][0], line.get("text", TEXT)
        assert text[first["start"] : first["end"]] == first["exact"]
    assert lines[1]["pages"] == [0, lines[1]["text"].index("Die Linie")]
    assert "text" not in lines[0]


def test_files_are_read_in_the_order_in_which_they_are_named(shell: Shell, folder: Path) -> None:
    named = [str(folder / "b" / "d.docx"), "-", str(folder / "a.txt"), str(folder / "nirgends.txt")]
    done = shell.run("extract", *named, given=TEXT)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in lines] == named
    assert lines[1]["claims"][0]["exact"] == lines[2]["claims"][0]["exact"]
    assert "There is no file" in lines[3]["error"]


def test_one_file_alone_prints_what_it_always_did(shell: Shell, folder: Path) -> None:
    path = str(folder / "a.txt")
    [alone], [line] = shell.json("extract", path), shell.json("extract", "--jsonl", path)
    assert line.pop("file") == path
    assert line == alone


def test_all_good_exits_with_0_and_says_nothing(shell: Shell, folder: Path) -> None:
    done = shell.run("extract", str(folder / "a.txt"), str(folder / "b" / "c.PDF"))
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_without_articles_is_said(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    done = shell.run("extract", str(tmp_path / "leer"))
    assert done.returncode == 2
    assert "no file in" in json.loads(done.stdout)["error"]


def test_a_name_that_is_no_text_is_printed_all_the_same(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"stra\xdfe.txt")).write_text(TEXT)
    [line] = shell.json("extract", str(tmp_path))
    assert line["claims"]


def test_each_line_is_written_before_the_next_file_is_read(folder: Path, home: Path) -> None:
    pipe = folder / "später.txt"
    os.mkfifo(pipe)
    program = [sys.executable, "-c", "from factcheck.cli import main; main()", "extract"]
    with subprocess.Popen(
        [*program, str(folder / "a.txt"), str(pipe)],
        stdout=subprocess.PIPE,
        env={**os.environ, "FACTCHECK_HOME": str(home)},
    ) as running:
        assert running.stdout is not None
        # the second file has no words yet, and nobody gives it any before the first line is there
        assert json.loads(running.stdout.readline())["claims"]
        pipe.write_text(TEXT)
        assert json.loads(running.stdout.readline())["file"] == str(pipe)
    assert running.returncode == 0


def test_the_help_says_what_is_read_and_what_is_printed() -> None:
    said = extract_command.help or ""
    assert all(word in said for word in ("PDF", "Word", "Markdown", '{"file": …}', "Examples:"))
    assert ".docx" in (extract_command.epilog or "")
