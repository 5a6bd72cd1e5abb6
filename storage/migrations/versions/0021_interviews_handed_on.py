"""An interview may go on with another volunteer than who began it."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("interview") as table:
        table.add_column(sa.Column("successor_id", Id, nullable=True))
        table.create_foreign_key(
            op.f("fk_interview_successor_id"), "volunteer", ["successor_id"], ["id"]
        )
    op.create_index(op.f("ix_interview_successor_id"), "interview", ["successor_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_interview_successor_id"), "interview")
    with op.batch_alter_table("interview") as table:
        table.drop_constraint(op.f("fk_interview_successor_id"), type_="foreignkey")
        table.drop_column("successor_id")
