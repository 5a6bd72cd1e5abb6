import re

import pytest

from handlers import readers
from handlers.soldier import is_told_apart
from nlp.entity import Entity, Kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tôi nói rồi mà, Hồ Văn Đoài", "Hồ Văn Đoài"),
        ("da ke o tren r theo toi nho thi ngo ba nghiem", "ngo ba nghiem"),
        ("thưa lê Đình Hiếu", "lê Đình Hiếu"),
        ("nếu tôi nhớ không lầm thì lê đình hiếu", "lê đình hiếu"),
        ("xin nhắc lại là Lê Đình Hiếu", "Lê Đình Hiếu"),
        ("như tôi vừa kể, Hiếu", "Hiếu"),
        ("neu k nham thi le dinh hieu", "le dinh hieu"),
        ("dạ lê Đình Hiếu", "lê Đình Hiếu"),
        ("Thừa", "Thừa"),
        ("Thưa", "Thưa"),
        ("Dạ, Hòa", "Hòa"),
        ("Da", "Da"),
        ("Đã", "Đã"),
    ],
)
def test_what_leads_up_to_an_answer_is_no_part_of_it(words: str, name: str) -> None:
    assert readers.person(words, ()) == name


@pytest.mark.parametrize(
    "words", ["cháu", "bà ạ", "Tôi", "lâu lắm rồi, hồi còn Mỹ", "không có ai nữa", "em"]
)
def test_what_calls_somebody_or_tells_when_is_no_name(words: str) -> None:
    assert readers.person(words.removesuffix(" ạ"), ()) is None


@pytest.mark.parametrize("words", ["Thoi", "huy", "Cháu Lan", "anh Con", "Lam", "Hoi"])
def test_a_name_may_look_like_another_word(words: str) -> None:
    assert readers.person(words, ()) == words


@pytest.mark.parametrize(
    "words", ["cháu", "em là con gái", "là bộ đội, không biết tên", "tôi là đồng đội"]
)
def test_who_somebody_is_is_no_unit_and_no_place(words: str) -> None:
    assert [read(words, ()) for read in (readers.unit, readers.place)] == [None] * 2


def test_what_is_near_is_a_place() -> None:
    assert readers.place("lán bộ đội cũ", ()) == "lán bộ đội cũ"


@pytest.mark.parametrize(
    ("words", "named", "is_landmark"),
    [
        ("đơn vị e95", Entity(Kind.UNIT, "e95", 7, 10), False),
        ("năm 1972", Entity(Kind.DATE, "năm 1972", 0, 8), False),
        ("tên là Dung", None, False),
        ("gần trạm xá d7 có giếng đá", Entity(Kind.UNIT, "d7", 12, 14), True),
        ("có 4 người", None, False),
        ("trên tảng đá", None, True),
    ],
)
def test_a_unit_a_date_or_a_name_is_no_landmark(
    words: str, named: Entity | None, is_landmark: bool
) -> None:
    found = (named,) if named else ()

    assert readers.described(words, found) == (words if is_landmark else None)


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


@pytest.mark.parametrize(
    ("words", "died"),
    [
        ("chắc từ năm 1968 đến 1970", "1968 đến 1970"),
        ("khoang 70-72", "70-72"),
        ("sinh 1948, mất 1970", "1970"),
    ],
)
def test_of_two_years_from_the_one_to_the_other_both_are_read(
    words: str, died: str
) -> None:
    years = [m.span() for m in re.finditer(r"\d+", words)]
    roles = ("other", "died")
    found = [
        Entity(Kind.DATE, words[start:end], start, end, words[start:end], role)
        for (start, end), role in zip(years, roles, strict=True)
    ]

    assert readers.date(words, found) == died
