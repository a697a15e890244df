"""Running the migrations. Apart from `claims.database`, since Alembic takes longer to import than most
commands take to run."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

_SCRIPTS = Path(__file__).parent


def upgrade(engine: sa.Engine, revision: str) -> None:
    """Bring the schema to `revision`; several processes at once wait for each other."""
    with engine.execution_options(write=True).begin() as connection:
        command.upgrade(configure(connection), revision)


def downgrade(engine: sa.Engine, revision: str) -> None:
    """Take the schema back to `revision`."""
    with engine.execution_options(write=True).begin() as connection:
        command.downgrade(configure(connection), revision)


def configure(connection: sa.Connection) -> Config:
    """Alembic's configuration: the scripts beside this file, on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
