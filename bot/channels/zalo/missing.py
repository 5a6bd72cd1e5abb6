"""Missing: what people wrote lately, to be compared with what Zalo has brought us.

Zalo repeats what we did not take five times, then switches our webhook off by itself. What
it will bring no more is taken from its own list, as far as that tells it: words, and files
by where they lie. Of whoever was erased we know nothing any more, so what is older than the
last erasure is none of our business: else it would come back by itself.
"""

import json
from datetime import datetime, timedelta

from bot.channels.zalo.events import Part, arrival, parts, whole, words
from bot.channels.zalo.signature import OLDEST
from storage.model.line import Received

RECENT = "v2.0/oa/listrecentchat"
PAGE, PAGES = 10, 20  # Zalo gives ten at a time; after a long outage many are missed
CITIZEN = "1"
DUE, PAST = timedelta(minutes=15), timedelta(days=2)
KINDS = (
    "text", "image", "audio", "video", "file", "location", "sticker", "gif", "link",
    "business_card",
)  # fmt: skip
TEXT = "text"
# What its list calls a file, and what its events call it; the list tells no more of it.
FILES = {
    "image": "image", "photo": "image", "gif": "gif", "audio": "audio",
    "voice": "audio", "video": "video", "file": "file",
}  # fmt: skip


def asked(page: int) -> dict[str, int]:
    """Return what is asked for a page of the list, newest first."""
    return {"offset": page * PAGE, "count": PAGE}


def goes_on(told: Part, now: datetime, each: timedelta) -> bool:
    """Return whether the next page may hold what no look before this was to bring.

    On a busy day ten that came stand above one that did not.
    """
    listed = parts(told, "data")
    return len(listed) == PAGE and age(listed[-1], now) < OLDEST + each


def due(told: Part, now: datetime, erased_at: datetime | None) -> list[Part]:
    """Return the messages of people that should be here by now."""
    past = PAST if erased_at is None else min(PAST, now - erased_at)
    return [
        one
        for one in parts(told, "data")
        if words(one, "src") == CITIZEN and DUE < age(one, now) < past
    ]


def keys(one: Part) -> tuple[str, ...]:
    """Return the keys that a message may have come under: the list names no events."""
    return tuple(f"user_send_{kind}:{words(one, 'message_id')}" for kind in KINDS)


def received(one: Part, channel: str, account: str, now: datetime) -> Received | None:
    """Return a message as if Zalo had brought it; None if it may, or we cannot."""
    kind = words(one, "type")
    event = _event(one, account, FILES.get(kind, TEXT))
    is_told = kind == TEXT or (kind in FILES and words(one, "url"))
    if age(one, now) < OLDEST or not is_told:
        return None
    raw = json.dumps(event, ensure_ascii=False).encode()
    where = arrival(event, raw, account)
    if where.address is None:
        return None
    key, address, position = where.key, where.address, where.position
    told_at = where.told_at
    return Received(channel, account, key, address, position, raw, now, told_at=told_at)


def age(one: Part, now: datetime) -> timedelta:
    """Return how long ago a message was written."""
    return timedelta(seconds=now.timestamp() - (whole(words(one, "time")) or 0) / 1000)


def _event(one: Part, account: str, kind: str) -> Part:
    message: Part = {"msg_id": words(one, "message_id"), "text": words(one, "message")}
    if kind != TEXT:
        payload = {"url": words(one, "url")}
        message["attachments"] = [{"type": kind, "payload": payload}]
    return {
        "event_name": f"user_send_{kind}",
        "sender": {"id": words(one, "from_id")},
        "recipient": {"id": account},
        "message": message,
        "timestamp": words(one, "time"),
        "found_in": RECENT,
    }
