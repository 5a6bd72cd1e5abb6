"""Boundaries: the outlines of today's communes, from a file that the operator brings.

The file is JSON, plain or gzipped: ``scale`` and ``units``, each with ``code`` (five
digits), ``full`` (type and name), ``prov`` (two digits) and ``poly``, a list of polygons
of rings; a ring is ``lon, lat`` of its first corner and then differences, integers that
``scale`` makes degrees. What does not read so is refused whole.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any

from nlp.positions.grids import Point

if TYPE_CHECKING:
    from shapely import MultiPolygon, STRtree

GZIPPED = b"\x1f\x8b"
LARGEST = 256 << 20  # bytes, unpacked
FEWEST = 3_000  # of the 3,321 communes
SHORTEST = 3  # corners of a ring
DEGREE = 111_195.0  # metres on a sphere of 6,371 km
NEAR_M = 200.0  # outlines are simplified to about 55 m, a phone's fix is as good
NEAR = 0.0021  # the same in degrees, on the safe side
LONGITUDES, LATITUDES = (100.0, 120.0), (6.0, 24.0)


class BoundaryError(ValueError):
    """One sentence that says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune of today; ``full`` is its type and name, ``province`` a code."""

    code: str
    full: str
    province: str


@dataclass(frozen=True)
class Boundaries:
    units: tuple[Unit, ...]
    outlines: "tuple[MultiPolygon, ...]"
    tree: "STRtree"

    def holding(self, point: Point) -> Unit | None:
        """The commune around it; the nearest one where it is off the outline's edge."""
        import shapely

        spot = shapely.Point(point.lon, point.lat)
        inside = self.tree.query(spot, predicate="intersects")
        if len(inside):
            return self.units[int(min(inside))]
        near = self.tree.query(spot, predicate="dwithin", distance=NEAR)
        found = ((self._away(int(n), point), int(n)) for n in near)
        return next((self.units[n] for away, n in sorted(found) if away < NEAR_M), None)

    def beside(self, point: Point, unit: Unit) -> tuple[Unit, ...]:
        """The other communes less than 200 m away."""
        import shapely

        spot = shapely.Point(point.lon, point.lat)
        near = self.tree.query(spot, predicate="dwithin", distance=NEAR)
        others = (int(n) for n in near if self.units[int(n)] != unit)
        return tuple(self.units[n] for n in others if self._away(n, point) < NEAR_M)

    def _away(self, number: int, point: Point) -> float:
        """Metres from a point outside to the outline."""
        import shapely

        line = shapely.shortest_line(
            shapely.Point(point.lon, point.lat), self.outlines[number]
        )
        (lon, lat), (to_lon, to_lat) = line.coords
        return metres(Point(lat, lon), Point(to_lat, to_lon))


def metres(one: Point, other: Point) -> float:
    """How far apart two points of the same region are."""
    narrow = cos(radians((one.lat + other.lat) / 2))
    return DEGREE * hypot(one.lat - other.lat, (one.lon - other.lon) * narrow)


def read(content: bytes) -> Boundaries:
    """The boundaries of a file, or BoundaryError; 1 MB takes about a second."""
    import shapely  # here, because few processes ever look at a position

    told = _json(_unpacked(content))
    try:
        scale = float(told["scale"])
        found = [(_unit(one), _outline(one["poly"], scale)) for one in told["units"]]
    except (
        *(KeyError, TypeError, ValueError, OverflowError),
        shapely.errors.ShapelyError,
    ) as error:
        raise BoundaryError(f"the file is not of the known form: {error}") from error
    if len({unit.code for unit, _ in found}) != len(found) or len(found) < FEWEST:
        raise BoundaryError(f"{len(found)} communes are too few, or some come twice")
    units, outlines = zip(*found, strict=True)
    return Boundaries(units, outlines, shapely.STRtree(outlines))


def _unpacked(content: bytes) -> bytes:
    unpacked = _gunzipped(content) if content.startswith(GZIPPED) else content
    if len(unpacked) > LARGEST:
        raise BoundaryError("the file is larger than any we know")
    return unpacked


def _gunzipped(content: bytes) -> bytes:
    try:
        with gzip.open(BytesIO(content)) as packed:
            return packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BoundaryError(f"the file cannot be unpacked: {error}") from error


def _json(unpacked: bytes) -> dict[str, Any]:
    try:
        told = json.loads(unpacked)
    except (ValueError, RecursionError) as error:
        raise BoundaryError(f"the file is no JSON: {error}") from error
    if not isinstance(told, dict):
        raise BoundaryError("the file is not of the known form")
    return told


def _unit(told: dict[str, Any]) -> Unit:
    code, full, province = told["code"], told["full"], told["prov"]
    if not (len(code) == 5 and code.isdecimal() and full):
        raise BoundaryError(f"{code!r} is no code of a commune")
    if not (len(province) == 2 and province.isdecimal()):
        raise BoundaryError(f"{province!r} is no code of a province")
    return Unit(code, full[:1].lower() + full[1:], province)


def _outline(polygons: Iterable[Sequence[Any]], scale: float) -> "MultiPolygon":
    import shapely

    rings = ([_ring(ring, scale) for ring in rings] for rings in polygons)
    made = [shapely.Polygon(outer, holes) for outer, *holes in rings]
    if not made:
        raise BoundaryError("a commune has no outline")
    whole = shapely.MultiPolygon(made)
    return whole if shapely.is_valid(whole) else shapely.buffer(whole, 0)


def _ring(numbers: Sequence[int], scale: float) -> list[tuple[float, float]]:
    lons, lats = (list(accumulate(numbers[start::2])) for start in (0, 1))
    corners = [(lon * scale, lat * scale) for lon, lat in zip(lons, lats, strict=True)]
    if len(corners) < SHORTEST or not all(map(_is_here, corners)):
        raise BoundaryError("an outline lies outside Vietnam, or encloses nothing")
    return corners


def _is_here(corner: tuple[float, float]) -> bool:
    lon, lat = corner
    (west, east), (south, north) = LONGITUDES, LATITUDES
    return west <= lon <= east and south <= lat <= north
