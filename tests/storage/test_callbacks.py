from datetime import timedelta

import sqlalchemy as sa

from storage import audit, callbacks, forgetting
from storage.callbacks import Wish
from storage.db import Database
from storage.tables import callback
from tests.fixtures.told import NOW, found, hire, talk, tell

PHONE = "+84912000123"


async def test_who_waits_longest_stands_first(db: Database) -> None:
    an, where = await db.write(hire), await db.write(talk)
    other = await db.write(talk, "visitor-2")
    later = NOW + timedelta(hours=1)
    await db.write(callbacks.file, where, None, PHONE, "any", "hỏi mộ", later)
    await db.write(callbacks.file, other, None, "", "", "", NOW)

    waiting = await db.read(callbacks.waiting, an)

    assert [call.wish for call in waiting] == [
        Wish("", "", ""),
        Wish(PHONE, "any", "hỏi mộ"),
    ]
    assert await db.read(callbacks.count, an) == 2


async def test_who_wishes_again_before_he_was_called_is_called_once(
    db: Database,
) -> None:
    an, made, where = await db.write(hire), await db.write(tell), await db.write(talk)
    first = await db.write(callbacks.file, where, None, PHONE, "any", "hỏi mộ", NOW)

    again = await db.write(callbacks.file, where, made, "", "sáng", "có ảnh", NOW)

    (call,) = await db.read(callbacks.waiting, an)
    assert again == first == call.id
    assert (call.wish, call.tip) == (Wish(PHONE, "sáng", "có ảnh"), made)
    acts = [row.act for row in await db.read(audit.trail, f"tip:{made}")]
    assert acts == ["filed", "callback_changed"]


async def test_a_wish_after_the_call_is_a_wish_of_its_own(db: Database) -> None:
    an, where = await db.write(hire), await db.write(talk)
    first = await db.write(callbacks.file, where, None, PHONE, "any", "hỏi mộ", NOW)
    await db.write(callbacks.close, first, an, "đã gọi", NOW)

    again = await db.write(callbacks.file, where, None, "", "", "hỏi nữa", NOW)

    (call,) = await db.read(callbacks.waiting, an)
    assert (call.id, call.wish) == (again, Wish("", "", "hỏi nữa"))


async def test_a_call_wished_before_the_story_is_linked_to_it(db: Database) -> None:
    where, made = await db.write(talk), await db.write(tell)
    call = await db.write(callbacks.file, where, None, PHONE, "any", "", NOW)
    stranger = await db.write(talk, "visitor-2")
    await db.write(callbacks.file, stranger, None, PHONE, "any", "", NOW)

    await db.write(callbacks.link, where, made, NOW)

    (linked,) = await db.read(callbacks.of, made)
    assert (linked.id, linked.code) == (call, "482 915 637")
    acts = [row.act for row in await db.read(audit.trail, f"tip:{made}")]
    assert acts == ["filed", "callback_wished"]


async def test_a_number_lies_sealed(db: Database) -> None:
    where = await db.write(talk)

    call = await db.write(callbacks.file, where, None, PHONE, "any", "", NOW)

    cell = await db.read(
        lambda tx: tx.execute(sa.select(callback.c.wish_cell)).scalar()
    )
    (row,) = await db.read(audit.trail, "house")
    assert cell is not None
    assert PHONE.encode() not in cell
    assert (row.act, row.details) == ("callback_wished", {"call": call})


async def test_a_call_about_a_tip_is_for_its_agency(db: Database) -> None:
    an, made, where = await db.write(hire), await db.write(tell), await db.write(talk)
    elsewhere = await db.write(found, "Ban Chỉ huy Quân sự xã khác")
    stranger = await db.write(hire, "xa", at=elsewhere)
    call = await db.write(callbacks.file, where, made, PHONE, "any", "", NOW)

    assert await db.read(callbacks.waiting, stranger) == ()
    assert not await db.write(callbacks.close, call, stranger, "đã gọi", NOW)
    assert await db.write(callbacks.close, call, an, "đã gọi", NOW)
    assert await db.read(callbacks.count, an) == 0


async def test_who_refuses_to_be_kept_is_called_if_he_still_waits(
    db: Database,
) -> None:
    an, where = await db.write(hire), await db.write(talk)
    met = await db.write(callbacks.file, where, None, PHONE, "any", "hỏi mộ", NOW)
    await db.write(callbacks.close, met, an, "đã gọi", NOW)
    call = await db.write(callbacks.file, where, None, PHONE, "any", "hỏi nữa", NOW)

    await db.write(forgetting.forget, where)

    (kept,) = await db.read(callbacks.waiting, an)
    assert (kept.id, kept.wish) == (call, Wish(PHONE, "any", "hỏi nữa"))
    held = await db.read(
        lambda tx: tx.execute(sa.select(callback.c.id)).scalars().all()
    )
    assert held == [call]


async def test_a_wish_taken_back_leaves_no_number(db: Database) -> None:
    an, where = await db.write(hire), await db.write(talk)
    await db.write(callbacks.file, where, None, PHONE, "any", "", NOW)

    await db.write(callbacks.call_off, where, NOW)
    await db.write(callbacks.call_off, where, NOW)

    assert await db.read(callbacks.waiting, an) == ()
    acts = [row.act for row in await db.read(audit.trail, "house")]
    assert acts == ["callback_wished", "callback_called_off"]
