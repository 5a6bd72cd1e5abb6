"""From an officer's desk to the teller and back: conclusions, deaths, who is set aside."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.loops.inbox import Inbox, take_some
from handlers.wording import say
from storage import (
    conversations,
    departures,
    inbox,
    lines,
    notes,
    queue,
    sending,
    set_aside,
    timers,
    tips,
    work,
)
from storage.db import Database
from storage.model.line import Fate, Origin, Outcome
from storage.model.message import Pressed, Said, What
from storage.model.staff import Staff
from storage.model.tip import Tip, TipStatus
from storage.queue import View
from tests.fixtures.chatting import box
from tests.fixtures.console import Clock
from tests.fixtures.line import reply
from tests.fixtures.told import hire, talk

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 11, 25, 12, tzinfo=ZONE)
WEB = ("web", "site")
STORY = "Tôi chôn anh Phan Văn Sáu, trung đoàn 24, dưới gốc xoài xã Hòa Bình năm 1971"


@dataclass
class Desk:
    """A conversation of the web chat, played as the worker does, by this clock."""

    db: Database
    clock: Clock
    box: Inbox
    where: int
    an: Staff
    told: int = 0

    async def bring(self, *whats: What) -> list[str]:
        """Put this into the conversation; return what is said to it."""
        for what in whats:
            self.told += 1
            key = f"test:{self.told}"
            await self.db.write(inbox.post, self.where, what, key, self.clock())
        return await self.play()

    async def play(self) -> list[str]:
        before = len(await self._said())
        while await take_some(self.box):
            pass
        return (await self._said())[before:]

    async def pass_time(self, length: timedelta) -> list[str]:
        self.clock.now += length
        await self.db.write(timers.fire, self.clock())
        return await self.play()

    async def tip(self) -> Tip:
        held = await self.db.read(conversations.load, self.where)
        assert held is not None
        known = await self.db.read(tips.load, held.dialogue.tip or 0)
        assert known is not None
        return known

    async def _said(self) -> list[str]:
        told = await self.db.read(lines.after, self.where, limit=500)
        return [line.text for line in told if line.author != "citizen"]


async def begun(db: Database, *whats: What) -> Desk:
    clock = Clock(NOON)
    made = replace(box(db), clock=clock)
    desk = Desk(db, clock, made, await db.write(talk), await db.write(hire))
    await desk.bring(Pressed("consent", "yes"))
    await desk.bring(*whats)
    return desk


async def filed(db: Database) -> Desk:
    return await begun(db, *(Said(text) for text in (STORY, "xong", "xong", "xong")))


async def conclude(desk: Desk, status: TipStatus) -> None:
    known, now = await desk.tip(), desk.clock()
    assert await desk.db.write(work.decide, known, status, "khớp", desk.an.id, now)


async def test_a_conclusion_is_told_by_day_and_once(db: Database) -> None:
    desk = await filed(db)
    await conclude(desk, TipStatus.VERIFIED)
    by_day = await desk.play()
    desk.clock.now += timedelta(hours=10)  # ten in the evening
    await conclude(desk, TipStatus.UNVERIFIABLE)
    at_night = await desk.play()
    await conclude(desk, TipStatus.VERIFIED)
    again = await desk.play()

    morning = await desk.pass_time(timedelta(hours=10))
    later = await desk.pass_time(timedelta(days=2))

    assert ["đã được kiểm tra" in text for text in by_day] == [True]
    assert at_night == again == []
    assert ["đối chiếu" in text for text in morning] == [True]
    assert later == []


async def test_a_death_reported_at_the_desk_ends_all_messages(db: Database) -> None:
    desk = await filed(db)
    known = await desk.tip()
    await db.write(departures.report, known, "con trai gọi", desk.an.id, desk.clock())

    said = await desk.play()
    said += await desk.bring(Said("Tôi là con ông, xin hỏi đến đâu rồi"))
    await conclude(desk, TipStatus.VERIFIED)
    said += await desk.play() + await desk.pass_time(timedelta(days=9))

    assert said == []
    assert "Tôi là con ông" in (await desk.tip()).story


async def test_what_is_held_for_the_morning_never_goes_to_the_dead(
    db: Database,
) -> None:
    desk = await filed(db)
    await db.write(_hold, desk.where)
    known = await desk.tip()
    await db.write(departures.report, known, "con trai gọi", desk.an.id, desk.clock())

    await desk.play()

    (row,) = await db.read(set_aside.listed)
    assert (row.origin, row.error) == (Origin.OUTBOX, say("held.muted"))
    assert await db.write(sending.take, *WEB, NOON + timedelta(days=1)) == ()


def _hold(tx: Connection, where: int) -> None:
    reply(tx, where, 10_000, "Bác cho hỏi thêm ạ?")
    (message,) = sending.take(tx, *WEB, NOON)
    held = Outcome(message, Fate.HELD, again=NOON + timedelta(hours=9))
    sending.settle(tx, [held], NOON)


async def test_a_death_told_by_the_house_is_a_note_for_staff(db: Database) -> None:
    desk = await filed(db)

    said = await desk.bring(Said("Người kể đã mất rồi ạ"))

    (note,) = await db.read(notes.of, (await desk.tip()).id)
    assert ["chia buồn" in text for text in said] == [True]
    assert note.by == "Hệ thống"
    assert "Người nhà báo người kể đã mất" in note.text


async def test_a_seller_is_set_aside_and_what_he_said_is_kept(db: Database) -> None:
    desk = await begun(db, Said("Vay vốn nhanh, lãi suất thấp, giải ngân trong ngày"))
    await desk.pass_time(timedelta(hours=1))
    aside = await db.read(queue.counts, desk.an, desk.clock())
    known = await desk.tip()

    assert aside[View.APART] == 1
    assert aside[View.DRAFTS] == aside[View.NEW] == 0
    assert known.story.startswith("Vay vốn")

    await db.write(work.put_back, known, "hỏi lại", desk.an.id, desk.clock())
    heard = await desk.play() + await desk.bring(Said("nhà cái uy tín, nạp tiền"))
    back = await db.read(queue.counts, desk.an, desk.clock())

    assert heard
    assert (back[View.APART], back[View.DRAFTS]) == (0, 1)
