"""Tries of unknown outcome are counted apart: a wait that we were told is no doubt."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    doubts = sa.Column("doubts", sa.Integer(), nullable=False, server_default="0")
    op.add_column("outbox", doubts)


def downgrade() -> None:
    op.drop_column("outbox", "doubts")
