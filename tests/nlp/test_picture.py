"""A copy of a photo is small, upright, and says nothing of who took it."""

import io
from datetime import UTC, datetime

import pillow_heif
import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from nlp.files.exif import Exif, of
from nlp.files.picture import SIDE, PictureTooLarge, PictureUnreadable, draw
from tests.nlp.test_scan import huge_png

KHE_SANH = {
    GPS.GPSLatitudeRef: "N",
    GPS.GPSLatitude: (16.0, 39.0, 18.0),
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (106.0, 43.0, 48.0),
    GPS.GPSHPositioningError: 12.5,
    GPS.GPSDateStamp: "2026:03:02",
    GPS.GPSTimeStamp: (2.0, 5.0, 9.0),
}


def photo(
    form: str, place: dict[int, object], size: tuple[int, int] = (60, 40)
) -> bytes:
    pillow_heif.register_heif_opener()
    tags = Image.Exif()
    tags[Base.Orientation] = 6
    tags[Base.Make] = "secret camera"
    tags.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2026:03:02 09:05:09"
    tags.get_ifd(IFD.GPSInfo).update(place)
    raw = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(raw, form, exif=tags)
    return raw.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "HEIF", "WEBP", "PNG"])
def test_the_copy_is_upright_and_says_nothing(form: str) -> None:
    drawn = draw(photo(form, KHE_SANH))

    with Image.open(io.BytesIO(drawn.jpeg)) as copy:
        assert copy.format == "JPEG"
        # A HEIC keeps its turn apart from Exif; here it has none.
        assert copy.size == ((60, 40) if form == "HEIF" else (40, 60))
        assert not copy.getexif()
    assert b"secret" not in drawn.jpeg
    assert drawn.is_whole


@pytest.mark.parametrize("form", ["JPEG", "HEIF"])
def test_place_and_time_are_read(form: str) -> None:
    assert draw(photo(form, KHE_SANH)).exif == Exif(
        lat=16.655,
        lon=106.73,
        radius_m=12.5,
        taken=datetime(2026, 3, 2, 9, 5, 9),  # noqa: DTZ001 - a camera knows no zone
        taken_utc=datetime(2026, 3, 2, 2, 5, 9, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "place",
    [
        {},
        {GPS.GPSLatitude: (0.0, 0.0, 0.0), GPS.GPSLongitude: (0.0, 0.0, 0.0)},
        KHE_SANH | {GPS.GPSLatitude: (96.0, 0.0, 0.0)},
        KHE_SANH | {GPS.GPSLongitude: (1.0,)},
    ],
)
def test_a_place_that_cannot_be_is_no_place(place: dict[int, object]) -> None:
    found = draw(photo("JPEG", place)).exif

    assert (found.lat, found.lon, found.radius_m) == (None, None, None)


def test_the_southern_and_western_halves_are_negative() -> None:
    place = KHE_SANH | {GPS.GPSLatitudeRef: "S", GPS.GPSLongitudeRef: "W"}
    with Image.open(io.BytesIO(photo("JPEG", place))) as picture:
        found = of(picture)

    assert (found.lat, found.lon) == (-16.655, -106.73)


def test_a_large_photo_becomes_small() -> None:
    drawn = draw(photo("JPEG", {}, (4000, 3000)))

    with Image.open(io.BytesIO(drawn.jpeg)) as copy:
        assert copy.size == (1200, SIDE)


def test_what_is_seen_through_becomes_white() -> None:
    raw = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(raw, "PNG")

    with Image.open(io.BytesIO(draw(raw.getvalue()).jpeg)) as copy:
        assert copy.getpixel((0, 0)) == (255, 255, 255)


def test_half_a_photo_is_drawn_as_far_as_it_goes() -> None:
    raw = photo("JPEG", KHE_SANH, (400, 300))

    drawn = draw(raw[: len(raw) // 2])

    assert not drawn.is_whole
    assert drawn.exif.lat == 16.655


@pytest.mark.parametrize("raw", [b"", b"PK\3\4", b"\xff\xd8\xff\xe0", b"GIF89a"])
def test_what_is_no_picture_is_told(raw: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        draw(raw)


def test_a_bomb_is_refused_on_its_header() -> None:
    with pytest.raises(PictureTooLarge):
        draw(huge_png(50_000))
