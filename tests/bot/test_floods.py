"""A flood is stemmed, and only its own visitor feels it."""

import asyncio

from tests.fixtures.chatting import Chat


async def test_a_flood_of_one_visitor_is_stemmed_and_blocks_nobody(
    chat: Chat,
) -> None:
    flooder, other = chat.teller(), chat.teller()
    await flooder.consent()

    async def flood(number: int) -> int:
        body = {"client_id": f"flood-{number}", "text": f"Tin {number}"}
        return (await flooder.post(body)).status

    statuses = asyncio.gather(*(flood(number) for number in range(150)))
    async with asyncio.timeout(10):
        assert await other.tell(text="Chào")

    kept = [number for number, status in enumerate(await statuses) if status == 200]
    assert set(await statuses) <= {200, 429}
    mine = [line["text"] for line in await flooder.lines()]
    told = [text for text in mine if text.startswith("Tin ")]
    assert sorted(told) == sorted(f"Tin {number}" for number in kept)


async def test_a_message_sent_again_is_no_flood(chat: Chat) -> None:
    teller = chat.teller()
    body = {"client_id": "c-1", "text": "Chào"}

    answers = await asyncio.gather(*(teller.post(body) for _ in range(100)))

    assert {answer.status for answer in answers} == {200}
