"""How a call to Telegram can go wrong."""

from enum import StrEnum

MESSAGE = "sendMessage"  # the method that puts a message out


class Kind(StrEnum):
    """How a call goes wrong."""

    BUSY = "busy"  # 429 with a wait
    BROKEN = "broken"  # 502 without JSON
    DROPPED = "dropped"  # hung up before anything was done
    SLOW = "slow"  # done, but late
    LOST = "lost"  # done, but the answer never comes
