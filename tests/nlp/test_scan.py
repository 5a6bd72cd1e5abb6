"""A file is what its bytes say; a first look never decodes."""

import io
import struct
import wave
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from nlp.files import magic
from nlp.scan import HEAD, Sight, look

PHOTOS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "HEIF")


def picture(form: str, size: tuple[int, int] = (40, 30)) -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    raw = io.BytesIO()
    Image.new("RGB", size, "green").save(raw, form)
    return raw.getvalue()


def sight(raw: bytes, name: str) -> Sight:
    return look(raw[:HEAD], name, len(raw), raw[-HEAD:])


def archive(*names: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        for name in names:
            made.writestr(name, "content")
    return raw.getvalue()


def huge_png(side: int) -> bytes:
    """Return a few bytes that claim to be a square of so many pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body))
        + tag
        + body
        + struct.pack(">I", zlib.crc32(tag + body))
        for tag, body in parts
    )


def ogg(codec: bytes, granule: int) -> bytes:
    def page(place: int, body: bytes) -> bytes:
        return b"OggS\0\0" + struct.pack("<qIIIB", place, 1, 0, 0, 1) + b"\0" + body

    return page(0, codec) + page(granule, b"sound")


def wav(seconds: int) -> bytes:
    raw = io.BytesIO()
    with wave.open(raw, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\0" * 8000 * seconds)
    return raw.getvalue()


def mp4(brand: bytes, handler: bytes, seconds: int) -> bytes:
    ftyp = struct.pack(">I", 16) + b"ftyp" + brand + b"\0\0\2\0"
    length = struct.pack(">II", 1000, seconds * 1000)
    mvhd = struct.pack(">I", 108) + b"mvhd" + b"\0" * 12 + length + b"\0" * 80
    hdlr = struct.pack(">I", 32) + b"hdlr" + b"\0" * 8 + handler + b"\0" * 12
    return ftyp + mvhd + hdlr


@pytest.mark.parametrize("form", PHOTOS)
def test_photos_of_all_kinds_are_known(form: str) -> None:
    mime = {"HEIF": "image/heic"}.get(form, f"image/{form.lower()}")

    assert sight(picture(form), "any.jpg") == Sight("photo", mime, "ok")


@pytest.mark.parametrize(
    ("raw", "name", "kind", "mime"),
    [
        (b"\x1a\x45\xdf\xa3\x42\x82\x84webm..A_OPUS", "a.webm", "voice", "audio/webm"),
        (
            b"\x1a\x45\xdf\xa3\x42\x82\x84webmV_VP8A_OPUS",
            "a.webm",
            "video",
            "video/webm",
        ),
        (
            b"\x1a\x45\xdf\xa3\x42\x82\x88matroskaA_AAC",
            "a",
            "voice",
            "audio/x-matroska",
        ),
        (ogg(b"OpusHead\1\1" + struct.pack("<H", 0), 9), "a.ogg", "voice", "audio/ogg"),
        (ogg(b"\x80theora", 9), "a.ogv", "video", "video/ogg"),
        (mp4(b"M4A ", b"soun", 3), "a.m4a", "voice", "audio/mp4"),
        (mp4(b"isom", b"soun", 3), "a.mp4", "voice", "audio/mp4"),
        (mp4(b"isom", b"vide", 3), "a.mp4", "video", "video/mp4"),
        (mp4(b"3gp4", b"soun", 3), "a.3gp", "voice", "audio/3gpp"),
        (mp4(b"3gp4", b"vide", 3), "a.3gp", "video", "video/3gpp"),
        (b"ID3\4\0\0\0\0\0\0\xff\xfb\x90\0", "a.mp3", "voice", "audio/mpeg"),
        (b"\xff\xfb\x90\0" + b"\0" * 99, "a.mp3", "voice", "audio/mpeg"),
        (b"\xff\xf1\x50\x80\x02\x1f\xfc" + b"\0" * 99, "a.aac", "voice", "audio/aac"),
        (b"#!AMR\n\x3c" + b"\0" * 99, "a.amr", "voice", "audio/amr"),
        (b"fLaC" + b"\0" * 99, "a.flac", "voice", "audio/flac"),
        (wav(1), "a.wav", "voice", "audio/wav"),
        (b"%PDF-1.7\n", "a.pdf", "document", "application/pdf"),
        (
            archive("[Content_Types].xml", "word/document.xml"),
            "a.docx",
            "document",
            f"{magic.OFFICE}.wordprocessingml.document",
        ),
        (
            archive("[Content_Types].xml", "xl/workbook.xml"),
            "a.xlsx",
            "document",
            f"{magic.OFFICE}.spreadsheetml.sheet",
        ),
        ("Kể về chú Tư\n".encode(), "a.txt", "document", "text/plain"),
        (archive("a.txt"), "a.zip", "other", "application/zip"),
        (b"\0\1\2\3", "a.bin", "other", magic.UNKNOWN),
    ],
)
def test_files_of_all_kinds_are_known(
    raw: bytes, name: str, kind: str, mime: str
) -> None:
    found = sight(raw, name)

    assert (found.kind, found.mime, found.state) == (kind, mime, "ok")


@pytest.mark.parametrize(
    ("raw", "name", "state"),
    [
        (archive("a.txt"), "ảnh.jpg", "disguised"),
        (b"%PDF-1.7\n", "ảnh.JPG", "disguised"),
        (picture("PNG"), "ảnh.jpg", "ok"),  # a photo all the same
        (picture("PNG"), "giấy.pdf", "disguised"),
        (b"\0\1\2\3", "ảnh.jpg", "unreadable"),
        (b"\0\1\2\3", "không tên", "ok"),
        (b"", "ảnh.jpg", "empty"),
        (huge_png(50_000), "ảnh.png", "oversized"),
        (huge_png(6_000), "ảnh.png", "ok"),
    ],
)
def test_a_name_that_lies_and_a_size_that_bursts_are_told(
    raw: bytes, name: str, state: str
) -> None:
    assert sight(raw, name).state == state


def test_an_empty_file_keeps_the_kind_its_name_promised() -> None:
    assert look(b"", "ghi âm.webm", 0).kind == "voice"
    assert look(b"", "ảnh.jpg", 0).kind == "photo"


@pytest.mark.parametrize(
    "form", [form for form in PHOTOS if form not in ("TIFF", "HEIF")]
)
def test_pixels_are_counted_on_the_header(form: str) -> None:
    head = picture(form, (9000, 5000))[:400]

    assert look(head, "a.jpg", 10**6).state == "oversized"


def test_pixels_of_a_heic_are_counted_with_its_tiles() -> None:
    raw = picture("HEIF")
    place = raw.index(b"ispe") + 8
    claims = raw[:place] + struct.pack(">II", 9000, 5000) + raw[place + 8 :]

    assert sight(claims, "a.heic").state == "oversized"


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        (wav(3), 3.0),
        (ogg(b"OpusHead\1\1" + struct.pack("<H", 312), 48_312), 1.0),
        (ogg(b"\x01vorbis" + struct.pack("<IBI", 0, 1, 8000), 16_000), 2.0),
        (mp4(b"M4A ", b"soun", 7), 7.0),
        (mp4(b"M4A ", b"soun", 0), None),  # a browser's stream does not know
        (b"#!AMR\n" + (b"\x3c" + b"\0" * 31) * 50, 1.0),
        (b"ID3\4\0\0\0\0\0\0\xff\xfb\x90\0" + b"\0" * 15_996, 1.0),
        (b"\1\2\3", None),
    ],
)
def test_a_recording_tells_its_length_where_it_knows_it(
    raw: bytes, seconds: float | None
) -> None:
    assert sight(raw, "a").duration_s == seconds


def test_a_streamed_aac_is_measured_by_its_frames() -> None:
    frame = b"\xff\xf1\x50\x80\x20\x1f\xfc".ljust(256, b"\0")

    found = sight(frame * 431, "a.aac").duration_s
    assert found == pytest.approx(10.0, abs=0.05)


def test_a_browsers_recording_is_measured_by_its_last_block() -> None:
    def block(time: int) -> bytes:
        return b"\xa3\x8a\x81" + struct.pack(">h", time) + b"\x80opuses"

    start = b"\x1a\x45\xdf\xa3\x42\x82\x84webm..A_OPUS"
    cluster = b"\x1f\x43\xb6\x75\x01" + b"\xff" * 7 + b"\xe7\x82\x75\x30"
    whole = start + cluster + block(0) + block(60) + block(1200)

    assert sight(whole, "a.webm").duration_s == 31.2
    assert sight(whole[:-9], "a.webm").duration_s == 30.06


@settings(max_examples=300, deadline=None)
@given(
    start=st.sampled_from(
        [start for start, _, _ in magic.STARTS]
        + [b"RIFF....WAVE", b"RIFF....WEBPVP8X", b"....ftypM4A ", b"....ftypheic"]
        + [
            b"OggS",
            b"PK\3\4",
            b"BM",
            b"\xff\xf1",
            b"\xff\xfb",
            b"\x1a\x45\xdf\xa3",
            b"",
        ]
    ),
    rest=st.binary(max_size=200),
    name=st.text(max_size=10),
)
def test_whatever_the_bytes_a_look_never_fails(
    start: bytes, rest: bytes, name: str
) -> None:
    raw = start + rest
    found = look(raw, name, len(raw), raw)

    assert found.kind in ("photo", "voice", "video", "document", "other")
