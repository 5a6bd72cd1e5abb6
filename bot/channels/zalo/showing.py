"""Attachments: photos, recordings, films and files, and where each is to be fetched.

The kind that Zalo declares is a hint; people record in another app and send the
recording as a file.
"""

from hashlib import sha256

from bot.channels.zalo.events import Part, part, whole, words
from storage.model.evidence import MediaKind
from storage.model.message import Remote, Showed

KINDS = {
    "image": MediaKind.PHOTO,
    "gif": MediaKind.PHOTO,
    "audio": MediaKind.VOICE,
    "voice": MediaKind.VOICE,
    "video": MediaKind.VIDEO,
    "file": MediaKind.DOCUMENT,
}
BY_ENDING = {
    MediaKind.PHOTO: ("jpg", "jpeg", "png", "heic", "heif", "webp", "bmp", "gif"),
    MediaKind.VOICE: ("aac", "amr", "m4a", "mp3", "ogg", "oga", "opus", "wav", "wma"),
    MediaKind.VIDEO: ("mp4", "mov", "3gp", "avi", "mkv", "webm"),
}


def is_file(attachment: Part) -> bool:
    """Return whether an attachment is something to fetch."""
    return words(attachment, "type") in KINDS


def showed(attachment: Part, body: bytes, index: int, caption: str) -> Showed:
    """Return a file in a message; its id is the same whenever its body is read again."""
    payload = part(attachment, "payload")
    kind = KINDS[words(attachment, "type")]
    return Showed(
        media=sha256(body + str(index).encode()).hexdigest()[:32],
        media_kind=by_ending(payload) if kind is MediaKind.DOCUMENT else kind,
        caption=caption,
        remote=remote(payload),
    )


def by_ending(payload: Part) -> MediaKind:
    """Return the kind that a file's ending names; its bytes may say another."""
    ending = words(payload, "type") or words(payload, "name").rpartition(".")[2]
    known = (kind for kind, endings in BY_ENDING.items() if ending.lower() in endings)
    return next(known, MediaKind.DOCUMENT)


def remote(payload: Part) -> Remote:
    """Return where a file lies, and what Zalo says of it."""
    size = whole(words(payload, "size"))
    return Remote(
        ref=words(payload, "url"),
        name=words(payload, "name"),
        size=size if size is not None and size >= 0 else None,
        md5=words(payload, "checksum").lower(),
    )
