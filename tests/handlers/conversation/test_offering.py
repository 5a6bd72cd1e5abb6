"""What one tap may send, and only where the channel has such a button."""

from dataclasses import replace

import pytest

from handlers.conversation.offering import offer
from handlers.conversation.rendering import render
from handlers.conversation.scene import Reply
from storage.model.dialogue import Dialogue
from storage.model.limits import Share
from storage.model.message import Button
from tests.handlers.stage import WEB

LEAVE = Button("teller_phone", "skip", "Bỏ qua")


@pytest.mark.parametrize(
    ("kind", "key", "what"),
    [
        ("burial", "teller_phone", Share.PHONE),
        ("burial", "callback_phone", Share.PHONE),
        ("burial", "place", None),  # he is asked at home, far from the grave
        ("found_now", "place", Share.PLACE),
        ("found_now", "landmark", None),
    ],
)
def test_a_number_is_offered_and_his_place_only_at_a_find(
    kind: str, key: str, what: Share | None
) -> None:
    assert offer(Dialogue(flow=kind), key) is what


def test_it_stands_above_the_other_buttons_where_a_channel_can_ask_the_phone() -> None:
    reply = Reply(
        1, "ask.teller_phone", "Xin số điện thoại ạ?", (LEAVE,), asks="teller_phone",
        offers=Share.PHONE,
    )  # fmt: skip

    (plain,) = render(reply, WEB)
    (asking,) = render(reply, replace(WEB, shares=True))

    assert plain.buttons == (LEAVE,)
    assert asking.buttons == (
        Button("teller_phone", Share.PHONE, "Gửi số điện thoại của tôi"), LEAVE,
    )  # fmt: skip
