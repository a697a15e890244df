"""`factcheck add`: take an article in."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import click

from claims.article import published_on
from claims.attempt import Outcome
from claims.database import writing
from claims.errors import InvalidInput, StaleVersion, UnreadableDocument
from claims.reason import Language
from claims.store import claims
from claims.wording import label
from factcheck.cli.context import desk
from factcheck.cli.options import NUMBER
from factcheck.cli.second import SecondProposer
from factcheck.cli.streams import print_json, read_input, say
from factcheck.desk import actor, open_desk
from factcheck.evidence.capture import Tried, fetcher_of, keep
from factcheck.evidence.fetching import Unfetched
from factcheck.evidence.tries import say_why
from factcheck.following import Fate
from factcheck.ingest import Ingested, analyse, ingest
from factcheck.kinship import match_article
from factcheck.model import SecondReading
from factcheck.reading import read
from factcheck.records import claim_record
from factcheck.revision import Revision
from factcheck.seconding import second
from factcheck.settings import Settings

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_FATES = {
    "unchanged": "unchanged",
    "moved": "moved",
    "edited": "edited",
    "choose": "to choose a place for",
    "vanished": "vanished",
}
_LONG = 200_000
"""Bytes from which on taking an article in is long enough to say that it is under way."""


@click.command()
@click.argument("file", metavar="FILE|URL")
@click.option(
    "--lang", type=click.Choice(["de", "en"]), help="Language of the article; detected if not given."
)
@click.option("--title", default="")
@click.option("--author", default="")
@click.option("--publisher", default="")
@click.option("--published", help="Date of publication: 2026-11-24, 2026-11 or 2026.")
@click.option("--url", help="The article's address: read again with changes, it gets a new version.")
@click.option(
    "--article", "article_id", type=NUMBER, help="This is a new version of the article with this number."
)
@click.option("--own-text", is_flag=True, help="The desk wrote it: public reports may give it whole.")
@click.option("--json", "as_json", is_flag=True, help="Print the article and its claims as JSON.")
def add(
    file: str,
    lang: Language | None,
    title: str,
    author: str,
    publisher: str,
    published: str | None,
    url: str | None,
    article_id: int | None,
    own_text: bool,
    as_json: bool,
) -> None:
    """Take the article in FILE or at URL into the desk.

    FILE is a text, a web page, Markdown, a Word file or a PDF; - is a text on standard input. What the
    file says about itself fills what is not given here. Its claims are proposed and wait for review. The
    same file twice is one article.

    \b
    Examples:
      factcheck add manuscript.docx --published 2026-11-24
      factcheck add saved-page.html --url https://example.org/article
      factcheck add https://example.org/article
      factcheck add corrected.pdf --article 12
    """
    content, name, media_type = _fetch(file) if _URL.match(file) else (*read_input(file), None)
    try:
        draft = read(
            content,
            name=name,
            media_type=media_type,
            language=lang,
            title=title,
            author=author,
            publisher=publisher,
            published=published,
            url=url or (file if media_type is not None else None),
        )
    except UnreadableDocument:
        if media_type is not None:
            _write_down(Tried(file, Outcome.NO_TEXT, HTTPStatus.OK))
        raise
    if len(content) > _LONG:
        say(f"Reading {len(draft.text):,} characters …")
    extraction = analyse(draft)
    with desk(write=True) as opened:
        found = ingest(
            opened.session,
            draft,
            by=opened.actor(),
            at=opened.at,
            article_id=article_id,
            extraction=extraction,
            own_text=own_text,
        )
        again = SecondProposer(opened.settings) if found.changed else None
    if again is not None:
        found = _second(found, again.read(draft.text, extraction, published_on(draft.published)))
    if found.changed:
        _match(found)
    # said only once it is stored: whoever reads our output may stop reading
    _show(found, as_json)


def _fetch(url: str) -> tuple[bytes, str, str]:
    """The page at an address, what to call it, and its media type. Raises InvalidInput where it cannot be
    had; the try is written down."""
    found = fetcher_of(Settings()).fetch(url)
    if isinstance(found, Unfetched):
        _write_down(Tried(url, found.outcome, found.status, found.reason))
        raise InvalidInput("%(url)s: %(said)s", url=url, said=say_why(found, "en"))
    return found.content, found.url.partition("?")[0], found.media_type


def _write_down(tried: Tried) -> None:
    with desk(write=True) as opened:
        keep(opened.session, tried, by=opened.actor(), at=opened.at)


def _second(found: Ingested, again: SecondReading | None) -> Ingested:
    """The article with what a language model proposed; stored apart, for a model takes its time."""
    article_id, number = found.article.id or 0, found.version.number
    if again is None:
        return found
    try:
        with desk(write=True) as opened:
            second(opened.session, article_id, number, again, by=opened.actor(), at=opened.at)
            return replace(found, claims=claims.of_article(opened.session, article_id))
    except StaleVersion as error:
        say(str(error))
        return found


def _match(found: Ingested) -> None:
    """Hold the article's claims against the desk's, in transactions of their own."""
    settings = Settings()
    engine = open_desk(settings)
    at = datetime.now(UTC)
    try:
        with writing(engine) as session:
            by = actor(session, settings.user.strip().lower(), at)
        match_article(engine, settings.home, found.article.id or 0, by, at)
    finally:
        engine.dispose()


def _show(found: Ingested, as_json: bool) -> None:
    if as_json:
        print_json(_record(found))
        return
    known = {(True, True): "added", (False, True): f"now at version {found.version.number}"}
    what = known.get((found.created, found.changed), "known already, nothing changed")
    fates = _fates(found)
    click.echo(f"Article {found.article.id} {what}: {len(found.claims)} claims.")
    if found.revision and any(found.revision.fates.values()):
        told = (f"{number} {_FATES[name]}" for name, number in found.revision.counts.items() if number)
        click.echo(f"  {', '.join(told)}")
    for claim in found.claims:
        state = label(claim.state, "en")
        mark = fates.get(claim.id or 0, "")
        words = " ".join(claim.exact.split())
        click.echo(f"  {claim.id:>5}  {claim.worth:.2f}  {state:<10} {words}{f'  ({mark})' if mark else ''}")


def _fates(found: Ingested) -> dict[int, str]:
    """What became of claims by this reading, as far as somebody has to know."""
    told = found.revision.fates if found.revision else {}
    return {
        number: _FATES[fate.value]
        for fate, numbers in told.items()
        if fate is not Fate.UNCHANGED
        for number in numbers
    }


def _revision(found: Revision) -> dict[str, object]:
    return {"before": found.before, **{fate.value: numbers for fate, numbers in found.fates.items()}}


def _record(found: Ingested) -> dict[str, Any]:
    article = {"id": found.article.id, "version": found.version.number, "created": found.created}
    return {
        "article": article,
        "revision": _revision(found.revision) if found.revision else None,
        "claims": [claim_record(claim).model_dump(mode="json") for claim in found.claims],
    }
