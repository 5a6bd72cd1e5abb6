from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, claims, handovers, questions, queue, tips, work
from storage.db import Database
from storage.model.staff import Role
from storage.model.tip import TipStatus
from storage.queue import View
from storage.tables import tip
from tests.fixtures.told import NOW, TELLING, found, hire, tell


async def test_a_row_shows_what_to_choose_by(db: Database) -> None:
    await db.write(tell)
    officer = await db.write(hire)

    (row,) = await db.read(queue.rows, View.NEW, officer, NOW)

    assert (row.martyr, row.unit, row.place) == ("Nguyễn Văn Mẫu", "E24", "bên suối Đá")
    assert row.media == {"place": 1}
    assert row.excerpt.startswith("Tôi là Lê Văn Thí")
    assert row.excerpt.endswith("…")
    assert len(row.excerpt) <= 121


async def test_views_and_their_counts_agree(db: Database) -> None:
    officer = await db.write(hire)
    await db.write(tell, "111", "a")
    await db.write(tell, "222", "b", draft=True)
    taken = await db.write(tell, "333", "c")
    await db.write(claims.claim, taken, officer.id, NOW)

    counts = await db.read(queue.counts, officer, NOW)
    rows = {view: await db.read(queue.rows, view, officer, NOW) for view in View}

    assert counts == {view: len(rows[view]) for view in View}
    assert counts[View.NEW] == counts[View.DRAFTS] == counts[View.MINE] == 1
    assert counts[View.ALL] == 3


async def test_a_lapsed_claim_is_back_in_the_queue(db: Database) -> None:
    officer = await db.write(hire)
    made = await db.write(tell)
    await db.write(claims.claim, made, officer.id, NOW)
    later = NOW + timedelta(minutes=31)

    assert await db.read(queue.rows, View.NEW, officer, NOW) == ()
    (row,) = await db.read(queue.rows, View.NEW, officer, later)
    assert row.claimed_name is None


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ("nguyen van mau", True),
        ("NGUYỄN VĂN MẪU", True),
        ("mau nguyen", True),
        ('"van mau"', True),
        ('"mau van"', False),
        ("suối đá", True),
        ("482915637", True),
        ("482 915", True),
        ("1972", True),
        ("100%", False),
        ("le van thi", False),
        ("0912000123", False),
        ("mẫu " * 1500, True),
        ("không có ai " * 500, False),
    ],
)
async def test_search_needs_no_marks_and_never_finds_the_teller(
    db: Database, search: str, finds: bool
) -> None:
    await db.write(tell)
    officer = await db.write(hire)

    rows = await db.read(queue.rows, View.ALL, officer, NOW, search)

    assert bool(rows) is finds


async def test_an_officer_sees_his_agency_an_administrator_those_below(
    db: Database,
) -> None:
    above = await db.write(hire, "above", role=Role.ADMINISTRATOR)
    beside = await db.write(hire, "beside")
    commune = await db.write(found, "Ban Chỉ huy Quân sự xã Mẫu", above.agency)
    below = await db.write(hire, "below", at=commune)
    made = await db.write(tell, answers=TELLING.answers)
    await db.write(
        lambda tx: tx.execute(sa.update(tip).values(agency_id=commune)) and None
    )
    known = await db.read(tips.load, made)
    assert known is not None

    sees = [
        (
            len(await db.read(queue.rows, View.ALL, who, NOW)),
            await db.read(area.is_open_to, known, who),
        )
        for who in (above, beside, below)
    ]

    assert sees == [(1, True), (0, False), (1, True)]


def ask(tx: Connection, made: int, by: int) -> None:
    known = tips.load(tx, made)
    assert known is not None
    assert work.ask(tx, known, "Còn ai biết nữa ạ?", "Ban CHQS", by, NOW)


def hand_over(tx: Connection, made: int, by: int) -> None:
    known = tips.load(tx, made)
    assert known is not None
    assert handovers.add(tx, known, by, "ab" * 32, 5, NOW)


async def test_what_was_handed_over_stays_so_whatever_is_asked(db: Database) -> None:
    officer, made = await db.write(hire), await db.write(tell)
    await db.write(hand_over, made, officer.id)

    await db.write(ask, made, officer.id)

    counts = await db.read(queue.counts, officer, NOW)
    (row,) = await db.read(queue.rows, View.HANDED_OVER, officer, NOW)
    assert (counts[View.HANDED_OVER], counts[View.WAITING]) == (1, 1)
    assert (row.status, row.is_handed_over) == (TipStatus.WAITING, True)


async def test_a_draft_that_was_asked_about_waits_and_is_answered_as_others(
    db: Database,
) -> None:
    officer, made = await db.write(hire), await db.write(tell, draft=True)
    await db.write(ask, made, officer.id)

    asked = await db.read(queue.counts, officer, NOW)
    await db.write(questions.close, made, NOW)
    answered = await db.read(queue.counts, officer, NOW)

    seen = View.DRAFTS, View.WAITING, View.ANSWERED
    assert [asked[view] for view in seen] == [1, 1, 0]
    assert [answered[view] for view in seen] == [1, 0, 1]
