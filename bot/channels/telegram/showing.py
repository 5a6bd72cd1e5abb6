"""Files in a message: which one it is, and where it is to be fetched.

A file's id in our store is the same for an edited message, so that an edit brings no
second copy.
"""

from bot.channels.telegram.updates import Part, number, part, whole, words
from nlp.text import clean
from storage.crypt import KeyRing
from storage.model.evidence import MediaKind
from storage.model.message import Remote, Showed

# A film without sound is called animation, and comes as a document as well.
FIELDS = {
    "voice": MediaKind.VOICE,
    "audio": MediaKind.VOICE,
    "video": MediaKind.VIDEO,
    "video_note": MediaKind.VIDEO,
    "animation": MediaKind.VIDEO,
    "document": MediaKind.DOCUMENT,
}
BY_MIME = {
    "image": MediaKind.PHOTO,
    "audio": MediaKind.VOICE,
    "video": MediaKind.VIDEO,
}
DAY_S = 86_400.0


def showed(message: Part, chat: str, ring: KeyRing) -> Showed | None:
    """Return the file in a message; None where there is none."""
    found = file_in(message)
    if found is None:
        return None
    kind, file = found
    unique = words(file, "file_unique_id") or words(file, "file_id")
    where = f"{chat}:{whole(message.get('message_id'))}:{unique}"
    return Showed(
        media=ring.signature(where.encode("utf-8", "replace"), "telegram.media"),
        media_kind=kind,
        duration_s=number(file.get("duration"), DAY_S),
        caption=clean(words(message, "caption")),
        remote=remote(file),
        album=clean(words(message, "media_group_id")),
    )


def file_in(message: Part) -> tuple[MediaKind, Part] | None:
    """Return the message's file at its full size, with what kind it seems to be."""
    sizes = message.get("photo")
    if isinstance(sizes, list):
        sizes = [size for size in sizes if isinstance(size, dict)]
        return (MediaKind.PHOTO, max(sizes, key=area)) if sizes else None
    for name, kind in FIELDS.items():
        if file := part(message, name):
            return by_mime(kind, file), file
    return None


def area(size: Part) -> float:
    """Return how many pixels a size of a photo has."""
    sides = (number(size.get(side), 1e6) or 0 for side in ("width", "height"))
    return next(sides) * next(sides)


def by_mime(kind: MediaKind, file: Part) -> MediaKind:
    """Return the kind that a document says it is; its bytes may say another."""
    if kind is not MediaKind.DOCUMENT:
        return kind
    return BY_MIME.get(words(file, "mime_type").partition("/")[0], kind)


def remote(file: Part) -> Remote:
    """Return where the file lies."""
    return Remote(
        ref=clean(words(file, "file_id")),
        name=clean(words(file, "file_name")),
        mime=clean(words(file, "mime_type")),
        size=whole(file.get("file_size")),
    )
