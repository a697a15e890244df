"""`factcheck db`: the desk's database."""

import click

from claims import database
from factcheck.cli.context import say
from factcheck.settings import Settings


@click.group()
def db() -> None:
    """Keep the database's schema up to date."""


@db.command()
def upgrade() -> None:
    """Bring the database to the schema of this version; done by itself when a desk is first opened."""
    settings = Settings()
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = database.open_engine(settings.url)
    already = database.is_current(engine)
    database.upgrade(engine)
    say("The database is up to date." if already else "The database was brought up to date.")
