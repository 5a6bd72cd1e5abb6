"""Interviews: whose they are, how their narrators agreed, and what erasing leaves."""

from dataclasses import replace

from storage import audit, conversations, erasure, filing, interviews, tips, visitors
from storage.db import Database
from storage.model.collector import Collector
from storage.model.tip import TipStatus
from storage.model.volunteer import ConsentForm, Interview
from storage.tables import interview
from storage.tx import Connection
from tests.fixtures.told import NOW, TELLING
from tests.fixtures.volunteering import LAN, begin, invite


def _file(tx: Connection, conversation: int) -> int:
    return filing.file(tx, TELLING, conversation, None, "482 915 637", "web", NOW).id


async def _held(db: Database, number: int, who: int) -> Interview:
    held = await db.read(interviews.load, number, who)
    assert held is not None
    return held


async def test_a_form_sent_twice_begins_one_interview(db: Database) -> None:
    lan = await db.write(invite)
    other = await db.write(invite, replace(LAN, name="Bình"), None, "link-2")

    first, again = [await db.write(begin, lan) for _ in range(2)]
    second = await db.write(begin, lan, "Bà Sáu", "form-2")
    strangers = await db.write(begin, other)

    assert first == again
    assert len({first, second, strangers}) == 3
    assert [one.narrator for one in await db.read(interviews.of, lan.id)] == [
        "Bà Sáu",
        "Lê Văn Thí",
    ]
    assert await db.read(interviews.load, strangers, lan.id) is None


async def test_its_chat_opens_by_a_secret_that_stays_in_the_house(
    db: Database,
) -> None:
    lan = await db.write(invite)
    held = await _held(db, await db.write(begin, lan), lan.id)

    secret = interviews.secret(db.ring, held.conversation)

    assert await db.read(visitors.find, secret) == held.conversation
    whose = await db.read(conversations.whose, held.conversation)
    assert secret not in (whose.address, "")


async def test_a_recording_joins_a_consent_that_was_read(db: Database) -> None:
    lan = await db.write(invite)
    number = await db.write(begin, lan)
    steps = (
        (ConsentForm.READ, None),
        (ConsentForm.READ, None),
        (ConsentForm.SPOKEN, "file-1"),
        (ConsentForm.SPOKEN, "file-2"),
    )

    told = [await db.write(interviews.agree, number, *step) for step in steps]

    assert told == [True, False, True, False]
    held = await _held(db, number, lan.id)
    assert (held.consent, held.recording) == (ConsentForm.READ, "file-1")


async def test_a_tip_says_who_wrote_it_down(db: Database) -> None:
    lan = await db.write(invite)
    held = await _held(db, await db.write(begin, lan), lan.id)

    made = await db.write(_file, held.conversation)

    tip = await db.read(tips.load, made)
    assert tip is not None
    assert tip.collector == Collector(lan.id, lan.name, lan.unit, lan.area)
    acts = await db.read(audit.trail, f"tip:{made}")
    assert [(row.actor, row.act) for row in acts] == [
        ("citizen", "filed"),
        (f"volunteer:{lan.id}", "collected"),
    ]
    filed = await _held(db, held.id, lan.id)
    assert (filed.code, filed.status) == ("482 915 637", TipStatus.NEW)


async def test_erasing_leaves_no_name_of_the_narrator(db: Database) -> None:
    lan = await db.write(invite)
    held = await _held(db, await db.write(begin, lan), lan.id)

    await db.write(erasure.erase, held.conversation, "người kể muốn", "system", NOW)

    gone = await _held(db, held.id, lan.id)
    assert (gone.narrator, gone.is_erased, gone.code) == ("", True, None)
    assert await db.read(_cells) == [(None, None)]


def _cells(tx: Connection) -> list[tuple[object, object]]:
    rows = tx.execute(interview.select())
    return [(row.narrator_cell, row.recording) for row in rows]
