"""Blind double review, inboxes, tickets for passwords; claims merged, edited, or with a choice of places"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_VERDICTS = ("supported", "mostly_supported", "misleading", "refuted", "conflicting", "not_enough_evidence")
_OCCASIONS = (
    "assigned",
    "sent_back",
    "approval_wanted",
    "adjudication_wanted",
    "due",
    "challenged",
    "lapsed",
    "answered",
    "quote_gone",
)
_CLAIM = {
    "merged_into": "INTEGER",
    "candidates": "JSON NOT NULL DEFAULT '[]'",
    "edited_from": "TEXT",
}
_ACCOUNT = {
    "email": "TEXT NOT NULL DEFAULT ''",
    "wants_mail": "BOOLEAN NOT NULL DEFAULT true",
}


def upgrade() -> None:
    for name, definition in _CLAIM.items():
        op.execute(f"ALTER TABLE claim ADD COLUMN {name} {definition}")
    for name, definition in _ACCOUNT.items():
        op.execute(f"ALTER TABLE account ADD COLUMN {name} {definition}")
    merged = sa.text("merged_into IS NOT NULL")
    op.create_index("ix_claim_merged", "claim", ["merged_into"], sqlite_where=merged, postgresql_where=merged)
    _add_blind_review()
    _add_vote()
    _add_notice()
    _add_ticket()


def _add_blind_review() -> None:
    op.create_table(
        "blind_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("tag_key", sa.Text(), nullable=True),
        sa.Column("begun_by", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("(article_id IS NULL) <> (tag_key IS NULL)", name="of_one_thing"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["begun_by"], ["account.id"]),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_blind_review_article_id", "blind_review", ["article_id"])
    op.create_index("ix_blind_review_tag_key", "blind_review", ["tag_key"])


def _add_vote() -> None:
    op.create_table(
        "vote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(*_VERDICTS, native_enum=False, create_constraint=True, length=32, name="verdict"),
            nullable=False,
        ),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("evidence_ids", sa.JSON(), nullable=False),
        sa.Column("claim_text", sa.Text(), nullable=False),
        sa.Column("claim_words", sa.JSON(), nullable=False),
        sa.Column("cast_at", sa.DateTime(), nullable=False),
        sa.Column("void_at", sa.DateTime(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_vote_claim_id", "vote", ["claim_id"])
    op.create_index("ix_vote_account_id", "vote", ["account_id"])
    waiting = sa.text("decision_id IS NULL AND void_at IS NULL")
    op.create_index(
        "ix_vote_waiting",
        "vote",
        ["claim_id", "account_id"],
        unique=True,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def _add_notice() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "occasion",
            sa.Enum(*_OCCASIONS, native_enum=False, create_constraint=True, length=32, name="occasion"),
            nullable=False,
        ),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("event_seq", sa.Integer(), nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("mailed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_notice_claim_id", "notice", ["claim_id"])
    op.create_index("ix_notice_inbox", "notice", ["account_id", "read_at", "id"])
    unmailed = sa.text("mailed_at IS NULL")
    op.create_index("ix_notice_unmailed", "notice", ["id"], sqlite_where=unmailed, postgresql_where=unmailed)


def _add_ticket() -> None:
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "invitation",
                "reset",
                native_enum=False,
                create_constraint=True,
                length=32,
                name="purpose",
            ),
            nullable=False,
        ),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_index("ix_ticket_account_id", "ticket", ["account_id"])


def downgrade() -> None:
    for table in ("ticket", "notice", "vote", "blind_review"):
        op.drop_table(table)
    op.drop_index("ix_claim_merged", "claim")
    for name in _ACCOUNT:
        op.execute(f"ALTER TABLE account DROP COLUMN {name}")
    for name in _CLAIM:
        op.execute(f"ALTER TABLE claim DROP COLUMN {name}")
