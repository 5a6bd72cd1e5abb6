"""What an update means: the last place that sees Telegram's JSON.

Edits keep the first version beside them; of a live location the first and the last fix
are taken, for it is an edit every few seconds; forwarded words are words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.showing import showed
from bot.channels.telegram.updates import (
    Part,
    number,
    parsed,
    part,
    private_chat,
    subject_of,
    whole,
    words,
)
from handlers.wording import say
from nlp.text import clean
from storage.crypt import KeyRing
from storage.model.line import Unread
from storage.model.message import (
    Edited,
    Gone,
    Incoming,
    Odd,
    Opened,
    Pinned,
    Pressed,
    Said,
    Shared,
    What,
)

START = re.compile(r"/start(?:@\w+)?(?:\s+(?P<rest>.*))?", re.DOTALL)
# A placement's code holds a digit; a word behind a typed /start is a word.
CODE = re.compile(r"(?=\D*\d)[A-Za-z0-9_-]{1,64}")
INTERNATIONAL = re.compile(r"[1-9]\d{7,14}", re.ASCII)
BLOCKED = ("kicked", "left")
# Said by Telegram of the chat itself, not by the person in it.
SILENT = (
    "chat_background_set", "message_auto_delete_timer_changed", "pinned_message",
    "proximity_alert_triggered", "write_access_allowed",
)  # fmt: skip
LAST_S = 30  # fixes come more often than that
FARTHEST_M = 40_000_000.0


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows of one bot are read."""

    buttons: Buttons
    ring: KeyRing = field(repr=False)

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what a row means; nothing where nobody has said anything."""
        update = parsed(row.body)
        whats = self._whats(*subject_of(update))
        # A press and an edit stand at their message: only this tells when they came.
        order = whole(update.get("update_id"))
        return tuple(
            Incoming(row.id, row.at, what, row.position, order) for what in whats
        )

    def _whats(self, kind: str, subject: Part) -> Iterator[What]:
        match kind:
            case "message":
                yield from self._message(subject)
            case "edited_message":
                yield from self._edited(subject)
            case "callback_query":
                yield self._pressed(subject)
            case "my_chat_member":
                if part(subject, "new_chat_member").get("status") in BLOCKED:
                    yield Gone()

    def _message(self, message: Part) -> Iterator[What]:
        file = showed(message, private_chat(message) or "", self.ring)
        if file is not None:
            yield file
        elif text := words(message, "text"):
            yield from _said(text)
        elif "location" in message or "venue" in message:
            yield from _place(message)
        elif "contact" in message:
            yield _shared(message)
        elif not any(name in message for name in SILENT):
            yield _odd(message)

    def _edited(self, message: Part) -> Iterator[What]:
        """Yield its file, which may be another now, before its words."""
        file = showed(message, private_chat(message) or "", self.ring)
        if file is not None:
            yield replace(file, caption="")
        first = whole(message.get("message_id"))
        text = words(message, "text") or words(message, "caption")
        if text and first is not None:
            yield Edited(first, clean(text))
        elif _is_last_fix(message):
            yield from _pinned(part(message, "location"))

    def _pressed(self, query: Part) -> Pressed | Odd:
        chat = private_chat(part(query, "message"))
        pressed = self.buttons.pressed(chat or "", words(query, "data"))
        return pressed or Odd(say("odd.button"))


def _said(text: str) -> Iterator[What]:
    start = START.fullmatch(text)
    if start is None:
        yield Said(clean(text))
        return
    rest = (start["rest"] or "").strip()
    is_code = CODE.fullmatch(rest) is not None
    yield Opened(rest if is_code else None)
    if rest and not is_code:
        yield Said(clean(rest))


def _is_last_fix(message: Part) -> bool:
    """Return whether a live location ends with this edit, or is about to."""
    period = whole(part(message, "location").get("live_period"))
    begun, now = whole(message.get("date")), whole(message.get("edit_date"))
    if period is None or begun is None or now is None:
        return True
    return now + LAST_S >= begun + period


def _place(message: Part) -> Iterator[What]:
    """Yield the words of a place before its position, so that it is answered by name."""
    venue = part(message, "venue")
    named = (clean(words(venue, name)).strip() for name in ("title", "address"))
    if text := ", ".join(filter(None, named)):
        yield Said(text)
    pins = tuple(_pinned(part(message, "location") or part(venue, "location")))
    yield from pins
    if not text and not pins:
        yield _odd(message)


def _pinned(location: Part) -> Iterator[Pinned]:
    lat = number(location.get("latitude"), 90)
    lon = number(location.get("longitude"), 180)
    if lat is not None and lon is not None:
        radius = number(location.get("horizontal_accuracy"), FARTHEST_M)
        yield Pinned(lat, lon, radius if radius and radius > 0 else None)


def _shared(message: Part) -> Shared:
    """Return a contact card; it is his own only if Telegram says whose it is."""
    card = part(message, "contact")
    names = (words(card, name) for name in ("last_name", "first_name"))
    whose = whole(card.get("user_id"))
    is_own = whose is not None and whose == whole(part(message, "from").get("id"))
    name = clean(" ".join(filter(None, names)))
    return Shared(name, telephone(clean(words(card, "phone_number"))), is_own)


def telephone(told: str) -> str:
    """Return a number as people dial it: some clients leave out the international plus."""
    return f"+{told}" if INTERNATIONAL.fullmatch(told) else told


def _odd(message: Part) -> Odd:
    sticker = part(message, "sticker")
    if sticker:
        return Odd(say("odd.sticker", emoji=clean(words(sticker, "emoji"))).strip())
    return Odd(say("odd.other"))
