"""Effects: what a turn wants done beside talking, carried out in its transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from handlers import crediting
from handlers.conversation.scene import (
    Agreed,
    Alert,
    Answered,
    CallBack,
    CallOff,
    Died,
    Effect,
    File,
    Forget,
    Remark,
    SetApart,
    Wish,
)
from handlers.notice import PURPOSES, VERSION
from handlers.submit import compose
from handlers.wording import say
from storage import (
    alerts,
    callbacks,
    consents,
    departures,
    filing,
    forgetting,
    media,
    notes,
    privacy_requests,
    replies,
)
from storage.consents import Agreement
from storage.conversations import Conversation
from storage.model.dialogue import Consent, Dialogue
from storage.takeovers import TAKEN
from storage.tx import Connection


def carry_out(
    tx: Connection,
    conversation: Conversation,
    dialogue: Dialogue,
    wanted: Sequence[Effect],
    new_code: Callable[[], str],
    now: datetime,
) -> Dialogue:
    """Store what the turn wants; return the dialogue with its tip and code."""
    for effect in _once(wanted):
        match effect:
            case File(draft=draft):
                dialogue = _file(tx, conversation, dialogue, draft, new_code, now)
            case Answered(key=key, told=told):
                replies.keep(tx, conversation.id, key, told, now)
            case Wish(right=right, answer_by=answer_by, due_by=due_by):
                privacy_requests.file(
                    tx, conversation.id, right, now, answer_by, due_by
                )
            case Agreed(is_given=is_given, form=form):
                agreed = Agreement(
                    is_given, now, conversation.channel, form, VERSION, PURPOSES
                )
                consents.keep(tx, conversation.id, agreed)
            case Forget():
                forgetting.forget(tx, conversation.id)
            case Alert(reason=reason):
                alerts.raise_for(tx, conversation.id, reason, now)
            case SetApart(media=name):
                media.set_apart(tx, name)
            case Remark(words=words) if dialogue.tip is not None:
                notes.remark(tx, dialogue.tip, words, now)
            case Died():
                departures.note(tx, conversation.id, say("remark.died"), now)
            case CallOff():
                callbacks.call_off(tx, conversation.id, now)
            case CallBack(phone=phone, hour=hour, reason=reason):
                callbacks.file(
                    tx, conversation.id, dialogue.tip, phone or "", hour, reason, now
                )
    crediting.keep(tx, conversation, dialogue, now)
    return dialogue


def state(dialogue: Dialogue) -> str:
    """Return in one word how a conversation stands, for counting."""
    if dialogue.taken:
        return TAKEN
    if dialogue.consent is Consent.REFUSED:
        return "refused"
    return "filed" if dialogue.tip is not None else "open"


def _file(
    tx: Connection,
    conversation: Conversation,
    dialogue: Dialogue,
    draft: bool,
    new_code: Callable[[], str],
    now: datetime,
) -> Dialogue:
    filed = filing.file(
        tx,
        compose(dialogue, draft=draft and not dialogue.confirmed),
        conversation.id,
        dialogue.tip,
        dialogue.code or new_code(),
        conversation.channel,
        now,
    )
    if filed.is_new:
        callbacks.link(tx, conversation.id, filed.id, now)
    return replace(dialogue, tip=filed.id, code=filed.code)


def _once(wanted: Sequence[Effect]) -> list[Effect]:
    """Return the effects of a burst; the tip is filed once, at its end but first."""
    files = [effect for effect in wanted if isinstance(effect, File)]
    others = [effect for effect in wanted if not isinstance(effect, File)]
    return [*files[-1:], *others]
