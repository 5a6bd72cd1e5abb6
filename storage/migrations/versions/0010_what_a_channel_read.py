"""A row keeps what its channel read in it: only a channel can read a platform's JSON."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inbox", sa.Column("told_cell", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox", "told_cell")
