"""Running the migrations. Apart from `claims.database`, since Alembic takes longer to import than most
commands take to run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from claims.errors import FactcheckError

_SCRIPTS = Path(__file__).parent


def upgrade(engine: sa.Engine, revision: str) -> None:
    """Bring the schema to `revision`; several processes at once wait for each other."""
    with _migrating(engine) as connection:
        upgrade_on(connection, revision)


def upgrade_on(connection: sa.Connection, revision: str) -> None:
    """The same within a transaction that is under way."""
    command.upgrade(configure(connection), revision)


def downgrade(engine: sa.Engine, revision: str) -> None:
    """Take the schema back to `revision`."""
    with _migrating(engine) as connection:
        command.downgrade(configure(connection), revision)


@contextmanager
def _migrating(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction for all of it. SQLite changes a table by making it anew, which takes the rows away for
    a moment that others point to: there the foreign keys are checked at the end, before anything is kept."""
    with engine.execution_options(write=True).connect() as connection:
        driver: Any = connection.connection.driver_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            driver.execute("PRAGMA foreign_keys=OFF")  # before the transaction: inside it has no effect
        try:
            with connection.begin():
                yield connection
                if sqlite and driver.execute("PRAGMA foreign_key_check").fetchone():
                    raise FactcheckError(
                        "The migration would leave rows that point to nothing; it was not done."
                    )
        finally:
            if sqlite:
                driver.execute("PRAGMA foreign_keys=ON")


def knows(engine: sa.Engine, revision: str) -> bool:
    """Whether this version of the program has that revision, and can go on from it."""
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configure(connection))
    return revision in {script.revision for script in scripts.walk_revisions()}


def configure(connection: sa.Connection) -> Config:
    """Alembic's configuration: the scripts beside this file, on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
