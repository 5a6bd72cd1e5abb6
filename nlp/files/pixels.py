"""How many pixels a picture claims to have, read from its header without opening it."""

import struct
from collections.abc import Callable

Size = tuple[int, int]


def claimed(head: bytes, mime: str) -> Size | None:
    """Return width and height, or None where the header does not tell."""
    reader = READERS.get(mime)
    try:
        return reader(head) if reader else None
    except (struct.error, IndexError, ValueError):
        return None


def _png(head: bytes) -> Size | None:
    width, height = struct.unpack_from(">II", head, 16)
    return width, height


def _gif(head: bytes) -> Size | None:
    width, height = struct.unpack_from("<HH", head, 6)
    return width, height


def _bmp(head: bytes) -> Size | None:
    if head[14] == 12:
        width, height = struct.unpack_from("<HH", head, 18)
    else:
        width, height = struct.unpack_from("<ii", head, 18)
    return abs(width), abs(height)


def _webp(head: bytes) -> Size | None:
    form = head[12:16]
    if form == b"VP8X":
        return _little(head, 24, 3) + 1, _little(head, 27, 3) + 1
    if form == b"VP8L":
        bits = _little(head, 21, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(head: bytes) -> Size | None:
    place = 2
    while place + 9 <= len(head) and head[place] == 0xFF:
        marker = head[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", head, place + 5)
            return width, height
        place += 2 + struct.unpack_from(">H", head, place + 2)[0]
    return None


def _heif(head: bytes) -> Size | None:
    # Tiles have an "ispe" of their own; the picture's is the largest.
    sizes: list[Size] = []
    place = head.find(b"ispe")
    while place >= 0 and place + 16 <= len(head):
        width, height = struct.unpack_from(">II", head, place + 8)
        sizes.append((width, height))
        place = head.find(b"ispe", place + 4)
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _tiff(head: bytes) -> Size | None:
    order = "<" if head[:2] == b"II" else ">"
    (place,) = struct.unpack_from(f"{order}I", head, 4)
    (count,) = struct.unpack_from(f"{order}H", head, place)
    found: dict[int, int] = {}
    for entry in range(place + 2, place + 2 + 12 * count, 12):
        tag, form = struct.unpack_from(f"{order}HH", head, entry)
        found[tag] = struct.unpack_from(order + "HI"[form != 3], head, entry + 8)[0]
    return (found[256], found[257]) if {256, 257} <= found.keys() else None


def _little(head: bytes, place: int, length: int) -> int:
    if place + length > len(head):
        raise ValueError("the header ends early")
    return int.from_bytes(head[place : place + length], "little")


READERS: dict[str, Callable[[bytes], Size | None]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "image/webp": _webp,
    "image/jpeg": _jpeg,
    "image/heic": _heif,
    "image/avif": _heif,
    "image/tiff": _tiff,
}
