"""Quiet: hours and days on which nobody is disturbed, and people whom nobody disturbs.

Nobody is woken or disturbed at table: 20:00 to 7:30 (DESIGN, wording rules), nor while
families are together for Tết. Only what answers a citizen is said at any time.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from handlers.conversation.scene import Reply
from handlers.holidays import is_at_tet
from storage.model.dialogue import Dialogue

DAY_BEGINS = time(7, 30)
DAY_ENDS = time(20, 0)
CONDOLENCE = "condolence"  # the last that is said where its teller has died


def by_day(at: datetime, zone: tzinfo) -> datetime:
    """Return `at`, or the first morning on which somebody may be disturbed."""
    local = at.astimezone(zone)
    if DAY_BEGINS <= local.time() < DAY_ENDS and not is_at_tet(local.date()):
        return at
    day = local.date() + timedelta(days=local.time() >= DAY_BEGINS)
    while is_at_tet(day):
        day += timedelta(days=1)
    return datetime.combine(day, DAY_BEGINS, zone)


def is_silent(dialogue: Dialogue) -> bool:
    """Return whether nothing may be said: he left, died, or an officer talks with him."""
    return dialogue.gone or dialogue.taken or dialogue.muted


def is_left_alone(dialogue: Dialogue) -> bool:
    """Return whether nobody reminds him of anything, nor tells him news."""
    return is_silent(dialogue) or dialogue.withdrew or dialogue.stopped


def sayable(dialogue: Dialogue, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Return which of the replies may be said."""
    if dialogue.muted and not (dialogue.gone or dialogue.taken):
        return tuple(reply for reply in replies if reply.key == CONDOLENCE)
    return () if is_silent(dialogue) else tuple(replies)
