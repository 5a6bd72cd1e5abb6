"""Coarse outlines of the three countries and of their islands, by hand.

About 20 km: they tell a pin in the ocean or on another continent from one that can be
true, and Laos from Cambodia. Read from a small-scale map, clockwise, lat and lon.
"""

from collections.abc import Sequence

from nlp.positions.grids import Point

Outline = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]  # south, north, west, east

# Vietnam, Laos and Cambodia together, a little outside the land.
INDOCHINA: Outline = (
    *((22.6, 102.1), (23.5, 105.3), (22.8, 106.9), (21.7, 108.2), (20.7, 107.4)),
    *((19.0, 105.9), (18.1, 106.7), (16.6, 107.9), (15.4, 109.2), (13.4, 109.6)),
    *((11.4, 109.4), (10.3, 107.4), (9.2, 106.8), (8.2, 104.5), (9.9, 104.5)),
    *((10.4, 103.3), (11.6, 102.7), (13.6, 102.2), (14.5, 103.0), (14.2, 105.1)),
    *((15.8, 105.3), (17.1, 104.6), (18.4, 103.7), (17.8, 102.5), (17.4, 101.0)),
    *((19.5, 100.9), (20.4, 99.9), (21.4, 101.0)),
)
# Drawn over Vietnam's side as well: whoever asks knows first whether it is Vietnam.
LAOS: Outline = (
    *((22.6, 101.7), (22.5, 102.2), (21.75, 102.85), (21.3, 103.1), (21.0, 103.5)),
    *((20.6, 104.5), (20.3, 104.95), (19.7, 105.2), (19.5, 104.4), (19.3, 104.1)),
    *((18.9, 104.6), (18.45, 105.25), (17.75, 105.9), (17.3, 106.4), (16.7, 106.8)),
    *((16.4, 107.1), (16.1, 107.5), (15.5, 107.75), (14.9, 107.7), (14.7, 107.7)),
    *((14.45, 106.9), (14.3, 106.3), (13.92, 106.0), (14.35, 105.2), (15.8, 105.3)),
    *((17.1, 104.6), (18.4, 103.7), (17.8, 102.5), (17.4, 101.0), (19.5, 100.9)),
    *((20.4, 99.9), (21.4, 101.0)),
)
CAMBODIA: Outline = (
    *((14.35, 105.2), (13.92, 106.0), (14.3, 106.3), (14.45, 106.9), (14.7, 107.6)),
    *((14.0, 107.65), (13.0, 107.75), (12.2, 107.6), (11.95, 106.9), (11.8, 106.4)),
    *((11.55, 106.1), (11.4, 105.95), (11.0, 106.3), (10.7, 105.95), (10.8, 105.2)),
    *((10.6, 105.1), (10.5, 104.95), (10.35, 104.5), (10.4, 103.3), (11.6, 102.7)),
    *((13.6, 102.2), (14.5, 103.0)),
)
HOANG_SA: Box = (15.5, 17.3, 111.0, 113.0)
TRUONG_SA: Box = (6.8, 12.1, 109.9, 117.5)
ISLANDS: tuple[Box, ...] = (
    *(HOANG_SA, TRUONG_SA),
    *((9.7, 10.6, 103.7, 104.2), (8.5, 8.9, 106.4, 106.8)),  # Phú Quốc, Côn Đảo
    *((20.6, 21.3, 106.8, 108.0), (20.0, 20.3, 107.6, 107.9)),  # Hạ Long, Bạch Long Vĩ
    *((9.2, 9.4, 103.4, 103.6),),  # Thổ Chu
    *((15.3, 15.5, 109.0, 109.2), (10.4, 10.7, 108.8, 109.1)),  # Lý Sơn, Phú Quý
)
EAST_SEA: Box = (6.0, 21.7, 99.0, 118.0)


def is_within(point: Point, box: Box) -> bool:
    south, north, west, east = box
    return south <= point.lat <= north and west <= point.lon <= east


def is_inside(point: Point, outline: Outline) -> bool:
    """Does a ray to the east cross the outline an odd number of times?"""
    crossings = 0
    for (lat, lon), (next_lat, next_lon) in zip(
        outline, (*outline[1:], outline[0]), strict=True
    ):
        if (lat > point.lat) != (next_lat > point.lat):
            along = (point.lat - lat) / (next_lat - lat)
            crossings += point.lon < lon + along * (next_lon - lon)
    return crossings % 2 == 1
