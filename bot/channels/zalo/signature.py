"""The signature of Zalo's events: a digest of the bytes as they came.

What is parsed and written again has another digest, so bytes are checked before anything
is believed. An old event is taken only when Zalo says that it is a retry of its own, and
even then not after a day: that header is not signed, and who was erased in the meantime
must not come back.
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from bot.channel import BadSignature
from bot.channels.zalo.events import Part, moment, words

HEADER = "X-ZEvent-Signature"
RETRY = "num_retry"
MAC = re.compile(r"(?:mac\s*=\s*)?([0-9a-fA-F]{64})", re.ASCII)
# Zalo's last retry comes at most 1 h 51 min after the event.
OLDEST = timedelta(hours=2, minutes=15)
OLDEST_RETRY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Seal:
    """What one app's events are signed with."""

    app_id: str
    secret: str = field(repr=False)

    def check(
        self, headers: Mapping[str, str], raw: bytes, event: Part, now: datetime
    ) -> None:
        """Raise BadSignature unless Zalo sent these bytes to this app, not long ago."""
        self.check_mac(headers, raw, event)
        limit = OLDEST_RETRY if RETRY in headers else OLDEST
        if is_old(moment(event), now, limit):
            raise BadSignature

    def check_mac(self, headers: Mapping[str, str], raw: bytes, event: Part) -> None:
        """Raise BadSignature unless Zalo once sent these bytes to this app."""
        brought = MAC.fullmatch(headers.get(HEADER, "").strip())
        wanted = mac(self.app_id, raw, words(event, "timestamp"), self.secret)
        given = brought[1].lower() if brought else ""
        is_signed = hmac.compare_digest(given, wanted)
        if not is_signed or words(event, "app_id") != self.app_id:
            raise BadSignature


def mac(app_id: str, raw: bytes, timestamp: str, secret: str) -> str:
    """Return what Zalo writes beside these bytes: a plain digest, no HMAC."""
    parts = (app_id.encode(), raw, timestamp.encode("utf-8", "replace"))
    return sha256(b"".join((*parts, secret.encode()))).hexdigest()


def is_old(at: int | None, now: datetime, limit: timedelta) -> bool:
    """Return whether an event is too far from now to be news."""
    if at is None:
        return False  # signed all the same, and kept once by its key
    away_s = abs(now.timestamp() - at / 1000)
    return away_s > limit.total_seconds()
