"""A Telegram of our own: the Bot API as we use it, as strict, as slow and as faulty."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp import ClientSession, TCPConnector, web

from tests.fakes.faults import Faults
from tests.fakes.telegram.bringing import Bringer
from tests.fakes.telegram.chat import Chat
from tests.fakes.telegram.faults import Kind
from tests.fakes.telegram.server import application
from tests.fakes.telegram.world import TOKEN, World

__all__ = ["TOKEN", "Chat", "Faults", "Kind", "Telegram", "World", "telegram"]


@dataclass
class Telegram:
    """The fake, served; `world` is what it knows."""

    url: str
    world: World
    bringer: Bringer
    chats: dict[int, Chat] = field(default_factory=dict)

    @property
    def faults(self) -> Faults:
        return self.world.faults

    def chat(self, number: int) -> Chat:
        """Return the person with this number, who need not have written yet."""
        return self.chats.setdefault(number, Chat(self.world, number))

    @property
    def sent(self) -> list[dict[str, object]]:
        """Return all that the bot has said, chat by chat."""
        return [message for heard in self.world.sent.values() for message in heard]

    def called(self, method: str) -> list[dict[str, object]]:
        """Return what each call of a method said."""
        return [told for _, name, told in self.world.calls if name == method]


@asynccontextmanager
async def telegram(
    world: World | None = None, port: int = 0
) -> AsyncIterator[Telegram]:
    """Serve a Telegram on this machine for a while."""
    world = world or World()
    runner = web.AppRunner(application(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession(connector=TCPConnector(limit=0)) as http:
        bringer = Bringer(world, http)
        bringing = asyncio.create_task(bringer.run())
        try:
            yield Telegram(url, world, bringer)
        finally:
            bringing.cancel()
            await bringer.stop()
            with suppress(asyncio.CancelledError):
                await bringing
            await runner.cleanup()
