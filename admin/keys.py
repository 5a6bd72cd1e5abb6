"""What the console carries, by typed key."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from aiohttp import web

from admin.passwords import Passwords
from admin.turns import Turns
from nlp.positions.atlas import Atlas
from storage.db import Database
from storage.files import FileStore

DB: web.AppKey[Database] = web.AppKey("db", Database)
FILES: web.AppKey[FileStore] = web.AppKey("files", FileStore)
CLOCK: web.AppKey[Callable[[], datetime]] = web.AppKey("clock")
ZONE: web.AppKey[ZoneInfo] = web.AppKey("zone", ZoneInfo)
PUBLIC_URL: web.AppKey[str] = web.AppKey("public_url", str)
PASSWORDS: web.AppKey[Passwords] = web.AppKey("passwords", Passwords)
ATLAS: web.AppKey[Atlas] = web.AppKey("atlas", Atlas)
TURNS: web.AppKey[Turns] = web.AppKey("turns", Turns)
