"""An update as it comes: its number, the private chat that it belongs to, its place.

Nothing in a body is believed: each value is used only as the type that it should be.
"""

import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from bot.channel import Arrival

# What Telegram is asked to bring; whatever else may come is kept unread.
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
LARGEST = 2**63 - 1  # what a database column holds
LATEST = 1 << 35  # seconds; a year of four digits
NAME = re.compile(r"[a-z_]{1,64}", re.ASCII)

Part = dict[str, Any]


def arrival(update: Part, raw: bytes) -> Arrival:
    """Return where a body belongs; groups and channels are nobody's."""
    number = whole(update.get("update_id"))
    if number is None:
        return Arrival(sha256(raw).hexdigest(), None, None, name_of(update))
    kind, subject = subject_of(update)
    message = part(subject, "message") if kind == "callback_query" else subject
    chat = private_chat(message)
    if chat is None:
        return Arrival(str(number), None, None, name_of(update))
    # A press stands at a message of ours: when it was pressed nobody tells.
    told_at = None if kind == "callback_query" else moment(message)
    place = whole(message.get("message_id"))
    return Arrival(str(number), chat, place, told_at=told_at)


def moment(message: Part) -> datetime | None:
    """Return when a message was written, or last changed."""
    at = whole(message.get("edit_date")) or whole(message.get("date"))
    return datetime.fromtimestamp(at, UTC) if at and 0 < at < LATEST else None


def name_of(update: Part) -> str:
    """Return what Telegram calls an update, and where it was; empty where it says not."""
    known = (name for name in update if NAME.fullmatch(name) and name != "update_id")
    name = next(known, "")
    where = words(part(part(update, name), "chat"), "type")
    return f"{name}:{where}" if NAME.fullmatch(where) else name


def parsed(raw: bytes) -> Part:
    """Return the JSON object in a body; an empty one where there is none."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def subject_of(update: Part) -> tuple[str, Part]:
    """Return the kind of an update and what it is about."""
    for kind in KINDS:
        if isinstance(update.get(kind), dict):
            return kind, update[kind]
    return "", {}


def private_chat(message: Part) -> str | None:
    """Return the address of the one person in this chat; None where there are more."""
    chat = part(message, "chat")
    number = whole(chat.get("id"))
    return str(number) if number is not None and chat.get("type") == "private" else None


def part(of: Part, name: str) -> Part:
    """Return the object under a name; an empty one where there is none."""
    value = of.get(name)
    return value if isinstance(value, dict) else {}


def words(of: Part, name: str) -> str:
    """Return the text under a name; an empty one where there is none."""
    value = of.get(name)
    return value if isinstance(value, str) else ""


def whole(value: object) -> int | None:
    """Return a whole number that a database takes."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if abs(value) <= LARGEST else None


def number(value: object, limit: float) -> float | None:
    """Return a number no further from nought than the limit."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -limit <= value <= limit else None
