"""A position lies in the three countries, at sea, or elsewhere."""

import pytest

from nlp.geo import Where, where
from nlp.grids import Point


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (21.03, 105.85),  # Hà Nội
        (8.64, 104.80),  # Đất Mũi
        (23.28, 105.36),  # Lũng Cú
        (19.45, 103.20),  # Cánh Đồng Chum
        (13.36, 103.86),  # Xiêm Riệp
        (16.53, 111.61),  # Hoàng Sa
        (8.64, 111.92),  # Trường Sa
        (8.69, 106.60),  # Côn Đảo
    ],
)
def test_land_and_islands_are_in_the_area(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.AREA


@pytest.mark.parametrize(("lat", "lon"), [(19.5, 107.5), (13.5, 111.5), (9.0, 102.5)])
def test_open_water_is_the_sea(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.SEA


@pytest.mark.parametrize(
    ("lat", "lon"), [(48.85, 2.35), (13.75, 100.5), (0.0, 0.0), (-33.9, 151.2)]
)
def test_other_lands_are_elsewhere(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.ELSEWHERE
