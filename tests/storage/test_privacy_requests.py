"""Consent that was withdrawn waits for staff once, and is seen to once."""

from sqlalchemy import Connection

from handlers import effects
from handlers.conversation.scene import Withdraw
from storage import audit, conversations, privacy_requests
from storage.db import Database
from storage.model.dialogue import Dialogue
from storage.privacy_requests import PrivacyRequest
from tests.fixtures.told import NOW, hire, talk, tell


def withdraw(tx: Connection) -> None:
    """Carry out what the engine wants when somebody withdraws his consent."""
    conversation = conversations.load(tx, talk(tx))
    assert conversation is not None
    effects.carry_out(tx, conversation, Dialogue(), [Withdraw()], str, NOW)


async def test_a_withdrawal_waits_once_with_the_last_tip_of_its_teller(
    db: Database,
) -> None:
    await db.write(tell)
    tip = await db.write(tell, code="482 915 638")

    await db.write(withdraw)
    await db.write(withdraw)

    (waiting,) = await db.read(privacy_requests.waiting)
    talked = await db.write(talk)
    assert waiting == PrivacyRequest(1, talked, "web", NOW, tip, "482 915 638")
    acts = [row.act for row in await db.read(audit.trail, "house")]
    assert acts == ["consent_withdrawn"]


async def test_it_is_seen_to_once_and_a_later_one_waits_again(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    await db.write(withdraw)

    closed = [
        await db.write(privacy_requests.close, 1, chi.id, "đã xóa theo ý", NOW)
        for _ in range(2)
    ]

    assert closed == [True, False]
    assert await db.read(privacy_requests.count) == 0
    await db.write(withdraw)
    assert [one.tip for one in await db.read(privacy_requests.waiting)] == [None]
