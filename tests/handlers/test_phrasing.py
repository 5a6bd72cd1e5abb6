"""Phrasing: each rule of a sentence can fail, and ours do not."""

import pytest

from handlers import phrasing
from handlers.conversation.address import ADDRESSES
from handlers.wording import SAID

FINE = "Dạ {you}, {we} ghi rồi ạ."


def faults(key: str, sentence: str) -> str:
    return "\n".join(phrasing.words({key: (sentence,)}))


def test_our_sentences_are_well_phrased_in_every_form_of_address() -> None:
    assert list(phrasing.words(SAID)) == []
    assert list(phrasing.lengths(SAID)) == []


def test_a_sentence_is_said_in_each_form_of_address() -> None:
    said = set(phrasing.spoken(FINE))

    assert "Dạ, chúng tôi ghi rồi ạ." in said
    assert "Dạ bác, cháu ghi rồi ạ." in said
    assert "Dạ cô, con ghi rồi ạ." in said
    assert len(said) == len(ADDRESSES)


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("", "is empty"),
        ("Xin khai báo ạ.", "says «khai báo»"),
        ("{you} kể giúp ạ.", "begins with {you}"),
        ("Xin  kể ạ.", "a blank too many"),
        ("Xin {you} , kể ạ.", "a blank too many"),
        ("Ai ạ? Ở đâu ạ?", "asks 2 things at once"),
        ("xin kể ạ.", "begins with a small letter"),
        ("{we} đang nghe ạ.", "begins with a small letter"),
    ],
)
def test_what_would_sound_wrong_is_found(sentence: str, fault: str) -> None:
    assert fault in faults("greeting", sentence)


def test_what_sounds_right_is_not() -> None:
    assert faults("greeting", FINE) == ""
    assert faults("command.skip", "bỏ qua") == ""
    assert faults("greeting", "«Đồng ý» hay không ạ?") == ""


def test_no_mark_stands_where_nobody_fills_it() -> None:
    assert "holds a mark" in faults("upload.empty", "Dạ {you}, tệp trống ạ.")
    assert "holds a mark" not in faults("ack", "Dạ {you}, đã ghi ạ.")


def test_what_is_too_long_is_found_and_an_exception_is_a_known_one() -> None:
    long, longer = "Xin kể ạ. " * 17, "Xin kể ạ. " * 31
    known = next(iter(phrasing.LONG))

    assert "160 are wished" in "\n".join(phrasing.lengths({"greeting": (long,)}))
    assert "300 are too many" in "\n".join(phrasing.lengths({known: (longer,)}))
    assert list(phrasing.lengths({known: (long,)})) == []
    assert "no exception" in "\n".join(phrasing.lengths({known: ("Xin chào ạ.",)}))
