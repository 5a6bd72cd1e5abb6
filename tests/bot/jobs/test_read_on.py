"""What is too long to be read before the next question is read to its end later."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels import channels
from bot.demo.stories import SEND
from bot.demo.telling import tell
from bot.loops.inbox import Inbox, take_some
from bot.loops.jobs import do_one
from bot.reading import CHARACTERS, Reading
from bot.roles import setting_of
from handlers.world import World
from nlp.lexicon import Lexicon
from storage import audit, exports, tips
from storage.db import Database
from storage.files import FileStore
from storage.model.dialogue import Source
from storage.model.tip import Tip

MARCH = "Hồi ấy đi mấy ngày đường rừng, mưa dầm, vắt nhiều lắm. "
END = "Liệt sĩ Phan Văn Cuối, Tiểu đoàn 7, nằm cạnh gốc gạo ở xã Tân Lợi."
LONG = MARCH * (CHARACTERS // len(MARCH) + 1) + END
STORY = (LONG, "đồng ý", "xong", "xã Tân Hội", SEND)


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, FileStore(tmp_path / "media"), lambda: datetime.now(UTC))


@pytest.fixture
async def box(world: World) -> AsyncIterator[Inbox]:
    reading = Reading(Lexicon.load())
    yield Inbox(world.db, setting_of(channels(), UTC), reading, world.clock)
    reading.close()


async def filed(world: World) -> Tip:
    (only,) = await world.db.read(exports.ids, True)
    known = await world.db.read(tips.load, only)
    assert known is not None
    return known


async def test_a_long_telling_is_read_to_its_end(world: World, box: Inbox) -> None:
    await tell(world, box, STORY)
    before = await filed(world)

    while await do_one(world):
        pass
    while await take_some(box):
        pass

    after = await filed(world)
    assert "Phan Văn Cuối" not in {entity.text for _, entity in before.entities}
    read = {entity.text: entity for _, entity in after.entities}
    found = read["Phan Văn Cuối"]
    assert after.story[found.start : found.end] == "Phan Văn Cuối"
    assert after.answers["unit"].value == "Tiểu đoàn 7"
    assert after.answers["unit"].source is Source.FOUND
    assert after.story == before.story == LONG


async def test_what_was_said_stays_as_it_was_said(world: World, box: Inbox) -> None:
    await tell(world, box, STORY)
    said = (await filed(world)).answers["place"]

    while await do_one(world):
        pass
    while await take_some(box):
        pass

    after = await filed(world)
    assert (said.words, said.source) == ("xã Tân Hội", Source.SAID)
    assert after.answers["place"] == said
    assert await world.db.read(audit.verify, f"tip:{after.id}")


async def test_a_telling_of_usual_length_needs_no_job(world: World, box: Inbox) -> None:
    await tell(world, box, (END, "đồng ý", SEND))

    assert not await do_one(world)
