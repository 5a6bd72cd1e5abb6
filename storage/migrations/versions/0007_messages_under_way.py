"""A turn waits while a message of ours is under way to its citizen."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NAME = "ix_outbox_under_way"


def upgrade() -> None:
    sending = sa.text("state = 'sending'")
    op.create_index(
        NAME,
        "outbox",
        ["conversation_id"],
        sqlite_where=sending,
        postgresql_where=sending,
    )


def downgrade() -> None:
    op.drop_index(NAME, "outbox")
