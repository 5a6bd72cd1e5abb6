"""Attribution: by which printed code somebody came; the first counts, all are kept.

What stands behind a link was typed by anybody, so only what can be a code is taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.scene import Reply
from handlers.placement_codes import read_code
from handlers.wording import say
from storage.model.dialogue import Dialogue
from storage.model.limits import Limits

FILED = "filed"


def came(dialogue: Dialogue, source: str | None) -> Dialogue:
    """Return the dialogue of somebody who came by this code, if it is one."""
    code = read_code(source or "")
    if code is None or code in (dialogue.source, *dialogue.scanned):
        return dialogue
    return replace(
        dialogue, source=dialogue.source or code, scanned=(*dialogue.scanned, code)
    )


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
