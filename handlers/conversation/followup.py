"""Following up: when silence files a draft, reminds by day, lets sealed words go.

Of each thing that waits somebody is reminded twice at most: of his telling, of an
officer's question.
"""

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from handlers.conversation import albums, another, status
from handlers.conversation.albums import PAUSE
from handlers.conversation.place import OFFICER, has_content, next_key
from handlers.conversation.quiet import by_day, is_left_alone, is_silent
from handlers.conversation.saying import ask
from handlers.conversation.scene import Effect, File, Scene, Turn
from handlers.wording import say
from storage.model.dialogue import Consent, Dialogue
from storage.model.line import Timer
from storage.model.timing import TimerKind

DRAFT_AFTER = timedelta(minutes=30)
NUDGE_AFTER = (timedelta(hours=3), timedelta(hours=27))
CHASE_AFTER = (timedelta(hours=24), timedelta(hours=72))
CONSENT_AFTER = timedelta(hours=24)
SEALED_FOR = timedelta(days=30)
NUDGES = 2


def timers(
    dialogue: Dialogue, conversation: int, now: datetime, zone: tzinfo
) -> tuple[Timer, ...]:
    """Return what is to wake this conversation, fenced by its present turn."""
    return tuple(
        Timer(conversation, kind, due, dialogue.turn)
        for kind, due in (*_owed(dialogue, now), *_wishes(dialogue, now, zone))
    )


def waits(turn: Turn, at: datetime) -> Turn:
    """Return the turn with the moment since which an officer's question waits."""
    dialogue = turn.dialogue
    if not dialogue.officer or dialogue.officer[0].since or is_silent(dialogue):
        return turn
    asked, *rest = dialogue.officer
    officer = (replace(asked, since=at), *rest)
    return replace(turn, dialogue=replace(dialogue, officer=officer))


def lapse(dialogue: Dialogue, timer: TimerKind, cause: int, scene: Scene) -> Turn:
    """Return what a timer leads to."""
    match timer:
        case TimerKind.ALBUM:
            return albums.settled(dialogue, cause)
        case TimerKind.NUDGE:
            return nudge(dialogue, cause)
        case TimerKind.CHASE:
            return chase(dialogue, cause)
        case TimerKind.NEWS:
            return status.tell(dialogue, cause)
        case _ if dialogue.undecided:
            return another.lapse(dialogue, scene)
        case _:
            return Turn(dialogue, effects=draft(dialogue))


def nudge(dialogue: Dialogue, cause: int) -> Turn:
    """Remind a silent teller, twice at most; his words are filed as a draft anyway."""
    if dialogue.nudges >= NUDGES or dialogue.confirmed:
        return Turn(dialogue, effects=draft(dialogue))
    dialogue = replace(dialogue, nudges=dialogue.nudges + 1)
    reminder = say("nudge", dialogue.nudges)
    reply = ask(dialogue, next_key(dialogue), cause, reminder)
    return Turn(dialogue, (reply,), draft(dialogue))


def draft(dialogue: Dialogue) -> tuple[Effect, ...]:
    """Return what files words that their teller has not sent."""
    if dialogue.confirmed or not has_content(dialogue):
        return ()
    return (File(draft=True),)


def chase(dialogue: Dialogue, cause: int) -> Turn:
    """Remind of an officer's question, as it still stands."""
    if not dialogue.officer or is_left_alone(dialogue):
        return Turn(dialogue)
    asked = dialogue.officer[0].id
    reminder = say("chase", dialogue.chased.count(asked))
    dialogue = replace(dialogue, chased=(*dialogue.chased, asked))
    return Turn(dialogue, (ask(dialogue, f"{OFFICER}{asked}", cause, reminder),))


def _wishes(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    if dialogue.consent is not Consent.GIVEN:
        return _sealed(dialogue, now, zone)
    return [*_news(dialogue, now, zone), *_told(dialogue, now, zone)]


def _told(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    if dialogue.undecided:
        return [(TimerKind.DRAFT, now + DRAFT_AFTER)]
    wishes = _asked(dialogue, now, zone)
    if dialogue.confirmed or not has_content(dialogue):
        return wishes
    if dialogue.tip is None:
        wishes.append((TimerKind.DRAFT, now + DRAFT_AFTER))
    is_next = dialogue.nudges < NUDGES and not dialogue.officer
    if is_next and not is_left_alone(dialogue):
        due = by_day(now + NUDGE_AFTER[dialogue.nudges], zone)
        wishes.append((TimerKind.NUDGE, due))
    return wishes


def _asked(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    """Return when to remind of the officer's question that was put."""
    asked = next(iter(dialogue.officer), None)
    if asked is None or asked.since is None or is_left_alone(dialogue):
        return []
    times = dialogue.chased.count(asked.id)
    if times >= NUDGES:
        return []
    return [(TimerKind.CHASE, by_day(max(asked.since + CHASE_AFTER[times], now), zone))]


def _news(
    dialogue: Dialogue, now: datetime, zone: tzinfo
) -> list[tuple[TimerKind, datetime]]:
    """Return when to tell what was concluded at night, or while he wanted peace."""
    if not dialogue.news or is_left_alone(dialogue):
        return []
    return [(TimerKind.NEWS, by_day(now, zone))]


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
