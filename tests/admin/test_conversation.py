from admin.conversation import Choice, bubbles
from storage.model.line import Line
from tests.fixtures.told import NOW

ASKED = Line(
    1,
    "bot",
    NOW,
    "Vì sao biết ạ?",
    (("how_known", "buried", "Tự tay chôn cất"), ("how_known", "heard", "Nghe kể")),
)


def test_a_pressed_button_shows_its_words_on_both_sides() -> None:
    pressed = Line(2, "citizen", NOW, "", (("how_known", "heard", "heard"),))

    asked, answered = bubbles([ASKED, pressed], [], [])

    assert asked.choices == (
        Choice("Tự tay chôn cất", is_pressed=False),
        Choice("Nghe kể", is_pressed=True),
    )
    assert (answered.pressed, answered.choices) == ("Nghe kể", ())


def test_only_what_the_citizen_told_is_marked() -> None:
    told = Line(2, "citizen", NOW, "Vì sao biết thì tôi chôn.")

    asked, answered = bubbles([ASKED, told], [], [("how_known", "Vì sao biết")])

    assert all(not piece.keys for piece in asked.pieces)
    assert answered.pieces[0].keys == ("how_known",)


def test_a_file_that_is_gone_leaves_its_caption() -> None:
    (shown,) = bubbles([Line(1, "citizen", NOW, "Ảnh bia", media="0a")], [], [])

    assert (shown.pieces[0].text, shown.media) == ("Ảnh bia", None)
