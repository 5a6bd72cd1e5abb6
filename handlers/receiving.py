"""Receiving from the web chat: a visitor's secret, his messages, and too many of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.wording import say
from nlp.text import clean
from storage import conversations, inbox, numbering, visitors
from storage.codec import pack
from storage.crypt import SealBroken
from storage.inbox import Receipt
from storage.model.line import Received
from storage.model.message import Opened, Pinned, Pressed, Said, What
from storage.tx import Connection

LONGEST_TEXT = 60_000
LONGEST_KEY = 200
# One who does not wait for answers; nobody types so fast, and all before it is kept.
UNREAD_AT_MOST = 40
A_DAY_AT_MOST = 20_000
LINKS_A_DAY = 20


class Refused(Exception):
    """A message that was not kept, with the sentence that says why."""

    def __init__(self, key: str, status: int) -> None:
        super().__init__(key)
        self.sentence = say(key)
        self.status = status


@dataclass(frozen=True, slots=True)
class Posted:
    """A message from the web: its sender's own id for it, and what he had seen."""

    client_id: str
    after: int | None
    what: What


def read_post(body: object) -> Posted:
    """Return the message in a request's JSON; Refused when there is none."""
    if not isinstance(body, dict):
        raise Refused("web.unreadable", 400)
    client_id = body.get("client_id")
    if not isinstance(client_id, str) or not 0 < len(client_id) <= LONGEST_KEY:
        raise Refused("web.unreadable", 400)
    after = body.get("after")
    seen = after if isinstance(after, int) and 0 <= after < 2**53 else None
    return Posted(clean(client_id), seen, _what(body))


def post(
    tx: Connection,
    visitor: str,
    channel: str,
    address: str,
    posted: Posted,
    now: datetime,
) -> Receipt:
    """Keep a message of the visitor with this secret; the same one only once."""
    conversation = admit(tx, visitor, channel, address, now)
    seen = posted.after
    if seen is None:
        seen = numbering.last_n(tx, conversation)
    whose = conversations.whose(tx, conversation)
    received = Received(
        channel=whose.channel,
        account=whose.account,
        key=f"{conversation}:{posted.client_id}",
        address=whose.address,
        position=seen,
        body=pack(posted.what),
        at=now,
    )
    try:
        receipt = inbox.add(tx, received)
    except SealBroken as error:  # erased this very moment: the next try begins anew
        raise Refused("web.busy", 503) from error
    if receipt.conversation not in (None, conversation):  # erased while this came in
        visitors.admit(tx, receipt.conversation, visitor, now)
    if receipt.is_new and (receipt.n or 0) > UNREAD_AT_MOST:
        _refuse_flood(tx, conversation, now)
    return receipt


def admit(
    tx: Connection, visitor: str, channel: str, address: str, now: datetime
) -> int:
    """Return the conversation that the secret opens; a new secret opens a new one."""
    known = visitors.find(tx, visitor)
    if known is not None:
        return known
    conversation = conversations.find_or_open(tx, channel, channel, address, now)
    visitors.admit(tx, conversation, visitor, now)
    return conversation


def arrive(
    tx: Connection, conversation: int, codes: Sequence[str], now: datetime
) -> None:
    """Keep by which printed codes the citizen came, each once."""
    seen = numbering.last_n(tx, conversation)
    for code in codes:
        inbox.post(tx, conversation, Opened(code), f"opened:{code}", now, seen)


def give_link(tx: Connection, conversation: int, key: str, now: datetime) -> None:
    """Let a private link open this conversation; only so many a day."""
    if visitors.recent(tx, conversation, now - timedelta(days=1)) > LINKS_A_DAY:
        raise Refused("web.links", 429)
    visitors.admit(tx, conversation, key, now)


def _what(body: dict[str, object]) -> What:
    text, button, pin = told = [body.get(name) for name in ("text", "button", "pin")]
    if sum(one is not None for one in told) > 1:
        raise Refused("web.several", 400)
    if isinstance(text, str):
        return _said(text)
    if isinstance(button, dict):
        return _pressed(button)
    if isinstance(pin, dict):
        return _pinned(pin)
    raise Refused("web.empty", 400)


def _said(text: str) -> Said:
    text = clean(text)
    if not text.strip():
        raise Refused("web.empty", 400)
    if len(text) > LONGEST_TEXT:
        raise Refused("web.too_long", 413)
    return Said(text)


def _pressed(button: dict[str, object]) -> Pressed:
    key, value = button.get("key"), button.get("value")
    if not isinstance(key, str) or not isinstance(value, str):
        raise Refused("web.unreadable", 400)
    if max(len(key), len(value)) > LONGEST_KEY:
        raise Refused("web.unreadable", 400)
    return Pressed(clean(key), clean(value))


def _pinned(pin: dict[str, object]) -> Pinned:
    lat, lon, accuracy = pin.get("lat"), pin.get("lon"), pin.get("accuracy")
    if not _is_number(lat, 90) or not _is_number(lon, 180):
        raise Refused("web.no_place", 400)
    radius = float(str(accuracy)) if _is_number(accuracy, 1e7) else 0.0
    return Pinned(float(str(lat)), float(str(lon)), radius if radius > 0 else None)


def _is_number(value: object, limit: float) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and -limit <= float(str(value)) <= limit


def _refuse_flood(tx: Connection, conversation: int, now: datetime) -> None:
    if inbox.unread(tx, conversation) > UNREAD_AT_MOST:
        raise Refused("web.flood", 429)
    if inbox.recent(tx, conversation, now - timedelta(days=1)) > A_DAY_AT_MOST:
        raise Refused("web.flood", 429)
