"""An installation always has an office, and keeps what it says of itself."""

import asyncio
from dataclasses import replace

from storage import agencies
from storage.db import Database
from storage.model.agency import Level, OpenHours


async def test_the_first_office_is_made_once(db: Database) -> None:
    found = await asyncio.gather(*(db.write(agencies.first) for _ in range(4)))

    assert {agency.id for agency in found} == {found[0].id}
    assert await db.read(agencies.every) == (found[0],)
    assert found[0].name == agencies.UNNAMED


async def test_an_office_is_read_back_as_it_was_kept(db: Database) -> None:
    office = replace(
        await db.write(agencies.first),
        name="Ban Chỉ huy Quân sự xã Suối Đá",
        level=Level.COMMUNE,
        address="Thôn Một, xã Suối Đá",
        telephone="0912 000 111",
        hours=(OpenHours((0, 1, 2, 3, 4), 450, 690), OpenHours((5,), 480, 660)),
    )

    assert await db.write(agencies.keep, office)

    assert await db.read(agencies.load, office.id) == office


async def test_an_office_that_is_not_there_is_none(db: Database) -> None:
    office = await db.write(agencies.first)

    assert await db.read(agencies.load, office.id + 1) is None
    assert not await db.write(agencies.keep, replace(office, id=office.id + 1))
