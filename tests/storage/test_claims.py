import asyncio
from datetime import timedelta

from storage import audit, claims, deeds, exports, tips
from storage.db import Database
from storage.model.tip import TipStatus
from tests.fixtures.told import NOW, hire, tell, tell_more

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

    known = await db.read(tips.load, made)
    assert known is not None
    row = (await db.read(deeds.trail, f"tip:{made}", known.conversation))[-1].row
    assert (row.act, row.reason, row.details["holder"]) == ("taken_over", "gấp", an.id)


async def test_a_draft_in_an_officers_hands_stays_a_draft(db: Database) -> None:
    made = await db.write(tell, draft=True)
    an = await db.write(hire)

    await db.write(claims.claim, made, an.id, NOW)
    claimed = await db.read(tips.load, made)
    await db.write(claims.release, made, an.id, NOW)
    released = await db.read(tips.load, made)

    assert claimed is not None
    assert released is not None
    assert (claimed.status, claimed.claimed_by) == (TipStatus.DRAFT, an.id)
    assert (released.status, released.claimed_by) == (TipStatus.DRAFT, None)
    assert await db.read(exports.ids, False) == ()


async def test_a_draft_that_is_filed_while_it_is_held_stays_with_its_officer(
    db: Database,
) -> None:
    made = await db.write(tell, draft=True)
    an = await db.write(hire)
    await db.write(claims.claim, made, an.id, NOW)

    await db.write(tell_more, made)

    filed = await db.read(tips.load, made)
    assert filed is not None
    assert (filed.status, filed.claimed_by) == (TipStatus.CLAIMED, an.id)
