"""Status: how a tip stands, in approved words and never more than those.

A family hears only that its telling was received, is looked at, or that an officer will
call; all else is said to it by a person (issue 4, build 4 and 7).
"""

from handlers.wording import say
from storage.model.tip import DECISIONS, TipStatus

RECEIVED = (TipStatus.DRAFT, TipStatus.NEW)
SETTLED = (*DECISIONS, TipStatus.HANDED_OVER)


def state(status: TipStatus, *, is_relative: bool) -> str:
    """Return the sentence on where a tip stands."""
    return say(_relative(status) if is_relative else f"state.{status}")


def _relative(status: TipStatus) -> str:
    if status in RECEIVED:
        return "state.relative.received"
    settled = "call" if status in SETTLED else "looking"
    return f"state.relative.{settled}"
