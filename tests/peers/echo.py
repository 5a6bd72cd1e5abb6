"""The smallest durable echo: what a message costs before anything is understood.

aiohttp and sqlite3, one row and one synced commit a message; the yardstick of the bench.
"""

import sqlite3
import sys
from pathlib import Path

from aiohttp import web

STORE: web.AppKey[sqlite3.Connection] = web.AppKey("store", sqlite3.Connection)
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")
TABLE = "CREATE TABLE message (id INTEGER PRIMARY KEY, client_id UNIQUE, text)"


async def post(request: web.Request) -> web.Response:
    told = await request.json()
    store = request.app[STORE]
    with store:
        row = store.execute(
            "INSERT INTO message (client_id, text) VALUES (?, ?)",
            (told["client_id"], told["text"]),
        )
    return web.json_response({"n": row.lastrowid, "text": told["text"]})


async def ready(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


def main(port: str, path: str) -> None:
    app = web.Application()
    app[STORE] = sqlite3.connect(Path(path))
    for pragma in PRAGMAS:
        app[STORE].execute(f"PRAGMA {pragma}")
    app[STORE].execute(TABLE)
    app.add_routes([web.post("/chat/messages", post), web.get("/readyz", ready)])
    web.run_app(app, host="127.0.0.1", port=int(port), print=None, access_log=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
