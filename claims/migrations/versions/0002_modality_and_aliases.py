"""Modality, open references and proposers of claims; pages and aliases of articles"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Written out: SQLite takes a CHECK with a new column only as part of the column, and would have to
# copy the whole table for anything else.
_CLAIM = {
    "unresolved": "JSON NOT NULL DEFAULT '[]'",
    "proposers": """JSON NOT NULL DEFAULT '["rules"]'""",
    "modality": (
        "VARCHAR(32) NOT NULL DEFAULT 'asserted' CONSTRAINT modality "
        "CHECK (modality IN ('asserted', 'reported', 'planned', 'predicted', 'denied'))"
    ),
    "speaker_unresolved": "BOOLEAN NOT NULL DEFAULT false",
}


def upgrade() -> None:
    for name, definition in _CLAIM.items():
        op.execute(f"ALTER TABLE claim ADD COLUMN {name} {definition}")
    op.execute("UPDATE claim SET proposers = '[]' WHERE origin = 'person'")
    op.execute("UPDATE claim SET modality = 'reported' WHERE speaker IS NOT NULL")
    op.execute("ALTER TABLE article_version ADD COLUMN pages JSON NOT NULL DEFAULT '[]'")
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["set_by"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article_id", "words"),
    )
    op.create_index("ix_alias_article_id", "alias", ["article_id"])


def downgrade() -> None:
    op.drop_index("ix_alias_article_id", "alias")
    op.drop_table("alias")
    op.execute("ALTER TABLE article_version DROP COLUMN pages")
    for name in reversed(_CLAIM):
        op.execute(f"ALTER TABLE claim DROP COLUMN {name}")
