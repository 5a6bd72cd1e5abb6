"""Files on their way in, and files kept."""

import sqlalchemy as sa

from storage.tables.columns import Time, metadata, ref

upload = sa.Table(
    "upload",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    ref("conversation", nullable=False),
    sa.Column("client_id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("title_cell", sa.LargeBinary, nullable=False),
    sa.Column("label_cell", sa.LargeBinary),
    sa.Column("object", sa.Text, nullable=False, unique=True),
    sa.Column("key_cell", sa.LargeBinary, nullable=False),
    sa.Column("mime", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger),
    sa.Column("offset", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("position", sa.BigInteger),
    sa.Column("state", sa.Text, nullable=False, server_default="open"),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("touched_at", Time, nullable=False),
    sa.UniqueConstraint("conversation_id", "client_id"),
)

media = sa.Table(
    "media",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    ref("conversation", nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("mime", sa.Text, nullable=False),
    sa.Column("title_cell", sa.LargeBinary),
    sa.Column("label_cell", sa.LargeBinary),
    sa.Column("key_cell", sa.LargeBinary),
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("copy_hash", sa.LargeBinary, index=True),
    sa.Column("duration_s", sa.Float),
    sa.Column("is_apart", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("text", sa.Text),
    sa.Column("preview", sa.Text),
    sa.Column("preview_key_cell", sa.LargeBinary),
    sa.Column("shot_cell", sa.LargeBinary),
    sa.Column("remote_cell", sa.LargeBinary),  # where it lies, until it is here
    sa.Column("received_at", Time, nullable=False),
)
