"""What a file is by its first bytes, never by its name.

Signatures from the formats' own specifications; containers (ISO media, EBML, OGG, ZIP)
are told apart by what they say of their tracks or entries.
"""

from dataclasses import dataclass

UNKNOWN = "application/octet-stream"
OFFICE = "application/vnd.openxmlformats-officedocument"

STARTS = (
    (b"\xff\xd8\xff", "photo", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "photo", "image/png"),
    (b"GIF87a", "photo", "image/gif"),
    (b"GIF89a", "photo", "image/gif"),
    (b"II*\0", "photo", "image/tiff"),
    (b"MM\0*", "photo", "image/tiff"),
    (b"ID3", "voice", "audio/mpeg"),
    (b"fLaC", "voice", "audio/flac"),
    (b"#!AMR-WB\n", "voice", "audio/amr-wb"),
    (b"#!AMR\n", "voice", "audio/amr"),
    (b"%PDF-", "document", "application/pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document", "application/msword"),
    (b"{\\rtf", "document", "application/rtf"),
)
HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
ENTRIES = (
    (b"word/", "document", f"{OFFICE}.wordprocessingml.document"),
    (b"xl/", "document", f"{OFFICE}.spreadsheetml.sheet"),
    (b"ppt/", "document", f"{OFFICE}.presentationml.presentation"),
)
FILMS = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")


@dataclass(frozen=True, slots=True)
class Magic:
    """`kind` is one of photo, voice, video, document, other."""

    kind: str
    mime: str


NOTHING = Magic("other", UNKNOWN)


def recognise(head: bytes, tail: bytes = b"") -> Magic:
    """Return what these bytes begin, or NOTHING; `tail` is the file's end, if at hand."""
    for start, kind, mime in STARTS:
        if head.startswith(start):
            return Magic(kind, mime)
    for reader in (_riff, _iso, _ebml, _ogg, _zip, _bitmap, _frames, _text):
        magic = reader(head, tail)
        if magic is not None:
            return magic
    return NOTHING


def _riff(head: bytes, _tail: bytes) -> Magic | None:
    if head[:4] != b"RIFF":
        return None
    kinds = {b"WEBP": ("photo", "image/webp"), b"WAVE": ("voice", "audio/wav")}
    known = kinds.get(head[8:12])
    return Magic(*known) if known else Magic("video", "video/x-msvideo")


def _iso(head: bytes, tail: bytes) -> Magic | None:
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in HEIF:
        return Magic("photo", "image/avif" if brand == b"avif" else "image/heic")
    ends = head + tail
    speaks = brand.startswith(b"M4A") or (b"soun" in ends and b"vide" not in ends)
    if brand.startswith(b"3g"):
        return Magic("voice", "audio/3gpp") if speaks else Magic("video", "video/3gpp")
    return Magic("voice", "audio/mp4") if speaks else Magic("video", "video/mp4")


def _ebml(head: bytes, _tail: bytes) -> Magic | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    form = "webm" if b"webm" in head[:64] else "x-matroska"
    if any(codec in head for codec in FILMS) or b"A_" not in head:
        return Magic("video", f"video/{form}")
    return Magic("voice", f"audio/{form}")


def _ogg(head: bytes, _tail: bytes) -> Magic | None:
    if not head.startswith(b"OggS"):
        return None
    return (
        Magic("video", "video/ogg")
        if b"theora" in head
        else Magic("voice", "audio/ogg")
    )


def _zip(head: bytes, tail: bytes) -> Magic | None:
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    for entry, kind, mime in ENTRIES:
        if b"[Content_Types].xml" in head + tail and entry in head + tail:
            return Magic(kind, mime)
    return Magic("other", "application/zip")


def _bitmap(head: bytes, _tail: bytes) -> Magic | None:
    # "BM" alone begins many a text: the size of the second header must fit too.
    known = (12, 40, 52, 56, 64, 108, 124)
    is_bitmap = head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in known
    return Magic("photo", "image/bmp") if is_bitmap else None


def _frames(head: bytes, _tail: bytes) -> Magic | None:
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return Magic("voice", "audio/aac")
    is_layer_3 = head[1] & 0xE6 == 0xE2 and head[1] & 0x18 != 0x08
    is_mp3 = (
        is_layer_3 and head[2] & 0xF0 not in (0x00, 0xF0) and head[2] & 0x0C != 0x0C
    )
    return Magic("voice", "audio/mpeg") if is_mp3 else None


def _text(head: bytes, _tail: bytes) -> Magic | None:
    try:
        text = head[: len(head) - 3].decode() if len(head) > 64 else head.decode()
    except UnicodeDecodeError:
        return None
    is_text = text.strip() and all(c >= " " or c in "\t\r\n\f" for c in text)
    return Magic("document", "text/plain") if is_text else None
