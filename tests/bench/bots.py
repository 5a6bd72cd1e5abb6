"""Two bots before the same fake Telegram: ours, and a plain one as its handbook has it.

A turn is closed: an update goes to the webhook, the reply is in the chat, only then does
its teller go on. The bot has one core, the fake and its chats have the other.
"""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tests.bench.crowds import Load, measured
from tests.fakes.telegram import TOKEN, Chat, Telegram, World, telegram
from tests.fixtures.office import answering, cpu_seconds, free_port

OURS, PEER = "ours", "plain bot"
FIRST = 5_000_000
BOTS_CORE, CHATS_CORE = {0}, {1}
STORY = (
    "Liệt sĩ Nguyễn Văn Mẫu, Trung đoàn 117, hy sinh tháng 3 năm 1972.",
    "Chúng tôi chôn anh bên suối Đá, cách cầu chừng hai trăm mét.",
    "Hôm ấy trời mưa to.",
    "Anh em khiêng nhau đi cả đêm.",
    "Cạnh đó có cây gạo to.",
    "Còn một đồng chí nữa, tôi quên tên.",
)
STEPS = 12
PATIENCE_S = 120.0


@dataclass(frozen=True)
class Round:
    """One measurement: how long the fake takes to answer, and for how many chats."""

    answer_s: float
    chats: int

    @property
    def title(self) -> str:
        return f"{1000 * self.answer_s:.0f} ms, {self.chats}"


async def bot(kind: str, folder: Path, url: str | None, what: Round) -> Load:
    """Return what a bot does for so many chats at once."""
    world = World(is_paced=False, answer_s=what.answer_s)
    async with telegram(world) as fake, served(kind, folder, url, fake) as pid:
        os.sched_setaffinity(0, CHATS_CORE)
        waits: list[float] = []
        chats = iter(range(FIRST, FIRST + 1_000_000))

        async def tell() -> None:
            while True:
                await _tell(fake.chat(next(chats)), waits)

        with uncollected():
            return await measured(tell, what.chats, lambda: cpu_seconds(pid), waits)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the chats' rubbish lie: to look through all that they said takes 0.1 s."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def _tell(chat: Chat, waits: list[float]) -> None:
    """Play one conversation of STEPS steps; both bots get the same."""
    await _step(waits, chat, chat.start)
    for step in range(STEPS - 1):
        words = STORY[step % len(STORY)]
        await _step(waits, chat, partial(_go_on, chat, words))


def _go_on(chat: Chat, words: str) -> None:
    """Agree where we are asked to; tell on where not."""
    if chat.heard and "Đồng ý" in str(chat.heard[-1].get("reply_markup")):
        chat.press("Đồng ý")
    else:
        chat.say(words)


async def _step(waits: list[float], chat: Chat, act: Callable[[], object]) -> None:
    begun = asyncio.get_running_loop().time()
    act()
    await chat.hears(PATIENCE_S)
    chat.heard_to = len(chat.heard)
    waits.append(asyncio.get_running_loop().time() - begun)


@asynccontextmanager
async def served(
    kind: str, folder: Path, url: str | None, fake: Telegram
) -> AsyncIterator[int]:
    """Run a bot on a core of its own; yields its process."""
    port = free_port()
    with _log(folder) as log:
        process = await asyncio.create_subprocess_exec(
            *_command(kind, folder, port, fake.url),
            env=_environ(folder, url, port, fake.url),
            stdout=log,
            stderr=log,
        )
    os.sched_setaffinity(process.pid, BOTS_CORE)
    try:
        await answering(f"http://127.0.0.1:{port}")
        while not fake.world.webhook.url:  # noqa: ASYNC110 - the fake rings no bell
            await asyncio.sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


def _log(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / "log").open("wb")


def _command(kind: str, folder: Path, port: int, api: str) -> list[str]:
    if kind == OURS:
        return [sys.executable, "-m", "bot", "serve"]
    told = (str(port), api, TOKEN, "a-secret", str(folder / "pickle"))
    return [sys.executable, "-m", "tests.peers.conversation", *told]


def _environ(folder: Path, url: str | None, port: int, api: str) -> dict[str, str]:
    return {
        **os.environ,
        "MANHMOI_DATA_DIR": str(folder / "var"),
        "MANHMOI_DATABASE_URL": url or "",
        "MANHMOI_PORT": str(port),
        "MANHMOI_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "MANHMOI_TELEGRAM_TOKEN": TOKEN,
        "MANHMOI_TELEGRAM_API_URL": api,
        "MANHMOI_TELEGRAM_MODE": "webhook",
        "MANHMOI_TELEGRAM_A_SECOND": "1000",
        "MANHMOI_TELEGRAM_CHAT_PAUSE": "0",
    }
