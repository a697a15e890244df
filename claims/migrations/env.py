"""Alembic's entry: runs migrations on the connection that `claims.database` hands over."""

from typing import Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import claims.tables  # noqa: F401 # all tables are known then
from claims.columns import UtcDateTime


def render_item(type_: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Plain SQLAlchemy in the migrations, so that they outlive the models."""
    if type_ == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime()"
    if type_ == "type" and isinstance(item, AutoString):
        return "sa.Text()"
    if type_ == "type" and isinstance(item, sa.Enum):
        names = ", ".join(repr(name) for name in item.enums)
        return f"sa.Enum({names}, native_enum=False, create_constraint=True, length=32, name={item.name!r})"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
