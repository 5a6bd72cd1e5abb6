"""Map grids: from what a map or a receiver shows to latitude and longitude (WGS84).

Datums are pinned here. Left to choose by area, PROJ reads a wartime American grid south
of 14°N without its shift, which puts a grave half a kilometre away.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Transformer

# EPSG 4131 to 4326, the onshore operation, for the whole country; 44 m.
INDIAN_1960 = "+ellps=evrst30 +towgs84=198,881,317,0,0,0,0"
# EPSG's VN-2000 to WGS 84; its rotations turn the other way in PROJ's convention.
VN_2000 = (
    "+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,"
    "0.00928836,-0.01975479,0.00427372,0.252906278"
)
WGS_84 = "+datum=WGS84"

# Scale on the central meridian of VN-2000's zones, by their width.
THREE_DEGREES, SIX_DEGREES = 0.9999, 0.9996

# The central meridians of VN-2000's three-degree zones, by province (EPSG 5896–9218).
MERIDIANS = (
    *(103.0, 104.0, 104.5, 104.75, 105.0, 105.5, 105.75, 106.0, 106.25, 106.5),
    *(107.0, 107.25, 107.5, 107.75, 108.0, 108.25, 108.5),
)
# Hundred-kilometre squares of MGRS, which the wartime sheets (L7014) letter alike.
COLUMNS = {48: "STUVWXYZ", 49: "ABCDEFGH"}
ROWS = "ABCDEFGHJKLMNPQRSTUV"
SOUTHERNMOST_ROW = 7


@dataclass(frozen=True, slots=True)
class Point:
    lat: float
    lon: float

    @property
    def norm(self) -> str:
        return f"{self.lat:.5f},{self.lon:.5f}"

    @property
    def is_near(self) -> bool:
        """Is it in or around Vietnam, Laos and Cambodia?"""
        return 6 <= self.lat <= 24 and 100 <= self.lon <= 118

    @property
    def is_inland(self) -> bool:
        """Is it where American sheets of the war reach?"""
        return 8 <= self.lat <= 23.5 and 101.5 <= self.lon <= 110


def from_vn2000(
    north: float, east: float, meridian: float, scale: float = THREE_DEGREES
) -> Point:
    zone = f"+proj=tmerc +lat_0=0 +lon_0={meridian} +k={scale} +x_0=500000 +y_0=0"
    return _point(f"{zone} {VN_2000}", east, north)


def from_utm(zone: int, east: float, north: float, datum: str) -> Point:
    return _point(f"+proj=utm +zone={zone} {datum}", east, north)


def from_mgrs(square: str, figures: str, datum: str) -> Point | None:
    """The centre of a cell such as XT 445762; None for letters not used around here.

    The first letter tells the zone, the second the northing: it comes again only every
    2,000 km, and the three countries are shorter than that.
    """
    zone = _zone(square[0])
    if zone is None or square[1] not in ROWS:
        return None
    half = len(figures) // 2
    size = 10 ** (5 - half)
    row = (ROWS.index(square[1]) - (5 if zone % 2 == 0 else 0)) % len(ROWS)
    north = (row + (len(ROWS) if row < SOUTHERNMOST_ROW else 0)) * 100_000
    east = (COLUMNS[zone].index(square[0]) + 1) * 100_000
    east += int(figures[:half]) * size + size // 2
    north += int(figures[half:]) * size + size // 2
    return from_utm(zone, east, north, datum)


def _zone(column: str) -> int | None:
    return next((zone for zone, row in COLUMNS.items() if column in row), None)


def _point(projection: str, east: float, north: float) -> Point:
    lon, lat = _transformer(projection).transform(east, north)
    return Point(lat, lon)


@cache
def _transformer(projection: str) -> "Transformer":
    from pyproj import Transformer  # here, because it takes 0.3 s to load

    return Transformer.from_crs(
        f"{projection} +units=m +type=crs", "EPSG:4326", always_xy=True
    )
