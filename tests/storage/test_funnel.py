"""The funnel's numbers are those of the rows that they count."""

from dataclasses import replace

import sqlalchemy as sa

from handlers import crediting
from handlers.conversation.attribution import came
from storage import (
    agencies,
    arrivals,
    audit,
    conversations,
    erasure,
    funnel,
    handovers,
    placements,
    tips,
    work,
)
from storage.db import Database
from storage.model.dialogue import Dialogue
from storage.model.placement import Stages
from storage.model.tip import TipStatus
from storage.tables import tip
from storage.tx import Connection
from tests.fixtures.placed import placed
from tests.fixtures.told import NOW, hire, talk, tell, tell_more


def arrive(tx: Connection, address: str, *codes: str, tip_id: int | None = None) -> int:
    """Let somebody come by these codes, as a turn stores it."""
    conversation = conversations.load(tx, talk(tx, address))
    assert conversation is not None
    dialogue = replace(conversation.dialogue, tip=tip_id)
    for code in codes:
        dialogue = came(dialogue, code)
    crediting.keep(tx, conversation, dialogue, NOW)
    return conversation.id


def decide(tx: Connection, tip_id: int, status: TipStatus) -> None:
    known, officer = tips.load(tx, tip_id), hire(tx, f"an{tip_id}{status}")
    assert known is not None
    assert work.decide(tx, known, status, "Đã hỏi ông Bảy", officer.id, NOW)


def hand_over(tx: Connection, tip_id: int) -> None:
    known, officer = tips.load(tx, tip_id), hire(tx, f"binh{tip_id}")
    assert known is not None
    assert handovers.add(tx, known, officer.id, "ab" * 32, 5, NOW)


def stages(tx: Connection) -> tuple[Stages, ...]:
    return funnel.funnel(tx, agencies.first(tx).id)


async def test_each_stage_counts_who_came_so_far(db: Database) -> None:
    hall, gate = await db.write(placed)
    for _ in range(4):
        await db.write(placements.count_scan, hall.id, NOW)
    for address in ("a", "b", "c"):
        await db.write(arrive, address, hall.code)
    told = [
        await db.write(tell, f"10000000{n}", "abcd"[n], source=source)
        for n, source in enumerate((hall.code, hall.code, hall.code, None))
    ]
    await db.write(decide, told[0], TipStatus.VERIFIED)
    await db.write(hand_over, told[0])
    await db.write(decide, told[1], TipStatus.VERIFIED)
    await db.write(decide, told[1], TipStatus.NOT_OURS)
    await db.write(tell, "100000009", "e", source=gate.code, draft=True)

    assert await db.read(stages) == (
        Stages(hall, scans=4, starts=3, filed=3, verified=1, handed_over=1),
        Stages(gate, 0, 0, 0, 0, 0),
        Stages(None, scans=0, starts=0, filed=1, verified=0, handed_over=0),
    )


async def test_a_start_belongs_to_the_first_code_and_the_tip_tells_the_second(
    db: Database,
) -> None:
    hall, gate = await db.write(placed)
    tip_id = await db.write(tell, "482 915 637", "a", source=hall.code)

    came_to = await db.write(arrive, "a", hall.code, gate.code, tip_id=tip_id)

    assert await db.read(arrivals.of, came_to) == (hall.code, gate.code)
    assert [row.starts for row in await db.read(stages)] == [1, 0, 0]
    scanned = (await db.read(audit.trail, f"tip:{tip_id}"))[-1]
    assert (scanned.act, scanned.details) == ("scanned", {"source": gate.code})


async def test_a_code_that_proves_to_be_earlier_is_the_first(db: Database) -> None:
    conversation = await db.write(talk)
    await db.write(arrivals.keep, conversation, ("2222222",), "2222222", NOW)

    both = ("1111111", "2222222")
    await db.write(arrivals.keep, conversation, both, "1111111", NOW)

    assert await db.read(arrivals.of, conversation) == both


async def test_a_code_that_comes_after_the_tip_is_the_tips(db: Database) -> None:
    tip_id = await db.write(tell)
    before = await db.read(tips.load, tip_id)

    await db.write(tell_more, tip_id, source="4829153")
    await db.write(tell_more, tip_id, source="9999999")

    after = await db.read(tips.load, tip_id)
    assert before is not None
    assert after == replace(before, source="4829153")


async def test_an_erased_citizen_is_counted_no_more(db: Database) -> None:
    hall, _ = await db.write(placed)
    conversation = await db.write(arrive, "a", hall.code)
    await db.write(tell, "482 915 637", "a", source=hall.code)

    await db.write(erasure.erase, conversation, "Yêu cầu", "system", NOW)

    assert await db.read(arrivals.of, conversation) == ()
    assert [(row.starts, row.filed) for row in await db.read(stages)] == [(0, 0)] * 3
    assert await db.read(_sources) == [None]


def _sources(tx: Connection) -> list[str | None]:
    return list(tx.execute(sa.select(tip.c.source)).scalars())


def test_nobody_came_by_nothing() -> None:
    assert came(Dialogue(), None) == Dialogue()
