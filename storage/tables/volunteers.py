"""Volunteers, the links and telephones that let them in, and their interviews."""

import sqlalchemy as sa

from storage.tables.columns import Time, metadata, ref, row_id

volunteer = sa.Table(
    "volunteer",
    metadata,
    row_id(),
    ref("agency", nullable=False, index=True),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("until", Time, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("withdrawn_at", Time),
)

volunteer_link = sa.Table(
    "volunteer_link",
    metadata,
    row_id(),
    ref("volunteer", nullable=False, index=True),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("expires_at", Time, nullable=False),
    sa.Column("used_at", Time),
)

volunteer_session = sa.Table(
    "volunteer_session",
    metadata,
    row_id(),
    ref("volunteer", nullable=False, index=True),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("csrf", sa.Text, nullable=False),
    sa.Column("seen_at", Time, nullable=False),
)

interview = sa.Table(
    "interview",
    metadata,
    row_id(),
    ref("volunteer", nullable=False, index=True),
    ref("volunteer", "successor_id", index=True),  # who goes on in his stead
    ref("conversation", nullable=False, unique=True),
    sa.Column("narrator_cell", sa.LargeBinary),  # null: erased
    sa.Column("began_at", Time, nullable=False),
    sa.Column("consent", sa.Text),
    sa.Column("recording", sa.Text),  # the file of a spoken consent
)
