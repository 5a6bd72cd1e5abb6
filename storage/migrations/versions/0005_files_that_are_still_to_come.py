"""A file that still lies with a platform has its row at once: where it is, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("remote_cell", sa.LargeBinary(), nullable=True)
    op.add_column("media", column)


def downgrade() -> None:
    op.drop_column("media", "remote_cell")
