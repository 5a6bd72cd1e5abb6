"""Volunteers, their interviews, and what they write on each medium."""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Time

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _id() -> sa.Column[int]:
    return sa.Column("id", Id, autoincrement=True, nullable=False)


def _belongs(table: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{other}_id")
    return sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "volunteer",
        _id(),
        sa.Column("agency_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("created_at", Time(), nullable=False),
        sa.Column("withdrawn_at", Time(), nullable=True),
        _belongs("volunteer", "agency"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer")),
        sa.UniqueConstraint("code", name=op.f("uq_volunteer_code")),
    )
    op.create_index(op.f("ix_volunteer_agency_id"), "volunteer", ["agency_id"])
    op.create_table(
        "volunteer_link",
        _id(),
        sa.Column("volunteer_id", Id, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", Time(), nullable=False),
        sa.Column("used_at", Time(), nullable=True),
        _belongs("volunteer_link", "volunteer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_volunteer_link_token_hash")),
    )
    op.create_index(
        op.f("ix_volunteer_link_volunteer_id"), "volunteer_link", ["volunteer_id"]
    )
    op.create_table(
        "volunteer_session",
        _id(),
        sa.Column("volunteer_id", Id, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("csrf", sa.Text(), nullable=False),
        sa.Column("seen_at", Time(), nullable=False),
        _belongs("volunteer_session", "volunteer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_volunteer_session_token_hash")),
    )
    op.create_index(
        op.f("ix_volunteer_session_volunteer_id"),
        "volunteer_session",
        ["volunteer_id"],
    )
    op.create_table(
        "interview",
        _id(),
        sa.Column("volunteer_id", Id, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("narrator_cell", sa.LargeBinary(), nullable=True),
        sa.Column("began_at", Time(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=True),
        sa.Column("recording", sa.Text(), nullable=True),
        _belongs("interview", "volunteer"),
        _belongs("interview", "conversation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
        sa.UniqueConstraint(
            "conversation_id", name=op.f("uq_interview_conversation_id")
        ),
    )
    op.create_index(op.f("ix_interview_volunteer_id"), "interview", ["volunteer_id"])
    for table in ("upload", "media"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("label_cell", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    for table in ("upload", "media"):
        with op.batch_alter_table(table) as changed:
            changed.drop_column("label_cell")
    for table in ("interview", "volunteer_session", "volunteer_link", "volunteer"):
        op.drop_table(table)
