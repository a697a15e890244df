"""`factcheck report`: claims with verdicts and evidence, as a file."""

from datetime import date, datetime

import click
from rich.console import Console
from rich.progress import DownloadColumn, Progress, SpinnerColumn, TimeElapsedColumn

from claims.errors import InvalidInput, NotFound
from claims.reason import Language
from claims.store import articles, claims, saved_searches
from factcheck.cli.context import Desk, desk
from factcheck.cli.options import DAY, MOMENT, NUMBER, in_zone
from factcheck.cli.streams import say
from factcheck.exports import Exported, Format, Streamed
from factcheck.handing import BUNDLE, hand
from factcheck.report import Scope, Style


@click.command()
@click.argument("article", type=NUMBER, required=False)
@click.option("--claim", type=NUMBER, help="On one claim, named by its number.")
@click.option("--tag", default="", help="On the claims with a tag.")
@click.option("--search", default="", help="On the claims of a saved search, by its name or number.")
@click.option("--since", type=DAY, help="On the claims decided on from a day on, written 2026-11-24.")
@click.option("--until", type=DAY, help="On the claims decided on up to a day.")
@click.option("--all", "everything", is_flag=True, help="On all claims of the desk.")
@click.option(
    "--format",
    "wanted",
    type=click.Choice([*(member.value for member in Format), BUNDLE]),
    default=Format.HTML.value,
    show_default=True,
    help="html, pdf, docx and md to read, csv for spreadsheets, json and jsonl for programs; csl, bibtex, "
    "biblatex and ris are the works cited, for reference managers; claimreview is the schema.org feed of "
    "published verdicts, annotations are W3C Web Annotations; bundle is all of it with snapshots and proofs, "
    "signed: see verify.",
)
@click.option(
    "-o", "--output", default="-", show_default=True, help="The file to write, - for standard output."
)
@click.option(
    "--language", type=click.Choice(["de", "en"]), help="The report's own words; else as the article's."
)
@click.option(
    "--style",
    type=click.Choice([member.value for member in Style]),
    help="How html, pdf, docx and md cite works; else ISO 690 in German and APA in English.",
)
@click.option(
    "--as-of",
    type=MOMENT,
    help="What stood then: 2026-11-24 (until its end) or 2026-11-24T14:30, in the desk's time zone.",
)
@click.option(
    "--public/--internal",
    "public",
    default=True,
    show_default=True,
    help="What was published alone, or everything: full text, work under way, notes, confidential sources.",
)
def report(
    article: int | None,
    claim: int | None,
    tag: str,
    search: str,
    since: date | None,
    until: date | None,
    everything: bool,
    wanted: str,
    output: str,
    language: Language | None,
    style: str | None,
    as_of: datetime | None,
    public: bool,
) -> None:
    """Write a report on ARTICLE, named by its number; or on a claim, a tag, a saved search, or the decisions
    of some days."""
    with desk() as opened:
        scope = _scope(opened, article, claim, tag, search, since, until, everything)
        written = hand(
            opened.session,
            scope,
            opened.settings,
            wanted,
            language=language or _language(opened, scope),
            at=opened.at,
            public=public,
            style=Style(style) if style else None,
            as_of=in_zone(as_of, opened.settings.time_zone) if as_of else None,
        )
        _put(written, output)


def _scope(
    opened: Desk,
    article: int | None,
    claim: int | None,
    tag: str,
    search: str,
    since: date | None,
    until: date | None,
    everything: bool,
) -> Scope:
    days = since is not None or until is not None
    if sum((article is not None, claim is not None, bool(tag), bool(search), days, everything)) != 1:
        raise InvalidInput(
            "Say what to report on: ARTICLE, --claim, --tag, --search, --since and --until, or --all."
        )
    if article is not None or claim is not None:
        return Scope(kind="claim" if article is None else "article", id=claim if article is None else article)
    if tag:
        return Scope(kind="tag", tag=tag)
    if search:
        return Scope(kind="search", id=_search(opened, search))
    if since and until and until < since:
        raise InvalidInput("The days end before they begin: --until comes after --since.")
    return Scope(kind="span", since=since, until=until)


def _search(opened: Desk, named: str) -> int:
    """The number of a saved search. Raises NotFound."""
    known = saved_searches.every(opened.session)
    wanted = " ".join(named.split()).casefold()
    found = [kept.id or 0 for kept in known if wanted in (kept.name.casefold(), str(kept.id))]
    if not found:
        raise NotFound("There is no saved search “%(name)s”.", name=named)
    return found[0]


def _language(opened: Desk, scope: Scope) -> Language:
    """That of what is reported on where it has one, else the desk's."""
    if scope.kind == "article":
        return articles.get(opened.session, scope.id or 0).language
    if scope.kind == "claim":
        return claims.get(opened.session, scope.id or 0).language
    return opened.settings.language


def _put(written: Exported | Streamed, output: str) -> None:
    """Write the file, part by part, with how far it is on standard error where somebody sees that."""
    parts = [written.content] if isinstance(written, Exported) else written.parts
    size = 0
    try:
        with click.open_file(output, "wb") as file, _progress() as progress:
            told = progress.add_task("", total=None)
            for part in parts:
                size += file.write(part)
                progress.update(told, completed=size)
    except OSError as error:
        raise InvalidInput("%(path)s cannot be written: %(why)s.", path=output, why=error.strerror) from error
    if output != "-":
        say(f"Wrote {output} ({size:,} bytes).")


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = (SpinnerColumn(), DownloadColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)
