"""`factcheck report`: claims with verdicts and evidence, as a file."""

from datetime import datetime
from pathlib import Path

import click

from claims.errors import InvalidInput
from claims.store import articles, claims
from factcheck.cli.context import Desk, desk, say
from factcheck.exports import Exported, Format
from factcheck.handing import BUNDLE, write
from factcheck.report import Scope, build

NUMBER = click.IntRange(1, 2**63 - 1)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("article", type=NUMBER, required=False)
@click.option("--claim", type=NUMBER, help="On one claim, named by its number.")
@click.option("--tag", default="", help="On the claims with a tag.")
@click.option("--since", type=DAY, help="On the claims decided on from a day on, written 2026-11-24.")
@click.option("--until", type=DAY, help="On the claims decided on up to a day.")
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
    since: datetime | None,
    until: datetime | None,
    wanted: str,
    output: str,
    language: str | None,
    public: bool,
) -> None:
    """Write a report on ARTICLE, named by its number; or on a claim, a tag, or the decisions of some days."""
    scope = _scope(article, claim, tag, since, until)
    with desk() as opened:
        written = _export(opened, scope, wanted, language, public)
    if output == "-":
        click.echo(written.content, nl=False)
        return
    _save(written, output)


def _scope(
    article: int | None, claim: int | None, tag: str, since: datetime | None, until: datetime | None
) -> Scope:
    if sum((article is not None, claim is not None, bool(tag), bool(since or until))) != 1:
        raise InvalidInput("Say what to report on: ARTICLE, --claim, --tag, or --since and --until.")
    if article is not None or claim is not None:
        return Scope(kind="claim" if article is None else "article", id=claim if article is None else article)
    if tag:
        return Scope(kind="tag", tag=tag)
    if since and until and until < since:
        raise InvalidInput("The days end before they begin: --until comes after --since.")
    return Scope(kind="span", since=since and since.date(), until=until and until.date())


def _export(opened: Desk, scope: Scope, wanted: str, language: str | None, public: bool) -> Exported:
    spoken = language or _language(opened, scope)
    built = build(
        opened.session,
        scope,
        language="de" if spoken == "de" else "en",
        at=opened.at,
        public=public,
        desk_name=opened.settings.desk_name,
        time_zone=opened.settings.time_zone,
        address=opened.settings.public_url,
    )
    return write(opened.session, built, wanted, opened.settings)


def _language(opened: Desk, scope: Scope) -> str:
    """That of what is reported on where it has one, else the desk's."""
    if scope.kind == "article":
        return articles.get(opened.session, scope.id or 0).language
    if scope.kind == "claim":
        return claims.get(opened.session, scope.id or 0).language
    return opened.settings.language


def _save(written: Exported, output: str) -> None:
    try:
        Path(output).write_bytes(written.content)
    except OSError as error:
        raise InvalidInput("%(path)s cannot be written: %(why)s.", path=output, why=error.strerror) from error
    say(f"Wrote {output} ({len(written.content):,} bytes).")
