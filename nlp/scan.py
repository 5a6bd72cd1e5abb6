"""What a file is, at a first look: its kind, and whether we can go on with it.

Nothing is decoded here; a picture is only drawn after its claimed size was believed.
"""

from dataclasses import dataclass

from nlp.files import duration, magic, pixels

HEAD = 1 << 18  # bytes of a file's beginning and end that a look needs
MOST_PIXELS = 40_000_000

# Kinds a name may promise. One name serves several (a phone calls every photo .jpg, a
# browser calls a voice .webm), so only another nature of file counts as a disguise.
PROMISES = {
    "photo": "jpg jpeg jpe png gif webp heic heif avif bmp tif tiff",
    "sound": "webm mkv ogg oga opus mp3 m4a aac amr wav flac mp4 m4v mov 3gp 3gpp avi",
    "document": "pdf doc docx xls xlsx ppt pptx txt rtf",
    "other": "zip",
}
NATURES = {"voice": "sound", "video": "sound"}


@dataclass(frozen=True, slots=True)
class Sight:
    """`kind` and `state` are values of the store's MediaKind and MediaState."""

    kind: str
    mime: str
    state: str
    duration_s: float | None = None


def look(head: bytes, name: str, size: int, tail: bytes = b"") -> Sight:
    """Return what a file of `size` bytes is by its beginning and, if at hand, its end."""
    found = magic.recognise(head, tail)
    if size == 0:
        return Sight(_promised_kind(name), found.mime, "empty")
    state = _state(found, head, name)
    length = duration.seconds(head, tail, size, found.mime)
    return Sight(found.kind, found.mime, state, length)


def _state(found: magic.Magic, head: bytes, name: str) -> str:
    promised = _promise(name)
    if found == magic.NOTHING:
        return "unreadable" if promised in ("photo", "sound", "document") else "ok"
    if promised and promised != NATURES.get(found.kind, found.kind):
        return "disguised"
    size = pixels.claimed(head, found.mime) if found.kind == "photo" else None
    if size and size[0] * size[1] > MOST_PIXELS:
        return "oversized"
    return "ok"


def _promise(name: str) -> str | None:
    ending = name.rpartition(".")[2].lower()
    return next(
        (kind for kind, endings in PROMISES.items() if ending in endings.split()), None
    )


def _promised_kind(name: str) -> str:
    promise = _promise(name) or "other"
    return "voice" if promise == "sound" else promise
