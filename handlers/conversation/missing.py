"""Missing: a file did not come, or came and holds nothing; he is asked for it once."""

from handlers.conversation.facts import COUNTED
from handlers.conversation.scene import Reply, Turn
from handlers.wording import SAID, say
from storage.model.dialogue import Consent, Dialogue
from storage.model.evidence import Lost, MediaKind, MediaState
from storage.model.message import Showed, What


def tell(dialogue: Dialogue, lost: Lost, cause: int) -> Turn:
    """Say what is missing; whatever is being asked stays asked."""
    if dialogue.consent is Consent.REFUSED:
        return Turn(dialogue)  # what he sent was destroyed anyway
    text = say(_key(lost), thing=COUNTED[lost.media_kind], link=lost.link)
    return Turn(dialogue, (Reply(cause, "lost", text, news=text),))


def hollow(what: What) -> Showed | None:
    """Return the file without a byte that this is, or None."""
    if not isinstance(what, Showed) or what.caption:
        return None
    return what if what.state is MediaState.EMPTY else None


def tell_hollow(dialogue: Dialogue, showed: Showed, cause: int) -> Turn:
    """Say that nothing is in the file; it counts as nothing shown."""
    text = doubt(showed.state, showed.media_kind)
    return Turn(dialogue, (Reply(cause, "lost", text, news=text),))


def doubt(state: MediaState, kind: MediaKind) -> str:
    """Return what is to be said of a file that we cannot simply open; else nothing."""
    key = f"shown.{state}"
    return say(key, thing=COUNTED[kind]) if key in SAID else ""


def _key(lost: Lost) -> str:
    if not lost.is_too_large:
        return "lost"
    return "lost.large.link" if lost.link else "lost.large"
