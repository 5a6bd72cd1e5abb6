import json
from datetime import timedelta

import pytest

from bot.calling import Reply
from bot.channel import Delivered, SendError
from bot.channels.zalo import LIMITS
from bot.channels.zalo.api import answer_in
from bot.channels.zalo.sending import delivered, words_of
from bot.place import now
from storage import accounts
from storage.model.account import AccountState
from storage.model.message import Button
from tests.bot.channels.zalo.conftest import unsent
from tests.bot.channels.zalo.test_refusals import GONE, LATER, NEVER, kind
from tests.fakes.zalo import OA_ID, Kind

YES, NO = Button("consent", "yes", "1. Đồng ý"), Button("consent", "no", "2. Không")
UNKNOWN = "unknown"


def become(error: SendError) -> str:
    return UNKNOWN if error.unknown else kind(error)


async def test_a_message_stands_where_zalo_puts_it(oa, fake):
    person = fake.user(1)
    first = person.say("Chào")

    put = await oa.send(unsent(person, "Đồng ý ạ?", YES, NO))

    heard = await person.hears()
    assert put == Delivered(heard["at"], heard["id"])
    assert put.position > int(first["timestamp"])
    assert [button["title"] for button in heard["buttons"]] == ["1. Đồng ý", "2. Không"]


@pytest.mark.parametrize("told", [{}, {"data": {}}, {"data": {"user_id": "1"}}])
def test_what_zalo_took_is_sent_though_it_does_not_tell_its_place(told):
    answer = Reply(200, {}, json.dumps({"error": 0, **told}).encode())

    assert delivered(answer_in(answer)) == Delivered(None, "")


async def test_who_sees_no_buttons_reads_the_choices(oa, fake):
    person = fake.user(1)
    person.say("Chào")

    await oa.send(unsent(person, "Đồng ý ạ?", YES, NO))

    text = (await person.hears())["text"]
    assert text.endswith("\n1. Đồng ý\n2. Không")
    assert words_of(text) == "Đồng ý ạ?"


async def test_the_longest_message_is_taken_with_the_longest_choices(oa, fake):
    person = fake.user(1)
    person.say("Chào")
    widest = [Button("k", str(at), "x" * LIMITS.label) for at in range(LIMITS.buttons)]

    await oa.send(unsent(person, "ạ" * LIMITS.text, *widest))

    assert len(person.heard) == 1


async def test_somebody_without_a_name_is_answered_where_he_wrote(oa, fake):
    person = fake.user("anonymous:a1:c2")
    person.acts()

    await oa.send(unsent(person, "Xin chào ạ"))

    assert [message["text"] for message in person.heard] == ["Xin chào ạ"]


async def test_after_a_week_of_silence_nothing_is_sent(oa, fake):
    person = fake.user(1)
    fake.world.heard_at[person.id] = now().timestamp() - 8 * 24 * 3600

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(person))

    assert become(failed.value) == NEVER


async def test_who_left_is_gone(oa, fake):
    person = fake.user(1)
    person.say("Chào")
    person.unfollow()

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(person))

    assert become(failed.value) == GONE


@pytest.mark.parametrize(
    ("fault", "becomes", "is_said"),
    [
        (Kind.CODE, LATER, False),
        (Kind.BROKEN, UNKNOWN, False),
        (Kind.DROPPED, UNKNOWN, False),
        (Kind.LOST, UNKNOWN, True),
    ],
)
async def test_each_fault_says_what_becomes_of_the_message(
    oa, fake, fault, becomes, is_said
):
    person = fake.user(1)
    person.say("Chào")
    fake.faults.add(fault)

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(person))

    assert become(failed.value) == becomes
    assert bool(person.heard) == is_said


async def test_nothing_is_unknown_before_a_byte_has_left(open_oa, fake):
    with pytest.raises(SendError) as failed:
        await open_oa(zalo_api_url="http://127.0.0.1:9").send(unsent(fake.user(1)))

    assert become(failed.value) == LATER


async def test_a_button_with_no_room_is_never_sent(oa, fake):
    with pytest.raises(SendError) as failed:
        await oa.send(unsent(fake.user(1), "Chọn ạ", Button("k", "v" * 1000, "x")))

    assert become(failed.value) == NEVER
    assert fake.world.calls == []


async def test_when_the_minute_is_full_nothing_more_is_tried(oa, fake):
    person = fake.user(1)
    person.say("Chào")
    fake.world.most = 2
    await oa.send(unsent(person))
    await oa.send(unsent(person))

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(person))

    assert failed.value.for_all
    assert 0 < failed.value.retry_after <= 60
    assert len(fake.world.calls) == 2


async def test_staff_see_that_zalo_does_not_let_the_account_send(oa, fake, db):
    person = fake.user(1)
    person.say("Chào")
    fake.faults.add(Kind.CODE, code=-224)

    with pytest.raises(SendError):
        await oa.send(unsent(person))

    (account,) = await db.read(accounts.listed)
    assert (account.state, account.reason[:4]) == (AccountState.STOPPED, "-224")


async def test_it_is_counted_who_pays_for_a_message(oa, fake, db):
    person, slow = fake.user(1), fake.user(2)
    person.say("Chào")
    fake.world.heard_at[slow.id] = now().timestamp() - timedelta(days=3).total_seconds()

    for whom in (person, slow, person):
        await oa.send(unsent(whom))
    await oa.health.step()

    (account,) = await db.read(accounts.listed)
    assert account.account == OA_ID
    assert account.counts == {"reply": 2, "billed": 1}
