"""What an event means: the last place that sees Zalo's JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.zalo.buttons import Buttons
from bot.channels.zalo.events import (
    Part,
    citizen,
    moment,
    name_of,
    number,
    parsed,
    part,
    parts,
    words,
)
from bot.channels.zalo.sending import words_of
from bot.channels.zalo.sharing import card, form
from bot.channels.zalo.showing import is_file, showed
from handlers.wording import say
from storage.model.line import Unread
from storage.model.message import (
    Echoed,
    Gone,
    Incoming,
    Odd,
    Opened,
    Pinned,
    Said,
    Taken,
    What,
    Withdrew,
)

# What our Mini App writes into the message box for the citizen to send.
ENTERED = re.compile(r"#QR[\s:]*(\d[\d\s.-]{2,30})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows of one account are read."""

    account: str
    buttons: Buttons

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what a row means; nothing where nobody has said anything."""
        event = parsed(row.body)
        whats = self._whats(name_of(event), event, row.body)
        return tuple(Incoming(row.id, row.at, what, row.position) for what in whats)

    def _whats(self, name: str, event: Part, body: bytes) -> Iterator[What]:
        message = part(event, "message")
        match name:
            case "follow" | "user_click_chatnow":
                yield Opened()
            case "widget_interaction_accepted":
                yield Opened(code(words(part(event, "data"), "user_external_id")))
            case "unfollow":
                yield Gone()
            case "user_withdraw":
                yield Withdrew()
            case "user_submit_info":
                yield from form(event)
            case "user_click_response_button":
                yield self._said(event, words(message, "data"))
            case _ if name.startswith("oa_send_"):
                yield from ours(event)
            case _ if name.startswith(("user_send_", "anonymous_send_")):
                yield from self._message(event, message, body)

    def _message(self, event: Part, message: Part, body: bytes) -> Iterator[What]:
        """Yield what a message holds; its text belongs to its first attachment."""
        attachments, text = parts(message, "attachments"), words(message, "text")
        for index, attachment in enumerate(attachments):
            yield from attached(attachment, body, index, "" if index else text)
        if not attachments:
            yield self._said(event, text) if text else Odd(say("odd.other"))

    def _said(self, event: Part, text: str) -> What:
        entered = ENTERED.fullmatch(text.strip())
        if entered:
            return Opened(code(entered[1]))
        pressed = self.buttons.pressed(citizen(event, self.account) or "", text)
        return pressed or (Said(text) if text else Odd(say("odd.button")))


def attached(attachment: Part, body: bytes, index: int, text: str) -> Iterator[What]:
    """Yield what one attachment is, together with the text beside it."""
    payload = part(attachment, "payload")
    if is_file(attachment):
        yield showed(attachment, body, index, text)
        return
    match words(attachment, "type"):
        case "location":
            yield from pinned(payload, text)
        case "link":
            yield card(payload, text) or Said(link(payload, text))
        case "sticker":
            yield Odd(say("odd.sticker", emoji=text).strip())
        case _:
            yield Odd(" ".join(filter(None, (say("odd.other"), text))))


def pinned(payload: Part, label: str) -> Iterator[What]:
    """Yield a position; its label is Zalo's own and only stands in where it is lost.

    Taken for words of the citizen's it would answer whatever question is open.
    """
    place = part(payload, "coordinates") or payload
    lat = number(words(place, "latitude"), 90)
    lon = number(words(place, "longitude"), 180)
    if lat is not None and lon is not None:
        yield Pinned(lat, lon)
    else:
        yield Said(label) if label else Odd(say("odd.other"))


def link(payload: Part, text: str) -> str:
    """Return a link as words: what was written, its title, its address."""
    told: list[str] = [text]
    for name in ("title", "url"):
        if (said := words(payload, name)) and said not in "\n".join(told):
            told.append(said)
    return "\n".join(filter(None, told)) or say("odd.other")


def ours(event: Part) -> Iterator[What]:
    """Yield what stands on our own side: an echo, or what a person typed himself."""
    message = part(event, "message")
    text, position = words(message, "text"), moment(event)
    if words(part(event, "sender"), "admin_id"):
        yield Taken(text or say("zalo.taken"))
    elif position is not None:
        yield Echoed(words(message, "msg_id"), words_of(text), position)


def code(written: str) -> str | None:
    """Return the digits of a printed code; None where it is something else."""
    digits = re.sub(r"[\s.-]", "", written)
    return digits if re.fullmatch(r"\d{3,30}", digits, re.ASCII) else None
