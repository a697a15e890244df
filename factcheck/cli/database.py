"""`factcheck db`: the desk's database."""

import click

from claims import database
from claims.errors import InvalidInput
from factcheck.cli.streams import print_json, say
from factcheck.desk import open_desk
from factcheck.keeping.copying import copy
from factcheck.settings import Settings


@click.group()
def db() -> None:
    """Keep the database up to date, or move it to another."""


@db.command()
def upgrade() -> None:
    """Bring the database to the schema of this version; done by itself when a desk is first opened."""
    open_desk(Settings()).dispose()
    say("The database is up to date.")


@db.command("copy")
@click.argument("from_url")
@click.argument("to_url")
@click.option("--json", "as_json", is_flag=True)
def copy_command(from_url: str, to_url: str, as_json: bool) -> None:
    """Move the desk from one database to another: sqlite:///PATH or postgresql://USER@HOST/NAME.

    TO_URL has to be empty. Every row is compared with the one it was copied from, and the log verified,
    before anything of it is kept. The old database stays as it is; what is written there meanwhile is not
    in the new one, so stop the desk first.
    """
    if from_url == to_url:
        raise InvalidInput("A desk is copied to another database, not to itself.")
    source, target = database.open_engine(from_url), database.open_engine(to_url)
    try:
        found = copy(source, target, say)
    finally:
        source.dispose()
        target.dispose()
    if as_json:
        print_json({"events": found.events, "head": found.head})
    else:
        say(f"Copied, {found.events} events; the log's head is {found.head}. Set FACTCHECK_DATABASE_URL.")
