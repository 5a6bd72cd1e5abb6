"""How long a recording is, where its beginning or end says so cheaply.

What no header tells (a recording that a browser streamed) is None, not a guess.
"""

import struct
from collections.abc import Callable

OPUS_RATE = 48_000
AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)  # fmt: skip
AMR_BYTES = (13, 14, 16, 18, 20, 21, 27, 32, 6)  # of 20 ms, by mode (RFC 4867)
AMR_WB_BYTES = (18, 24, 33, 37, 41, 47, 51, 59, 61, 6)
MP3_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
MP3_LOW_KBPS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
CLUSTER = b"\x1f\x43\xb6\x75"
SIMPLE_BLOCK = 0xA3
MOST_SECONDS = 7 * 86_400.0


def seconds(head: bytes, tail: bytes, size: int, mime: str) -> float | None:
    """Return the length of a recording of `size` bytes; `tail` are its last ones."""
    reader = READERS.get(mime)
    try:
        length = reader(head, tail, size) if reader else None
    except (struct.error, IndexError, ValueError, ZeroDivisionError):
        return None
    return round(length, 2) if length and 0 < length < MOST_SECONDS else None


def _wav(head: bytes, _tail: bytes, size: int) -> float | None:
    form, sound = head.find(b"fmt "), head.find(b"data")
    if form < 0 or sound < 0:
        return None
    (rate,) = struct.unpack_from("<I", head, form + 16)
    (told,) = struct.unpack_from("<I", head, sound + 4)
    return float(min(told, size - sound - 8) / rate)  # a streamed header tells too much


def _ogg(head: bytes, tail: bytes, _size: int) -> float | None:
    last = (tail or head).rfind(b"OggS")
    (granule,) = struct.unpack_from("<q", tail or head, last + 6)
    opus = head.find(b"OpusHead")
    if opus >= 0:
        (skipped,) = struct.unpack_from("<H", head, opus + 10)
        return float((granule - skipped) / OPUS_RATE)
    vorbis = head.find(b"\x01vorbis")
    if vorbis < 0:
        return None
    (rate,) = struct.unpack_from("<I", head, vorbis + 12)
    return float(granule / rate)


def _mp4(head: bytes, tail: bytes, _size: int) -> float | None:
    part = head if b"mvhd" in head else tail
    place = part.find(b"mvhd")
    if place < 0:
        return None
    if part[place + 4] == 1:
        scale, length = struct.unpack_from(">IQ", part, place + 24)
    else:
        scale, length = struct.unpack_from(">II", part, place + 16)
    return float(length / scale)


def _webm(_head: bytes, tail: bytes, _size: int) -> float | None:
    """Return the time of the last sound in the last cluster, in its milliseconds.

    A browser that records writes no duration, but a cluster every half minute.
    """
    cluster = tail.rfind(CLUSTER)
    clock = tail.find(b"\xe7", cluster + 4, cluster + 16)
    if cluster < 0 or clock < 0:
        return None
    length = tail[clock + 1] & 0x7F
    begun = int.from_bytes(tail[clock + 2 : clock + 2 + length], "big")
    place, last = clock + 2 + length, 0
    while place + 12 <= len(tail) and tail[place] == SIMPLE_BLOCK:
        start, length = _vint(tail, place + 1)
        (last,) = struct.unpack_from(">h", tail, start + 1)
        place = start + length
    return (begun + last) / 1000


def _vint(raw: bytes, place: int) -> tuple[int, int]:
    """Return where the number at `place` ends, and its value (RFC 8794, section 4)."""
    width = 9 - raw[place].bit_length()
    value = int.from_bytes(raw[place : place + width], "big")
    return place + width, value & (1 << 7 * width) - 1


def _aac(head: bytes, _tail: bytes, size: int) -> float | None:
    """Count the frames at hand; the rest is taken to be like them."""
    place = frames = 0
    while place + 7 <= len(head) and head[place] == 0xFF:
        length = (
            (head[place + 3] & 3) << 11 | head[place + 4] << 3 | head[place + 5] >> 5
        )
        if length < 7:
            break
        place, frames = place + length, frames + 1
    rate = AAC_RATES[head[2] >> 2 & 0xF]
    return size / place * frames * 1024 / rate


def _amr(head: bytes, _tail: bytes, size: int) -> float | None:
    return (size - 6) / AMR_BYTES[head[6] >> 3 & 0xF] * 0.02


def _amr_wide(head: bytes, _tail: bytes, size: int) -> float | None:
    return (size - 9) / AMR_WB_BYTES[head[9] >> 3 & 0xF] * 0.02


def _flac(head: bytes, _tail: bytes, _size: int) -> float | None:
    packed = int.from_bytes(head[18:26], "big")
    return (packed & (1 << 36) - 1) / (packed >> 44)


def _mp3(head: bytes, _tail: bytes, size: int) -> float | None:
    """Return the length at the first frame's bit rate, or by the frames it counts."""
    start = _after_id3(head)
    is_first = head[start + 1] & 0x18 == 0x18
    rate = (44100, 48000, 32000)[head[start + 2] >> 2 & 3]
    rate //= {0x18: 1, 0x10: 2, 0x00: 4}[head[start + 1] & 0x18]
    for mark in (b"Xing", b"Info"):
        place = head.find(mark, start, start + 200)
        if place >= 0 and head[place + 7] & 1:
            (frames,) = struct.unpack_from(">I", head, place + 8)
            return float(frames * (1152 if is_first else 576) / rate)
    kbps = (MP3_KBPS if is_first else MP3_LOW_KBPS)[head[start + 2] >> 4]
    return (size - start) / (kbps * 125)


def _after_id3(head: bytes) -> int:
    if not head.startswith(b"ID3"):
        return 0
    length = 0
    for byte in head[6:10]:
        length = length << 7 | byte & 0x7F
    return length + 10


READERS: dict[str, Callable[[bytes, bytes, int], float | None]] = {
    "audio/wav": _wav,
    "audio/ogg": _ogg,
    "audio/mp4": _mp4,
    "video/mp4": _mp4,
    "audio/3gpp": _mp4,
    "video/3gpp": _mp4,
    "audio/webm": _webm,
    "video/webm": _webm,
    "audio/aac": _aac,
    "audio/amr": _amr,
    "audio/amr-wb": _amr_wide,
    "audio/flac": _flac,
    "audio/mpeg": _mp3,
}
