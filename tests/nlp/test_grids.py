"""Grids become the right place on the ground, with the datum of their time."""

import pytest

from nlp.positions import pluscode
from nlp.positions.grids import (
    INDIAN_1960,
    WGS_84,
    Point,
    from_mgrs,
    from_utm,
    from_vn2000,
)

# Made with PROJ 9.5 from the pinned parameters, checked by hand against EPSG's.
CASES = [
    (from_vn2000(1853190, 599865, 106.25), "16.75350,107.18850"),
    (from_utm(48, 698650, 1214050, INDIAN_1960), "10.98007,106.81417"),
    (from_mgrs("XT", "445262", INDIAN_1960), "11.09292,106.31966"),
]


@pytest.mark.parametrize(("point", "expected"), CASES)
def test_a_grid_gives_the_position_to_a_metre(
    point: Point | None, expected: str
) -> None:
    assert point is not None
    assert point.norm == expected


def test_an_american_grid_is_moved_by_half_a_kilometre() -> None:
    then = from_utm(48, 698650, 1214050, INDIAN_1960)
    now = from_utm(48, 698650, 1214050, WGS_84)

    metres = 111_000 * ((then.lat - now.lat) ** 2 + (then.lon - now.lon) ** 2) ** 0.5
    assert 450 < metres < 620


@pytest.mark.parametrize(
    ("square", "lat", "lon"),
    [
        ("XS", 10.8, 106.7),  # Sài Gòn
        ("YD", 16.4, 107.5),  # Huế
        ("XD", 16.6, 106.7),  # Khe Sanh
        ("BT", 16.0, 108.2),  # Đà Nẵng
        ("XU", 11.8, 106.6),  # Lộc Ninh
        ("WJ", 21.0, 105.8),  # Hà Nội
    ],
)
def test_the_letters_of_a_square_tell_its_place(
    square: str, lat: float, lon: float
) -> None:
    point = from_mgrs(square, "5050", WGS_84)

    assert point is not None
    assert abs(point.lat - lat) < 1
    assert abs(point.lon - lon) < 1


def test_letters_that_no_square_here_has_give_nothing() -> None:
    assert from_mgrs("II", "123456", WGS_84) is None
    assert from_mgrs("KT", "123456", WGS_84) is None


def test_a_plus_code_gives_the_centre_of_its_cell() -> None:
    lat, lon = pluscode.decode("8fvc9g8f+6x")  # the example of its inventors

    assert abs(lat - 47.365562) < 0.00001
    assert abs(lon - 8.524937) < 0.00001
