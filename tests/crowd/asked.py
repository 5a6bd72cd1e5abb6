"""Asked: what a citizen takes our words to ask, from what he sees and nothing else."""

import re
from functools import cache

from handlers.wording import SAID
from storage.model.message import Button, Outgoing

PLACEHOLDER = re.compile(r"(?:\\ )?\\\{\w+\\\}")
INVITES = "story"
NO_QUESTIONS = frozenset({"consent", "confirm", INVITES})  # counted by themselves


@cache
def sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return every sentence of ours that awaits an answer, and what it asks for."""
    asks = {key: key.rsplit(".", 1)[-1] for key in SAID if key.startswith("ask.")}
    asks |= {"consent": "consent", "story.more": INVITES}
    asks |= {"ask.story": INVITES, "address.offered": "address"}
    return tuple(
        (_pattern(sentence), name)
        for key, name in asks.items()
        for sentence in SAID[key]
    )


def asked(out: Outgoing) -> str | None:
    """Return what the message asks for: the question that stands last in it."""
    ends = [
        (match.end(), match.end() - match.start(), name)
        for pattern, name in sentences()
        for match in pattern.finditer(out.text)
    ]
    return max(ends)[2] if ends else None


def button(out: Outgoing, *values: str) -> Button | None:
    """Return the button under the message that gives one of these values."""
    return next((one for one in out.buttons if one.value in values), None)


def _pattern(sentence: str) -> re.Pattern[str]:
    """Return what recognises the sentence, whatever form of address stands in it."""
    loose = PLACEHOLDER.sub(r".{0,40}?", re.escape(sentence))
    return re.compile(loose)
