from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.rendering import render, settle, split
from handlers.conversation.scene import Reply
from storage.model.limits import Limits
from storage.model.message import Button

BUTTONS = tuple(Button("k", str(at), f"{at}. Lựa chọn dài") for at in range(1, 6))


@given(st.text(st.sampled_from("aạ .\n"), max_size=300), st.integers(8, 50))
def test_splitting_keeps_every_word_and_the_limit(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_is_cut_where_it_breathes() -> None:
    assert split("Một câu. Hai câu nữa", 12) == ["Một câu.", "Hai câu nữa"]


def test_buttons_stand_under_the_last_part_within_the_limits() -> None:
    limits = Limits(text=30, buttons=2, label=6, upload_bytes=0)
    messages = render(Reply(1, "k", "chữ " * 12, BUTTONS), limits)
    assert all(len(out.text) <= 30 for out in messages)
    assert [len(out.buttons) for out in messages] == [0] * (len(messages) - 1) + [2]
    assert all(len(button.label) <= 6 for button in messages[-1].buttons)


def test_choices_without_a_button_are_listed() -> None:
    limits = Limits(text=400, buttons=2, label=30, upload_bytes=0)
    (message,) = render(Reply(1, "k", "Chọn?", BUTTONS), limits)
    assert "5. Lựa chọn dài" in message.text
    assert "2. Lựa chọn dài" not in message.text


def test_of_a_burst_only_the_open_question_and_the_news_are_said() -> None:
    early = Reply(1, "ask.unit", "Đã ghi. Đơn vị?", asks="unit", news="Đã ghi.")
    late = Reply(2, "ask.died", "Năm nào?", asks="died")
    assert settle([early, late], "died") == (Reply(1, "news", "Đã ghi."), late)
    assert settle([late, Reply(3, "filed", "Đã gửi.")], None) == (
        Reply(3, "filed", "Đã gửi."),
    )
