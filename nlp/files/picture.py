"""Draw a small upright copy of a photo, without what the camera wrote into it.

Decoding is where pictures do harm: run `draw` in a process that may die.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from nlp.files import exif
from nlp.scan import MOST_PIXELS

SIDE = 1600
QUALITY = 82
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError)


class PictureTooLarge(Exception):
    """It would unpack to more pixels than we open."""


class PictureUnreadable(Exception):
    """Not a picture that any of our readers opens."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The copy as JPEG; `is_whole` is False where the photo ended half-way."""

    jpeg: bytes
    exif: exif.Exif
    is_whole: bool


def draw(raw: bytes) -> Drawn:
    """Return a copy of at most SIDE pixels a side, or raise one of the two above."""
    pillow_heif.register_heif_opener()
    try:
        with _opened(raw) as picture:
            return Drawn(_copy(picture), exif.of(picture), is_whole=True)
    except UnidentifiedImageError as error:
        raise PictureUnreadable from error
    except BROKEN:
        return _draw_half(raw)


def _draw_half(raw: bytes) -> Drawn:
    """Draw what there is of a photo that ends early."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        with _opened(raw) as picture:
            return Drawn(_copy(picture), exif.of(picture), is_whole=False)
    except BROKEN as error:
        raise PictureUnreadable from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


@contextmanager
def _opened(raw: bytes) -> Iterator[Image.Image]:
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # ours is stricter
    try:
        with Image.open(BytesIO(raw)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureTooLarge
            yield picture
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _copy(picture: Image.Image) -> bytes:
    picture.draft("RGB", (SIDE, SIDE))  # JPEG unpacks at a smaller scale by itself
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", upright.size, "white")
    if upright.has_transparency_data:
        opaque = upright.convert("RGBA")
        paper.paste(opaque, mask=opaque.getchannel("A"))
    else:
        paper.paste(upright.convert("RGB"))
    jpeg = BytesIO()
    paper.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
    return jpeg.getvalue()
