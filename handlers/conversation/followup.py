"""Following up: when silence files a draft, reminds by day, lets sealed words go."""

from datetime import datetime, time, timedelta, tzinfo

from handlers.conversation.albums import PAUSE
from handlers.conversation.place import has_content
from handlers.conversation.presence import is_left_alone
from handlers.dialogue import NUDGES
from storage.model.dialogue import Consent, Dialogue
from storage.model.line import Timer
from storage.model.message import TimerKind

DRAFT_AFTER = timedelta(minutes=30)
NUDGE_AFTER = (timedelta(hours=3), timedelta(hours=27))
CONSENT_AFTER = timedelta(hours=24)
SEALED_FOR = timedelta(days=30)
# Nobody is woken or disturbed at table: 20:00 to 7:30 (DESIGN, wording rules).
DAY_BEGINS = time(7, 30)
DAY_ENDS = time(20, 0)


def timers(
    dialogue: Dialogue, conversation: int, now: datetime, zone: tzinfo
) -> tuple[Timer, ...]:
    """Return what is to wake this conversation, fenced by its present turn."""
    return tuple(
        Timer(conversation, kind, due, dialogue.turn)
        for kind, due in (*_owed(dialogue, now), *_wishes(dialogue, now, zone))
    )


def by_day(at: datetime, zone: tzinfo) -> datetime:
    """Return `at`, or the next morning if it falls into the quiet hours."""
    local = at.astimezone(zone)
    if DAY_BEGINS <= local.time() < DAY_ENDS:
        return at
    day = local.date() + timedelta(days=local.time() >= DAY_ENDS)
    return datetime.combine(day, DAY_BEGINS, zone)


def _wishes(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    if dialogue.consent is not Consent.GIVEN:
        return _sealed(dialogue, now, zone)
    if dialogue.undecided:
        return [(TimerKind.DRAFT, now + DRAFT_AFTER)]
    if dialogue.confirmed or not has_content(dialogue):
        return []
    wishes = []
    if dialogue.tip is None:
        wishes.append((TimerKind.DRAFT, now + DRAFT_AFTER))
    if dialogue.nudges < NUDGES and not is_left_alone(dialogue):
        due = by_day(now + NUDGE_AFTER[dialogue.nudges], zone)
        wishes.append((TimerKind.NUDGE, due))
    return wishes


def _owed(dialogue: Dialogue, now: datetime) -> list[tuple[TimerKind, datetime]]:
    """Return when to acknowledge files, if no more of them comes."""
    is_owed = dialogue.album is not None and dialogue.album.is_owed
    return [(TimerKind.ALBUM, now + PAUSE)] if is_owed else []


def _sealed(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    if not dialogue.sealed:
        return []
    let_go = (TimerKind.UNSEAL, dialogue.sealed[-1].at + SEALED_FOR)
    if dialogue.nudges or is_left_alone(dialogue):
        return [let_go]
    return [(TimerKind.CONSENT, by_day(now + CONSENT_AFTER, zone)), let_go]
