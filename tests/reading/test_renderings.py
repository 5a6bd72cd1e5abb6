"""A rendering changes how a tip is typed, and nothing of what it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.entity import Kind
from nlp.text import clean, fold
from tests.reading.markup import SETS, Gold, Tip, parse, tips
from tests.reading.renderings import RENDERINGS, Edit, edited, telegraphic

TIP = parse(
    "Liệt sĩ [Vũ Đức Anh](PERSON martyr), [đại đội 3, tiểu đoàn 7](UNIT = Đại đội 3, "
    "Tiểu đoàn 7), hy sinh [tháng 8 năm 1972](DATE died = 1972-08). Điện thoại [0912 "
    "000 117](PHONE = +84912000117).",
    "example:1",
)


def spoken(name: str) -> tuple[str, list[str]]:
    tip = RENDERINGS[name](TIP)
    return tip.text, [tip.words(gold) for gold in tip.gold]


def test_the_same_tip_without_marks_in_lower_case() -> None:
    assert spoken("lower, no marks") == (
        "liet si vu duc anh, dai doi 3, tieu doan 7, hy sinh thang 8 nam 1972. "
        "dien thoai 0912 000 117.",
        ["vu duc anh", "dai doi 3, tieu doan 7", "thang 8 nam 1972", "0912 000 117"],
    )


def test_a_person_without_marks_has_no_marks_in_the_norm_and_others_do() -> None:
    person, unit, *_ = RENDERINGS["no marks"](TIP).gold

    assert (person.norm, unit.norm) == ("Vu Duc Anh", "Đại đội 3, Tiểu đoàn 7")


def test_a_telegram_is_shorter_and_names_the_same() -> None:
    short = telegraphic(TIP)

    assert len(short.text) < len(TIP.text) - 20
    assert fold(short.words(short.gold[0])) == "vu duc anh"
    assert fold(short.words(short.gold[1])) in ("c3 d7", "c3, d7")
    assert short.words(short.gold[2]) == "8/72"
    assert short.words(short.gold[3]) == "0912 000 117"
    assert telegraphic(TIP) == short


@pytest.mark.parametrize("name", RENDERINGS)
@pytest.mark.parametrize("which", SETS)
def test_every_entity_of_a_set_stays_where_its_words_are(which: str, name: str) -> None:
    for tip in tips(which):
        other = RENDERINGS[name](tip)

        assert clean(other.text) == other.text
        for gold, kept in zip(tip.gold, other.gold, strict=True):
            words, now = tip.words(gold), other.words(kept)
            assert now.strip() == now != ""
            if name != "telegraphic" or gold.kind in (Kind.PERSON, Kind.PHONE):
                assert fold(now) == fold(words)


@given(st.lists(st.tuples(st.integers(0, 29), st.text(max_size=4)), max_size=9))
def test_edits_between_two_entities_move_the_second(
    edits: list[tuple[int, str]],
) -> None:
    tip = Tip("", "a" * 10 + "." * 30 + "b" * 10, (gold(0, 10), gold(40, 50)))
    apart = {10 + at: words for at, words in edits}

    other = edited(tip, [Edit(at, at + 1, words) for at, words in apart.items()])

    assert [other.words(gold) for gold in other.gold] == ["a" * 10, "b" * 10]


def gold(start: int, end: int) -> Gold:
    return Gold(Kind.PLACE, start, end)
