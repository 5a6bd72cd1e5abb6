"""Folding never loses its way back to what was written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlp.text import MASKS, Word, clean, fold, read

ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=200)


@given(ANYTHING)
def test_every_folded_character_knows_where_it_came_from(written: str) -> None:
    text = read(written)

    assert text.nfc == unicodedata.normalize("NFC", clean(written))
    assert len(text.plain) == len(text.starts) == len(text.ends)
    for at, letter in enumerate(text.plain):
        assert text.starts[at] < text.ends[at] <= len(text.nfc)
        assert letter in fold(text.written(at, at + 1))


@given(ANYTHING)
def test_spans_stand_in_order_and_never_overlap(written: str) -> None:
    text = read(written)

    spans = list(zip(text.starts, text.ends, strict=True))
    assert all(this[1] <= following[0] for this, following in pairwise(spans))


@given(ANYTHING)
@example("\0\ud800")
@example("\ufb2a")  # which NFC takes apart
def test_cleaned_text_can_be_stored_anywhere(written: str) -> None:
    cleaned = clean(written)

    assert len(cleaned) == len(unicodedata.normalize("NFC", written))
    assert b"\0" not in cleaned.encode()


def test_marks_capitals_and_d_fold_away() -> None:
    assert fold("Đắk Uy – Hoà Bình") == "dak uy - hoa binh"
    assert fold(unicodedata.normalize("NFD", "Nguyễn Thị Ngọt")) == "nguyen thi ngot"
    assert fold("\uff10\uff19\u200b") == "09"


def test_a_span_ends_after_the_marks_of_its_last_letter() -> None:
    text = read("e\u0331x")

    assert text.plain == "ex"
    assert text.written(0, 1) == "e\u0331"


def test_missing_marks_never_hurt_and_wrong_ones_do() -> None:
    def written(word: str) -> Word:
        return read(word).words[0]

    assert written("NAM").reads("năm")
    assert written("hoà").reads("hòa")
    assert written("xả").reads("xã")
    assert not written("nằm").reads("năm")
    assert not written("bàn").reads("bản")


def test_masked_spans_keep_the_offsets_of_the_rest() -> None:
    text = read("gọi 0912 nhé").without([(4, 8)], MASKS[0])

    assert [word.written for word in text.words] == ["gọi", "nhé"]
    assert text.plain.index("nhe") == 9


@pytest.mark.parametrize(
    ("written", "is_shouted"),
    [
        ("QUE HA TAY NN 4/68 HS 12/3/71", True),
        ("ĐÁNH Ở CÀ MAU NĂM 1968", True),
        ("Quê Hà Tây, NN 4/68, HS 12/3/71", False),
        ("LS Nguyễn Văn Hùng, 0914000652", False),
    ],
)
def test_numbers_speak_neither_for_capitals_nor_against(
    written: str, is_shouted: bool
) -> None:
    assert read(written).is_shouted is is_shouted
