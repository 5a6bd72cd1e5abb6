import pytest

from bot.channels.zalo.buttons import Buttons
from storage.crypt import Key, KeyRing
from storage.model.message import Button, Pressed

RING = KeyRing({"k1": Key(bytes(32))}, "k1")
OURS = Buttons("1", RING)
YES = Button("consent", "yes", "1. Đồng ý")


def test_a_press_is_known_again():
    hung = OURS.hung("5", YES)

    assert OURS.pressed("5", hung) == Pressed("consent", "yes")


@pytest.mark.parametrize("value", ["", "a|b", "Vâng ạ", "x\ny", "1" * 900])
def test_a_press_carries_any_value(value):
    hung = OURS.hung("5", Button("k", value, "x"))

    assert OURS.pressed("5", hung) == Pressed("k", value)


def test_what_is_typed_or_carried_over_is_no_press():
    hung = OURS.hung("5", YES)
    other = Buttons("2", RING).hung("5", YES)
    foreign = Buttons("1", KeyRing({"k": Key(bytes(31) + b"1")}, "k")).hung("5", YES)

    assert OURS.pressed("6", hung) is None
    for text in (
        other,
        foreign,
        f"{hung}x",
        hung[:-1],
        hung.upper(),
        "yes",
        "#mm:",
        "",
    ):
        assert OURS.pressed("5", text) is None


def test_a_value_for_which_zalo_has_no_room_is_refused():
    for key, value in (("k", "x" * 1000), ("a|b", "v")):
        with pytest.raises(ValueError, match="no room"):
            OURS.hung("5", Button(key, value, "x"))
