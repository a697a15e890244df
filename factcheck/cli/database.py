"""`factcheck db`: the desk's database."""

import click

from factcheck.cli.context import say
from factcheck.desk import open_desk
from factcheck.settings import Settings


@click.group()
def db() -> None:
    """Keep the database's schema up to date."""


@db.command()
def upgrade() -> None:
    """Bring the database to the schema of this version; done by itself when a desk is first opened."""
    open_desk(Settings()).dispose()
    say("The database is up to date.")
