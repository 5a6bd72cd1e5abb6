"""After a week of silence a template asks for a word, once; staff see the rest."""

from datetime import timedelta

import pytest

from bot.channel import SendError
from bot.channels.zalo.template import CODE, EACH
from bot.place import now
from handlers.wording import say
from storage import accounts, conversations, filing, inbox, leases
from storage.model.account import AccountState
from storage.model.line import Received
from tests.bot.channels.zalo.conftest import unsent
from tests.fakes.zalo import OA_ID, Kind
from tests.fixtures.told import TELLING

TEMPLATE, TIP = "271828", "482 915 637"
SILENT = timedelta(days=8)
BIDDEN, SHUT = say("zalo.bidden"), say("zalo.shut")


@pytest.fixture
async def person(fake, db):
    """Somebody who told a tip and then was silent for long."""
    someone = fake.user(1)
    fake.world.heard_at[someone.id] = (now() - SILENT).timestamp()
    fake.world.templates[TEMPLATE] = {CODE}

    def tell(tx):
        whose = conversations.find_or_open(tx, "zalo", OA_ID, someone.id, now())
        filing.file(tx, TELLING, whose, None, TIP, "zalo", now())

    await db.write(tell)
    return someone


def posted(fake):
    return [path for path, _ in fake.world.calls if path.endswith("/template")]


async def refused(oa, person) -> str:
    with pytest.raises(SendError) as failed:
        await oa.send(unsent(person, "Bác cho hỏi thêm ạ?"))
    assert failed.value.permanent
    return failed.value.why


async def test_who_was_silent_is_asked_for_a_word_once_a_week(open_oa, person):
    oa = open_oa(zalo_template_id=TEMPLATE)

    assert await refused(oa, person) == BIDDEN
    assert await refused(open_oa(zalo_template_id=TEMPLATE), person) == BIDDEN

    assert [heard["text"] for heard in person.heard] == [f"[{TEMPLATE}] {TIP}"]
    assert oa.health.sent == {"template": 1}
    later = open_oa(zalo_template_id=TEMPLATE, clock=lambda: now() + EACH)
    assert await refused(later, person) == BIDDEN
    assert len(person.heard) == 2


async def test_a_restart_does_not_ask_again(open_oa, db, person):
    await refused(open_oa(zalo_template_id=TEMPLATE), person)

    await db.write(leases.drop_all)

    assert await refused(open_oa(zalo_template_id=TEMPLATE), person) == BIDDEN
    assert len(person.heard) == 1


async def test_what_we_know_ourselves_costs_no_call_that_is_refused(
    open_oa, fake, db, person
):
    at = int((now() - SILENT).timestamp() * 1000)
    key = "user_send_text:m1"
    row = Received("zalo", OA_ID, key, person.id, at, b"{}", now() - SILENT)
    await db.write(inbox.add, row)

    assert await refused(open_oa(zalo_template_id=TEMPLATE), person) == BIDDEN

    assert [path for path, _ in fake.world.calls] == posted(fake)


async def test_once_he_has_written_the_message_itself_goes_out(open_oa, person):
    oa = open_oa(zalo_template_id=TEMPLATE)
    await refused(oa, person)
    person.say("Tôi đây")

    await oa.send(unsent(person, "Bác cho hỏi thêm ạ?"))

    assert person.heard[-1]["text"] == "Bác cho hỏi thêm ạ?"


@pytest.mark.parametrize("settings", [{}, {"zalo_template_id": "999"}])
async def test_without_a_template_that_zalo_takes_staff_are_told_as_before(
    open_oa, fake, person, settings
):
    oa = open_oa(**settings)

    assert (await refused(oa, person)).endswith(SHUT)
    assert (await refused(oa, person)).endswith(SHUT)

    assert person.heard == []
    assert len(posted(fake)) == 2 * len(settings)


async def test_staff_see_that_nothing_is_left_to_pay_templates_with(
    open_oa, fake, db, person
):
    fake.faults.add(Kind.CODE, method="template", code=-321)

    assert (await refused(open_oa(zalo_template_id=TEMPLATE), person)).endswith(SHUT)

    (account,) = await db.read(accounts.listed)
    assert (account.state, account.reason) == (AccountState.STOPPED, "-321")


async def test_who_has_told_nothing_yet_is_not_asked(open_oa, fake):
    stranger = fake.user(2)
    fake.world.heard_at[stranger.id] = (now() - SILENT).timestamp()
    fake.world.templates[TEMPLATE] = {CODE}

    assert (await refused(open_oa(zalo_template_id=TEMPLATE), stranger)).endswith(SHUT)

    assert posted(fake) == []


async def test_one_whose_answer_is_lost_is_not_sent_again(open_oa, fake, person):
    fake.faults.add(Kind.LOST, method="template")
    oa = open_oa(zalo_template_id=TEMPLATE)

    assert await refused(oa, person) == BIDDEN
    assert await refused(oa, person) == BIDDEN

    assert len(person.heard) == 1
