"""What the web application carries, by typed key."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from aiohttp import web

from bot.channel import Pushed
from bot.switchboard import Switchboard
from storage.db import Database
from storage.files import FileStore

DB: web.AppKey[Database] = web.AppKey("db", Database)
FILES: web.AppKey[FileStore] = web.AppKey("files", FileStore)
CLOCK: web.AppKey[Callable[[], datetime]] = web.AppKey("clock")
ZONE: web.AppKey[tzinfo] = web.AppKey("zone", tzinfo)
PUBLIC_URL: web.AppKey[str] = web.AppKey("public_url", str)
BOARD: web.AppKey[Switchboard] = web.AppKey("board", Switchboard)
LET_IN: web.AppKey[Mapping[str, Pushed]] = web.AppKey("let_in")
