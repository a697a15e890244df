"""`factcheck capture`: take a source in."""

import re
from pathlib import PurePath

import click

from claims.errors import FactcheckError
from claims.source import Snapshot, Source
from factcheck.cli.context import desk
from factcheck.cli.streams import print_json, read_input, say
from factcheck.evidence.capture import fetcher_of, go, keep, keep_file, open_file
from factcheck.evidence.tries import sentence
from factcheck.settings import Settings

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@click.command()
@click.argument("place", metavar="URL|FILE")
@click.option("--url", help="The address of a file's page; of a web archive the page that is meant.")
@click.option("--description", default="", help="What a picture shows or a recording says.")
@click.option("--title", default="", help="Instead of the title that the source gives itself.")
@click.option("--confidential", is_flag=True, help="Only the desk sees it.")
@click.option("--json", "as_json", is_flag=True, help="Print the source and the snapshot as JSON.")
def capture(
    place: str, url: str | None, description: str, title: str, confidential: bool, as_json: bool
) -> None:
    """Keep what a source says: a page at URL, or a FILE.

    FILE is a web page, PDF, Word, Markdown or plain text, a picture or a recording with --description, or a
    web archive (WARC, WACZ). An address that the desk knows gets one more snapshot if its text has changed.
    Exit code 1 where a page could not be had; the try is written down.

    \b
    Examples:
      factcheck capture https://example.org/report
      factcheck capture report.pdf --url https://example.org/report
      factcheck capture sign.jpg --description "A sign: closed until May."
    """
    if _URL.match(place):
        _show_try(place, confidential, as_json)
        return
    content, _ = read_input(place)
    taken = open_file(content, PurePath(place).name, url, description)
    changes = {"confidential": confidential, **({"title": title} if title else {})}
    draft = taken.source.model_copy(update=changes)
    with desk(write=True) as opened:
        source, snapshot = keep_file(opened.session, draft, taken.snapshot, by=opened.actor(), at=opened.at)
    _show(source, snapshot, as_json, "")


def _show_try(url: str, confidential: bool, as_json: bool) -> None:
    tried = go(fetcher_of(Settings()), url)
    with desk(write=True) as opened:
        kept = keep(opened.session, tried, by=opened.actor(), at=opened.at, confidential=confidential)
    said = sentence(kept.attempt, "en")
    if kept.source is None or kept.snapshot is None:
        raise FactcheckError("%(url)s: %(said)s", url=url, said=said)
    _show(kept.source, kept.snapshot, as_json, said)


def _show(source: Source, snapshot: Snapshot, as_json: bool, said: str) -> None:
    if as_json:
        print_json(
            {
                "source": source.model_dump(mode="json"),
                "snapshot": snapshot.model_dump(mode="json", exclude={"content", "text"}),
            }
        )
        return
    if said:
        say(said)
    click.echo(f"Source {source.id}, snapshot {snapshot.id}: {source.title}")
    click.echo(f"  SHA-256 {snapshot.sha256}, {len(snapshot.text):,} characters")
