"""A second vote makes surer what both see, and marks what it alone sees as unsure."""

import pytest

from nlp.entity import Entity, Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.vote.second import ALONE, seconded
from nlp.vote.tagging import CHARACTERS, LONGEST, Tagged, Tagger, pieces
from tests.reading.hostile import HOSTILE

LEXICON = Lexicon.load()
Labels = dict[str, str]


def tagging(labels: Labels) -> Tagger:
    """A tagger that labels these words, spelled as underthesea spells them."""

    def tag(piece: str) -> Tagged:
        assert len(piece) <= LONGEST
        words = piece.replace(",", " ,").replace(".", " .").split()
        return [(word, "N", "B-NP", labels.get(word, "O")) for word in words]

    return tag


def alone(text: str, labels: Labels) -> list[tuple[str, str]]:
    found = seconded(text, (), tagging(labels), LEXICON)
    assert all(e.score == ALONE and text[e.start : e.end] == e.text for e in found)
    return [(e.kind.value, e.text) for e in found]


def test_where_both_see_a_person_ours_is_surer() -> None:
    text = "Chúng tôi nhớ anh Phan Văn Cuối lắm, Anh ơi."
    ours = extract(text, LEXICON)
    labels = {"Phan": "B-PER", "Văn": "I-PER", "Cuối": "I-PER"}

    (person,) = seconded(text, ours, tagging(labels), LEXICON)

    assert ours[0].score < person.score < 1
    assert (person.text, person.role) == (ours[0].text, ours[0].role)


def test_words_that_follow_each_other_are_one_name_without_its_title() -> None:
    labels = {"Liệt": "B-LOC", "sĩ": "I-LOC", "Bế": "I-LOC", "Đàn": "I-LOC"}

    found = alone("Bia ghi: Liệt sĩ Bế Đàn, hết. Chỉ có Thế.", labels)

    assert found == [("PERSON", "Bế Đàn")]


def test_a_lone_word_is_a_person_and_no_place() -> None:
    text = "Còn lại có Hựu, Tiệm và Ngọc Hồi."
    labels = {"Tiệm": "B-LOC", "Ngọc": "B-LOC", "Hồi": "I-LOC"}

    assert alone(text, labels) == [("PERSON", "Tiệm"), ("PLACE", "Ngọc Hồi")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Bà con dân tộc Tày và Nùng kể.", "Tày"),
        ("Anh ở đơn vị TNXP với Lụa đó.", "TNXP"),
        ("Chuyện hồi tháng Giêng bên Lào nhé.", "Giêng"),
        ("Nghe kể. Chắc là ở Lệ Thủy thôi.", "Chắc"),
        ("Có mộ số 15 ở Lệ Thủy cơ mà.", "15"),
    ],
)
def test_what_is_no_name_is_dropped(text: str, word: str) -> None:
    assert alone(text, {word: "B-PER"}) == []


@pytest.mark.parametrize(
    "text",
    ["anh khải và anh hựu ở quảng trị", "anh Khai va anh Huu o Quang Tri", "ANH KHẢI"],
)
def test_a_text_without_marks_or_capitals_gets_no_vote(text: str) -> None:
    labels = dict.fromkeys(text.split(), "B-PER")

    assert alone(text, labels) == []


def test_offsets_are_found_again_where_the_tagger_spells_otherwise() -> None:
    text = "Hỏi đ/c Hoà, và… bác Toa\u0301n với Thuý."
    spelled = [
        "Hỏi",
        "đ",
        "/",
        "c",
        "Hòa",
        ",",
        "và",
        "bác",
        "Toan",
        "với",
        "Thúy",
        ".",
    ]

    def tag(_piece: str) -> Tagged:
        is_name = str.istitle
        return [(w, "", "", "B-PER" if is_name(w) else "O") for w in spelled]

    found = seconded(text, (), tag, LEXICON)

    assert [e.text for e in found] == ["Hoà", "Toán", "Thuý"]


def test_what_overlaps_a_reading_of_ours_is_not_read_twice() -> None:
    unit = Entity(Kind.UNIT, "Sư đoàn Sao Vàng", 8, 24, "Sư đoàn 3")
    labels = {"Sao": "B-PER", "Vàng": "I-PER"}

    text = "Ở trong Sư đoàn Sao Vàng có Tiệm."

    assert seconded(text, (unit,), tagging(labels), LEXICON) == (unit,)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_cut_into_short_pieces(name: str) -> None:
    text = HOSTILE[name][:CHARACTERS]

    cut = list(pieces(text))

    assert all(0 < end - start <= LONGEST for start, end in cut)
    left = len(text) - sum(end - start for start, end in cut)
    assert left <= sum(c.isspace() for c in text)
