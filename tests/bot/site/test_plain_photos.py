"""Photos in the plain form: what is said of them is true."""

import io
import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, FormData

from storage import media
from tests.fixtures.chatting import Chat
from tests.fixtures.uploading import jpeg

ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
Photo = tuple[str, bytes]


@ON_ONE
async def test_a_name_is_kept_without_what_one_does_not_see(chat: Chat) -> None:
    await _send(chat.http, ("C:\\ảnh\\mo\u202egpj.jpg", jpeg()))

    assert await chat.db.read(_titles) == ["mogpj.jpg"]


def _titles(tx: sa.Connection) -> list[str]:
    return [one.title for one in media.of_conversation(tx, 1)]


async def _send(http: ClientSession, *photos: Photo, **fields: Any) -> tuple[int, str]:
    """Send the form; return its status and the page that answers."""
    told = {"token": uuid.uuid4().hex, "story": "Mộ sau đình.", "consent": "yes"}
    form = FormData(told | fields, quote_fields=False)
    for name, raw in photos:
        form.add_field("photos", io.BytesIO(raw), filename=name)
    answer = await http.post("/chat/plain", data=form)
    return answer.status, await answer.text()
