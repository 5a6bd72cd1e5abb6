"""What the page of a tip says of where a position lies."""

import pytest

from admin.spots import told
from nlp.geo import Country, Spot

HOME = (Country.VIETNAM, "23401", "xã Đăk Tô", "tỉnh Quảng Ngãi")


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (Spot(*HOME), "xã Đăk Tô, tỉnh Quảng Ngãi"),
        (
            Spot(*HOME, beside=("xã Ngọk Tụ",)),
            "xã Đăk Tô, tỉnh Quảng Ngãi (sát ranh giới xã Ngọk Tụ)",
        ),
        (
            Spot(*HOME, away_m=3518.0),
            "có lẽ ở xã Đăk Tô, tỉnh Quảng Ngãi (điểm đã biết gần nhất cách 3,5 km)",
        ),
        (
            Spot(*HOME, away_m=222.4),
            "có lẽ ở xã Đăk Tô, tỉnh Quảng Ngãi (điểm đã biết gần nhất cách 220 m)",
        ),
        (Spot(Country.LAOS), "ở Lào"),
        (Spot(Country.CAMBODIA), "ở Campuchia"),
        (Spot(Country.SEA), "ngoài biển"),
        (Spot(Country.ELSEWHERE), "ngoài Việt Nam, Lào và Campuchia"),
    ],
)
def test_a_spot_is_told_with_how_sure_it_is(spot: Spot, words: str) -> None:
    assert told(spot) == words
