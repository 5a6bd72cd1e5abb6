"""How our accounts at the platforms stand, and the tokens that let us in."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Time

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("access_cell", sa.LargeBinary(), nullable=False),
        sa.Column("refresh_cell", sa.LargeBinary(), nullable=False),
        sa.Column("rotation", sa.Integer(), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", Time(), nullable=False),
        sa.Column("issued_at", Time(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("alerted_at", Time(), nullable=True),
        sa.Column("checked_at", Time(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("counts", sa.Text(), nullable=False, server_default="{}"),
        sa.PrimaryKeyConstraint("channel", "account", name=op.f("pk_account")),
    )


def downgrade() -> None:
    op.drop_table("account")
