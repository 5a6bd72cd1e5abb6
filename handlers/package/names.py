"""Names of files in a package: safe on every system, told apart by a number."""

import re

from handlers.labels import FILES
from nlp.text import fold
from storage.model.evidence import Media

FOLDER = "tai-lieu"
LONGEST = 40
EXTENSIONS = {
    "application/pdf": ".pdf",
    "audio/aac": ".aac",
    "audio/amr": ".amr",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/webm": ".webm",
    "audio/x-wav": ".wav",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "text/plain": ".txt",
    "video/3gpp": ".3gp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
}


def name_of(number: int, media: Media) -> str:
    """Return a path like `tai-lieu/01-anh-so-do-doi.jpg`, from the bytes' own type.

    The sender's name is not trusted: it may climb out of a folder or lie about a type.
    """
    stem = media.title.rpartition(".")[0] or media.title
    parts = (f"{number:02}", _slug(FILES[media.kind]), _slug(stem))
    ending = EXTENSIONS.get(media.mime.partition(";")[0].strip().lower(), ".bin")
    return f"{FOLDER}/{'-'.join(filter(None, parts))}{ending}"


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:LONGEST].rstrip("-")
