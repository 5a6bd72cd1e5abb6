"""Where on Earth a position lies, as far as can be said without detailed maps.

The outline is coarse, about 20 km: it tells a pin in the ocean or on another continent
from one that can be true. ``AREA`` means Vietnam, Laos or Cambodia and no more.
"""

from collections.abc import Sequence
from enum import StrEnum

from nlp.grids import Point


class Where(StrEnum):
    AREA = "area"
    SEA = "sea"
    ELSEWHERE = "elsewhere"


# Round Vietnam, Laos and Cambodia, clockwise from the north-west, lat and lon by hand
# from a small-scale map, a little outside the land.
OUTLINE = (
    *((22.6, 102.1), (23.5, 105.3), (22.8, 106.9), (21.7, 108.2), (20.7, 107.4)),
    *((19.0, 105.9), (18.1, 106.7), (16.6, 107.9), (15.4, 109.2), (13.4, 109.6)),
    *((11.4, 109.4), (10.3, 107.4), (9.2, 106.8), (8.2, 104.5), (9.9, 104.5)),
    *((10.4, 103.3), (11.6, 102.7), (13.6, 102.2), (14.5, 103.0), (14.2, 105.1)),
    *((15.8, 105.3), (17.1, 104.6), (18.4, 103.7), (17.8, 102.5), (17.4, 101.0)),
    *((19.5, 100.9), (20.4, 99.9), (21.4, 101.0)),
)
# The archipelagos and islands, each as south, north, west, east.
ISLANDS = (
    *((15.5, 17.3, 111.0, 113.0), (6.8, 12.1, 109.9, 117.5)),  # Hoàng Sa, Trường Sa
    *((9.7, 10.6, 103.7, 104.2), (8.5, 8.9, 106.4, 106.8)),  # Phú Quốc, Côn Đảo
    *((20.6, 21.3, 106.8, 108.0), (20.0, 20.3, 107.6, 107.9)),  # Hạ Long, Bạch Long Vĩ
    *((9.2, 9.4, 103.4, 103.6),),  # Thổ Chu
    *((15.3, 15.5, 109.0, 109.2), (10.4, 10.7, 108.8, 109.1)),  # Lý Sơn, Phú Quý
)
EAST_SEA = (6.0, 21.7, 99.0, 118.0)


def where(point: Point) -> Where:
    if _is_inside(point, OUTLINE) or any(_is_within(point, box) for box in ISLANDS):
        return Where.AREA
    is_east = _is_within(point, EAST_SEA) and not _is_thailand(point)
    return Where.SEA if is_east else Where.ELSEWHERE


def _is_within(point: Point, box: tuple[float, float, float, float]) -> bool:
    south, north, west, east = box
    return south <= point.lat <= north and west <= point.lon <= east


def _is_thailand(point: Point) -> bool:
    return point.lat > 12.5 and point.lon < 105.5


def _is_inside(point: Point, outline: Sequence[tuple[float, float]]) -> bool:
    """Does a ray to the east cross the outline an odd number of times?"""
    crossings = 0
    for (lat, lon), (next_lat, next_lon) in zip(
        outline, (*outline[1:], outline[0]), strict=True
    ):
        if (lat > point.lat) != (next_lat > point.lat):
            along = (point.lat - lat) / (next_lat - lat)
            crossings += point.lon < lon + along * (next_lon - lon)
    return crossings % 2 == 1
