"""How a call to Zalo can go wrong."""

from enum import StrEnum

MESSAGE = "cs"  # the method that puts a message out


class Kind(StrEnum):
    """How a call goes wrong."""

    CODE = "code"  # refused with a number of Zalo's
    BROKEN = "broken"  # 502 without JSON
    DROPPED = "dropped"  # hung up before anything was done
    SLOW = "slow"  # done, but late
    LOST = "lost"  # done, but the answer never comes
