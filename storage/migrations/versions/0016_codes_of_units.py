"""Codes of units that citizens named, and what officers made of them."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Time

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unit_code",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("seen_at", Time(), nullable=False),
        sa.Column("decoded", sa.Text(), nullable=True),
        sa.Column("staff_id", Id, nullable=True),
        sa.Column("decoded_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_unit_code_staff_id")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_unit_code")),
    )


def downgrade() -> None:
    op.drop_table("unit_code")
