from dataclasses import replace
from pathlib import Path

import pytest

from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.people.martyrs import is_whole, martyr

CORPUS = Path(__file__).parent.parent / "corpus" / "martyrs.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("message", "name"), CASES)
def test_a_name_is_his_where_it_is_said_outright(message: str, name: str) -> None:
    said = martyr(message, people(message))

    assert (said[0] if said else "") == name


def test_nobody_else_is_looked_for_where_he_is_known() -> None:
    message = "Liệt sĩ Hà Văn Sự nằm đó. Anh ấy tên Hà Quang Tỵ"
    known, *others = people(message)

    said = martyr(message, (replace(known, role="martyr"), *others))

    assert said is None


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("phạm Đình Phúc", True), ("nguyen dinh loc", True), ("Trần Thị Hai Lúa", True),
        ("ở Đình Phúc", False), ("xã Đình Phúc", False), ("không nhớ nữa", False),
        ("phạm 3 Phúc", False), ("Đình Phúc", False),
    ],
)  # fmt: skip
def test_a_surname_and_the_rest_are_a_whole_name(words: str, is_name: bool) -> None:
    assert is_whole(words) == is_name


def people(message: str) -> tuple[Entity, ...]:
    """Return what the message names, as if nothing were known of whose it is."""
    found = extract(message, Lexicon.load())
    return tuple(replace(one, role="other") for one in found)
