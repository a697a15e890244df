"""`factcheck extract`: what could be checked in a text, a file, a folder."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from claims.draft import ArticleDraft, published_on
from claims.errors import FactcheckError, InvalidInput
from claims.reason import Language
from factcheck.cli.options import DAY
from factcheck.cli.second import SecondProposer
from factcheck.cli.streams import print_json, read_input, say
from factcheck.extraction.claims import extract
from factcheck.model import Tally
from factcheck.reading import NAMES, read, suffix_of
from factcheck.records import ExtractionRecord, extraction_record
from factcheck.settings import Settings

_KINDS = ", ".join(NAMES)
_LARGEST = 100_000_000
"""Bytes of a file; what is larger is no article, and is not loaded to find that out."""


@dataclass(frozen=True)
class _Wanted:
    """What was said of all texts of this run, and who reads them again, if anybody."""

    language: Language | None
    published: date | None
    second: SecondProposer


class FileRecord(ExtractionRecord):
    """What is printed of a file: `pages` are the offsets at which its pages begin, None where it has
    none; `model` counts what a language model named, None where none was asked. A field that would be
    None is left out."""

    pages: tuple[int, ...] | None
    model: Tally | None

    @property
    def unsaid(self) -> set[str]:
        """The fields that are left out."""
        return {name for name in ("text", "pages", "model") if getattr(self, name) is None}


@click.command("extract", epilog=f"In folders, files are read whose names end with {_KINDS}.")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(["de", "en"]), help="Language of the text; detected if not given.")
@click.option(
    "--published",
    type=DAY,
    help="Day of publication, which dates “on Monday” or “im Vorjahr”; the file's own if not given.",
)
@click.option("--jsonl", is_flag=True, help="One line for each file, also where there is only one.")
def extract_command(
    files: tuple[str, ...], lang: Language | None, published: date | None, jsonl: bool
) -> None:
    """Print the claims in FILE as JSON. Stores nothing.

    FILE is a text, a web page, Markdown, a Word file or a PDF; - is a text on standard input.
    Each claim has its exact words with their place, a kind, quantities, times, speaker, names, and how
    much it deserves checking, with the reasons. Each sentence is answered: its claims, or why none.
    Places count code points: of a plain text as it is, else of the text that is printed as "text";
    "pages" says where in it the pages of a PDF begin.

    With several FILEs, or a folder, each file is one line: {"file": …} and the same, or {"file", "error"}
    where it cannot be read. The others are read all the same; the exit code is then 2.

    Where FACTCHECK_MODEL_URL names a language model, it is asked what the rules missed; "proposers" says
    of each claim who found it, and "model" counts what became of the model's claims.

    \b
    Examples:
      factcheck extract article.pdf | jq '.claims[].text'
      factcheck extract --published 2026-11-24 monday.docx
      factcheck extract archive/ > claims.jsonl
      curl -s https://example.org/ | factcheck extract -
    """
    wanted = _Wanted(lang, published, SecondProposer(Settings()))
    if len(files) == 1 and not jsonl and not Path(files[0]).is_dir():
        record = _extract(files[0], wanted)
        click.echo(record.model_dump_json(exclude=record.unsaid))
        return
    failed = 0
    every = [path for given in files for path in _files_in(given)]
    for path in _shown(every):
        line = _line(path, wanted)
        failed += "error" in line
        print_json(line)
    if failed:
        say(f"factcheck: {failed} of {len(every)} could not be read.")
        sys.exit(2)


def _files_in(given: str) -> Iterator[str]:
    """A file itself; of a folder, however deep, the files that can be read, in the order of their names."""
    if not Path(given).is_dir():
        yield given
        return
    found = False
    for folder, inner, names in os.walk(given):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if suffix_of(name) in NAMES and not name.startswith("."):
                found = True
                yield os.path.join(folder, name)
    if not found:
        yield given


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a bar on standard error as long as somebody looks at it."""
    console = Console(stderr=True)
    # where the lines themselves go to the terminal they are progress enough
    quiet = not console.is_terminal or sys.stdout.isatty()
    yield from track(paths, "Reading …", console=console, disable=quiet, transient=True)


def _line(path: str, wanted: _Wanted) -> dict[str, Any]:
    name = path.encode("utf-8", "replace").decode()
    try:
        record = _extract(path, wanted)
    except FactcheckError as error:
        return {"file": name, "error": str(error)}
    return {"file": name, **record.model_dump(mode="json", exclude=record.unsaid)}


def _extract(path: str, wanted: _Wanted) -> FileRecord:
    """Raises FactcheckError."""
    draft = _read(path, wanted)
    published = published_on(draft.published)
    found = extract(draft.text, draft.language, published)
    again = wanted.second.read(draft.text, found, published)
    record = extraction_record(
        again.extraction if again else found, draft.text, with_text=draft.media_type != "text/plain"
    )
    return FileRecord(**dict(record), pages=draft.pages or None, model=again.tally if again else None)


def _read(path: str, wanted: _Wanted) -> ArticleDraft:
    if Path(path).is_dir():
        raise InvalidInput("There is no file in %(path)s that can be read.", path=path)
    if path != "-" and Path(path).is_file() and Path(path).stat().st_size > _LARGEST:
        raise InvalidInput("%(path)s is too large to be an article.", path=path)
    content, name = read_input(path)
    published = wanted.published.isoformat() if wanted.published else None
    return read(content, name=name, language=wanted.language, published=published)
