"""The question guide: what to ask at a narrator's house, for each kind of telling.

The very questions of the flows, so that a volunteer who asks them fills the same fields;
spoken as the young speak to an elder.
"""

from dataclasses import dataclass
from functools import cache

from handlers.conversation.address import NORTHERN, addressed
from handlers.conversation.kinds import ORDER
from handlers.flows import flow
from handlers.wording import say, within

VOICE = NORTHERN["bac"]


@dataclass(frozen=True, slots=True)
class Guide:
    """What to ask about one kind of telling, in the order of what helps most."""

    title: str
    questions: tuple[str, ...]


@cache
def guides() -> tuple[Guide, ...]:
    """Return the guide for each kind of telling."""
    return tuple(Guide(say(f"kind.{kind}"), _questions(kind)) for kind in ORDER)


def _questions(kind: str) -> tuple[str, ...]:
    asked = [question for question in flow(kind).questions if question.is_asked]
    return tuple(addressed(say(within(kind, "ask", q.key)), VOICE) for q in asked)
