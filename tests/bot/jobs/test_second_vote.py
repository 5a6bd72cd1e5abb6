"""A filed tip is read a second time; what that finds is shown to staff as unsure."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from admin.fields import spotted
from bot.apart import DiedApart
from bot.channels import channels
from bot.demo.stories import SEND
from bot.demo.telling import tell
from bot.loops.inbox import Inbox, take_some
from bot.loops.jobs import do_one
from bot.reading import Reading
from bot.roles import setting_of
from bot.voting import Findings, Texts
from handlers.world import World
from nlp.entity import Entity, Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from storage import exports, jobs, tips
from storage.db import Database
from storage.files import FileStore
from storage.model.tip import Tip

STORY = "Anh Phan Văn Cuối, cùng Tiệm, nằm cạnh gốc gạo ở xã Tân Lợi."
TOLD = (STORY, "đồng ý", SEND)


@dataclass
class Voters:
    """Who sees one more person, and may die a few times before."""

    deaths: int = 0
    asked: list[Texts] = field(default_factory=list)

    async def find(self, texts: Texts) -> Findings:
        self.asked.append(texts)
        if len(self.asked) <= self.deaths:
            raise DiedApart
        return tuple(self._read(text) for text in texts)

    def _read(self, text: str) -> tuple[Entity, ...]:
        found = extract(text, Lexicon.load())
        at = text.find("Tiệm")
        more = Entity(Kind.PERSON, "Tiệm", at, at + 4, "Tiệm", "other", 0.3)
        return (*found, more) if at >= 0 else found


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    clock = datetime.now(UTC)
    return World(db, FileStore(tmp_path / "media"), lambda: clock, voters=Voters())


@pytest.fixture
async def box(world: World) -> AsyncIterator[Inbox]:
    reading = Reading(Lexicon.load())
    setting = setting_of(channels(), UTC)
    yield Inbox(world.db, setting, reading, world.clock, votes=True)
    reading.close()


async def filed(world: World) -> Tip:
    (only,) = await world.db.read(exports.ids, True)
    known = await world.db.read(tips.load, only)
    assert known is not None
    return known


async def worked(world: World, box: Inbox) -> int:
    """Do all there is to do; return how many jobs that were."""
    count = 0
    while await do_one(world) or await take_some(box):
        count += 1
    return count


async def test_what_the_second_vote_finds_stands_beside_the_tip(
    world: World, box: Inbox
) -> None:
    await tell(world, box, TOLD)
    before = await filed(world)

    await worked(world, box)

    after = await filed(world)
    assert [s.kind for s in spotted(after) if s.text == "Tiệm"] == ["Người (chưa chắc)"]
    assert "Tiệm" not in {entity.text for _, entity in before.entities}
    assert (after.answers, after.status) == (before.answers, before.status)
    assert after.version == before.version


async def test_what_was_voted_on_is_not_voted_on_for_ever(
    world: World, box: Inbox
) -> None:
    await tell(world, box, TOLD)
    await worked(world, box)

    assert await worked(world, box) == 0
    assert isinstance(world.voters, Voters)
    assert len(world.voters.asked) == 1


async def test_a_text_that_kills_its_reader_goes_without_a_second_vote(
    world: World, box: Inbox
) -> None:
    deadly = replace(world, voters=Voters(deaths=9))
    await tell(world, box, TOLD)

    await do_one(deadly)
    later = replace(deadly, clock=lambda: world.clock() + 2 * jobs.LEASE)
    await do_one(later)

    assert not await do_one(later)
    assert "Tiệm" not in {entity.text for _, entity in (await filed(world)).entities}


async def test_where_nobody_votes_the_job_ends(world: World, box: Inbox) -> None:
    await tell(world, box, TOLD)
    alone = replace(world, voters=None)

    assert await do_one(alone)
    assert not await do_one(alone)
