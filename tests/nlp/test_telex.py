"""Telex debris is read as what the fingers meant."""

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.telex import decode, is_debris
from nlp.text import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nguyeenx", "nguyễn"),
        ("ddinhf", "đình"),
        ("dduwowcj", "được"),
        ("quees", "quế"),
        ("hoaf", "hòa"),
        ("aaps", "ấp"),
        ("truwowngf", "trường"),
        ("lee", "lê"),
        ("ddawks", "đắk"),
    ],
)
def test_a_typed_word_becomes_its_syllable(typed: str, meant: str) -> None:
    decoded = decode(typed)

    assert decoded is not None
    assert decoded[0] == meant


@pytest.mark.parametrize(
    "word", ["nguyen", "thoong", "xoong", "hawks", "c3d7e66", "bulldozer", ""]
)
def test_what_is_no_debris_stays(word: str) -> None:
    assert decode(word) is None


def test_english_is_not_debris() -> None:
    english = "this is as good as it was for us or has been in six years"

    assert not is_debris(english, english.split())


def test_offsets_stay_those_of_what_was_typed() -> None:
    message = "TOOI LAF NGUYEENX VAWN THUWR, QUEE HAIR HAAUJ"

    entities = extract(message, Lexicon.load())

    assert [(e.text, e.norm) for e in entities] == [
        ("NGUYEENX VAWN THUWR", "Nguyễn Văn Thử"),
        ("HAIR HAAUJ", "huyện Hải Hậu"),
    ]


def test_a_text_with_marks_is_left_alone() -> None:
    assert read("Anh ấy ở K8, đơn vị bạn").plain == "anh ay o k8, don vi ban"
