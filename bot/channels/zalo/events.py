"""An event as it comes: its kind and key, the citizen it is about, its place in time.

Zalo's samples tell numbers as text and its events sometimes the reverse; here all are
text, unformatted, for the signature needs one of them as it was written.
"""

import json
import math
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from bot.channel import Arrival
from nlp.text import clean

LARGEST = 2**63 - 1  # what a database column holds
# Told in milliseconds these are in 1973 and in 5138: below and above is another unit.
SECONDS, MICROSECONDS = 10**11, 10**14
ID = re.compile(r"[\w.:=+/-]{1,128}", re.ASCII)
PERSON = re.compile(r"[\w.=+/-]{1,128}", re.ASCII)  # no colon: it parts addresses
NAME = re.compile(r"\w{1,64}", re.ASCII)
RECEIPTS = ("user_received_message", "user_seen_message")
# Kinds that belong to a citizen's conversation: these, and whatever begins so.
OURS = frozenset((
    "follow", "unfollow", "user_click_chatnow", "user_submit_info",
    "user_click_response_button", "user_withdraw", "user_reacted_message",
    "oa_reacted_message", "widget_interaction_accepted", "user_call_oa", *RECEIPTS,
))  # fmt: skip
SENT = ("user_send_", "anonymous_send_", "oa_send_")
CONSENT = "oa_send_consent"  # of telephone calls, which are not ours
# Receipts, and what staff did in Zalo's own tool: nobody need keep these.
QUIET = frozenset((
    *RECEIPTS, "add_user_to_tag", "remove_user_from_tag", "remove_tag",
    "update_user_info", "oa_call_user", CONSENT,
))  # fmt: skip
ANONYMOUS = "anonymous"
# What the console's test button sends, signed; its parties are nobody.
SAMPLE = ("This is message id", "This is testing message")

Part = dict[str, Any]


def arrival(event: Part, raw: bytes, oa: str) -> Arrival:
    """Return where a body belongs; what is no citizen's is nobody's."""
    name, place = name_of(event), moment(event)
    address = citizen(event, oa) if is_ours(name, event) else None
    message = words(part(event, "message"), "msg_id") or words(event, "msg_id")
    known = message if ID.fullmatch(message) else sha256(raw).hexdigest()
    key, told_at = f"{name}:{known}", told(place)
    return Arrival(key, address, place if address else None, name, told_at)


def is_ours(name: str, event: Part) -> bool:
    """Return whether an event belongs to one citizen's conversation."""
    if "_group" in name or words(event, "group_id"):
        return False
    return name in OURS or (name.startswith(SENT) and name != CONSENT)


def moment(event: Part) -> int | None:
    """Return when an event was, in milliseconds; some are told in s, some in µs."""
    told = whole(words(event, "timestamp"))
    if told is None or SECONDS <= told < MICROSECONDS:
        return told
    return told * 1000 if told < SECONDS else told // 1000


def told(at_ms: int | None) -> datetime | None:
    """Return a moment as a time; None where it is in no year of ours."""
    is_ours = at_ms is not None and SECONDS <= at_ms < MICROSECONDS
    return datetime.fromtimestamp(at_ms / 1000, UTC) if at_ms and is_ours else None


def is_sample(event: Part) -> bool:
    """Return whether the console's test button sent it."""
    message = part(event, "message")
    return (words(message, "msg_id"), words(message, "text")) == SAMPLE


def name_of(event: Part) -> str:
    """Return the kind of an event."""
    name = words(event, "event_name")
    return name if NAME.fullmatch(name) else "unnamed"


def citizen(event: Part, oa: str) -> str | None:
    """Return whom an event of our account is about: the other party, wherever it stands.

    Zalo's own pages disagree about which side is the sender.
    """
    parties = [words(part(event, side), "id") for side in ("sender", "recipient")]
    told = [one for one in (*parties, words(event, "oa_id")) if one]
    if told and oa not in told:
        return None  # another account of the same app
    named = (
        *parties,
        words(part(event, "follower"), "id"),
        words(event, "user_id"),
        words(part(event, "data"), "user_id"),
    )
    other = next((one for one in named if one and one != oa), "")
    if not PERSON.fullmatch(other):
        return None
    talk = words(part(event, "message"), "conversation_id")
    has_name = name_of(event).startswith("user_")
    if has_name or not ID.fullmatch(talk):
        return other
    return f"{ANONYMOUS}:{other}:{talk}"


def parsed(raw: bytes | str) -> Part:
    """Return the JSON object in a body, its numbers as text; empty where there is none."""
    try:
        value = json.loads(raw, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def part(of: Part, name: str) -> Part:
    """Return the object under a name; an empty one where there is none."""
    value = of.get(name)
    return value if isinstance(value, dict) else {}


def parts(of: Part, name: str) -> list[Part]:
    """Return the objects in the list under a name."""
    value = of.get(name)
    listed = value if isinstance(value, list) else []
    return [one for one in listed if isinstance(one, dict)]


def words(of: Part, name: str) -> str:
    """Return the text under a name, clean; an empty one where there is none."""
    value = of.get(name)
    return clean(value) if isinstance(value, str) else ""


def whole(text: str) -> int | None:
    """Return a whole number that a database takes."""
    if not re.fullmatch(r"-?\d{1,19}", text, re.ASCII):
        return None
    return int(text) if abs(int(text)) <= LARGEST else None


def number(text: str, limit: float) -> float | None:
    """Return a number no further from nought than the limit."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= limit else None
