"""Sending: one consultation message, and what Zalo's answer makes of it.

There is no key by which Zalo knows a repeated message; one whose answer is lost is
unknown. The choices stand in the text too, for not every Zalo draws buttons.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from bot.channel import Delivered, SendError
from bot.channels.zalo.api import Answer
from bot.channels.zalo.buttons import Buttons
from bot.channels.zalo.events import ANONYMOUS, part, whole, words
from handlers.wording import say
from storage.model.line import Unsent
from storage.model.message import Button

CONSULTATION = "v3.0/oa/message/cs"
TO_NOBODY = "v2.0/oa/message"  # people who did not give Zalo their name
BILLED = "billed"
CHOICES = "zalo.choices"


def path_to(address: str) -> str:
    """Return which call writes to this address."""
    return TO_NOBODY if address.startswith(f"{ANONYMOUS}:") else CONSULTATION


def fields_of(buttons: Buttons, message: Unsent) -> dict[str, Any]:
    """Return what the call says. Raises SendError where a button has no room."""
    told: dict[str, Any] = {"text": text_of(message)}
    choices = message.message.buttons
    if choices and path_to(message.address) == CONSULTATION:
        drawn = _drawn(buttons, message.address, choices)
        told["attachment"] = {"type": "template", "payload": {"buttons": drawn}}
    return {"recipient": recipient(message.address), "message": told}


def text_of(message: Unsent) -> str:
    """Return the words, with the choices below them."""
    labels = [button.label for button in message.message.buttons]
    listed = [f"\n{say(CHOICES)}", *labels] if labels else []
    return unicodedata.normalize("NFC", "\n".join([message.message.text, *listed]))


def words_of(text: str) -> str:
    """Return the words of a text of ours without the choices below them."""
    words, found, _ = text.rpartition(f"\n\n{say(CHOICES)}\n")
    return words if found else text


def recipient(address: str) -> Mapping[str, str]:
    """Return an address in Zalo's terms."""
    kind, _, rest = address.partition(":")
    if kind != ANONYMOUS:
        return {"user_id": address}
    person, _, talk = rest.partition(":")
    return {"anonymous_id": person, "conversation_id": talk}


def delivered(answer: Answer) -> Delivered:
    """Return where a message stands, as far as that is told."""
    told = part(answer.told, "data")
    return Delivered(whole(words(told, "sent_time")), words(told, "message_id"))


def payer(answer: Answer) -> str:
    """Return which allowance a message used; without one it is on the bill."""
    quota = part(part(answer.told, "data"), "quota")
    return words(quota, "quota_type")[:40] or BILLED


def _drawn(
    buttons: Buttons, address: str, choices: Sequence[Button]
) -> list[dict[str, str]]:
    try:
        return buttons.drawn(address, choices)
    except ValueError as error:
        raise SendError(str(error), permanent=True) from None
