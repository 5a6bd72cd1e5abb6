"""Attribution: by which printed code somebody came; the first counts, all are kept.

Digits alone are one only once all is told and sent, when we have wished for it: before,
they are a number that belongs to the story. What stands behind a link was typed by anybody, so only what can be a code is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.commands import plain
from handlers.conversation.place import next_key
from handlers.conversation.scene import Reply
from handlers.placement_codes import read_code
from handlers.wording import say
from storage.model.dialogue import Dialogue
from storage.model.limits import Limits
from storage.model.message import Opened, Said, What

FILED = "filed"
AROUND = r"(?:(?:ma|so|qr|la|cua|tren|o|to|tam|ap phich|poster|day) ?:? ?){0,8}"
BARE = re.compile(rf"{AROUND}([\d .-]+?) ?{AROUND}", re.ASCII)


def came(dialogue: Dialogue, source: str | None) -> Dialogue:
    """Return the dialogue of somebody who came by this code, if it is one."""
    code = read_code(source or "")
    if code is None or code in (dialogue.source, *dialogue.scanned):
        return dialogue
    return replace(
        dialogue, source=dialogue.source or code, scanned=(*dialogue.scanned, code)
    )


def bare(dialogue: Dialogue, what: What) -> What:
    """Return the code that a message is which answers our wish for it, or the message."""
    is_over = dialogue.confirmed and next_key(dialogue) is None
    if not isinstance(what, Said) or dialogue.source or not is_over:
        return what
    digits = BARE.fullmatch(plain(what.text))
    code = read_code(digits[1]) if digits else None
    return Opened(code) if code else what


def asking(
    dialogue: Dialogue, replies: Sequence[Reply], limits: Limits
) -> tuple[Reply, ...]:
    """Return the replies; with the thanks a wish for the code, where none could come.

    Once, when all is told and sent, and no question: nobody has to answer.
    """
    said = tuple(replies)
    at = next((n for n, reply in enumerate(said, 1) if reply.key == FILED), 0)
    if not at or dialogue.source or limits.carries_code:
        return said
    wish = Reply(said[at - 1].cause, "filed.code", say("filed.code"))
    return (*said[:at], wish, *said[at:])
