"""Status: how a tip stands, in approved words and never more than those.

A family hears only that its telling was received, is looked at, or that an officer will
call; all else is said to it by a person (issue 4, build 4 and 7). What an officer concludes
is told by day, each once, to who may be disturbed; else he hears it when he asks.
"""

from dataclasses import replace

from handlers.conversation import kinds
from handlers.conversation.quiet import by_day, is_left_alone
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Reply, Scene, Turn
from handlers.wording import say
from storage.model.decision import StatusChanged
from storage.model.dialogue import Consent, Dialogue
from storage.model.tip import DECISIONS, TipKind, TipStatus

RECEIVED = (TipStatus.DRAFT, TipStatus.NEW)
SETTLED = (*DECISIONS, TipStatus.HANDED_OVER)


def state(status: TipStatus, *, is_relative: bool) -> str:
    """Return the sentence on where a tip stands."""
    return say(_relative(status) if is_relative else f"state.{status}")


def change(
    dialogue: Dialogue, changed: StatusChanged, cause: int, scene: Scene
) -> Turn:
    """Tell what became of a tip, now or in the morning."""
    if not _is_told(dialogue, changed):
        return Turn(dialogue)
    others = tuple(one for one in dialogue.news if one.tip != changed.tip)
    dialogue = replace(dialogue, news=(*others, changed))
    is_day = by_day(scene.now, scene.zone) == scene.now
    return tell(dialogue, cause) if is_day else Turn(dialogue)


def tell(dialogue: Dialogue, cause: int) -> Turn:
    """Tell the news that wait."""
    news = dialogue.news
    marks = tuple(map(_mark, news))
    dialogue = replace(dialogue, news=(), announced=(*dialogue.announced, *marks))
    return Turn(dialogue, tuple(_reply(dialogue, one, cause) for one in news))


def _reply(dialogue: Dialogue, changed: StatusChanged, cause: int) -> Reply:
    told = state(TipStatus(changed.status), is_relative=False)
    words = acknowledge(dialogue, "status.news", code=changed.code, state=told)
    return Reply(cause, f"status.{changed.tip}", words, news=words)


def _is_told(dialogue: Dialogue, changed: StatusChanged) -> bool:
    if is_left_alone(dialogue) or dialogue.consent is not Consent.GIVEN:
        return False
    is_mourned = changed.tip <= dialogue.mourned
    is_here = changed.tip == dialogue.tip
    is_relative = is_here and kinds.current(dialogue) == TipKind.RELATIVE
    is_new = _mark(changed) not in dialogue.announced
    return is_new and not (is_mourned or is_relative)


def _mark(changed: StatusChanged) -> str:
    return f"{changed.tip}:{changed.status}"


def _relative(status: TipStatus) -> str:
    if status in RECEIVED:
        return "state.relative.received"
    settled = "call" if status in SETTLED else "looking"
    return f"state.relative.{settled}"
