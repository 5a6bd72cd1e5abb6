"""Who somebody is: contact cards, and the form in which a citizen tells it himself.

Zalo has written the form in three shapes: nested, flat, and as JSON within a text.
"""

import re
from collections.abc import Iterator

from bot.channels.zalo.events import Part, parsed, part, words
from storage.model.message import Said, Shared

ADDRESS = ("address", "ward", "district", "city")


def card(payload: Part, text: str) -> Shared | None:
    """Return the contact card in a link; None where it is a link only."""
    told = part(payload, "description") or parsed(words(payload, "description"))
    phone = telephone(words(told, "phone"))
    return (
        Shared(text or words(payload, "title"), phone, is_own=False) if phone else None
    )


def form(event: Part) -> Iterator[Shared | Said]:
    """Yield what the teller wrote of himself."""
    info = part(event, "info") or parsed(words(part(event, "message"), "text"))
    info = part(info, "info") or info
    name, told = words(info, "name").strip(), words(info, "phone").strip()
    phone = telephone(told)
    if name or phone:
        yield Shared(name, phone, is_own=True)
    if told and not phone:
        yield Said(told)  # two numbers, say, or one with words beside it
    if address := ", ".join(address_of(info)):
        yield Said(address)


def address_of(info: Part) -> Iterator[str]:
    """Yield the parts of an address, the smallest first."""
    full = part(info, "full_address")
    for name in ADDRESS:
        if told := (words(full, f"user_{name}") or words(info, name)).strip():
            yield told


def telephone(told: str) -> str:
    """Return a number as people dial it from anywhere; empty where there is none."""
    digits = re.sub(r"[\s.()-]", "", told)
    if not re.fullmatch(r"\+?\d{8,15}", digits, re.ASCII):
        return ""
    return f"+{digits}" if re.fullmatch(r"84\d{9,10}", digits, re.ASCII) else digits
