"""A complaint about an office never comes before that office's officers."""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import agencies, area, queue, tips
from storage.db import Database
from storage.model.agency import Level
from storage.model.staff import Role, Staff
from storage.model.tip import TipKind
from storage.tables import agency
from tests.fixtures.told import hire, tell


def above(tx: Connection) -> int:
    """Return the id of an office made above ours."""
    ours = agencies.first(tx).id
    row = {"name": "Bộ Chỉ huy Quân sự tỉnh Mẫu", "level": Level.PROVINCE}
    made: int = tx.execute(
        sa.insert(agency).values(row).returning(agency.c.id)
    ).scalar_one()
    tx.execute(sa.update(agency).where(agency.c.id == ours).values(parent_id=made))
    return made


def sees(tx: Connection, tip: int, who: Staff) -> bool:
    known = tips.load(tx, tip)
    assert known is not None
    return area.is_open_to(tx, known, who)


async def test_it_goes_to_the_office_above(db: Database) -> None:
    province = await db.write(above)
    officer = await db.write(hire, "an")
    ours = await db.write(hire, "binh", "Phạm Văn Bình", Role.ADMINISTRATOR)
    theirs = await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR, province)

    tip = await db.write(tell, kind=TipKind.COMPLAINT)

    readers = [await db.read(sees, tip, who) for who in (officer, ours, theirs)]
    assert readers == [False, False, True]


async def test_without_one_only_an_administrator_reads_it(db: Database) -> None:
    officer = await db.write(hire, "an")
    ours = await db.write(hire, "binh", "Phạm Văn Bình", Role.ADMINISTRATOR)

    tip = await db.write(tell, kind=TipKind.COMPLAINT)

    assert [await db.read(sees, tip, who) for who in (officer, ours)] == [False, True]
    assert await db.read(queue.newest, officer) != tip
    assert await db.read(queue.newest, ours) == tip
