"""What staff must see at once: remains found just now, somebody in distress."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Time

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", Time(), nullable=False),
        sa.Column("done_at", Time(), nullable=True),
        sa.Column("done_by", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"],
            name=op.f("fk_alert_conversation_id"),
        ),
        sa.ForeignKeyConstraint(["done_by"], ["staff.id"], name=op.f("fk_alert_done_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
    )  # fmt: skip
    op.create_index(op.f("ix_alert_conversation_id"), "alert", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("alert")
