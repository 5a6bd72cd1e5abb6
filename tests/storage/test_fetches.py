"""Rows of files that still lie with a platform: sealed, and true to the disk."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import erasure, fetches, forgetting, jobs, media
from storage.backups.objects import Wanted, wanted
from storage.db import Database
from storage.model.evidence import MediaKind, MediaState
from storage.model.message import Remote, Showed
from storage.tables import job
from storage.tables import media as table
from tests.fixtures.line import NOW, begin

NAME = "ab" * 16
GIVEN_UP = timedelta(days=2)
REMOTE = Remote("https://f1.zdn.vn/secret.jpg", "mộ chú Tư.jpg", "image/jpeg", 10)
SHOWED = Showed(NAME, MediaKind.PHOTO, 3.0, remote=REMOTE)


@pytest.fixture
async def conversation(db: Database) -> int:
    opened = await db.write(begin, "user-1", "zalo")
    await db.write(fetches.expect, opened, SHOWED, REMOTE, NOW)
    return opened


async def test_a_file_stands_once_with_all_that_was_told(
    db: Database, conversation: int
) -> None:
    first = await db.read(fetches.awaited, NAME)
    await db.write(fetches.expect, conversation, SHOWED, Remote("elsewhere"), NOW)

    assert first is not None
    assert await db.read(fetches.awaited, NAME) == first
    assert (first.remote, first.channel) == (REMOTE, "zalo")
    assert (first.media.title, first.media.size) == (REMOTE.name, 0)
    assert (first.media.state, first.media.duration_s) == (MediaState.COMING, 3.0)


async def test_where_it_lies_is_sealed(db: Database, conversation: int) -> None:
    def raw(tx: Connection) -> str:
        return repr([*tx.execute(sa.select(table)), *tx.execute(sa.select(job))])

    assert conversation
    assert "secret" not in await db.read(raw)


async def test_of_two_who_bring_the_same_bytes_one_counts(
    db: Database, conversation: int
) -> None:
    assert conversation
    assert await db.write(fetches.advance, NAME, 0, 7)
    assert not await db.write(fetches.advance, NAME, 0, 9)

    held = await db.read(media.load, NAME)
    assert held is not None
    assert held.size == 7
    assert await db.read(wanted) == (Wanted(NAME, is_growing=True, offset=7),)


async def test_a_file_arrives_once_and_its_link_is_forgotten(
    db: Database, conversation: int
) -> None:
    coming = await db.read(media.load, NAME)
    assert coming is not None
    whole = replace(
        coming, state=MediaState.OK, size=10, sha256="00" * 32, is_found=False
    )

    assert await db.write(fetches.arrived, whole)
    assert not await db.write(fetches.arrived, replace(whole, size=11))
    assert not await db.write(fetches.lose, NAME, MediaState.GONE)

    assert await db.read(media.of_conversation, conversation) == (whole,)
    assert await db.read(fetches.awaited, NAME) is None
    assert await db.read(_links) == [None]


async def test_a_gap_stays_in_sight_and_needs_no_object(
    db: Database, conversation: int
) -> None:
    assert await db.write(fetches.lose, NAME, MediaState.GONE)

    (gap,) = await db.read(media.of_conversation, conversation)
    assert (gap.state, gap.is_here) == (MediaState.GONE, False)
    assert await db.read(wanted) == ()


async def test_a_gap_is_waited_for_once_more_while_we_know_where_it_lies(
    db: Database, conversation: int
) -> None:
    assert conversation
    await db.write(jobs.add, fetches.KIND, NAME, {}, NOW)
    taken = await db.write(jobs.take, NOW)
    assert taken is not None
    await db.write(fetches.lose, NAME, MediaState.GONE)
    await db.write(jobs.finish, taken.id, NOW)
    gap = await db.read(media.load, NAME)

    later = NOW + GIVEN_UP
    assert await db.write(fetches.again, NAME, later)
    assert not await db.write(fetches.again, NAME, later)

    assert gap is not None
    assert gap.may_come
    awaited = await db.read(fetches.awaited, NAME)
    assert awaited is not None
    assert (awaited.remote, awaited.since, awaited.media.may_come) == (
        REMOTE, later, False,
    )  # fmt: skip
    assert await db.write(jobs.take, later) == taken


async def test_what_has_come_is_not_waited_for_again(
    db: Database, conversation: int
) -> None:
    coming = await db.read(media.load, NAME)
    assert coming is not None
    await db.write(fetches.arrived, replace(coming, state=MediaState.OK))

    assert conversation
    assert not await db.write(fetches.again, NAME, NOW)


async def test_refusal_and_erasure_take_what_was_still_to_come(
    db: Database, conversation: int
) -> None:
    await db.write(jobs.add, fetches.KIND, NAME, {}, NOW)
    await db.write(forgetting.forget, conversation)
    assert await db.read(media.load, NAME) is None

    await db.write(fetches.expect, conversation, SHOWED, REMOTE, NOW)
    objects = await db.write(erasure.erase, conversation, "own wish", "staff:1", NOW)

    assert objects == (NAME,)
    assert await db.read(media.load, NAME) is None
    assert await db.write(jobs.take, NOW) is None


async def test_a_file_whose_job_failed_for_good_is_stranded(
    db: Database, conversation: int
) -> None:
    assert conversation
    await db.write(jobs.add, fetches.KIND, NAME, {}, NOW)
    assert await db.read(fetches.stranded) == ()

    now = NOW
    for _ in range(jobs.ATTEMPTS):
        taken = await db.write(jobs.take, now)
        assert taken is not None
        await db.write(jobs.fail, taken, "OSError", now)
        now += jobs.LEASE

    assert await db.read(fetches.stranded) == (NAME,)


def _links(tx: Connection) -> list[bytes | None]:
    return list(tx.execute(sa.select(table.c.remote_cell)).scalars())
