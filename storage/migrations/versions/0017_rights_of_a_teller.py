"""What a teller may wish of his data, by when it is due, and who was told of it.

Those that wait already were withdrawals; theirs is the longest of the terms.
"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Time

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TERMS = {"answer_by": timedelta(days=2), "due_by": timedelta(days=20)}


def upgrade() -> None:
    with op.batch_alter_table("privacy_request") as table:
        table.add_column(
            sa.Column("wish", sa.Text(), nullable=False, server_default="withdraw")
        )
        table.add_column(
            sa.Column("extended", sa.Text(), nullable=False, server_default="")
        )
        for name in TERMS:
            table.add_column(sa.Column(name, Time(), nullable=True))
    _fill(op.get_bind())
    with op.batch_alter_table("privacy_request") as table:
        for name in TERMS:
            table.alter_column(name, existing_type=Time(), nullable=False)
    with op.batch_alter_table("handover") as table:
        table.add_column(sa.Column("wish_told_at", Time(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("handover") as table:
        table.drop_column("wish_told_at")
    with op.batch_alter_table("privacy_request") as table:
        for name in ("wish", "extended", *TERMS):
            table.drop_column(name)


def _fill(tx: sa.Connection) -> None:
    columns = [sa.column(name, Time()) for name in ("created_at", *TERMS)]
    old = sa.table("privacy_request", sa.column("id"), *columns)
    for row in tx.execute(sa.select(old)).all():
        terms = {name: row.created_at + term for name, term in TERMS.items()}
        tx.execute(sa.update(old).where(old.c.id == row.id).values(terms))
