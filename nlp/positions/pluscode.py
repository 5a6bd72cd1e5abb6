"""Plus codes ("7P38QP3C+4X"), as map apps show them; github.com/google/open-location-code.

Ten digits in pairs, latitude first, each a twentieth of the one before. A short code
("QP3C+4X Khe Sanh") needs a place to begin from, so it is left to an officer.
"""

DIGITS = "23456789cfghjmpqrvwx"
FULL = rf"[{DIGITS[:9]}][{DIGITS}]{{7}}\+[{DIGITS}]{{2}}"
LARGEST = 20.0  # degrees of the first pair
SOUTH, WEST = -90.0, -180.0


def decode(code: str) -> tuple[float, float]:
    """Latitude and longitude of the centre of its cell, some 14 metres wide."""
    figures = [DIGITS.index(figure) for figure in code.replace("+", "")]
    lat, lon, size = SOUTH, WEST, LARGEST
    for north, east in zip(figures[::2], figures[1::2], strict=True):
        lat, lon, size = lat + north * size, lon + east * size, size / 20
    return lat + size * 10, lon + size * 10
