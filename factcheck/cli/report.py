"""`factcheck report`: an article's claims with verdicts and evidence, as a file."""

from pathlib import Path

import click

from claims.errors import InvalidInput
from claims.store import articles
from factcheck.cli.context import Desk, desk, say
from factcheck.exports import Exported, Format, export
from factcheck.report import build


@click.command()
@click.argument("article", type=click.IntRange(1, 2**63 - 1))
@click.option(
    "--format",
    "wanted",
    type=click.Choice([member.value for member in Format]),
    default=Format.HTML.value,
    show_default=True,
    help="html and md to read, csv for spreadsheets, json for programs.",
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
def report(article: int, wanted: str, output: str, language: str | None, public: bool) -> None:
    """Write a report on ARTICLE, named by its number."""
    with desk() as opened:
        written = _export(opened, article, Format(wanted), language, public)
    if output == "-":
        click.echo(written.content, nl=False)
        return
    _save(written, output)


def _export(opened: Desk, article: int, wanted: Format, language: str | None, public: bool) -> Exported:
    spoken = language or articles.get(opened.session, article).language
    built = build(
        opened.session,
        article,
        language="de" if spoken == "de" else "en",
        at=opened.at,
        public=public,
        desk_name=opened.settings.desk_name,
        time_zone=opened.settings.time_zone,
    )
    return export(built, wanted)


def _save(written: Exported, output: str) -> None:
    try:
        Path(output).write_bytes(written.content)
    except OSError as error:
        raise InvalidInput("%(path)s cannot be written: %(why)s.", path=output, why=error.strerror) from error
    say(f"Wrote {output} ({len(written.content):,} bytes).")
