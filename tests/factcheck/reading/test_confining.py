"""Strangers' files are read in a process of their own, and what that does harms nobody."""

import os
import resource
import signal
import time
from collections.abc import Callable

import pytest

from claims.errors import InvalidInput, UnreadableDocument
from factcheck.reading import confining, read_document
from factcheck.reading.confining import apart, confine
from tests.factcheck.reading.files import Row, make_pdf

_PAGE = b"<html><body><article>" + b"<p>Der Rat hat zehn Millionen Euro ausgegeben.</p>" * 20
_SECONDS = 60  # many times what it takes, since test machines are shared


@pytest.fixture(autouse=True)
def _confined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confining, "_CONFINEMENT", confining._Confinement())
    confine()


def compute() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(300)


def grow() -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def stumble() -> None:
    raise KeyError("what a library did not think of")


def refuse() -> None:
    raise InvalidInput("%(name)s is of no use.", name="It")


def write() -> None:
    with open(f"/tmp/factcheck-test-{os.getpid()}", "wb", buffering=0) as file:
        file.write(b"something")


def who() -> tuple[int, tuple[int, int]]:
    return os.getpid(), resource.getrlimit(resource.RLIMIT_FSIZE)


def test_what_is_read_apart_is_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = make_pdf([Row(700, "Der Rat hat im Mai zehn Millionen Euro ausgegeben.")])
    files = ((_PAGE, "a.html"), (pdf, "a.pdf"), (b"# Titel\n\nDer Rat hat beraten.", "a.md"))
    there = [read_document(content, name=name) for content, name in files]
    monkeypatch.setattr(confining, "_CONFINEMENT", confining._Confinement())
    assert [read_document(content, name=name) for content, name in files] == there


def test_each_file_has_a_process_of_its_own_that_writes_no_file() -> None:
    seen = [apart(5, "it", who) for _ in range(3)]
    assert len({number for number, _ in seen} | {os.getpid()}) == 4
    assert {limit for _, limit in seen} == {(0, 0)}


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (compute, "takes too long, or too much memory"),
        (sleep, "takes too long, or too much memory"),
        (grow, "takes too long, or too much memory"),
        (crash, "takes too long, or too much memory"),
        (write, "takes too long, or too much memory|is broken"),
        (stumble, "is broken"),
    ],
)
def test_whatever_a_file_does_to_its_reader_is_one_sentence(work: Callable[[], None], sentence: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableDocument, match=sentence):
        apart(1, "The file", work)
    assert time.monotonic() - began < _SECONDS
    assert apart(5, "it", who)[0] != os.getpid()  # the next one is read


def test_the_desk_s_own_errors_come_through_as_they_are() -> None:
    with pytest.raises(InvalidInput) as raised:
        apart(1, "The file", refuse)
    assert (raised.value.template, raised.value.values) == ("%(name)s is of no use.", {"name": "It"})


def test_a_command_reads_its_user_s_files_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confining, "_CONFINEMENT", confining._Confinement())
    assert apart(1, "it", who)[0] == os.getpid()
