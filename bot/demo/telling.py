"""Telling: invented stories go the citizen's own way, turn by turn."""

import io
import math
import secrets
import struct
import wave
from collections.abc import AsyncIterator

from PIL import Image, ImageDraw

from bot.demo.stories import SEND, Pin, Show, Step, Story
from bot.loops.inbox import Inbox, take_some
from handlers import receiving, uploads
from handlers.conversation import followup
from handlers.receiving import Posted
from handlers.world import World
from storage import conversations, timers
from storage.model.evidence import MediaKind
from storage.model.message import Pinned, Said
from storage.model.upload import Wish
from storage.tx import Connection

RATE = 8000
SECONDS = 6
SENDS_AT_MOST = 4


async def tell(world: World, inbox: Inbox, story: Story) -> None:
    """Play a story to its end."""
    secret = secrets.token_urlsafe(24)
    for place, step in enumerate(story):
        if step == SEND:
            await _send(world, inbox, secret)
            continue
        await _do(world, secret, f"demo-{place}", step)
        await _take_all(inbox)


async def fall_silent(world: World, inbox: Inbox) -> None:
    """Let the time pass after which an unfinished telling is filed as a draft."""
    later = world.clock() + 2 * followup.DRAFT_AFTER
    await world.db.write(timers.fire, later)
    await _take_all(inbox)


async def _send(world: World, inbox: Inbox, secret: str) -> None:
    opened = await world.db.write(_open, secret, _address(secret), world)
    for place in range(SENDS_AT_MOST):
        known = await world.db.read(conversations.load, opened)
        if known is None or known.dialogue.confirmed:
            return
        await _do(world, secret, f"demo-send-{place}", "xong")
        await _take_all(inbox)


async def _take_all(inbox: Inbox) -> None:
    while await take_some(inbox):
        pass


async def _do(world: World, secret: str, client_id: str, step: Step) -> None:
    address = _address(secret)
    if isinstance(step, Show):
        opened = await world.db.write(_open, secret, address, world)
        wish = Wish(client_id, _kind(step.name), step.name, "", None)
        await uploads.take_whole(world, opened, wish, _pieces(step.name))
        return
    what = Pinned(step.lat, step.lon, 30.0) if isinstance(step, Pin) else Said(step)
    posted = Posted(client_id, None, what)
    await world.db.write(receiving.post, secret, "web", address, posted, world.clock())


def _address(secret: str) -> str:
    return f"demo-{secret[:16]}"


def _open(tx: Connection, secret: str, address: str, world: World) -> int:
    return receiving.admit(tx, secret, "web", address, world.clock())


def _kind(name: str) -> MediaKind:
    return MediaKind.VOICE if name.endswith(".wav") else MediaKind.PHOTO


async def _pieces(name: str) -> AsyncIterator[bytes]:
    yield _sound() if name.endswith(".wav") else _drawing(name)


def _drawing(name: str) -> bytes:
    """Return a hand-drawn map, or a stone with nothing to read on it."""
    image = Image.new("RGB", (1200, 900), "#f4efe2")
    draw = ImageDraw.Draw(image)
    if name.endswith(".png"):
        draw.line([(80, 700), (420, 560), (760, 620), (1120, 420)], "#3b6ea5", 14)
        draw.line([(120, 120), (600, 480), (1080, 800)], "#7a5230", 10)
        draw.ellipse((640, 430, 760, 550), outline="#2f6b2f", width=8)
        draw.line([(560, 380), (620, 440)], "#b01e23", 10)
        draw.line([(620, 380), (560, 440)], "#b01e23", 10)
    else:
        draw.rectangle((400, 160, 800, 780), fill="#b9b4a6", outline="#6c675c", width=8)
        draw.regular_polygon((600, 280, 60), 5, fill="#b01e23")
    out = io.BytesIO()
    image.save(out, "PNG" if name.endswith(".png") else "JPEG")
    return out.getvalue()


def _sound() -> bytes:
    """Return a few seconds of a quiet tone as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for at in range(RATE * SECONDS):
            tone = math.sin(at * 2 * math.pi * 220 / RATE) * math.sin(at / RATE * 2)
            file.writeframesraw(struct.pack("<h", int(6000 * tone)))
    return out.getvalue()
