"""Who brings no secret is nobody we know, whatever his program calls its messages."""

import uuid

import pytest
from aiohttp import FormData

from tests.fixtures.chatting import Chat, Teller

COUNTED = (
    "1",
    "message-number-000001",
    "message-number-00000000000000000001",
    "00000000-0000-4000-8000-000000000001",
    "00000000000000000000000000000001",
    "a" * 200,
)
STORY = "Mộ ở sau đình làng."


@pytest.mark.parametrize("client_id", COUNTED)
async def test_two_who_count_their_messages_alike_do_not_meet(
    chat: Chat, client_id: str
) -> None:
    async with chat.browser() as one, chat.browser() as other:
        await Teller(one, None).post({"client_id": client_id, "text": STORY})
        stranger = Teller(other, None)

        answer = await stranger.post({"client_id": client_id, "text": "Chào"})

        assert answer.status == 200
        told = [line["text"] for line in await stranger.lines()]
        assert "Chào" in told
        assert STORY not in told


@pytest.mark.parametrize("client_id", COUNTED)
async def test_two_whose_files_are_called_alike_do_not_meet(
    chat: Chat, client_id: str
) -> None:
    wish = {"client_id": client_id, "name": "a.jpg", "size": 4, "mime": "image/jpeg"}
    async with chat.browser() as one, chat.browser() as other:
        begun = [await who.post("/chat/uploads", json=wish) for who in (one, other)]

        first, second = [(await answer.json())["id"] for answer in begun]

        assert first != second
        assert (await other.head(f"/chat/uploads/{first}")).status == 404


async def test_two_forms_with_a_made_up_token_do_not_meet(chat: Chat) -> None:
    fields = {"token": "t" * 24, "story": STORY, "consent": "yes"}
    async with chat.browser() as one, chat.browser() as other:
        for who in (one, other):
            form = FormData(fields, default_to_multipart=True)
            assert (await who.post("/chat/plain", data=form)).status == 200

        told = [await Teller(who, None).lines() for who in (one, other)]

        assert [lines[1]["text"] for lines in told] == [STORY, STORY]


@pytest.mark.parametrize("spell", [str, str.upper, lambda told: told.replace("-", "")])
async def test_a_first_file_whose_answer_was_lost_is_found_again(
    chat: Chat, spell: object
) -> None:
    assert callable(spell)
    client_id = spell(str(uuid.uuid4()))
    wish = {"client_id": client_id, "name": "a.jpg", "size": 4, "mime": "image/jpeg"}
    async with chat.browser() as one, chat.browser() as again:
        begun = [await who.post("/chat/uploads", json=wish) for who in (one, again)]

        first, second = [(await answer.json())["id"] for answer in begun]

        assert first == second
