"""A message of ours keeps the platform's own id: an echo of it settles only one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("platform_id", sa.Text(), nullable=False, server_default="")
    op.add_column("outbox", column)


def downgrade() -> None:
    op.drop_column("outbox", "platform_id")
