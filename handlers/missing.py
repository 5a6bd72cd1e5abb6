"""Missing: a file that he sent did not come; he is asked for it in one sentence."""

from handlers.facts import COUNTED
from handlers.scene import Reply, Turn
from handlers.wording import say
from storage.model.dialogue import Consent, Dialogue
from storage.model.evidence import Lost


def tell(dialogue: Dialogue, lost: Lost, cause: int) -> Turn:
    """Say what is missing; whatever is being asked stays asked."""
    if dialogue.consent is Consent.REFUSED:
        return Turn(dialogue)  # what he sent was destroyed anyway
    text = say(_key(lost), thing=COUNTED[lost.media_kind], link=lost.link)
    return Turn(dialogue, (Reply(cause, "lost", text, news=text),))


def _key(lost: Lost) -> str:
    if not lost.is_too_large:
        return "lost"
    return "lost.large.link" if lost.link else "lost.large"
