"""Times as officers read them: local, and how long ago."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def local(at: datetime, zone: ZoneInfo) -> str:
    """Return a time of the office's own zone: `14:05, 25/11/2026`."""
    return f"{at.astimezone(zone):%H:%M, %d/%m/%Y}"


def ago(at: datetime, now: datetime) -> str:
    """Return how long ago, in words with one number."""
    age = now - at
    if age < MINUTE:
        return "vừa xong"
    if age < HOUR:
        return f"{age // MINUTE} phút trước"
    if age < 2 * DAY:
        return f"{age // HOUR} giờ trước"
    return f"{age // DAY} ngày trước"
