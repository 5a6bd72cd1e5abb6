"""Codes of units that citizens named and what officers made of them; nobody's person."""

import sqlalchemy as sa

from storage.tables.columns import Time, metadata, ref

unit_code = sa.Table(
    "unit_code",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("seen_at", Time, nullable=False),
    sa.Column("decoded", sa.Text),
    ref("staff"),
    sa.Column("decoded_at", Time),
)
