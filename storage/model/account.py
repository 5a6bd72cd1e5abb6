"""Accounts: how our own side stands at a platform that lets us in for a while only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

UNANSWERED = "unanswered"  # the reason where nobody answers our asking for a new pair


class AccountState(StrEnum):
    """Whether the platform lets us in."""

    OK = "ok"
    STOPPED = "stopped"  # it refuses us; a person must settle it there
    SHUT_OUT = "shut_out"  # our tokens are spent: an administrator must let us in again


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of tokens; `rotation` counts the pairs of an account.

    A refresh token is good for one refresh, which also kills the access token.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime
    issued_at: datetime
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """How an account stands; `profile` is what the platform tells of it."""

    channel: str
    account: str
    state: AccountState
    reason: str
    expires_at: datetime
    issued_at: datetime
    changed_at: datetime
    checked_at: datetime | None
    profile: Mapping[str, str]
    counts: Mapping[str, int]  # messages sent, by who pays for them
    held: int = 0  # messages that wait for their time, or for their readers to write

    @property
    def is_lasting(self) -> bool:
        """Whether we are let in until somebody revokes it, with nothing to renew."""
        return (
            self.expires_at == self.issued_at
            and self.state is not AccountState.SHUT_OUT
        )
