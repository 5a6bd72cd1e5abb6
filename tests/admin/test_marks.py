import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin.marks import Piece, cut

TEXT = "Đồng chí Mẫu, Trung đoàn 24, chôn bên suối Đá."


def test_words_are_cut_out_with_their_keys() -> None:
    pieces = cut(TEXT, [("unit", "Trung đoàn 24"), ("martyr_name", "Mẫu")])

    assert [piece for piece in pieces if piece.keys] == [
        Piece("Mẫu", ("martyr_name",)),
        Piece("Trung đoàn 24", ("unit",)),
    ]


def test_words_of_two_fields_may_overlap() -> None:
    pieces = cut(TEXT, [("landmark", "bên suối Đá"), ("place", "suối Đá.")])

    assert [(piece.text, piece.keys) for piece in pieces if piece.keys] == [
        ("bên ", ("landmark",)),
        ("suối Đá", ("landmark", "place")),
        (".", ("place",)),
    ]


@pytest.mark.parametrize("words", ["", "không có ở đây"])
def test_words_that_are_not_there_mark_nothing(words: str) -> None:
    assert cut(TEXT, [("unit", words)]) == (Piece(TEXT, ()),)


@given(st.text(max_size=30), st.lists(st.tuples(st.just("k"), st.text(max_size=4))))
def test_the_pieces_are_the_whole_text(text: str, words: list[tuple[str, str]]) -> None:
    assert "".join(piece.text for piece in cut(text, words)) == text
