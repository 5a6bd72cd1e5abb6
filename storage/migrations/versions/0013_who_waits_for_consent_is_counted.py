"""Open queues count every few seconds who still waits for consent."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NAME = "ix_conversation_sealed"


def upgrade() -> None:
    waits = sa.text("sealed > 0")
    op.create_index(
        NAME, "conversation", ["sealed"], sqlite_where=waits, postgresql_where=waits
    )


def downgrade() -> None:
    op.drop_index(NAME, "conversation")
