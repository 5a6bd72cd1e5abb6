"""After the telling: what goes into a conversation, what is set aside, who has died."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from handlers import effects
from handlers.conversation.scene import Died, Remark
from storage import (
    audit,
    conversations,
    deeds,
    departures,
    handovers,
    inbox,
    notes,
    queue,
    standing,
    tips,
    work,
)
from storage.codec import unpack_what
from storage.db import Database
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.dialogue import Dialogue
from storage.model.message import What
from storage.model.tip import Tip, TipKind, TipStatus
from storage.queue import View
from storage.tables import inbox as rows
from tests.fixtures.told import NOW, PHONE, hire, talk, tell, tell_more

CODE = "482 915 637"


def known(tx: Connection, made: int) -> Tip:
    held = tips.load(tx, made)
    assert held is not None
    return held


def posted(tx: Connection) -> list[What]:
    """Return what was put into conversations, oldest first."""
    ids = tx.execute(sa.select(rows.c.id).order_by(rows.c.id)).scalars().all()
    return [unpack_what(inbox.body(tx, one)) for one in ids]


def conclude(tx: Connection, made: int, staff: int, status: TipStatus) -> bool:
    return work.decide(tx, known(tx, made), status, "khớp trích lục", staff, NOW)


async def test_a_conclusion_and_a_hand_over_go_into_the_conversation(
    db: Database,
) -> None:
    made, an = await db.write(tell), await db.write(hire)

    await db.write(conclude, made, an.id, TipStatus.VERIFIED)
    await db.write(lambda tx: handovers.add(tx, known(tx, made), an.id, "00", 1, NOW))

    assert await db.read(posted) == [
        StatusChanged(made, "verified", CODE),
        StatusChanged(made, "handed_over", CODE),
    ]


async def test_nothing_does_of_a_family_or_of_a_tip_that_moved_on(db: Database) -> None:
    an = await db.write(hire)
    family = await db.write(tell, CODE, "a", kind=TipKind.RELATIVE)
    moved = await db.write(tell, "111", "b")
    stale = await db.read(known, moved)
    await db.write(conclude, moved, an.id, TipStatus.VERIFIED)
    before = await db.read(posted)

    await db.write(conclude, family, an.id, TipStatus.VERIFIED)
    late = await db.write(work.decide, stale, TipStatus.NOT_OURS, "x", an.id, NOW)

    assert not late
    assert await db.read(posted) == before


async def test_what_is_set_aside_stands_in_its_own_view_until_taken_back(
    db: Database,
) -> None:
    an = await db.write(hire)
    draft = await db.write(tell, "111", "a", apart="obscene", draft=True)
    made = await db.write(tell, CODE, "b", apart="advertising")

    async def views() -> dict[View, int]:
        return {v: n for v, n in (await db.read(queue.counts, an, NOW)).items() if n}

    aside = await views()
    newest = await db.read(queue.newest, an)
    done = await db.write(
        lambda tx: work.put_back(tx, known(tx, made), "kể thật", an.id, NOW)
    )
    back = await views()
    trail = await db.read(lambda tx: deeds.trail(tx, f"tip:{made}", talk(tx, "b")))

    assert aside == {View.APART: 2, View.ALL: 2}
    assert newest == 0
    assert done
    assert back == {View.APART: 1, View.NEW: 1, View.ALL: 2}
    assert (await db.read(posted)) == [Cleared()]
    assert (trail[-1].row.act, trail[-1].row.reason) == ("put_back", "kể thật")
    assert (await db.read(known, draft)).apart == "obscene"


async def test_who_tells_after_all_comes_back_by_himself(db: Database) -> None:
    an = await db.write(hire)
    made = await db.write(tell, apart="nonsense")

    await db.write(tell_more, made, spare="thêm")

    assert (await db.read(queue.counts, an, NOW))[View.APART] == 0


async def test_a_death_told_by_the_house_stands_on_all_tips_with_a_note(
    db: Database,
) -> None:
    first, second = await db.write(tell), await db.write(tell, "222 222 222")
    other = await db.write(tell, "333 333 333", "visitor-2")

    def carry(tx: Connection) -> None:
        held = conversations.load(tx, talk(tx))
        assert held is not None
        wanted = (Remark("xin xem"), Died())
        effects.carry_out(tx, held, Dialogue(tip=second), wanted, lambda: "", NOW)

    await db.write(carry)

    told = {one: await db.read(notes.of, one) for one in (first, second, other)}
    assert [len(told[one]) for one in (first, second, other)] == [1, 2, 0]
    assert {note.by for note in told[second]} == {"Hệ thống"}
    trails = {one: await db.read(audit.trail, f"tip:{one}") for one in told}
    acts = {one: [row.act for row in trails[one]] for one in told}
    assert departures.ACT in acts[first]
    assert departures.ACT in acts[second]
    assert departures.ACT not in acts[other]
    assert await db.read(audit.verify, f"tip:{first}")


async def test_staff_report_a_death_once(db: Database) -> None:
    made, an = await db.write(tell), await db.write(hire)
    held = await db.read(known, made)

    done = [
        await db.write(departures.report, held, "con trai gọi", an.id, NOW)
        for _ in range(2)
    ]

    trail = await db.read(lambda tx: deeds.trail(tx, f"tip:{made}", talk(tx)))
    assert done == [True, False]
    assert await db.read(posted) == [TellerDied()]
    assert departures.is_known(trail)
    assert trail[-1].row.reason == "con trai gọi"


@pytest.mark.parametrize(
    ("code", "number", "is_known"),
    [
        (CODE, PHONE, True),
        (CODE, "+84912000999", False),
        ("999 999 999", PHONE, False),
        (CODE, "", False),
        ("", "", False),
    ],
)
async def test_who_knows_code_and_number_knows_how_it_stands(
    db: Database, code: str, number: str, is_known: bool
) -> None:
    await db.write(tell)

    held: Any = await db.read(standing.known_by, code, number)

    assert (held is not None) is is_known
    if held is not None:
        assert (held.status, held.kind) == (TipStatus.NEW, TipKind.BURIAL)
