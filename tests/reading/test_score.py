"""The scorer counts what a person would count."""

from typing import Any

import pytest

from nlp.entity import Entity, Kind
from tests.reading.comparing import is_value
from tests.reading.markup import Gold, parse
from tests.reading.score import alarms, score
from tests.reading.tables import examples

TIP = parse(
    "ls [Vũ Hoa](PERSON martyr), ở [Kim Động, Hải Hưng](PLACE hometown @ 31, 33), "
    "[mùa sim](DATE? other)"
)


def entity(kind: Kind, start: int, end: int, **more: Any) -> Entity:
    return Entity(kind, TIP.text[start:end], start, end, **more)


def test_what_is_read_exactly_with_value_and_role_counts_in_full() -> None:
    person = entity(Kind.PERSON, 3, 9, norm="Vũ Hoa", role="martyr")

    tally = score([TIP], [(person,)]).tallies[Kind.PERSON]

    assert (tally.gold, tally.found, tally.exact_f1, tally.value_f1) == (1, 1, 1, 1)
    assert tally.role_share == 1


def test_half_a_span_counts_as_overlap_only() -> None:
    person = entity(Kind.PERSON, 3, 5, norm="Vũ", role="witness")

    counted = score([TIP], [(person,)])

    tally = counted.tallies[Kind.PERSON]
    assert (tally.exact_f1, tally.overlap_f1) == (0, 1)
    assert (tally.value_share, tally.role_share) == (0, 0)
    assert next(iter(examples("x", counted.confusions, 1))).startswith(
        "x: PERSON [span, value, role] : Vũ Hoa = Vũ Hoa (martyr) ≠ Vũ = Vũ (witness)"
    )


def test_two_readings_of_one_thing_are_one_too_many() -> None:
    halves = entity(Kind.PERSON, 3, 5), entity(Kind.PERSON, 6, 9)

    tally = score([TIP], [halves]).tallies[Kind.PERSON]

    assert (tally.overlap, tally.found) == (1, 2)
    assert tally.overlap_f1 == pytest.approx(2 / 3)


def test_candidates_hold_the_truth_whichever_of_its_codes_it_is() -> None:
    for values, held in ((("31", "33", "34"), 1), (("31",), 0)):
        place = entity(Kind.PLACE, 13, 31, values=values)
        assert score([TIP], [(place,)]).tallies[Kind.PLACE].held_share == held


def test_what_may_be_missed_costs_nothing_missed_or_read() -> None:
    start = TIP.text.index("mùa")
    season = entity(Kind.DATE, start, start + 7, norm="1971")

    assert score([TIP], [()]).tallies[Kind.DATE].gold == 0
    assert score([TIP], [(season,)]).tallies[Kind.DATE].found == 0


def test_every_reading_of_an_ordinary_message_is_a_false_alarm() -> None:
    rate, kinds = alarms([(), (entity(Kind.PERSON, 3, 9), entity(Kind.DATE, 3, 9))])

    assert rate == 1
    assert kinds == {Kind.PERSON: 1, Kind.DATE: 1}


@pytest.mark.parametrize(
    ("kind", "meant", "read", "is_bare", "is_right"),
    [
        (Kind.PERSON, "Hoà Bình", "hòa bình", False, True),
        (Kind.PERSON, "Hòa", "Hoa", False, False),
        (Kind.PLACE, "huyện Kim Động, tỉnh Hải Hưng", "Kim Động", False, True),
        (Kind.PLACE, "huyện Kim Động", "kim dong, hung yen", True, True),
        (Kind.PLACE, "Kim Động, Hải Hưng", "Hải Hưng", False, False),
        (Kind.UNIT, "Trung đoàn 66", "Trung đoàn 66, Sư đoàn 304", False, True),
        (Kind.UNIT, "Quân khu 7 (KB)", "quân khu 7", False, True),
        (Kind.UNIT, "Trung đoàn 66", "Trung đoàn 6", False, False),
        (Kind.COORD, "16.75000,107.18000", "16.75030,107.18000", False, True),
        (Kind.COORD, "16.75000,107.18000", "16.75060,107.18000", False, False),
        (Kind.COORD, None, None, False, True),
        (Kind.COORD, None, "16.75000,107.18000", False, False),
        (Kind.DATE, "1972-08", "1972", False, False),
        (Kind.BURIAL, None, "gốc cây", False, True),
    ],
)
def test_a_value_is_right_where_it_says_the_same(
    kind: Kind, meant: str | None, read: str | None, is_bare: bool, is_right: bool
) -> None:
    gold, found = Gold(kind, 0, 1, meant), Entity(kind, "x", 0, 1, read)

    assert is_value(gold, found, is_bare) is is_right
