"""Mail on its way, how far notices have read the log, knocks at public doors, readers' contacts"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_DOORS = ("reset_name", "reset_address", "objection")


def upgrade() -> None:
    _add_letter()
    _add_knock()
    _add_objection()
    op.execute("ALTER TABLE notice ADD COLUMN letter_id INTEGER REFERENCES letter (id)")
    op.create_index("ix_notice_letter_id", "notice", ["letter_id"])
    op.create_table(
        "notice_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    # what happened before there were notices is told to nobody
    op.execute("INSERT INTO notice_mark (id, seq) SELECT id, seq FROM log_head")
    published = sa.text("published_at IS NOT NULL")
    op.create_index(
        "ix_decision_published",
        "decision",
        ["published_at", "id"],
        sqlite_where=published,
        postgresql_where=published,
    )


def _add_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("try_at", sa.DateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    waiting = sa.text("closed_at IS NULL")
    op.create_index("ix_letter_waiting", "letter", ["try_at"], sqlite_where=waiting, postgresql_where=waiting)


def _add_knock() -> None:
    op.create_table(
        "knock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "door",
            sa.Enum(*_DOORS, native_enum=False, create_constraint=True, length=32, name="door"),
            nullable=False,
        ),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_knock_count", "knock", ["door", "mark", "at"])


def _add_objection() -> None:
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_seq", sa.Integer(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_objection_claim_id", "objection", ["claim_id"])


def downgrade() -> None:
    op.drop_index("ix_decision_published", "decision")
    op.drop_table("notice_mark")
    op.drop_index("ix_notice_letter_id", "notice")
    with op.batch_alter_table("notice") as batch:
        batch.drop_column("letter_id")
    for table in ("objection", "knock", "letter"):
        op.drop_table(table)
