"""Whom the desk asked about claims"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_CHANNEL = ("email", "phone", "in_person", "letter", "message")
_REPLY = ("pending", "answered", "declined", "silent")


def upgrade() -> None:
    channel = sa.Enum(*_CHANNEL, native_enum=False, create_constraint=True, length=32, name="channel")
    reply = sa.Enum(*_REPLY, native_enum=False, create_constraint=True, length=32, name="reply")
    op.create_table(
        "inquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("channel", channel, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("reply", reply, nullable=False),
        sa.Column("reply_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["added_by"], ["account.id"]),
        sa.ForeignKeyConstraint(["settled_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_inquiry_claim_id", "inquiry", ["claim_id"])


def downgrade() -> None:
    op.drop_index("ix_inquiry_claim_id", "inquiry")
    op.drop_table("inquiry")
