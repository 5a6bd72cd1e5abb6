import asyncio
from datetime import timedelta

from storage import audit, claims, tips
from storage.db import Database
from storage.model.tip import TipStatus
from tests.fixtures.told import NOW, hire, tell

LATER = NOW + timedelta(minutes=31)


async def test_of_fifty_officers_who_claim_at_once_one_wins(db: Database) -> None:
    made = await db.write(tell)
    officers = [await db.write(hire, f"officer{n}") for n in range(50)]

    tries = (db.write(claims.claim, made, who.id, NOW) for who in officers)
    outcomes = await asyncio.gather(*tries)

    tip = await db.read(tips.load, made)
    assert tip is not None
    assert outcomes.count(True) == 1
    assert tip.claimed_by == officers[outcomes.index(True)].id
    assert tip.status is TipStatus.CLAIMED
    acts = [row.act for row in await db.read(audit.trail, f"tip:{made}")]
    assert acts == ["filed", "claimed"]


async def test_a_lapsed_claim_is_free_for_another(db: Database) -> None:
    made = await db.write(tell)
    an, ba = await db.write(hire, "an"), await db.write(hire, "ba")
    await db.write(claims.claim, made, an.id, NOW)

    assert not await db.write(claims.claim, made, ba.id, NOW)
    assert await db.write(claims.claim, made, ba.id, LATER)
    assert not await db.write(claims.renew, made, an.id, LATER)


async def test_looking_at_a_tip_holds_on_to_it(db: Database) -> None:
    made = await db.write(tell)
    an, ba = await db.write(hire, "an"), await db.write(hire, "ba")
    await db.write(claims.claim, made, an.id, NOW)

    assert await db.write(claims.renew, made, an.id, NOW + timedelta(minutes=20))
    assert not await db.write(claims.claim, made, ba.id, LATER)


async def test_a_tip_given_back_is_new_again(db: Database) -> None:
    made = await db.write(tell)
    an, ba = await db.write(hire, "an"), await db.write(hire, "ba")
    await db.write(claims.claim, made, an.id, NOW)

    assert not await db.write(claims.release, made, ba.id, NOW)
    assert await db.write(claims.release, made, an.id, NOW)

    tip = await db.read(tips.load, made)
    assert tip is not None
    assert (tip.status, tip.claimed_by) == (TipStatus.NEW, None)


async def test_a_take_over_names_whom_it_takes_from(db: Database) -> None:
    made = await db.write(tell)
    an, ba = await db.write(hire, "an"), await db.write(hire, "ba")
    await db.write(claims.claim, made, an.id, NOW)

    assert not await db.write(claims.take_over, made, ba.id, ba.id, "gấp", NOW)
    assert await db.write(claims.take_over, made, ba.id, an.id, "gấp", NOW)

    row = (await db.read(audit.trail, f"tip:{made}"))[-1]
    assert (row.act, row.reason, row.details) == (
        "taken_over",
        "gấp",
        {"holder": an.id},
    )
