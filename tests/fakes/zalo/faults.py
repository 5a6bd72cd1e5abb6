"""How a call to Zalo can go wrong."""

from enum import StrEnum

MESSAGE = "cs"  # the method that puts a message out


class Kind(StrEnum):
    """How a call goes wrong."""

    CODE = "code"  # refused with a number of Zalo's
    BROKEN = "broken"  # 502 without JSON
    FORBIDDEN = "forbidden"  # 403 of a server between us, which is not Zalo's word
    DROPPED = "dropped"  # hung up before anything was done
    SLOW = "slow"  # done, but late
    LOST = "lost"  # done, but the answer never comes
