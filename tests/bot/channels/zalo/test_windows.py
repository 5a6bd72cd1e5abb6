"""What Zalo would refuse or bill, and what would wake people, is known before it is sent."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.channel import SendError
from bot.channels.zalo.windows import (
    FREE,
    OPEN,
    Quiet,
    Window,
    until_hour,
    window_of,
)
from handlers.wording import say
from storage import accounts, conversations, inbox, outbox, sending
from storage.model.line import Received
from storage.model.message import Asked, Outgoing
from tests.bot.channels.zalo.conftest import unsent
from tests.fakes.zalo import OA_ID, Kind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NIGHT, DAY = (
    datetime(2026, 3, 2, hour, tzinfo=ZONE).astimezone(UTC) for hour in (23, 10)
)
NOBODY_ASKED = Asked(1, "Bác cho hỏi thêm ạ?", "Ban Chỉ huy")
Q = Quiet(22, 6)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def at() -> list[datetime]:
    return [DAY]


@pytest.fixture
def oa(open_oa, fake, at):
    fake.world.clock = lambda: at[0].timestamp()
    return open_oa(clock=lambda: at[0], zalo_quiet_hours="22-6", zalo_paid_daily=2)


async def queued(db, person, heard: datetime, now: datetime, *, answers: bool) -> None:
    """Queue a message to somebody last heard then; it answers him or it does not."""

    def tell(tx):
        ms = int(heard.timestamp() * 1000)
        key = f"user_send_text:{person.id}-{ms}"
        event = Received("zalo", OA_ID, key, person.id, ms, b"{}", heard)
        told = inbox.add(tx, event)
        if answers:
            cause = told.id
        else:
            cause = inbox.post(tx, told.conversation, NOBODY_ASKED, f"q{now}", now).id
        known = conversations.load(tx, told.conversation)
        post = outbox.Post(known, known.key, cause, (Outgoing("Dạ"),), False)
        outbox.add(tx, [post], now)

    await db.write(tell)


async def sent(db, oa, now: datetime) -> str:
    """Return why the next message is held, or nothing when it went out."""
    (message,) = await db.write(sending.take, "zalo", OA_ID, now)
    try:
        await oa.send(message)
    except SendError as error:
        return error.why if error.held and not error.permanent else f"not held: {error}"
    return ""


@pytest.mark.parametrize(
    ("silent", "window"),
    [
        (timedelta(0), Window.FREE),
        (FREE, Window.FREE),
        (FREE + timedelta(seconds=1), Window.PAID),
        (OPEN, Window.PAID),
        (OPEN + timedelta(seconds=1), Window.SHUT),
        (-timedelta(hours=1), Window.FREE),
    ],
)
def test_each_window_ends_when_zalo_ends_it(silent, window):
    heard = int((DAY - silent).timestamp() * 1000)

    assert window_of(heard, DAY) is window


def test_somebody_of_whom_nothing_is_kept_is_let_through():
    assert window_of(None, DAY) is Window.FREE


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [
        (Q, {22, 23, 0, 1, 2, 3, 4, 5}),
        (Quiet(1, 5), {1, 2, 3, 4}),
        (Quiet(0, 0), set()),
        (Quiet(9, 9), set()),
    ],
)
def test_the_quiet_hours_are_those_of_the_setting(quiet, hours):
    told = {hour for hour in range(24) if quiet.holds(DAY.replace(hour=hour))}

    assert told == hours
    assert Quiet.read(f"{quiet.begins}-{quiet.ends}") == quiet


@pytest.mark.parametrize(("hour", "wait_h"), [(22, 8), (23, 7), (0, 6), (5, 1)])
def test_the_morning_is_that_of_the_place(hour, wait_h):
    utc = datetime(2026, 3, 2, hour, tzinfo=ZONE).astimezone(UTC)

    assert until_hour(utc, ZONE, 6, 0.0) == wait_h * 3600 + 300
    assert until_hour(utc, ZONE, 6, 1.0) == wait_h * 3600 + 900


async def test_at_night_an_answer_goes_and_what_answers_nobody_waits(oa, fake, db, at):
    at[0] = NIGHT
    person, other = fake.user(1), fake.user(2)
    for one in (person, other):
        one.acts()
    await queued(db, person, NIGHT - timedelta(hours=5), NIGHT, answers=True)
    assert await sent(db, oa, NIGHT) == ""
    await queued(db, other, NIGHT - timedelta(hours=5), NIGHT, answers=False)

    assert await sent(db, oa, NIGHT) == say("zalo.quiet")
    assert (len(person.heard), len(other.heard)) == (1, 0)


async def test_at_night_it_goes_to_whoever_is_awake(oa, fake, db, at):
    at[0] = NIGHT
    fake.user(1).acts()

    await queued(db, fake.user(1), NIGHT - timedelta(minutes=50), NIGHT, answers=False)

    assert await sent(db, oa, NIGHT) == ""


async def test_by_day_all_goes(oa, fake, db):
    fake.user(1).acts()

    await queued(db, fake.user(1), DAY - timedelta(hours=30), DAY, answers=False)

    assert await sent(db, oa, DAY) == ""


async def test_our_own_echo_is_no_sign_that_he_is_awake(oa, fake, db, at):
    at[0] = NIGHT
    person = fake.user(1)
    person.acts()
    ms = int(NIGHT.timestamp() * 1000)
    echo = Received("zalo", OA_ID, "oa_send_text:m", person.id, ms, b"{}", NIGHT)
    await db.write(inbox.add, echo)

    await queued(db, person, NIGHT - timedelta(hours=5), NIGHT, answers=False)

    assert await sent(db, oa, NIGHT) == say("zalo.quiet")


async def test_after_48_hours_no_more_is_paid_for_in_a_day_than_the_office_wants(
    oa, fake, db, at
):
    long_ago = DAY - timedelta(days=3)
    crowd = [fake.user(number) for number in range(4)]
    await oa.keeper.keep()
    for person in crowd:
        fake.world.heard_at[person.id] = long_ago.timestamp()

    told = []
    for person in crowd[:3]:
        await queued(db, person, long_ago, DAY, answers=False)
        told.append(await sent(db, oa, DAY))

    assert told == ["", "", say("zalo.spent")]
    (account,) = await db.read(accounts.listed)
    assert (account.profile["paid"], account.profile["spent"]) == ("2", "2")
    at[0] = DAY + timedelta(days=1)
    await queued(db, crowd[3], long_ago, at[0], answers=False)
    assert await sent(db, oa, at[0]) == ""
    (account,) = await db.read(accounts.listed)
    assert (account.profile["paid"], account.profile["spent"]) == ("1", "")


@pytest.mark.parametrize(
    ("fault", "paid"),
    [({"kind": Kind.CODE, "code": -200}, "0"), ({"kind": Kind.LOST}, "1")],
)
async def test_what_did_not_go_out_is_not_paid_for(oa, fake, db, fault, paid):
    long_ago = DAY - timedelta(days=3)
    await oa.keeper.keep()
    fake.world.heard_at[fake.user(1).id] = long_ago.timestamp()
    fake.faults.add(**fault)
    await queued(db, fake.user(1), long_ago, DAY, answers=False)

    await sent(db, oa, DAY)

    (account,) = await db.read(accounts.listed)
    assert account.profile["paid"] == paid


async def test_after_a_week_nothing_is_tried_and_staff_read_why(oa, fake, db):
    long_ago = DAY - timedelta(days=8)
    await queued(db, fake.user(1), long_ago, DAY, answers=False)
    (message,) = await db.write(sending.take, "zalo", OA_ID, DAY)

    with pytest.raises(SendError) as failed:
        await oa.send(message)

    assert (failed.value.permanent, failed.value.why) == (True, say("zalo.shut"))
    assert fake.world.calls == []


async def test_what_nobody_queued_is_no_matter_of_the_night(oa, fake, at):
    at[0] = NIGHT
    fake.user(1).acts()

    await oa.send(unsent(fake.user(1)))

    assert len(fake.user(1).heard) == 1
