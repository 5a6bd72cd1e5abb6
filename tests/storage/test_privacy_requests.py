"""What tellers wish of their data waits for staff once, is put off once, seen to once."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers import effects
from handlers.conversation.scene import Agreed, Wish
from storage import (
    audit,
    consents,
    conversations,
    erasure,
    privacy_requests,
    receivers,
)
from storage.db import Database
from storage.model.dialogue import Dialogue
from storage.model.privacy import Right
from tests.fixtures.told import NOW, found, hire, talk, tell
from tests.storage.test_queue import hand_over

SOON, LATE = NOW + timedelta(days=2), NOW + timedelta(days=20)
MORE = timedelta(days=15)


def wish(tx: Connection, right: Right = Right.WITHDRAW, due: datetime = LATE) -> None:
    """Carry out what the engine wants when somebody claims a right."""
    conversation = conversations.load(tx, talk(tx))
    assert conversation is not None
    wanted = [Wish(right, SOON, due)]
    effects.carry_out(tx, conversation, Dialogue(), wanted, str, NOW)


async def test_a_wish_waits_once_with_the_last_tip_of_its_teller(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(tell)
    tip = await db.write(tell, code="482 915 638")

    await db.write(wish)
    await db.write(wish)

    (waiting,) = await db.read(privacy_requests.waiting, chi)
    assert (waiting.right, waiting.tip, waiting.tip_code) == (
        Right.WITHDRAW, tip, "482 915 638",
    )  # fmt: skip
    assert (waiting.at, waiting.answer_by, waiting.due_by) == (NOW, SOON, LATE)
    acts = [row.act for row in await db.read(audit.trail, "house")]
    assert acts == ["consent_withdrawn"]


async def test_what_is_due_first_stands_first(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(wish, Right.ERASE, LATE)
    await db.write(wish, Right.VIEW, SOON)

    waiting = await db.read(privacy_requests.waiting, chi)

    assert [one.right for one in waiting] == [Right.VIEW, Right.ERASE]


async def test_it_is_seen_to_once_and_a_later_one_waits_again(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(wish)

    closed = [
        await db.write(privacy_requests.close, 1, chi, "đã xóa theo ý", NOW)
        for _ in range(2)
    ]

    assert closed == [True, False]
    assert await db.read(privacy_requests.count, chi) == 0
    await db.write(wish)
    assert [one.tip for one in await db.read(privacy_requests.waiting, chi)] == [None]


async def test_it_is_put_off_once_with_its_reason(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(wish)

    moved = [
        await db.write(privacy_requests.extend, 1, chi, "chờ tỉnh", MORE, NOW)
        for _ in range(2)
    ]

    assert moved == [True, False]
    (waiting,) = await db.read(privacy_requests.waiting, chi)
    assert (waiting.due_by, waiting.extended) == (LATE + MORE, "chờ tỉnh")


async def test_every_receiver_of_his_tips_is_told(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    tip = await db.write(tell)
    await db.write(hand_over, tip, chi.id)
    await db.write(wish)

    assert await db.read(privacy_requests.untold, 1, chi)
    (receiver,) = (await db.read(privacy_requests.waiting, chi))[0].receivers
    told = [await db.write(receivers.tell, receiver.id, chi, NOW) for _ in range(2)]

    assert told == [True, False]
    assert not await db.read(privacy_requests.untold, 1, chi)


async def test_who_works_elsewhere_sees_and_settles_none_of_it(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    elsewhere = await db.write(found, "Ban Chỉ huy Quân sự xã khác")
    stranger = await db.write(hire, "xa", "Lý Văn Xa", at=elsewhere)
    await db.write(hand_over, await db.write(tell), chi.id)
    await db.write(wish)
    (receiver,) = (await db.read(privacy_requests.waiting, chi))[0].receivers

    assert await db.read(privacy_requests.waiting, stranger) == ()
    assert await db.read(privacy_requests.count, stranger) == 0
    assert not await db.write(receivers.tell, receiver.id, stranger, NOW)
    assert not await db.write(privacy_requests.extend, 1, stranger, "chờ", MORE, NOW)
    assert not await db.write(privacy_requests.close, 1, stranger, "đã xóa", NOW)
    assert await db.read(privacy_requests.count, chi) == 1


async def test_whose_telling_was_erased_still_waits_for_his_answer(
    db: Database,
) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(tell)
    await db.write(wish, Right.ERASE)

    await db.write(
        erasure.erase, await db.write(talk), "theo ý người kể", "system", NOW
    )

    assert await db.write(privacy_requests.close, 1, chi, "đã xóa theo ý", NOW)


async def test_consent_is_kept_as_evidence_that_erasing_leaves(db: Database) -> None:
    def agree(tx: Connection) -> int:
        conversation = conversations.load(tx, talk(tx))
        assert conversation is not None
        agreed = [Agreed(is_given=True, form="button")]
        effects.carry_out(tx, conversation, Dialogue(), agreed, str, NOW)
        return conversation.id

    conversation = await db.write(agree)

    (kept,) = await db.read(consents.of, conversation)
    assert (kept.is_given, kept.form, kept.channel, kept.at) == (
        True, "button", "web", NOW,
    )  # fmt: skip
    assert kept.version
    assert kept.purposes
    assert await db.read(audit.verify, f"consent:{conversation}")
