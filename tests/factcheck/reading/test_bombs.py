"""Files made to exhaust who reads them: each is refused in one sentence, in little memory."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factcheck.reading.files import assemble, make_pdf, word_with_body

_MEGABYTES = 256
_SECONDS = 60  # ten times what it takes, since test machines are shared
_READ = """
import resource, sys
import factcheck.reading.markdown, factcheck.reading.pdf, factcheck.reading.web
from claims.errors import UnreadableDocument
from factcheck.reading import read_document
content = sys.stdin.buffer.read()
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = peak()
try:
    print(len(read_document(content, name=sys.argv[1]).text))
except UnreadableDocument as refused:
    print(refused)
print(peak() - before)
"""
_LINE = b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (Der Rat hat beraten.) Tj ET\n"


def _shared_page(numbers: list[int]) -> str:
    return f"{numbers[0]} 0 R " * 2_000


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("a.pdf", lambda: assemble([b" " * 300_000_000]), "too large or drawn too intricately"),
        ("a.pdf", lambda: assemble([b"q Q " * 1_000_000]), "too large or drawn too intricately"),
        ("a.pdf", lambda: assemble([_LINE * 15_000], kids=_shared_page), "too large or drawn too"),
        ("a.pdf", lambda: make_pdf(*[[]] * 2_001), "too large or drawn too intricately"),
        (
            "a.docx",
            lambda: word_with_body(f"<w:p><w:r><w:t>{'x ' * 12_000_000}</w:t></w:r></w:p>"),
            "too long",
        ),
        ("a.docx", lambda: word_with_body("<w:p/>" * 4_000_000), "broken"),
        ("a.docx", lambda: word_with_body("<w:p>" * 4_000_000), "broken"),
        ("a.md", lambda: b"*a **b " * 500_000, "too long"),
        ("a.html", lambda: b"<html><body>" + b"<div>" * 1_000_000, "no article text"),
        ("a.txt", lambda: b"Der Rat hat beraten. " * 200_000, "too long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bomb_is_refused_in_one_sentence_and_little_memory(
    name: str, make: Callable[[], bytes], sentence: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _READ, name],
        input=make(),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    said, used = ran.stdout.decode().splitlines()
    assert sentence in said
    assert int(used) < _MEGABYTES
