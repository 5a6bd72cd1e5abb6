"""What a channel can show, and what it can ask a phone for."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel can show: characters a text, buttons a message, characters a label."""

    text: int
    buttons: int
    label: int
    upload_bytes: int
    carries_code: bool = True  # a link into it brings the printed code along
    shares: bool = False  # one tap sends his own number, or where he stands


class Share(StrEnum):
    """The value of a button that sends what the phone knows, where a channel has one."""

    PHONE = "share_phone"
    PLACE = "share_place"
