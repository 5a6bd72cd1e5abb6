"""Failures to sign in are counted by the place they come from."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Time

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attempt",
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("free_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_attempt")),
    )


def downgrade() -> None:
    op.drop_table("attempt")
