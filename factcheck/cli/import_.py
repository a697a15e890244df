"""`factcheck import`: take in what others have checked."""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlalchemy import Engine

from claims.attempt import Outcome
from claims.database import reading
from claims.errors import FactcheckError, InvalidInput
from factcheck.cli.streams import print_json, say
from factcheck.desk import open_desk
from factcheck.evidence.capture import fetcher_of
from factcheck.evidence.fetching import Unfetched
from factcheck.importing.feed import Broken, read_feed
from factcheck.importing.stream import Readable
from factcheck.importing.taking import Imported, forget, import_feed
from factcheck.projection import catch_up
from factcheck.settings import Settings

_URL = re.compile(r"https?://", re.IGNORECASE)
_LISTED = 20


@click.group("import")
def import_group() -> None:
    """Take in what others have checked: found by whoever asks, and never taken for the desk's own."""


@import_group.command("claimreview")
@click.argument("place", metavar="FILE|URL|-")
@click.option("--json", "as_json", is_flag=True, help="Print the counts and every broken entry as JSON.")
def claimreview(place: str, as_json: bool) -> None:
    """Take a ClaimReview feed in: a FILE, the page at URL, or standard input for -.

    Read are schema.org's JSON-LD (one review, lists, graphs, data feeds such as Data Commons', a web page
    that has it), answers of Google's Fact Check Tools API, and what this desk exports. The same feed again
    changes only what it says otherwise by now. Entries that are broken are left out and listed.
    """
    settings = Settings()
    engine = open_desk(settings)
    try:
        with _opened(place, settings) as (stream, name):
            done = import_feed(
                engine,
                read_feed(stream),
                feed=name,
                by=settings.user.strip().lower(),
                at=datetime.now(UTC),
                progress=lambda seen: _go_on(engine, settings, seen),
            )
    finally:
        engine.dispose()
    _end_progress()
    if as_json:
        print_json(done.model_dump(mode="json"))
    else:
        _show(done)


@import_group.command("forget")
@click.option("--publisher", "site", required=True, metavar="SITE", help="The publisher's host: example.org")
@click.option("--json", "as_json", is_flag=True)
def forget_command(site: str, as_json: bool) -> None:
    """Take all reviews of one publisher's SITE out again."""
    settings = Settings()
    engine = open_desk(settings)
    try:
        gone = forget(engine, site.lower(), by=settings.user.strip().lower(), at=datetime.now(UTC))
    finally:
        engine.dispose()
    if as_json:
        print_json({"gone": gone})
    else:
        say(f"{gone} reviews of {site.lower()} are gone.")


@contextmanager
def _opened(place: str, settings: Settings) -> Iterator[tuple[Readable, str]]:
    """The feed's bytes and the name under which it was read. Raises InvalidInput, FactcheckError."""
    if place == "-":
        yield sys.stdin.buffer, "standard input"
    elif _URL.match(place):
        yield io.BytesIO(_fetch(place, settings)), place
    else:
        try:
            with Path(place).open("rb") as stream:
                yield stream, Path(place).name
        except FileNotFoundError as error:
            raise InvalidInput("There is no file %(path)s.", path=place) from error
        except OSError as error:
            raise InvalidInput("%(path)s cannot be read: %(why)s.", path=place, why=error.strerror) from error


def _fetch(url: str, settings: Settings) -> bytes:
    fetcher = fetcher_of(settings)
    found = fetcher.fetch(url)
    if isinstance(found, Unfetched):
        hint = " Fetch it by other means and give the file." if found.outcome is Outcome.TOO_LARGE else ""
        why = found.reason or found.outcome.value
        raise FactcheckError("%(url)s could not be fetched (%(why)s).%(hint)s", url=url, why=why, hint=hint)
    return found.content


def _go_on(engine: Engine, settings: Settings, seen: int) -> None:
    """The index takes each batch in at once, so that nobody's next question has to wait for all of them."""
    with reading(engine) as session:
        catch_up(session, settings.home)
    _show_progress(seen)


def _show_progress(seen: int) -> None:
    """One line that stays where people watch, one line each ten thousand where nobody does."""
    if sys.stderr.isatty():
        click.echo(f"\r{seen:,} entries", err=True, nl=False)
    elif seen % 10_000 == 0:
        say(f"{seen:,} entries")


def _end_progress() -> None:
    if sys.stderr.isatty():
        say("")


def _show(done: Imported) -> None:
    say(
        f"{done.added:,} new, {done.changed:,} changed, {done.unchanged:,} as before, "
        f"{len(done.broken):,} broken."
    )
    for entry in done.broken[:_LISTED]:
        say(_told(entry))
    if len(done.broken) > _LISTED:
        say(f"  … and {len(done.broken) - _LISTED:,} more: --json lists them all.")


def _told(entry: Broken) -> str:
    return f"  entry {entry.position}: {entry.why}"
