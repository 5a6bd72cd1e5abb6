"""What each stage of a turn costs, one turn after the other in this process."""

import time
from collections import defaultdict
from collections.abc import Awaitable, Sequence
from typing import TypeVar

from bot.loops.inbox import TOGETHER, Inbox
from bot.place import now
from handlers import receiving, storing, turn
from handlers.receiving import Posted
from handlers.turn import Decided, Ready
from storage import lines
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.model.message import Pressed, Said, What
from tests.fixtures.chatting import box

CITIZENS = 30
SCRIPT: tuple[What, ...] = (
    Said("Liệt sĩ Nguyễn Văn Mẫu, Trung đoàn 117, hy sinh tháng 3 năm 1972."),
    Pressed("consent", "yes"),
    Said("Chúng tôi chôn anh bên suối Đá, cách cầu chừng hai trăm mét."),
    Pressed("story", "done"),
    Said("xã Hòa Bình cũ"),
    Said("cây gạo to bên suối"),
    Pressed("how_known", "saw"),
    Said("0912 000 123"),
    Pressed("confirm", "yes"),
)

T = TypeVar("T")


class Watch:
    """Adds up what awaiting each stage took."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    async def time(self, stage: str, work: Awaitable[T]) -> T:
        begun = time.perf_counter()
        result = await work
        self.spent[stage] += time.perf_counter() - begun
        return result


async def stages(url: str, ring: KeyRing) -> dict[str, float]:
    """Return the milliseconds that each stage of a turn took, on the average."""
    db = await open_database(url, ring)
    watch = Watch()
    try:
        for number in range(CITIZENS):
            await _tell(db, watch, f"citizen {number} of the bench")
    finally:
        await db.close()
    count = CITIZENS * len(SCRIPT)
    return {stage: 1000 * spent / count for stage, spent in watch.spent.items()}


async def _decide(inbox: Inbox, ready: Sequence[Ready]) -> list[Decided]:
    likely = [text for one in ready for text in turn.likely(one)]
    found = (await inbox.reading.find(likely)).found
    return [turn.decide(one, found, inbox.setting, now()) for one in ready]


async def _tell(db: Database, watch: Watch, secret: str) -> None:
    inbox = box(db)
    for at, what in enumerate(SCRIPT):
        posted = Posted(f"{secret}:{at}", None, what)
        who = (secret, "web", secret)
        receipt = await watch.time(
            "receipt commit",
            db.announce(["inbox"], receiving.post, *who, posted, now()),
        )
        gather = db.write(turn.gather, inbox.setting, TOGETHER, now())
        ready = await watch.time("gather commit", gather)
        decided = await watch.time("decide", _decide(inbox, ready))
        await watch.time(
            "store commit",
            db.announce(["chat"], storing.store, decided, inbox.setting, now()),
        )
        after = receipt.n or 0
        await watch.time(
            "fetch", db.read(lines.after, receipt.conversation or 0, after)
        )
    inbox.reading.close()
