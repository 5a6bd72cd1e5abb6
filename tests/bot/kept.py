"""What the office holds after all that was sent to it."""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import exports, tips
from storage.model.tip import Tip
from storage.tables import inbox


def rows(tx: Connection) -> int:
    """Return how many inputs were kept."""
    return tx.execute(sa.select(sa.func.count()).select_from(inbox)).scalar_one()


def filed(tx: Connection) -> list[Tip]:
    """Return the tips that were filed, oldest first."""
    found = [tips.load(tx, tip_id) for tip_id in exports.ids(tx, drafts=False)]
    return [tip for tip in found if tip is not None]
