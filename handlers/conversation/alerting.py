"""Alerting: what a person must know at once, whatever else the conversation does.

Remains found just now, somebody in distress, a child, a paper stamped secret. The words
are looked at for nothing else, but for a wish for peace (`leaving`) and English
(`tongue`), and only that fact reaches staff before consent (DESIGN section 5).
"""

import re
from dataclasses import replace

from handlers.conversation import callback
from handlers.conversation.kinds import is_found_now
from handlers.conversation.place import has_content
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import (
    Alert,
    CallBack,
    File,
    Reply,
    Scene,
    SetApart,
    Turn,
)
from handlers.wording import say
from nlp.files.stamps import is_named_so, is_stamped
from nlp.tellings import printed
from nlp.tellings.conduct import cries
from nlp.tellings.gist import Gist, gists
from storage.model.alert import AlertReason
from storage.model.dialogue import Consent, Dialogue
from storage.model.message import Edited, Incoming, Said, Showed, What

READ_NOW = frozenset({AlertReason.FOUND_NOW, AlertReason.DISTRESS})
SAYS = 6  # how much must speak for a child
OF_AGE = 16
# "Cháu 12 tuổi ạ, …" of today, not "cháu 12 tuổi thì ông đi bộ đội" of then.
CHILD = re.compile(
    r"(?:dạ |da )?(?:em|cháu|chau) (?:(?:năm nay|nam nay|nay|mới|moi|được|duoc) ){0,2}(\d{1,2}) (?:tuổi|tuoi)"
    r"(?=(?: ạ| thôi| a| thoi)?(?:[.,;!]|\Z)(?!.*\b(?:hồi|năm|nam|hoi) (?:đó|ấy|do|ay|\d{4})))",
    re.IGNORECASE | re.DOTALL,
)


def alerted(before: Dialogue, turn: Turn, incoming: Incoming, scene: Scene) -> Turn:
    """Return the turn that also warns staff, once for each reason, and says so first."""
    reason = reason_of(incoming.what) or chosen(turn.dialogue)
    if reason is AlertReason.STAMPED:
        turn = replace(turn, effects=(*turn.effects, *apart(turn.dialogue, incoming)))
    if reason is None or reason in turn.dialogue.alerted:
        late = reached(before, turn.dialogue)
        return replace(turn, effects=(*turn.effects, *late)) if late else turn
    told = said(turn.dialogue, reason, scene)
    reply = Reply(incoming.cause, f"alert.{reason}", told, news=told)
    dialogue = replace(turn.dialogue, alerted=(*turn.dialogue.alerted, reason))
    return replace(
        turn,
        dialogue=dialogue,
        replies=(reply, *turn.replies),
        effects=(*turn.effects, Alert(reason), *called(dialogue, reason)),
    )


def called(dialogue: Dialogue, reason: AlertReason) -> tuple[CallBack, ...]:
    """Return the call that somebody in distress needs, if we know his number."""
    wish = callback.wish(dialogue)
    if reason is not AlertReason.DISTRESS or wish.phone is None:
        return ()
    return (replace(wish, reason=wish.reason or say("remark.distress")),)


def reached(before: Dialogue, dialogue: Dialogue) -> tuple[CallBack, ...]:
    """Return the call of who was in distress and tells his number only now."""
    is_late = AlertReason.DISTRESS in before.alerted
    is_late = is_late and callback.wish(before).phone is None
    return called(dialogue, AlertReason.DISTRESS) if is_late else ()


def owed(dialogue: Dialogue) -> tuple[File, ...]:
    """Return what files at once what staff were told to look at: they read it there."""
    is_known = dialogue.tip is not None or dialogue.consent is not Consent.GIVEN
    if is_known or not has_content(dialogue) or READ_NOW.isdisjoint(dialogue.alerted):
        return ()
    return (File(draft=not dialogue.confirmed),)


def reason_of(what: What) -> AlertReason | None:
    """Return why staff must know of this at once; None for nearly everything."""
    text = words(what)
    sums = gists(text)
    if Gist.FOUND_NOW in sums and is_found_now(text) and not printed.sign(text):
        return AlertReason.FOUND_NOW
    if is_stamped(text) or is_stamped(label(what)) or is_named_so(name(what)):
        return AlertReason.STAMPED
    if Gist.DISTRESS in sums and cries(text):
        return AlertReason.DISTRESS
    is_minor = sums.get(Gist.MINOR, 0) >= SAYS or is_child(text)
    return AlertReason.MINOR if is_minor else None


def is_child(text: str) -> bool:
    """Return whether who speaks begins with an age below that of consent."""
    told = CHILD.match(text)
    return told is not None and int(told[1]) < OF_AGE


def chosen(dialogue: Dialogue) -> AlertReason | None:
    """Return why staff must know of the kind: chosen in the menu, or shown as heard."""
    is_new = AlertReason.FOUND_NOW not in dialogue.alerted and not dialogue.confirmed
    is_found = dialogue.is_chosen and dialogue.flow == AlertReason.FOUND_NOW
    is_found |= dialogue.shown_kind == AlertReason.FOUND_NOW
    return AlertReason.FOUND_NOW if is_found and is_new else None


def apart(dialogue: Dialogue, incoming: Incoming) -> tuple[SetApart, ...]:
    """Return which file is meant: the one that came, else the one shown last."""
    if isinstance(incoming.what, Showed):
        return (SetApart(incoming.what.media),)
    return tuple(SetApart(shown.media) for shown in dialogue.shown[-1:])


def name(what: What) -> str:
    """Return what the sender called the file that he brings."""
    if not isinstance(what, Showed):
        return ""
    return what.name or (what.remote.name if what.remote else "")


def label(what: What) -> str:
    """Return what a volunteer says that the file shows."""
    return what.label if isinstance(what, Showed) else ""


def words(what: What) -> str:
    match what:
        case Said(text=text) | Edited(text=text) | Showed(caption=text):
            return text
        case _:
            return ""


def said(dialogue: Dialogue, reason: AlertReason, scene: Scene) -> str:
    """Return what we say before all else."""
    if reason is not AlertReason.FOUND_NOW:
        return acknowledge(dialogue, str(reason))
    office = scene.office
    parts = [acknowledge(dialogue, "found_now.safety", office=office.name)]
    if office.telephone:
        parts.append(
            acknowledge(dialogue, "found_now.phone", telephone=office.telephone)
        )
    return " ".join(parts)
