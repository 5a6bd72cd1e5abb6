"""Where our codes hang, each time one was scanned, and who came by which."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Time

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "placement",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), server_default="", nullable=False),
        sa.Column("wave", sa.Text(), server_default="", nullable=False),
        sa.Column("agency_id", Id, nullable=False),
        sa.Column("created_at", Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_placement_agency_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint(
            "agency_id",
            "kind",
            "name",
            "area",
            "wave",
            name=op.f("uq_placement_agency_id_kind_name_area_wave"),
        ),
        sa.UniqueConstraint("code", name=op.f("uq_placement_code")),
    )
    op.create_table(
        "scan",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("placement_id", Id, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_scan_placement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
    )
    op.create_index(op.f("ix_scan_placement_id"), "scan", ["placement_id"])
    op.create_table(
        "arrival",
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("is_first", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_arrival_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", "code", name=op.f("pk_arrival")),
    )
    op.create_index(op.f("ix_arrival_code"), "arrival", ["code"])


def downgrade() -> None:
    for table in ("arrival", "scan", "placement"):
        op.drop_table(table)
