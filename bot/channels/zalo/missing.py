"""Missing: what people wrote lately, to be compared with what Zalo has brought us.

Zalo repeats what we did not take five times, then switches our webhook off by itself.
"""

from datetime import datetime, timedelta

from bot.channels.zalo.events import Part, parts, whole, words

RECENT = "v2.0/oa/listrecentchat"
ASKED = {"offset": 0, "count": 10}
CITIZEN = "1"
DUE, PAST = timedelta(minutes=15), timedelta(days=2)
KINDS = (
    "text", "image", "audio", "video", "file", "location", "sticker", "gif", "link",
    "business_card",
)  # fmt: skip


def due(told: Part, now: datetime) -> list[tuple[str, ...]]:
    """Return what should be here: of each message the keys that it may have come under.

    Zalo's list does not name its events.
    """
    return [
        tuple(f"user_send_{kind}:{words(one, 'message_id')}" for kind in KINDS)
        for one in parts(told, "data")
        if words(one, "src") == CITIZEN and is_due(whole(words(one, "time")), now)
    ]


def is_due(time: int | None, now: datetime) -> bool:
    """Return whether a message of this time should have come, and not long ago."""
    age_s = now.timestamp() - (time or 0) / 1000
    return DUE.total_seconds() < age_s < PAST.total_seconds()
