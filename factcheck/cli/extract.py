"""`factcheck extract`: what could be checked in a text."""

from datetime import date

import click

from claims.article import published_on
from claims.reason import Language
from factcheck.cli.context import read_input
from factcheck.cli.options import DAY
from factcheck.extraction import extract
from factcheck.reading import read
from factcheck.records import extraction_record


@click.command("extract")
@click.argument("file")
@click.option("--lang", type=click.Choice(["de", "en"]), help="Language of the text; detected if not given.")
@click.option("--published", type=DAY, help="Day of publication, which dates “on Monday” or “im Vorjahr”.")
def extract_command(file: str, lang: Language | None, published: date | None) -> None:
    """Print the claims in FILE (text or HTML, - for standard input) as JSON. Stores nothing.

    Each claim has its exact words with their place, a kind, quantities, times, speaker, names, and how
    much it deserves checking, with the reasons. Each sentence is answered: its claims, or why none.
    """
    content, name = read_input(file)
    draft = read(content, name=name, language=lang, published=published.isoformat() if published else None)
    found = extract(draft.text, draft.language, published_on(draft.published))
    record = extraction_record(found, draft.text, with_text=draft.media_type != "text/plain")
    without = None if record.text is not None else {"text"}
    click.echo(record.model_dump_json(exclude=without))
