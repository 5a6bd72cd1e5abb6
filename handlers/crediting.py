"""Crediting: a conversation's codes are kept for the funnel, later ones with its tip."""

from datetime import datetime

from storage import arrivals, audit
from storage.conversations import Conversation
from storage.model.dialogue import Dialogue
from storage.tx import Connection


def keep(
    tx: Connection, conversation: Conversation, dialogue: Dialogue, now: datetime
) -> None:
    """Keep the codes that are new to the conversation; its tip tells every later one."""
    before = conversation.dialogue
    if dialogue.scanned != before.scanned:
        arrivals.keep(tx, conversation.id, dialogue.scanned, dialogue.source, now)
    told = before.scanned if before.tip == dialogue.tip else ()
    for code in dialogue.scanned:
        if dialogue.tip is not None and code not in (dialogue.source, *told):
            subject = f"tip:{dialogue.tip}"
            audit.write(tx, subject, "citizen", "scanned", now, source=code)
