"""Proof that a package holds what was told, word for word and byte for byte."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

from handlers.package.verify import verify
from storage import tips
from storage.model.evidence import MediaKind
from storage.model.tip import Tip
from tests.fixtures.office import Office


async def kept(served: Office) -> Tip:
    async with served.database() as db:
        tip = await db.read(tips.load, 1)
    assert tip is not None
    return tip


def is_whole(package: Path, tip: Tip, photo: bytes, told: tuple[str, ...]) -> None:
    """The package holds every word and every file as they came."""
    assert verify(package) == []
    with ZipFile(package) as archive:
        record = json.loads(archive.read("thong-tin.json"))
        names = [name for name in archive.namelist() if name.startswith("tai-lieu/")]
        files = {hashlib.sha256(archive.read(name)).hexdigest() for name in names}
        pages = PdfReader(BytesIO(archive.read("phieu-thong-tin.pdf"))).pages
        printed = _closed("".join(page.extract_text() for page in pages))
    assert record["story"] == "\n".join(told)
    assert {file.kind for file in tip.media} == {MediaKind.PHOTO, MediaKind.VOICE}
    assert files == {file.sha256 for file in tip.media}
    assert hashlib.sha256(photo).hexdigest() in files
    for line in {line for words in told for line in words.split("\n")}:
        assert _closed(line) in printed


def _closed(text: str) -> str:
    """Return the text without what a typesetter may change: blanks and line ends."""
    return "".join(text.split())
