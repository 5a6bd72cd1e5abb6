"""The office's own: agencies, staff, their sessions, schedules, the audit."""

import sqlalchemy as sa

from storage.tables.columns import Time, metadata, ref, row_id

agency = sa.Table(
    "agency",
    metadata,
    row_id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False, server_default=""),
    sa.Column("telephone", sa.Text, nullable=False, server_default=""),
    sa.Column("hours", sa.Text, nullable=False, server_default="[]"),
    sa.Column("idle_minutes", sa.Integer, nullable=False, server_default="30"),
    ref("agency", "parent_id"),
)

staff = sa.Table(
    "staff",
    metadata,
    row_id(),
    sa.Column("login", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    ref("agency", nullable=False),
    sa.Column("password_hash", sa.Text),
    sa.Column("totp_cell", sa.LargeBinary),
    sa.Column("totp_step", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("is_active", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("locked_until", Time),
    sa.Column("created_at", Time, nullable=False),
)

invitation = sa.Table(
    "invitation",
    metadata,
    row_id(),
    ref("staff", nullable=False),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("expires_at", Time, nullable=False),
    sa.Column("used_at", Time),
)

session = sa.Table(
    "session",
    metadata,
    row_id(),
    ref("staff", nullable=False, index=True),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("csrf", sa.Text, nullable=False),
    sa.Column("client", sa.Text, nullable=False, server_default=""),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("seen_at", Time, nullable=False),
)

attempt = sa.Table(
    "attempt",
    metadata,
    sa.Column("place", sa.LargeBinary, primary_key=True),  # a keyed hash
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("free_at", Time, nullable=False),
)

schedule = sa.Table(
    "schedule",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("cron", sa.Text, nullable=False),
    sa.Column("next_at", Time, nullable=False),
)

firing = sa.Table(
    "firing",
    metadata,
    row_id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.UniqueConstraint("name", "at"),
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("account", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("access_cell", sa.LargeBinary, nullable=False),
    sa.Column("refresh_cell", sa.LargeBinary, nullable=False),
    sa.Column("rotation", sa.Integer, nullable=False),
    sa.Column("seed", sa.LargeBinary, nullable=False),  # which pair was set first
    sa.Column("expires_at", Time, nullable=False),
    sa.Column("issued_at", Time, nullable=False),
    sa.Column("changed_at", Time, nullable=False),
    sa.Column("alerted_at", Time),
    sa.Column("checked_at", Time),
    sa.Column("profile", sa.Text, nullable=False, server_default="{}"),
    sa.Column("counts", sa.Text, nullable=False, server_default="{}"),
)

lease = sa.Table(
    "lease",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("until", Time, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    row_id(),
    sa.Column("subject", sa.Text, nullable=False),  # `tip:7`, or `house`
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("details", sa.Text, nullable=False, server_default="{}"),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.UniqueConstraint("subject", "seq"),
)
