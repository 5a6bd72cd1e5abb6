"""A file that is not what it seems: the citizen hears one clear sentence about it."""

import pytest

from handlers.wording import SAID, say
from tests.bot.site.test_plain_photos import ARCHIVE, GIGAPIXEL, NOISE
from tests.fixtures.chatting import Chat, Line, Teller
from tests.fixtures.uploading import Visitor, jpeg

ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


@ON_ONE
@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("ảnh.jpg", ARCHIVE, "shown.disguised"),
        ("ảnh.png", GIGAPIXEL, "shown.oversized"),
        ("ảnh.jpg", NOISE, "shown.unreadable"),
    ],
)
async def test_what_does_not_simply_open_is_said_so(
    chat: Chat, name: str, raw: bytes, sentence: str
) -> None:
    teller = chat.teller()
    await teller.consent()

    (answer,) = await _show(teller, name, raw)

    assert " 1 " in answer["text"].partition("ạ.")[0]
    assert answer["text"].count(SAID[sentence][0]) == 1


@ON_ONE
async def test_a_photo_that_opens_is_only_thanked_for(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()

    (answer,) = await _show(teller, "ảnh.jpg", jpeg())

    assert " 1 ảnh ạ." in answer["text"]
    assert not any(SAID[key][0] in answer["text"] for key in SAID if "shown." in key)


@ON_ONE
async def test_an_empty_file_is_not_said_to_be_received(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()

    (answer,) = await _show(teller, "ảnh.jpg", b"")
    facts = await teller.tell(text="xong")

    assert answer["text"] == say("shown.empty", thing="ảnh")
    assert "1 ảnh" not in facts[-1]["text"]


async def test_a_file_longer_than_promised_is_told_the_truth(visitor: Visitor) -> None:
    name = await visitor.begun(size=4)

    answer = await visitor.send(name, 0, b"abcde")

    assert answer.status == 413
    assert (await answer.json())["error"] == SAID["upload.longer"][0]


async def _show(teller: Teller, name: str, raw: bytes) -> list[Line]:
    before = len(await teller.lines())
    wish = {"client_id": name, "name": name, "size": None, "mime": "", "kind": "photo"}
    begun = await teller.http.post("/chat/uploads", json=wish, headers=teller.who())
    path = f"/chat/uploads/{(await begun.json())['id']}"
    headers = teller.who() | {"Upload-Offset": "0", "Upload-Complete": "1"}
    async with teller.http.patch(path, data=raw, headers=headers) as sent:
        assert sent.status == 204
    return await teller.hear(before)
