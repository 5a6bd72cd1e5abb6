"""People who work in the console, how they prove who they are, what they may do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may do, least first."""

    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff; password and TOTP stay in the store."""

    id: int
    login: str
    name: str
    role: Role
    agency: int
    is_active: bool
    is_enrolled: bool  # has set a password and a second factor


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser; the token itself is never stored, only its hash."""

    id: int
    staff: Staff
    csrf: str
    created_at: datetime
    seen_at: datetime
    client: str = ""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a member of staff proves himself against; `step` is the last code used."""

    staff: Staff
    password_hash: str
    totp_secret: bytes
    step: int
