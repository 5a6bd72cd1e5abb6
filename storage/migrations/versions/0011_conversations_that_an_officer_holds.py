"""Staff find the conversations that an officer holds without looking at all others."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_conversation_taken",
        "conversation",
        ["updated_at"],
        sqlite_where=sa.text("state = 'taken'"),
        postgresql_where=sa.text("state = 'taken'"),
    )


def downgrade() -> None:
    op.drop_index("ix_conversation_taken", table_name="conversation")
