"""Sending: one message of ours, and what Telegram's answer makes of it."""

from typing import Any

from bot.calling import SERVER_ERRORS, Unreachable
from bot.channel import Delivered, SendError
from bot.channels.telegram.api import Api, Refused
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.updates import whole
from storage.model.limits import Share
from storage.model.line import Unsent
from storage.model.message import Button

REVOKED_S = 300.0  # the token or the address is wrong: no fault of the message
# What a key asks the phone for, by the value of our button.
ASKS = {Share.PHONE.value: "request_contact", Share.PLACE.value: "request_location"}
# Telegram calls these a bad request; the person is out of reach all the same.
NOBODY = ("chat not found", "user not found", "peer_id_invalid")


async def send(api: Api, buttons: Buttons, message: Unsent) -> Delivered:
    """Put a message out. Raises SendError."""
    try:
        put = await api.call("sendMessage", fields_of(buttons, message))
    except Refused as refused:
        raise failure(refused) from None
    except Unreachable as lost:
        raise SendError(lost.why, unknown=lost.has_left) from None
    place = whole(put.get("message_id")) if isinstance(put, dict) else None
    if place is None:
        raise SendError("an answer without the message's number", unknown=True)
    return Delivered(place, str(place))


def fields_of(buttons: Buttons, message: Unsent) -> dict[str, Any]:
    """Return the call's fields; its words are taken as they are, links unopened."""
    fields: dict[str, Any] = {
        "chat_id": int(message.address),
        "text": message.message.text,
        "link_preview_options": {"is_disabled": True},
    }
    return fields | {"reply_markup": markup(buttons, message)}


def markup(buttons: Buttons, message: Unsent) -> dict[str, Any]:
    """Return what stands under a message, or that nothing stands under the chat any more.

    Telegram hangs either buttons under a message or a keyboard under the chat. Only the
    keyboard can ask for a number or a position; it is for one time, its other keys send
    their words, and the next message without buttons takes it away.
    """
    shown = message.message.buttons
    if not shown:
        return {"remove_keyboard": True}
    if any(one.value in ASKS for one in shown):
        keys = [[key(one)] for one in shown]
        return {"keyboard": keys, "one_time_keyboard": True, "resize_keyboard": True}
    return {"inline_keyboard": rows(buttons, message)}


def key(button: Button) -> dict[str, Any]:
    """Return a key of the keyboard."""
    asks = {ASKS[button.value]: True} if button.value in ASKS else {}
    return {"text": button.label, **asks}


def rows(buttons: Buttons, message: Unsent) -> list[list[dict[str, str]]]:
    """Return the buttons one below the other: large, and their words whole."""
    try:
        return [
            [{"text": one.label, "callback_data": buttons.hung(message.address, one)}]
            for one in message.message.buttons
        ]
    except ValueError as error:
        raise SendError(str(error), permanent=True) from None


def failure(refused: Refused) -> SendError:
    """Return what a refusal means for the message."""
    why, words = str(refused), refused.words.lower()
    if refused.code == 429:
        return SendError(why, retry_after=refused.retry_after or 1.0, for_all=True)
    if refused.code == 403 or any(nobody in words for nobody in NOBODY):
        return SendError(why, gone=True)
    if refused.code in (401, 404):
        return SendError(why, retry_after=REVOKED_S, for_all=True)
    if refused.code >= SERVER_ERRORS:
        return SendError(why, unknown=True)
    return SendError(why, permanent=refused.code in (400, 413))
