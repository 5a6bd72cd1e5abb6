"""What an office says of itself is tidy, and its hours read well."""

from dataclasses import replace

import pytest

from handlers import office
from handlers.conversation.duty import hours as in_words
from handlers.office import HoursTurned, Unfit
from storage.model.agency import Agency, Level, OpenHours

OFFICE = Agency(1, "Ban Chỉ huy Quân sự xã Suối Đá", Level.COMMUNE)
MORNING, AFTERNOON = (450, 690), (810, 1020)


def test_neighbouring_days_share_a_stretch() -> None:
    week = [(MORNING, AFTERNOON)] * 5 + [(MORNING,), ()]

    found = office.hours(week)

    assert found == (
        OpenHours((0, 1, 2, 3, 4), *AFTERNOON),
        OpenHours((0, 1, 2, 3, 4, 5), *MORNING),
    )
    assert "thứ Hai đến thứ Bảy" in in_words(replace(OFFICE, hours=found))


def test_days_apart_are_not_told_as_days_between() -> None:
    found = office.hours([(MORNING,), (), (MORNING,), (), (), (), ()])

    assert found == (OpenHours((0,), *MORNING), OpenHours((2,), *MORNING))


def test_a_week_is_read_back_as_it_was_written() -> None:
    week = ((MORNING, AFTERNOON), (), (AFTERNOON,), (), (), ((0, 1440),), ())

    assert office.week(replace(OFFICE, hours=office.hours(week))) == week


@pytest.mark.parametrize(
    "day",
    [
        ((690, 450),),
        ((450, 450),),
        (AFTERNOON, MORNING),
        ((450, 900), AFTERNOON),
        ((450, 1441),),
    ],
)
def test_hours_that_turn_back_are_refused(day: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(HoursTurned):
        office.hours([day, *[()] * 6])


def test_what_was_typed_is_tidied() -> None:
    typed = replace(OFFICE, name="  Ban Chỉ huy  Quân sự ", telephone=" 0912 000 111 ")

    kept = office.checked(typed)

    assert (kept.name, kept.telephone) == ("Ban Chỉ huy Quân sự", "0912 000 111")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"name": "x" * 201},
        {"address": "x" * 301},
        {"telephone": "gọi anh Ba"},
        {"telephone": "1"},
        {"idle_minutes": 100_000},
    ],
    ids=str,
)
def test_what_citizens_could_not_use_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Unfit):
        office.checked(replace(OFFICE, **wrong))


@pytest.mark.parametrize("telephone", ["", "113", "0912 000 111", "+84 (0)912.000-111"])
def test_telephones_are_taken_as_people_write_them(telephone: str) -> None:
    assert office.checked(replace(OFFICE, telephone=telephone)).telephone == telephone
