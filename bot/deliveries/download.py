"""Hand over by file: the package is laid into a folder, for an officer to carry."""

import asyncio
from pathlib import Path

from bot.deliveries import Order
from bot.place import Place, now
from handlers import packing, triage
from handlers.package.archive import Packed
from handlers.packing import Errand
from handlers.triage import Act, Holder, MovedOn, NotNow, NotYours
from storage import agencies, claims, dossier, handovers
from storage.dossier import Dossier
from storage.tx import Connection


async def deliver(place: Place, order: Order) -> Packed:
    """Write `tin-<code>.zip` into the folder that the order names."""
    held = await place.db.write(_take, order)
    office = await place.db.read(agencies.load, order.who.agency)
    if office is None:
        raise NotNow("Cán bộ này không thuộc cơ quan nào.")
    errand = Errand(office, now(), place.settings.timezone)
    path = Path(order.target, f"tin-{held.tip.code.replace(' ', '')}.zip")
    packed = await packing.pack(held, place.files, errand, path)
    record = (held.tip, order.who.id, packed.sha256, packed.size, errand.at)
    if not await place.db.write(handovers.add, *record):
        await asyncio.to_thread(path.unlink)
        raise MovedOn
    return packed


def _take(tx: Connection, order: Order) -> Dossier:
    """Return the tip, held by who hands it over, or say why it cannot go."""
    seen = _of(tx, order)
    if not claims.claim(tx, order.tip, order.who.id, now()):
        raise NotYours(seen.names.get(seen.tip.claimed_by or 0))
    held, holder = _of(tx, order), Holder(order.who.id, order.who.name)
    triage.check(Act.HAND_OVER, held.tip, order.who, holder)
    return held


def _of(tx: Connection, order: Order) -> Dossier:
    held = dossier.of(tx, order.tip, order.who)
    if held is None:
        raise NotNow("Tin này không thuộc phạm vi của cán bộ.")
    return held
