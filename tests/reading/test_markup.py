"""The tips that reading is measured with are marked up as they should be."""

from pathlib import Path

import pytest

from nlp.entity import Kind
from nlp.text import fold
from tests.reading.markup import (
    SETS,
    Gold,
    MarkupError,
    ordinary,
    parse,
    paths,
    tips,
)

LEAST_ORDINARY = 200  # below that a rate of false alarms says little


def test_a_line_is_read_into_words_and_what_they_name() -> None:
    tip = parse(
        "ccb [Đàm Mẫu](PERSON witness)\\n[cạnh [suối Cạn](PLACE burial @ 31, 33)]"
        "(BURIAL), [KB](UNIT? = Quân khu 7 (KB)), [ô 34](COORD = -)"
    )

    assert tip.text == "ccb Đàm Mẫu\ncạnh suối Cạn, KB, ô 34"
    assert tip.gold == (
        Gold(Kind.PERSON, 4, 11, "Đàm Mẫu", "witness"),
        Gold(Kind.BURIAL, 12, 25),
        Gold(Kind.PLACE, 17, 25, "suối Cạn", "burial", frozenset({"31", "33"})),
        Gold(Kind.UNIT, 27, 29, "Quân khu 7 (KB)", is_optional=True),
        Gold(Kind.COORD, 31, 35),
    )


def test_offsets_are_those_of_the_composed_text() -> None:
    tip = parse("ngươ\u0300i [Vu\u0303 Hoa](PERSON other)")

    assert tip.text == "người Vũ Hoa"
    assert (tip.gold[0].start, tip.gold[0].end) == (6, 12)


def test_a_norm_left_out_of_a_person_is_in_title_case() -> None:
    assert parse("[nguyen van teo](PERSON martyr)").gold[0].norm == "Nguyen Van Teo"


@pytest.mark.parametrize(
    "line",
    [
        "[Vũ Hoa] không có nhãn",
        "[Vũ Hoa(PERSON other)",
        "Vũ Hoa](PERSON other)",
        "[Vũ Hoa](NAME other)",
        "[Vũ Hoa](PERSON)",
        "[Vũ Hoa](PERSON died)",
        "[c3](UNIT martyr)",
        "[tháng tám](DATE died = tháng 8)",
        "[Huế](PLACE death @ Huế)",
        "[12/1972](DATE died = 1972-12 @ 31)",
        "[0912000117](PHONE)",
        "[](PERSON other)",
        "[ Hoa](PERSON other)",
        "[xã [Hòa](PERSON other)](PLACE other)",
    ],
)
def test_a_line_that_is_marked_up_wrongly_is_refused(line: str) -> None:
    with pytest.raises(MarkupError):
        parse(line)


@pytest.mark.parametrize(
    "path", [path for which in SETS for path in paths(which)], ids=lambda p: p.name
)
def test_a_file_says_who_writes_so(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("which", SETS)
def test_every_tip_of_a_set_can_be_read(which: str) -> None:
    read = tips(which)

    assert {g.kind for tip in read for g in tip.gold} == set(Kind)
    assert len({tip.text for tip in read}) == len(read)


def test_what_was_held_out_is_in_no_other_set() -> None:
    held_out, dev = ({fold(tip.text) for tip in tips(which)} for which in SETS)

    assert not held_out & dev


def test_people_of_the_held_out_tips_are_not_those_of_development() -> None:
    held_out, dev = (set(full_names(which)) for which in SETS)

    assert not held_out & dev


def full_names(which: str) -> list[str]:
    """Folded names of three words or more: shorter ones meet by chance."""
    people = [
        fold(tip.words(gold))
        for tip in tips(which)
        for gold in tip.gold
        if gold.kind is Kind.PERSON
    ]
    return [name for name in people if len(name.split()) > 2]


def test_there_are_enough_ordinary_messages() -> None:
    assert len(ordinary()) >= LEAST_ORDINARY
