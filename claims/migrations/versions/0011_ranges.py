"""Between which values the quantities and times of claims lie; when decisions were submitted"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from claims.bounds import quantity_rows, time_rows

revision = "0011"
down_revision = "0010"

_BATCH = 1000


def upgrade() -> None:
    quantities = op.create_table(
        "claim_quantity",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id", "number"),
    )
    times = op.create_table(
        "claim_time",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id", "number"),
    )
    for rows in _claims():
        counted = [row for claim in rows for row in quantity_rows(claim.id, claim.quantities or ())]
        dated = [row for claim in rows for row in time_rows(claim.id, claim.times or ())]
        if counted:
            op.bulk_insert(quantities, counted)
        if dated:
            op.bulk_insert(times, dated)
    op.create_index("ix_claim_quantity_range", "claim_quantity", ["unit", "low", "high"])
    op.create_index("ix_claim_time_range", "claim_time", ["first", "last"])
    op.create_index("ix_decision_submitted_at", "decision", ["submitted_at"])


def _claims() -> Iterator[list[Any]]:
    claim = sa.table(
        "claim",
        sa.column("id", sa.Integer),
        sa.column("quantities", sa.JSON),
        sa.column("times", sa.JSON),
    )
    after = 0
    statement = sa.select(claim.c.id, claim.c.quantities, claim.c.times).order_by(claim.c.id).limit(_BATCH)
    while rows := list(op.get_bind().execute(statement.where(claim.c.id > after))):
        yield rows
        after = rows[-1].id


def downgrade() -> None:
    op.drop_index("ix_decision_submitted_at", "decision")
    op.drop_table("claim_time")
    op.drop_table("claim_quantity")
