"""What a volunteer brought is handed over with who brought it, labels and consent."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

from handlers import packing, spoken_consent, uploads
from handlers.package.verify import verify
from handlers.packing import Errand
from handlers.world import World
from storage import agencies, dossier, filing, interviews, media
from storage.db import Database
from storage.files import FileStore
from storage.model.evidence import MediaKind
from storage.model.upload import Wish
from storage.model.volunteer import Interview, Volunteer
from storage.tx import Connection
from tests.fixtures.photos import jpeg
from tests.fixtures.told import NOW, TELLING, hire
from tests.fixtures.volunteering import begin, invite

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
VOICE = b"OggS\0\0" + bytes(range(256)) * 20
LABEL = "nhật ký, trang 1/80"


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def _held(db: Database, number: int, who: Volunteer) -> Interview:
    held = await db.read(interviews.load, number, who.id)
    assert held is not None
    return held


async def test_a_package_says_who_wrote_it_down_and_what_each_file_shows(
    db: Database, tmp_path: Path
) -> None:
    world = World(db, FileStore(tmp_path / "media"), lambda: NOW)
    lan, who = await db.write(invite), await db.write(hire)
    held = await _held(db, await db.write(begin, lan), lan)
    await spoken_consent.keep(world, held, "loi.ogg", _pieces(VOICE))
    photo = jpeg()
    wish = Wish("photo-1", MediaKind.PHOTO, "a.jpg", "image/jpeg", None, label=LABEL)
    await uploads.take_whole(world, held.conversation, wish, _pieces(photo))
    held = await _held(db, held.id, lan)
    files = await db.read(media.of_conversation, held.conversation)
    (shown,) = [file.id for file in files if file.id != held.recording]

    tip = await db.write(_file, held.conversation, shown)
    known = await db.read(dossier.of, tip, who)
    assert known is not None
    office = await db.write(agencies.first)
    path = tmp_path / "package.zip"
    await packing.pack(known, world.files, Errand(office, NOW, ZONE), path)

    assert verify(path) == []
    with ZipFile(path) as archive:
        listed = json.loads(archive.read("manifest.json"))["files"]
        record = json.loads(archive.read("thong-tin.json"))
        labels = {file["label"]: file["name"] for file in listed if "label" in file}
        assert archive.read(labels[LABEL]) == photo
        assert archive.read(labels["Lời đồng ý của người kể"]) == VOICE
    assert record["collector"] == {
        "name": lan.name,
        "unit": lan.unit,
        "area": lan.area,
    }
    acts = [(row["actor"], row["act"]) for row in record["custody"]]
    assert (f"volunteer:{lan.id}", "collected") in acts
    assert len(record["media"]) == 1


def _file(tx: Connection, conversation: int, shown: str) -> int:
    told = replace(TELLING, media=(shown,))
    return filing.file(tx, told, conversation, None, "482 915 637", "web", NOW).id
