"""A telling that is none can be set aside; a note can be a remark of our own."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tip") as table:
        table.add_column(
            sa.Column("apart", sa.Text(), nullable=False, server_default="")
        )
    with op.batch_alter_table("note") as table:
        table.alter_column("staff_id", existing_type=sa.BigInteger(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM note WHERE staff_id IS NULL")
    with op.batch_alter_table("note") as table:
        table.alter_column("staff_id", existing_type=sa.BigInteger(), nullable=False)
    with op.batch_alter_table("tip") as table:
        table.drop_column("apart")
