"""Albums: files that come one after another are answered at the first and at the last.

A platform brings each as a message of its own, seconds apart: an answer to each would
bury the question. What follows the first is acknowledged once no more has come.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.conversation.facts import counts
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Reply, Turn
from storage.model.dialogue import Album, Dialogue
from storage.model.evidence import MediaKind
from storage.model.message import Incoming, Showed

# Zalo names no albums: what follows within this time belongs together.
PAUSE = timedelta(seconds=20)
ACK = "ack"


def quieted(
    begun: Dialogue, incoming: Sequence[Incoming], replies: tuple[Reply, ...]
) -> tuple[Album | None, tuple[Reply, ...]]:
    """Return what of the replies to a burst is to be said now, and what is owed."""
    held = begun.album
    last = next((one for one in reversed(incoming) if is_fetched(one)), None)
    if last is None or not isinstance(last.what, Showed):
        is_said = held is not None and bool(replies)
        return (replace(held, is_owed=False) if held and is_said else held), replies
    is_quiet = follows(begun, incoming) and not is_new(begun, replies)
    return Album(last.what.album, last.at, is_quiet), () if is_quiet else replies


def follows(begun: Dialogue, incoming: Sequence[Incoming]) -> bool:
    """Return whether all of this only goes on with what was just being shown."""
    held, first = begun.album, incoming[0]
    if held is None or not all(map(is_fetched, incoming)):
        return False
    name = first.what.album if isinstance(first.what, Showed) else ""
    return (name != "" and name == held.name) or first.at - held.at <= PAUSE


def is_fetched(incoming: Incoming) -> bool:
    """Return whether this is a file on a platform; a recording is told, not shown."""
    what = incoming.what
    if not isinstance(what, Showed) or what.remote is None:
        return False
    return what.media_kind is not MediaKind.VOICE


def is_new(begun: Dialogue, replies: Sequence[Reply]) -> bool:
    """Return whether these replies say more than that something was received."""
    asked = begun.asking.key if begun.asking else None
    return any(
        reply.news or not (reply.asks == asked or reply.key.startswith(ACK))
        for reply in replies
    )


def settled(dialogue: Dialogue, cause: int) -> Turn:
    """Say what was received, once no more of it comes."""
    if dialogue.album is None or not dialogue.album.is_owed:
        return Turn(dialogue)
    key = "ack.shown" if dialogue.shown else "ack.early"
    ack = acknowledge(dialogue, key, counts=counts(dialogue))
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
