"""Where our codes hang, and who came by them; no row says who a person is."""

import sqlalchemy as sa

from storage.tables.columns import Id, Time, metadata, ref, row_id

placement = sa.Table(
    "placement",
    metadata,
    row_id(),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False, server_default=""),
    sa.Column("wave", sa.Text, nullable=False, server_default=""),
    ref("agency", nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.UniqueConstraint("agency_id", "kind", "name", "area", "wave"),
)

scan = sa.Table(
    "scan",
    metadata,
    row_id(),
    ref("placement", nullable=False, index=True),
    sa.Column("at", Time, nullable=False),
)

# A conversation and a code that its citizen came with; the first one counts.
arrival = sa.Table(
    "arrival",
    metadata,
    sa.Column(
        "conversation_id", Id, sa.ForeignKey("conversation.id"), primary_key=True
    ),
    sa.Column("code", sa.Text, primary_key=True, index=True),
    sa.Column("is_first", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("at", Time, nullable=False),
)
