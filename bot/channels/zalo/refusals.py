"""What each refusal of Zalo's means for the message and for the account.

The numbers are those of Zalo's table of errors; one that is not in it is for ever, for
repeating what we do not understand may cost money.
"""

from datetime import datetime, tzinfo
from enum import Enum, auto

from bot.channel import SendError
from bot.channels.zalo.api import BUSY, Refused
from bot.channels.zalo.windows import MORNING, until_hour
from handlers.wording import say

TOKEN_DEAD = (-216, -220)
TRIES = 3
STOPPED_S, PARKED_S, BUSY_S = 300.0, 3600.0, 2.0
DAY_S = 86_400.0


class Means(Enum):
    """What a refusal means."""

    BUSY = auto()  # too many calls in this minute
    AGAIN = auto()  # failed for no told reason
    LATER = auto()
    PARKED = auto()  # nothing is left to pay this message with; replies cost nothing
    FULL = auto()  # this citizen may receive no more today
    NIGHT = auto()
    STOPPED = auto()  # the account or the app is not let in
    SHUT = auto()  # too long since the citizen's last message
    GONE = auto()
    NEVER = auto()


CODES = {
    BUSY: Means.BUSY,
    -200: Means.AGAIN,
    -214: Means.LATER,
    -211: Means.PARKED,
    -320: Means.PARKED,
    -321: Means.PARKED,
    -218: Means.FULL,
    -234: Means.NIGHT,
    **dict.fromkeys((-204, -205, -207, -208, -209, -212, -215), Means.STOPPED),
    **dict.fromkeys((*TOKEN_DEAD, -219, -221, -223, -224, -242), Means.STOPPED),
    **dict.fromkeys((301, 302, 307, 308, 401, 403, 404, 405), Means.STOPPED),
    **dict.fromkeys((-230, -232, -305, -311), Means.SHUT),
    **dict.fromkeys((-213, -222, -227), Means.GONE),
    **dict.fromkeys((-100, -201, -202, -210, -217), Means.NEVER),
    **dict.fromkeys((-233, -235, -240, -244, -248, -249), Means.NEVER),
}
# Of these a person must know.
ALARMING = (Means.STOPPED, Means.PARKED)


def meaning(code: int) -> Means:
    """Return what a number means; one that we do not know is for ever."""
    return CODES.get(code, Means.NEVER)


def failure(
    refused: Refused, attempts: int, now: datetime, zone: tzinfo, jitter: float
) -> SendError:
    """Return what becomes of a message; `jitter` is 0 to 1."""
    means = meaning(refused.code)
    why = f"{refused.code}: {say(f'zalo.{means.name.lower()}')}"
    match means:
        case Means.BUSY:
            wait = until_next_minute(now) + jitter * BUSY_S
            return SendError(why, retry_after=wait, for_all=True)
        case Means.STOPPED:
            return SendError(why, retry_after=STOPPED_S, for_all=True)
        case Means.PARKED:
            return SendError(why, retry_after=PARKED_S, held=True)
        case Means.FULL:
            return SendError(why, retry_after=DAY_S)
        case Means.NIGHT:
            wait = until_hour(now, zone, MORNING, jitter)
            return SendError(why, retry_after=wait, held=True)
        case Means.AGAIN:
            return SendError(why, permanent=attempts >= TRIES)
        case Means.LATER:
            return SendError(why)
        case Means.GONE:
            return SendError(why, gone=True)
        case Means.SHUT | Means.NEVER:
            return SendError(why, permanent=True)


def until_next_minute(now: datetime) -> float:
    """Return the seconds until Zalo counts anew."""
    return 60.0 - now.second - now.microsecond / 1e6
