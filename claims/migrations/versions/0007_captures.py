"""How snapshots were captured, what became of each try, who owns which publisher; quotes that have gone"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_SOURCE = {
    "doi": "TEXT",
    "container": "TEXT NOT NULL DEFAULT ''",
    "details": "JSON NOT NULL DEFAULT '{}'",
    "class_reason": "TEXT NOT NULL DEFAULT ''",
}
_SNAPSHOT = {
    "requested_url": "TEXT",
    "final_url": "TEXT",
    "http_status": "INTEGER",
    "headers": "JSON NOT NULL DEFAULT '[]'",
    "redirects": "JSON NOT NULL DEFAULT '[]'",
    "archive_url": "TEXT",
    "pages": "JSON NOT NULL DEFAULT '[]'",
    "description": "TEXT NOT NULL DEFAULT ''",
}
_EVIDENCE = {
    "transcribed": "BOOLEAN NOT NULL DEFAULT false",
    "gone_at": "TIMESTAMP",
}
_BEFORE = sa.Enum("uploaded", "pasted", native_enum=False, create_constraint=True, length=32, name="capture")
_AFTER = sa.Enum(
    "uploaded",
    "pasted",
    "fetched",
    "archived",
    native_enum=False,
    create_constraint=True,
    length=32,
    name="capture",
)
_OUTCOMES = (
    "captured",
    "unchanged",
    "blocked",
    "refused",
    "not_found",
    "timed_out",
    "unreachable",
    "too_large",
    "no_text",
    "failed",
)


def upgrade() -> None:
    _add_columns("source", _SOURCE)
    _add_columns("snapshot", _SNAPSHOT)
    _add_columns("evidence", _EVIDENCE)
    _add_columns("decision", {"checklist": "JSON NOT NULL DEFAULT '{}'"})
    _allow(_BEFORE, _AFTER)
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(*_OUTCOMES, native_enum=False, create_constraint=True, length=32, name="outcome"),
            nullable=False,
        ),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("tried_by", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"]),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"]),
        sa.ForeignKeyConstraint(["tried_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attempt_source_id", "attempt", ["source_id"])
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["set_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("outlet"),
    )


def _add_columns(table: str, columns: dict[str, str]) -> None:
    for name, definition in columns.items():
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {definition}")


def _allow(before: sa.Enum, after: sa.Enum) -> None:
    """SQLite copies the table, since it cannot change a CHECK."""
    with op.batch_alter_table("snapshot") as batch:
        batch.alter_column("capture", existing_type=before, type_=after, existing_nullable=False)


def downgrade() -> None:
    for table in ("owner", "attempt"):
        op.drop_table(table)
    op.execute("UPDATE snapshot SET capture = 'uploaded' WHERE capture IN ('fetched', 'archived')")
    _allow(_AFTER, _BEFORE)
    op.execute("ALTER TABLE decision DROP COLUMN checklist")
    for table, columns in (("evidence", _EVIDENCE), ("snapshot", _SNAPSHOT), ("source", _SOURCE)):
        for name in columns:
            op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
