"""The switchboard: the open channels of a process, and what carries their bodies."""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession, DummyCookieJar, TCPConnector

from bot.channel import Channel, Means, Pushed
from bot.channels import open_channels
from bot.place import Place, now
from bot.receipts import Receipts
from storage.spool import Spool

CONNECTIONS = 200
SPOOL = "spool"


@dataclass(frozen=True, slots=True)
class Switchboard:
    """Every channel by name, and the way in for what platforms bring."""

    channels: Mapping[str, Channel]
    receipts: Receipts

    @property
    def pushed(self) -> list[Pushed]:
        """The channels that we send to."""
        return [one for one in self.channels.values() if isinstance(one, Pushed)]


@asynccontextmanager
async def switchboard(place: Place) -> AsyncIterator[Switchboard]:
    """Open the channels of this installation; one HTTP client serves them all."""
    spool = Spool(place.settings.data_dir / SPOOL, place.ring)
    receipts = Receipts(place.db, spool, now, lambda: secrets.token_hex(8))
    connector = TCPConnector(limit=CONNECTIONS)
    async with ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        headers={"Accept-Encoding": "identity"},  # files are kept as they come
        auto_decompress=False,
    ) as http:
        known: dict[str, Channel] = {}

        async def keep(name: str, headers: Mapping[str, str], raw: bytes) -> None:
            channel = known[name]
            if isinstance(channel, Pushed):
                await receipts.take_in(channel, headers, raw)

        means = Means(place.db, http, now, keep)
        known |= open_channels(place.settings, means)
        yield Switchboard(known, receipts)
