"""Proof that a package holds what was told, word for word and byte for byte."""

import hashlib
import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

from handlers.package.verify import verify
from storage import tips
from storage.model.evidence import MediaKind
from storage.model.tip import Tip
from tests.fixtures.office import Office

FOOTER = re.compile(r"Mã tin [\d ]+\s*Trang \d+/\d+\s*$")


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
        files = [hashlib.sha256(archive.read(name)).hexdigest() for name in names]
        printed = _printed(archive.read("phieu-thong-tin.pdf"))
    assert record["story"] == "\n".join(told)
    assert [file.kind for file in tip.media] == [MediaKind.PHOTO, MediaKind.VOICE]
    assert sorted(files) == sorted(file.sha256 for file in tip.media)
    assert files.count(hashlib.sha256(photo).hexdigest()) == 1
    assert printed.count(_closed("\n".join(told))) == 1


def _printed(form: bytes) -> str:
    """Return what stands on the form, page after page, without what ends each page."""
    pages = PdfReader(BytesIO(form)).pages
    return _closed("".join(FOOTER.sub("", page.extract_text()) for page in pages))


def _closed(text: str) -> str:
    """Return the text without what a typesetter may change: blanks and line ends."""
    return "".join(text.split())
