"""Deadlines and priorities of claims, tags, notes, who is looking; indices of the queue"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INDICES = {
    "ix_claim_worth": "state, priority, worth, id",
    "ix_claim_whose": "assignee_id, state, priority, worth, id",
    "ix_claim_due": "state, due, priority DESC, worth DESC, id DESC",
    "ix_claim_tally": "state, assignee_id, lapsed, due",
}


def upgrade() -> None:
    op.execute("ALTER TABLE claim ADD COLUMN due TIMESTAMP")
    # written out: SQLite takes a CHECK with a new column only as part of the column
    op.execute(
        "ALTER TABLE claim ADD COLUMN priority SMALLINT NOT NULL DEFAULT 1 "
        "CONSTRAINT priority CHECK (priority BETWEEN 0 AND 2)"
    )
    op.drop_index("ix_claim_queue", "claim")
    op.drop_index("ix_claim_assignee_id", "claim")
    for name, columns in _INDICES.items():
        op.execute(f"CREATE INDEX {name} ON claim ({columns})")
    op.create_index(
        "ix_claim_lapsed",
        "claim",
        ["state", "priority", "worth", "id"],
        sqlite_where=sa.text("lapsed = 1"),
        postgresql_where=sa.text("lapsed"),
    )
    _add_tags()
    _add_notes()
    op.create_table(
        "presence",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("claim_id", "account_id"),
    )
    op.create_index("ix_presence_at", "presence", ["at"])


def _add_tags() -> None:
    op.create_table(
        "claim_tag",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["added_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("claim_id", "key"),
    )
    op.create_index("ix_claim_tag_key", "claim_tag", ["key"])


def _add_notes() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("resolved_by", sa.Integer(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["thread_id"], ["note.id"]),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"]),
        sa.ForeignKeyConstraint(["resolved_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_note_claim_id", "note", ["claim_id"])


def downgrade() -> None:
    for table in ("presence", "note", "claim_tag"):
        op.drop_table(table)
    for name in ("ix_claim_lapsed", *_INDICES):
        op.drop_index(name, "claim")
    op.create_index("ix_claim_assignee_id", "claim", ["assignee_id"])
    op.create_index("ix_claim_queue", "claim", ["state", "worth", "id"])
    op.execute("ALTER TABLE claim DROP COLUMN priority")
    op.execute("ALTER TABLE claim DROP COLUMN due")
