"""Tips and everything that hangs on one."""

import sqlalchemy as sa

from storage.tables.columns import Id, Time, metadata, ref, row_id

tip = sa.Table(
    "tip",
    metadata,
    row_id(),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("source", sa.Text),
    ref("conversation", nullable=False, index=True),
    ref("agency"),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("updated_at", Time, nullable=False),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    sa.Column("priority", sa.Integer, nullable=False, server_default="0"),
    sa.Column("story", sa.Text, nullable=False, server_default=""),
    sa.Column("spare", sa.Text, nullable=False, server_default=""),
    sa.Column("folded", sa.Text, nullable=False, server_default=""),
    sa.Column("readings", sa.Text, nullable=False, server_default="{}"),
    sa.Column("entities", sa.Text, nullable=False, server_default="[]"),
    ref("staff", "claimed_by"),
    sa.Column("lease_until", Time),
    sa.Column("apart", sa.Text, nullable=False, server_default=""),  # why, if it is
    sa.Index("ix_tip_status_created_at", "status", "created_at"),
)

answer = sa.Table(
    "answer",
    metadata,
    sa.Column("tip_id", Id, sa.ForeignKey("tip.id"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
    sa.Column("words", sa.Text, nullable=False, server_default=""),
    sa.Column("cell", sa.LargeBinary),  # value and words of a personal answer
    sa.Column("phone_hash", sa.LargeBinary, index=True),
    sa.Column("source", sa.Text, nullable=False),
)

location = sa.Table(
    "location",
    metadata,
    row_id(),
    ref("tip", nullable=False, index=True),
    sa.Column("lat", sa.Float, nullable=False),
    sa.Column("lon", sa.Float, nullable=False),
    sa.Column("radius_m", sa.Float),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
)

tip_media = sa.Table(
    "tip_media",
    metadata,
    sa.Column("tip_id", Id, sa.ForeignKey("tip.id"), primary_key=True),
    sa.Column("media_id", sa.Text, sa.ForeignKey("media.id"), primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
)

note = sa.Table(
    "note",
    metadata,
    row_id(),
    ref("tip", nullable=False, index=True),
    ref("staff"),  # null: a remark of our own
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
)

question = sa.Table(
    "question",
    metadata,
    row_id(),
    ref("tip", nullable=False, index=True),
    ref("staff", nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("asked_at", Time, nullable=False),
    sa.Column("answered_at", Time),
)

callback = sa.Table(
    "callback",
    metadata,
    row_id(),
    ref("conversation", nullable=False, index=True),
    ref("tip"),
    sa.Column("wish_cell", sa.LargeBinary),  # number, best hour, reason
    sa.Column("created_at", Time, nullable=False),
    sa.Column("done_at", Time),
    ref("staff", "done_by"),
    sa.Column("outcome", sa.Text, nullable=False, server_default=""),
)

# What a teller wishes of his data, by when it is due, and who of the staff saw to it.
privacy_request = sa.Table(
    "privacy_request",
    metadata,
    row_id(),
    ref("conversation", nullable=False, index=True),
    sa.Column("wish", sa.Text, nullable=False, server_default="withdraw"),
    sa.Column("extended", sa.Text, nullable=False, server_default=""),
    sa.Column("answer_by", Time, nullable=False),
    sa.Column("due_by", Time, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("done_at", Time),
    ref("staff", "done_by"),
)

# What staff must look at once, without a word of what was told.
alert = sa.Table(
    "alert",
    metadata,
    row_id(),
    ref("conversation", nullable=False, index=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("done_at", Time),
    ref("staff", "done_by"),
)

handover = sa.Table(
    "handover",
    metadata,
    row_id(),
    ref("tip", nullable=False, index=True),
    ref("staff", nullable=False),
    ref("agency"),
    sa.Column("at", Time, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("wish_told_at", Time),  # of its teller, to forget or to correct
)
