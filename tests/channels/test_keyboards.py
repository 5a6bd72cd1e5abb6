"""On Telegram one tap gives one's own number, and the keyboard for it goes again."""

from pathlib import Path

from bot.place import opened
from bot.roles import Role
from bot.serving import running
from tests.fakes.telegram import TOKEN, Chat, World, telegram
from tests.fixtures.telling import CODE, agree, answer, story, whole
from tests.fixtures.tongues import Heard, OnTelegram, settings

NUMBER = 7
OFFER = "Gửi số điện thoại của tôi"


async def test_a_tap_answers_with_ones_own_number(tmp_path: Path) -> None:
    async with telegram(World(is_paced=False)) as fake:
        told = settings(
            tmp_path,
            None,
            telegram_token=TOKEN,
            telegram_api_url=fake.url,
            telegram_mode="webhook",
            telegram_chat_pause=0,
        )
        async with running(told, Role), opened(told, migrating=False) as place:
            chat = fake.chat(NUMBER)
            taps = await _told(chat)
            tip = await whole(place)

    assert taps == 1
    assert tip["readings"]["teller_phone"] == f"+{chat.phone}"
    assert tip["answers"]["teller_phone"]["source"] == "said"
    assert fake.world.keyboards == {}


async def _told(chat: Chat) -> int:
    """Tell a story to its end; return how often a number was asked for and tapped."""
    teller, taps = OnTelegram(chat), 0
    await teller.say(" ".join(story(NUMBER)))
    await teller.hear()
    await agree(teller)
    await teller.press("Kể xong")
    heard = await teller.hear()
    while not CODE.search(heard.text):
        if _is_offered(chat, heard):
            chat.tap(OFFER)
            taps += 1
        else:
            await answer(teller, heard, NUMBER)
        heard = await teller.hear()
    return taps


def _is_offered(chat: Chat, heard: Heard) -> bool:
    keys = chat.world.keyboards.get(chat.id, [])
    return "số điện thoại" in heard.text and any(key["text"] == OFFER for key in keys)
