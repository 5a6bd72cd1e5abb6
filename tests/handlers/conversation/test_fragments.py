"""Fragments: short messages are read as one story, long ones each by itself."""

from handlers.conversation.fragments import entities, is_fragmentary, read_whole, whole
from nlp.entity import Kind
from storage.model.dialogue import Dialogue, Words
from tests.handlers.stage import find

PIECES = ("có anh", "Hoàng Văn Nghĩa", "quê Ninh Bình", "hy sinh", "tháng 5 năm 1968")


def told(*texts: str) -> Dialogue:
    return Dialogue(story=tuple(Words(at, text) for at, text in enumerate(texts, 1)))


def test_what_one_message_names_is_understood_by_the_next() -> None:
    dialogue = read_whole(told(*PIECES), find)
    named = {(one.kind, one.role): one.norm for one in entities(dialogue)}

    assert named[Kind.PERSON, "martyr"] == "Hoàng Văn Nghĩa"
    assert named[Kind.DATE, "died"] == "1968-05"
    assert named[Kind.PLACE, "hometown"] == "tỉnh Ninh Bình"


def test_each_thing_stands_at_the_message_in_which_it_begins() -> None:
    dialogue = read_whole(told(*PIECES), find)
    text = whole(dialogue.story)

    assert all(text[one.start : one.end] == one.text for one in entities(dialogue))
    (name,) = (e for e in dialogue.found["story.2"] if e.kind is Kind.PERSON)
    assert (name.start, name.end) == (0, len("Hoàng Văn Nghĩa"))


def test_messages_that_say_something_alone_are_left_alone() -> None:
    long = told(
        *(f"Năm 196{at} chúng tôi ở trong rừng bên kia suối" for at in range(5))
    )

    assert not is_fragmentary(long.story)
    assert read_whole(long, find) is long
    assert read_whole(told("chào", "anh Ba"), find).found == {}
