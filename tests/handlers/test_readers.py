import pytest

from handlers import readers
from handlers.soldier import is_told_apart
from nlp.entity import Entity, Kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tôi nói rồi mà, Hồ Văn Đoài", "Hồ Văn Đoài"),
        ("da ke o tren r theo toi nho thi ngo ba nghiem", "ngo ba nghiem"),
        ("Dạ, Hòa", "Hòa"),
        ("Da", "Da"),
        ("Đã", "Đã"),
    ],
)
def test_what_leads_up_to_an_answer_is_no_part_of_it(words: str, name: str) -> None:
    assert readers.person(words, ()) == name


def test_a_long_sentence_without_a_name_is_no_name() -> None:
    assert readers.person("Chuyện đó dài lắm, kể sao cho hết.", ()) is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("mộ tập thể của bộ đội", False),
        ("hố chôn tập thể", False),
        ("mộ tập thể dưới gốc đa", True),
    ],
)
def test_what_lies_there_is_no_landmark(words: str, says: bool) -> None:
    grave = Entity(Kind.BURIAL, words, 0, len(words))

    assert is_told_apart(grave) is says
