"""Rendering: replies as platform messages within a channel's limits."""

from collections.abc import Sequence

from handlers.conversation.scene import Reply
from handlers.wording import say
from storage.model.limits import Limits
from storage.model.message import Button, Outgoing

BREAKS = ("\n\n", "\n", ". ", " ")


def settle(replies: Sequence[Reply], asks: str | None) -> tuple[Reply, ...]:
    """Return what of a burst's replies is still worth saying.

    One question at a time: the last, if it is still open (`asks`); one acknowledgement
    of a kind: the last; news are never dropped.
    """
    kept: list[Reply] = []
    for at, reply in enumerate(replies):
        later = replies[at + 1 :]
        is_overtaken = any(reply.asks and other.asks for other in later)
        is_closed = reply.asks is not None and reply.asks != asks
        is_repeated = any(other.key == reply.key for other in later)
        if not (is_overtaken or is_closed or is_repeated):
            kept.append(reply)
        elif reply.news and not any(other.news == reply.news for other in later):
            kept.append(Reply(reply.cause, "news", reply.news))
    return tuple(kept)


def render(reply: Reply, limits: Limits) -> tuple[Outgoing, ...]:
    """Return the reply's messages; the buttons stand under the last."""
    *before, last = split(_listed(reply, limits), limits.text)
    buttons = tuple(
        _button(button, limits) for button in reply.buttons[: limits.buttons]
    )
    plain = tuple(Outgoing(part, author=reply.author) for part in before)
    return (*plain, Outgoing(last, (*_offered(reply, limits), *buttons), reply.author))


def _offered(reply: Reply, limits: Limits) -> tuple[Button, ...]:
    """Return the button that sends what the phone knows, above the others."""
    if reply.offers is None or reply.asks is None or not limits.shares:
        return ()
    return (Button(reply.asks, reply.offers.value, say(reply.offers.value)),)


def _listed(reply: Reply, limits: Limits) -> str:
    """Return the text, with the choices for which there are no buttons left."""
    rest = [button.label for button in reply.buttons[limits.buttons :]]
    return "\n".join([reply.text, *rest])


def split(text: str, limit: int) -> list[str]:
    """Return the text in parts of at most `limit` characters, cut where it breathes."""
    parts = []
    while len(text) > limit:
        cut = _cut(text, limit)
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text]


def _cut(text: str, limit: int) -> int:
    for mark in BREAKS:
        at = text.rfind(mark, 1, limit - len(mark) + 1)
        if at > 0:
            return at + len(mark)
    return limit


def _button(button: Button, limits: Limits) -> Button:
    if len(button.label) <= limits.label:
        return button
    return Button(button.key, button.value, button.label[: limits.label])
