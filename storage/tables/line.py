"""The durable line: conversations, what came in, what goes out, jobs, timers."""

import sqlalchemy as sa

from storage.tables.columns import Id, Time, metadata, ref, row_id

conversation = sa.Table(
    "conversation",
    metadata,
    row_id(),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("key_cell", sa.LargeBinary),  # null: erased, nothing opens any more
    sa.Column("dialogue_cell", sa.LargeBinary),
    sa.Column("state", sa.Text, nullable=False, server_default="open"),
    sa.Column("sealed", sa.Integer, nullable=False, server_default="0"),
    sa.Column("busy_until", Time),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("updated_at", Time, nullable=False),
    sa.UniqueConstraint("channel", "account", "address"),
    sa.Index(
        "ix_conversation_taken",
        "updated_at",
        sqlite_where=sa.text("state = 'taken'"),
        postgresql_where=sa.text("state = 'taken'"),
    ),
    sa.Index(
        "ix_conversation_sealed",
        "sealed",
        sqlite_where=sa.text("sealed > 0"),
        postgresql_where=sa.text("sealed > 0"),
    ),
)

# Apart from the conversation, so that a receipt never waits for a turn that holds it.
counter = sa.Table(
    "counter",
    metadata,
    sa.Column(
        "conversation_id", Id, sa.ForeignKey("conversation.id"), primary_key=True
    ),
    sa.Column("n", sa.BigInteger, nullable=False),
)

visitor = sa.Table(
    "visitor",
    metadata,
    row_id(),
    ref("conversation", nullable=False, index=True),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("created_at", Time, nullable=False),
)

inbox = sa.Table(
    "inbox",
    metadata,
    row_id(),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    ref("conversation"),
    sa.Column("n", sa.BigInteger),
    sa.Column("position", sa.BigInteger),
    sa.Column("body_cell", sa.LargeBinary),
    sa.Column("told_cell", sa.LargeBinary),  # what its channel read in a body not ours
    sa.Column("received_at", Time, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="new"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("error", sa.Text, nullable=False, server_default=""),
    sa.Column("done_at", Time),
    sa.UniqueConstraint("channel", "account", "key", "digest"),
    sa.Index("ix_inbox_conversation_n", "conversation_id", "n"),
    sa.Index(
        "ix_inbox_new",
        "conversation_id",
        "id",
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    ),
    sa.Index(
        "ix_inbox_set_aside",
        "id",
        sqlite_where=sa.text("state = 'set_aside'"),
        postgresql_where=sa.text("state = 'set_aside'"),
    ),
)

outbox = sa.Table(
    "outbox",
    metadata,
    row_id(),
    ref("conversation", nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("cause", sa.BigInteger, nullable=False),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Column("n", sa.BigInteger, nullable=False),
    sa.Column("lane", sa.Integer, nullable=False, server_default="0"),
    sa.Column("message_cell", sa.LargeBinary),
    sa.Column("state", sa.Text, nullable=False, server_default="new"),
    sa.Column("due_at", Time, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("position", sa.BigInteger),
    sa.Column("platform_id", sa.Text, nullable=False, server_default=""),
    sa.Column("doubts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("error", sa.Text, nullable=False, server_default=""),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("sent_at", Time),
    sa.UniqueConstraint("cause", "part"),
    sa.Index("ix_outbox_conversation_n", "conversation_id", "n"),
    sa.Index(
        "ix_outbox_due",
        "channel",
        "account",
        "lane",
        "due_at",
        sqlite_where=sa.text("state IN ('new', 'sending')"),
        postgresql_where=sa.text("state IN ('new', 'sending')"),
    ),
    sa.Index(
        "ix_outbox_under_way",
        "conversation_id",
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    ),
    sa.Index(
        "ix_outbox_dead",
        "id",
        sqlite_where=sa.text("state = 'dead'"),
        postgresql_where=sa.text("state = 'dead'"),
    ),
)

job = sa.Table(
    "job",
    metadata,
    row_id(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False, server_default="{}"),
    sa.Column("state", sa.Text, nullable=False, server_default="new"),
    sa.Column("due_at", Time, nullable=False),
    sa.Column("lease_until", Time),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("error", sa.Text, nullable=False, server_default=""),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("done_at", Time),
    sa.UniqueConstraint("kind", "subject"),
    sa.Index(
        "ix_job_due",
        "due_at",
        sqlite_where=sa.text("state IN ('new', 'running')"),
        postgresql_where=sa.text("state IN ('new', 'running')"),
    ),
)

timer = sa.Table(
    "timer",
    metadata,
    row_id(),
    ref("conversation", nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("due_at", Time, nullable=False, index=True),
    sa.Column("fence", sa.BigInteger, nullable=False),
    sa.UniqueConstraint("conversation_id", "kind"),
)

tombstone = sa.Table(
    "tombstone",
    metadata,
    row_id(),
    ref("conversation"),
    sa.Column("code", sa.Text),
    sa.Column("at", Time, nullable=False),
    sa.Column("ground", sa.Text, nullable=False),
)
