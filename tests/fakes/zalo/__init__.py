"""A Zalo of our own: its API, tokens, files and events, as strict and as faulty."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp import ClientSession, TCPConnector, web

from tests.fakes.faults import Faults
from tests.fakes.zalo.bringing import Bringer
from tests.fakes.zalo.faults import Kind
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import application
from tests.fakes.zalo.world import APP_ID, APP_SECRET, OA_ID, OA_SECRET, Held, World

__all__ = [
    "APP_ID", "APP_SECRET", "OA_ID", "OA_SECRET", "Faults", "Held", "Kind", "Person",
    "World", "Zalo", "settings", "zalo",
]  # fmt: skip

FIRST = 246_845_883_529_197_000  # beyond what a float holds


@dataclass
class Zalo:
    """The fake, served; `world` is what it knows, `bringer` brings its events."""

    url: str
    world: World
    bringer: Bringer
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def faults(self) -> Faults:
        return self.world.faults

    def user(self, name: str | int) -> Person:
        """Return somebody, who need not have written yet: by his id or a number."""
        known = str(FIRST + name) if isinstance(name, int) else name
        return self.people.setdefault(known, Person(self.world, known))

    def hook(self, url: str) -> None:
        """Bring events there from now on."""
        self.bringer.url = url
        self.world.arrived.set()


def settings(fake: Zalo) -> dict[str, str]:
    """Return what an office would set to use this Zalo."""
    return {
        "zalo_app_id": APP_ID,
        "zalo_app_secret": APP_SECRET,
        "zalo_oa_id": OA_ID,
        "zalo_oa_secret": OA_SECRET,
        "zalo_access_token": "access-0",
        "zalo_refresh_token": "refresh-0",
        "zalo_api_url": fake.url,
        "zalo_oauth_url": fake.url,
        "zalo_media_hosts": "127.0.0.1",
        "zalo_quiet_hours": "0-0",  # tests run at any hour
    }


@asynccontextmanager
async def zalo(world: World | None = None, port: int = 0) -> AsyncIterator[Zalo]:
    """Serve a Zalo on this machine for a while."""
    world = world or World()
    runner = web.AppRunner(application(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    world.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession(connector=TCPConnector(limit=0)) as http:
        bringer = Bringer(world, http)
        bringing = asyncio.create_task(bringer.run())
        try:
            yield Zalo(world.url, world, bringer)
        finally:
            bringing.cancel()
            await bringer.stop()
            with suppress(asyncio.CancelledError):
                await bringing
            await runner.cleanup()
