"""docs/examples shows what reports look like today: those of the example desk, in every format to read."""

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from factcheck.examples.reports import example_reports

_FOLDER = Path(__file__).parents[2] / "docs" / "examples"


def _comparable(name: str, content: bytes) -> object:
    """What is the same on every machine: of a Word file the parts, which each machine packs in its own way,
    and of a PDF the words of its pages."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {part: packed.read(part) for part in packed.namelist()}
    if name.endswith(".pdf"):
        return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return content


@pytest.mark.long
def test_the_examples_are_those_that_today_s_desk_writes() -> None:
    expected = example_reports()
    kept = {path.name: path.read_bytes() for path in _FOLDER.iterdir()}
    assert set(kept) == set(expected)
    stale = [name for name in kept if _comparable(name, kept[name]) != _comparable(name, expected[name])]
    assert stale == [], "run python -m factcheck.examples.reports docs/examples"


def test_the_examples_are_small() -> None:
    assert 0 < sum(path.stat().st_size for path in _FOLDER.iterdir()) < 1_500_000
