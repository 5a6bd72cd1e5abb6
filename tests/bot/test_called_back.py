"""Who wants a person is called, whatever he agrees to besides."""

from storage import callbacks
from storage.callbacks import Wish
from storage.db import Database
from tests.fixtures.chatting import Chat, Teller
from tests.fixtures.told import hire

STORY = "Bố tôi kể chôn đồng đội ở gần suối"
WISH = Wish("+84912000701", "Buổi sáng", "hỏi chuyện anh trai")


async def wished(teller: Teller) -> None:
    """Tell a story, then wish for a call; agree to nothing."""
    await teller.tell(text=STORY)
    await teller.tell(button={"key": "consent", "value": "officer"})
    await teller.tell(text="0912 000 701")
    await teller.tell(button={"key": "callback_hour", "value": "morning"})
    await teller.tell(text="hỏi chuyện anh trai")


async def waiting(db: Database) -> list[Wish]:
    an = await db.write(hire)
    return [call.wish for call in await db.read(callbacks.waiting, an)]


async def test_a_wish_before_consent_stands_before_staff(chat: Chat) -> None:
    await wished(chat.teller())

    assert await waiting(chat.db) == [WISH]


async def test_a_refusal_destroys_the_story_and_not_the_wish(chat: Chat) -> None:
    teller = chat.teller()
    await wished(teller)

    (said,) = await teller.tell(button={"key": "consent", "value": "no"})

    assert "yêu cầu gọi lại vẫn" in said["text"].lower().replace("thì ", "")
    assert await waiting(chat.db) == [WISH]
    assert STORY not in [line["text"] for line in await teller.lines()]


async def test_a_wish_is_taken_back_by_its_button(chat: Chat) -> None:
    teller = chat.teller()
    await wished(teller)
    (said,) = await teller.tell(button={"key": "consent", "value": "no"})

    (button,) = said["buttons"]
    await teller.tell(button={"key": button["key"], "value": button["value"]})

    assert await waiting(chat.db) == []
