from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.channel import SendError
from bot.channels.zalo.api import Refused
from bot.channels.zalo.refusals import CODES, DAY_S, PARKED_S, STOPPED_S, failure
from handlers.wording import say

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 3, 2, 16, 0, 20, tzinfo=UTC)  # 23:00:20 there
LATER, NEVER, GONE = "later", "never", "gone"
NIGHT_S = (7 * 60 + 5) * 60 - 20
# Zalo's numbers: what becomes of the message, the wait, whether for the whole account.
TABLE = [
    ([-32], LATER, 40.0, True),
    ([-200, -214], LATER, None, False),
    ([-100, -201, -202, -210, -217, -233, -235], NEVER, None, False),
    ([-240, -244, -248, -249], NEVER, None, False),
    ([-204, -205, -207, -208, -209, -212, -215], LATER, STOPPED_S, True),
    ([-216, -219, -220, -221, -223, -224, -242], LATER, STOPPED_S, True),
    ([401, 403, 404], LATER, STOPPED_S, True),
    ([-211, -320, -321], LATER, PARKED_S, False),
    ([-218], LATER, DAY_S, False),
    ([-213, -222, -227], GONE, None, False),
    ([-230, -232, -305, -311], NEVER, None, False),
    ([-234], LATER, NIGHT_S, False),
    ([-1, -999, 7, 400, 413], NEVER, None, False),
]


def failed(code: int, attempts: int = 1, now: datetime = NOW) -> SendError:
    return failure(Refused(code, "told"), attempts, now, ZONE, jitter=0.0)


def kind(error: SendError) -> str:
    assert not error.unknown
    return GONE if error.gone else NEVER if error.permanent else LATER


@pytest.mark.parametrize(("codes", "becomes", "wait", "for_all"), TABLE)
def test_each_number_says_what_becomes_of_the_message(codes, becomes, wait, for_all):
    for code in codes:
        error = failed(code)

        told = (kind(error), error.retry_after, error.for_all)
        assert told == (becomes, wait, for_all), code


def test_every_number_that_we_know_is_tested():
    assert set(CODES) - {301, 302, 307, 308, 405} <= {
        code for codes, *_ in TABLE for code in codes
    }


def test_a_failure_that_zalo_does_not_explain_is_tried_three_times():
    assert [kind(failed(-200, tries)) for tries in (1, 2, 3)] == [LATER, LATER, NEVER]


@pytest.mark.parametrize(("hours", "wait_h"), [(0, 7), (2, 5), (6, 1), (13, 18)])
def test_what_may_not_go_at_night_goes_in_the_morning(hours, wait_h):
    error = failed(-234, now=NOW + timedelta(hours=hours))

    assert error.retry_after == pytest.approx(wait_h * 3600 + 300 - 20)


def test_officers_read_why_in_vietnamese():
    assert failed(-230).why == f"-230: {say('zalo.shut')}"
