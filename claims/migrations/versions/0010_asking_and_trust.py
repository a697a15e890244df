"""Wishes, kin among claims, reviews of others, saved searches; second factors, refused log-ins, leases"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ACCOUNT = {
    "totp_secret": "TEXT",
    "totp_since": "TIMESTAMP",
    "totp_step": "INTEGER",
    "erased_at": "TIMESTAMP",
}
_TOKEN = {"scopes": "JSON NOT NULL DEFAULT '[]'", "used_at": "TIMESTAMP"}
_LOGIN = {
    "browser": "TEXT NOT NULL DEFAULT ''",
    "network": "TEXT NOT NULL DEFAULT ''",
    "seen_at": "TIMESTAMP",
}
_ARTICLE = {"own_text": "BOOLEAN NOT NULL DEFAULT false", "wished": "BOOLEAN NOT NULL DEFAULT false"}
_DECISION = {"adopts": "INTEGER REFERENCES decision (id)", "recheck_on": "DATE"}
_COLUMNS = (
    ("account", _ACCOUNT),
    ("token", _TOKEN),
    ("login", _LOGIN),
    ("article", _ARTICLE),
    ("decision", _DECISION),
)
_VERDICTS = (
    "supported",
    "mostly_supported",
    "misleading",
    "refuted",
    "conflicting",
    "not_enough_evidence",
)
_OLD_DOORS = ("reset_name", "reset_address", "objection")
_NEW_DOORS = (*_OLD_DOORS, "login_name", "login_browser", "login_network", "code")


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, native_enum=False, create_constraint=True, length=32, name=name)


def upgrade() -> None:
    for table, columns in _COLUMNS:
        for name, definition in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {definition}")
    # the programs that have a token keep what they could do with it
    op.execute("""UPDATE token SET scopes = '["read", "write"]'""")
    op.create_index("ix_decision_adopts", "decision", ["adopts"])
    _allow(_OLD_DOORS, _NEW_DOORS)
    _add_asking()
    _add_imported_review()
    _add_trust()


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    with op.batch_alter_table("knock") as batch:
        batch.alter_column(
            "door",
            existing_type=_choice("door", *before),
            type_=_choice("door", *after),
            existing_nullable=False,
        )


def _add_asking() -> None:
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("claim_id", "account_id"),
    )
    op.create_index("ix_wish_account_id", "wish", ["account_id"])
    op.create_table(
        "kinship",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("differences", sa.JSON(), nullable=False),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id", "other_id"),
    )
    op.create_index("ix_kinship_other_id", "kinship", ["other_id"])
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("saved_by", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def _add_imported_review() -> None:
    op.create_table(
        "imported_review",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("key", "digest", "feed", "url", "title", "publisher", "publisher_site", "text")
        ),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=False),
        sa.Column("claimed_on", sa.Text(), nullable=True),
        sa.Column("reviewed_on", sa.Text(), nullable=True),
        sa.Column("rating", sa.Text(), nullable=False),
        sa.Column("rating_value", sa.Float(), nullable=True),
        sa.Column("rating_worst", sa.Float(), nullable=True),
        sa.Column("rating_best", sa.Float(), nullable=True),
        sa.Column("verdict", _choice("verdict", *_VERDICTS), nullable=True),
        sa.Column("appearances", sa.JSON(), nullable=False),
        sa.Column("imported_by", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["imported_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_imported_review_publisher_site", "imported_review", ["publisher_site"])


def _add_trust() -> None:
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_recovery_code_account_id", "recovery_code", ["account_id"])
    op.create_table(
        "failed_login",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column(
            "refusal",
            _choice("refusal", "unknown", "password", "code", "disabled", "too_often"),
            nullable=False,
        ),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_failed_login_account_id", "failed_login", ["account_id"])
    op.create_index("ix_failed_login_at", "failed_login", ["at"])
    op.create_table(
        "lease",
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("task"),
    )
    op.create_table(
        "allowance",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("window", sa.BigInteger(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mark", "window"),
    )


def downgrade() -> None:
    for table in ("allowance", "lease", "failed_login", "recovery_code", "imported_review"):
        op.drop_table(table)
    for table in ("saved_search", "kinship", "wish"):
        op.drop_table(table)
    listed = ", ".join(f"'{door}'" for door in _OLD_DOORS)
    op.execute(f"DELETE FROM knock WHERE door NOT IN ({listed})")
    _allow(_NEW_DOORS, _OLD_DOORS)
    op.drop_index("ix_decision_adopts", "decision")
    with op.batch_alter_table("decision") as batch:
        batch.drop_column("adopts")
        batch.drop_column("recheck_on")
    for table, columns in _COLUMNS[:-1]:
        for name in columns:
            op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
