"""Where and when a photo was taken, as its camera wrote it down (Exif 2.32)."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base


@dataclass(frozen=True, slots=True)
class Exif:
    """`taken` is the camera's own clock; `taken_utc` the satellites', if it had them."""

    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    taken: datetime | None = None
    taken_utc: datetime | None = None


NONE = Exif()


def of(picture: Image.Image) -> Exif:
    """Return what an open picture tells; each part is believed or left out by itself."""
    try:
        tags = picture.getexif()
        place, shot = tags.get_ifd(IFD.GPSInfo), tags.get_ifd(IFD.Exif)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError):
        return NONE
    lat = _degrees(place, GPS.GPSLatitude, GPS.GPSLatitudeRef, 90)
    lon = _degrees(place, GPS.GPSLongitude, GPS.GPSLongitudeRef, 180)
    is_placed = lat is not None and lon is not None and (lat, lon) != (0, 0)
    return Exif(
        lat=lat if is_placed else None,
        lon=lon if is_placed else None,
        radius_m=_number(place.get(GPS.GPSHPositioningError)) if is_placed else None,
        taken=_time(shot.get(Base.DateTimeOriginal) or tags.get(Base.DateTime)),
        taken_utc=_satellite_time(place),
    )


def _degrees(
    place: Mapping[int, Any], value: int, reference: int, most: int
) -> float | None:
    parts = place.get(value)
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    numbers = [_number(part) for part in parts]
    degrees, minutes, seconds = (n if n is not None else math.nan for n in numbers)
    found = degrees + minutes / 60 + seconds / 3600
    sign = -1 if str(place.get(reference, "")).strip("\0 ").upper() in ("S", "W") else 1
    return round(sign * found, 7) if abs(found) <= most else None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _time(value: Any) -> datetime | None:
    try:
        return datetime.strptime(str(value).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - a camera's clock knows no zone
    except ValueError:
        return None


def _satellite_time(place: Mapping[int, Any]) -> datetime | None:
    clock, day = place.get(GPS.GPSTimeStamp), place.get(GPS.GPSDateStamp)
    try:
        hour, minute, second = (int(float(part)) for part in clock or ())
        year, month, date = (int(part) for part in str(day).strip("\0 ").split(":"))
        return datetime(year, month, date, hour, minute, second, tzinfo=UTC)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
