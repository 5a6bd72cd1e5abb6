"""A pin's honest radius, and one thing a message."""

from typing import Any

import pytest
import sqlalchemy as sa

from handlers.wording import SAID
from storage import exports, tips
from tests.fixtures.chatting import Chat

ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
PIN = {"lat": 16.65, "lon": 106.73}
YES = {"key": "consent", "value": "yes"}


@ON_ONE
@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({}, None),
        ({"accuracy": None}, None),
        ({"accuracy": 0}, None),
        ({"accuracy": -30}, None),
        ({"accuracy": "30"}, None),
        ({"accuracy": True}, None),
        ({"accuracy": 1e9}, None),
        ({"accuracy": 30}, 30.0),
        ({"accuracy": 117_000.5}, 117_000.5),
    ],
)
async def test_nobody_claims_to_know_a_place_better_than_he_was_told(
    chat: Chat, told: dict[str, Any], kept: float | None
) -> None:
    teller = chat.teller()
    await teller.consent()
    await teller.tell(pin=PIN | told)
    for _ in range(3):
        await teller.tell(text="xong")

    assert await chat.db.read(_radii) == [kept]


@ON_ONE
@pytest.mark.parametrize(
    "what",
    [
        {"text": "Bên suối", "pin": PIN},
        {"text": "Bên suối", "button": YES},
        {"button": YES, "pin": PIN},
        {"text": "Bên suối", "button": YES, "pin": PIN},
        {"text": "", "pin": PIN},
    ],
)
async def test_of_several_things_in_one_message_none_is_dropped_silently(
    chat: Chat, what: dict[str, Any]
) -> None:
    teller = chat.teller()

    answer = await teller.post({"client_id": "c-1", **what})

    assert answer.status == 400
    assert await answer.json() == {"error": SAID["web.several"][0]}
    assert await teller.lines() == []


@ON_ONE
async def test_what_is_named_and_left_empty_is_not_there(chat: Chat) -> None:
    teller = chat.teller()

    assert await teller.send(text="Bên suối", button=None, pin=None) == 1


def _radii(tx: sa.Connection) -> list[float | None]:
    found = [tips.load(tx, tip_id) for tip_id in exports.ids(tx, drafts=False)]
    return [place.radius_m for tip in found if tip for place in tip.locations]
