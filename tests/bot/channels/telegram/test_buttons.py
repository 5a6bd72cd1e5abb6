import pytest

from bot.channels.telegram import LIMITS
from bot.channels.telegram.buttons import LONGEST, Buttons
from handlers.checking import check
from handlers.conversation.saying import (
    CONFIRM_CHOICES,
    CONSENT_CHOICES,
    LEAVING,
    STORY_CHOICES,
)
from handlers.flows import flows
from handlers.wording import SAID
from storage.crypt import Key, KeyRing
from storage.model.message import Button, Pressed

RING = KeyRing({"k1": Key(bytes(32))}, "k1")
BUTTONS = Buttons.of("700000001", RING)
YES = Button("consent", "yes", "Đồng ý")


def test_a_press_is_the_button_that_was_hung():
    hung = BUTTONS.hung("5", YES)

    assert len(hung.encode()) <= LONGEST
    assert BUTTONS.pressed("5", hung) == Pressed("consent", "yes")


@pytest.mark.parametrize(
    "forged", ["", "consent|yes", "consent:yes", "x" * 64, "é" * 30, "\ud800" * 14]
)
def test_what_we_did_not_sign_is_no_press(forged):
    assert BUTTONS.pressed("5", forged) is None


def test_a_button_works_only_in_its_own_chat_and_of_its_own_bot():
    hung = BUTTONS.hung("5", YES)

    assert BUTTONS.pressed("6", hung) is None
    assert Buttons.of("700000002", RING).pressed("5", hung) is None


def test_a_changed_value_is_no_press():
    hung = BUTTONS.hung("5", YES)

    assert BUTTONS.pressed("5", hung.replace("yes", "no")) is None


def test_a_button_outlives_new_keys_in_the_ring():
    hung = BUTTONS.hung("5", YES)
    rotated = KeyRing({**RING.keys, "k2": Key(bytes([1]) * 32)}, "k2")

    assert Buttons.of("700000001", rotated).pressed("5", hung) is not None


@pytest.mark.parametrize(
    "button", [Button("k" * 60, "v", "x"), Button("a|b", "c", "x")]
)
def test_a_button_that_cannot_hang_is_told_before_it_is_sent(button):
    with pytest.raises(ValueError, match="no room"):
        BUTTONS.hung("5", button)


def test_all_that_we_ask_fits_telegram():
    assert check(flows(), SAID, {"telegram": LIMITS}) == []


def test_all_that_we_offer_hangs_on_a_button():
    asked = [(q.key, q.choices) for flow in flows().values() for q in flow.questions]
    ours = [
        ("story", STORY_CHOICES),
        ("confirm", CONFIRM_CHOICES),
        ("consent", CONSENT_CHOICES),
    ]
    offered = [
        Button(key, choice.value, choice.label)
        for key, choices in asked + ours
        for choice in (*choices, *LEAVING)
    ]

    hung = [BUTTONS.hung(str(2**52), button) for button in offered]

    assert len(hung) > 30
