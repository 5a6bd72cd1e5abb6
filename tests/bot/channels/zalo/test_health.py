from datetime import timedelta

import sqlalchemy as sa

from bot.place import now
from storage import accounts, erasure, inbox, turns
from storage.model.account import AccountState
from storage.model.evidence import MediaKind
from storage.model.line import Received
from storage.model.message import Said
from storage.tables import inbox as inbox_table
from tests.fakes.zalo import OA_ID, Kind


async def test_health_is_asked_each_hour_and_staff_see_it(open_oa, fake, db):
    oa = open_oa()
    await oa.keeper.keep()

    await oa.health.step()
    await oa.health.step()

    assert [path for path, _ in fake.world.calls] == [
        "/v2.0/oa/getoa",
        "/v2.0/oa/listrecentchat",
    ]
    (account,) = await db.read(accounts.listed)
    assert account.profile["package_name"] == "Nâng cao"
    assert account.profile["is_verified"] == "true"
    assert account.profile["callback"].endswith("/zalo/oauth")
    assert account.checked_at is not None
    assert account.expires_at > now()


async def test_a_health_check_renews_a_dead_token(oa, fake, db):
    await oa.keeper.keep()
    fake.world.tokens.expires = 0.0

    await oa.health.step()

    (account,) = await db.read(accounts.listed)
    assert account.state is AccountState.OK
    assert fake.world.tokens.rotations == 2


async def test_an_account_that_zalo_stopped_is_seen_until_it_lets_us_in(oa, fake, db):
    await oa.keeper.keep()
    for code, state in ((-204, AccountState.STOPPED), (0, AccountState.OK)):
        if code:
            fake.faults.add(Kind.CODE, method="getoa", code=code)
        await oa.health.check()
        (account,) = await db.read(accounts.listed)
        assert account.state is state
        assert account.account == OA_ID


async def test_what_zalo_did_not_bring_is_seen_once_it_should_have_come(
    open_oa, fake, db
):
    for name in ("one", "two", "three"):
        said = fake.user(1).say(name)
    key = f"user_send_text:{said['message']['msg_id']}"
    row = Received("zalo", OA_ID, key, fake.user(1).id, 1, b"{}", now())
    await db.write(inbox.add, row)

    for minutes, missed in ((1, "0"), (16, "2"), (7 * 24 * 60, "0")):
        at = now() + timedelta(minutes=minutes)
        oa = open_oa(clock=lambda at=at: at)
        await oa.keeper.pair()
        await oa.health.check()
        (account,) = await db.read(accounts.listed)
        assert account.profile["missed"] == missed


async def test_what_zalo_will_bring_no_more_is_fetched_from_its_list_once(
    open_oa, fake, db
):
    person, words = fake.user(1), "Mộ ở bên suối Đá"
    person.say(words)
    person.show("image", b"a photo")
    person.show("audio", b"a voice")
    person.pin(16.4, 107.5)
    links = [talk["url"] for talk in fake.world.talks[1:3]]

    for minutes, missed, rows in ((60, "4", 0), (140, "4", 3), (200, "1", 3)):
        at = now() + timedelta(minutes=minutes)
        oa = open_oa(clock=lambda at=at: at)
        await oa.keeper.pair()
        await oa.health.check()
        (account,) = await db.read(accounts.listed)
        assert account.profile["missed"] == missed
        assert await db.read(_rows) == rows

    (batch,) = await db.write(turns.take, now())
    told = [one.what for row in batch.rows for one in oa.read(row)]
    assert told[0] == Said(words)
    assert [(one.media_kind, one.remote.ref) for one in told[1:]] == [
        (MediaKind.PHOTO, links[0]), (MediaKind.VOICE, links[1]),
    ]  # fmt: skip
    assert batch.rows[0].position < batch.rows[1].position


async def test_what_was_missed_is_fetched_from_every_page_of_the_list(
    open_oa, fake, db
):
    outage = [fake.user(number).say(f"Mộ thứ {number}") for number in range(23)]
    brought = [fake.user(30).say(f"Chào {number}") for number in range(12)]
    for said in brought:
        key = f"user_send_text:{said['message']['msg_id']}"
        row = Received("zalo", OA_ID, key, fake.user(30).id, 1, b"{}", now())
        await db.write(inbox.add, row)

    at = now() + timedelta(minutes=140)
    oa = open_oa(clock=lambda: at)
    await oa.keeper.pair()
    await oa.health.check()

    (account,) = await db.read(accounts.listed)
    assert account.profile["missed"] == str(len(outage))
    assert await db.read(_rows) == len(outage) + len(brought)


async def test_whoever_was_erased_does_not_come_back_by_zalos_list(open_oa, fake, db):
    person = fake.user(1)
    said = person.say("Xin xóa hết")
    key, at = f"user_send_text:{said['message']['msg_id']}", int(said["timestamp"])
    row = Received("zalo", OA_ID, key, person.id, at, b"{}", now())
    kept = await db.write(inbox.add, row)
    erased_at = now() + timedelta(minutes=1)
    await db.write(erasure.erase, kept.conversation, "theo yêu cầu", "test", erased_at)
    later = person.say("Chào lại")
    fake.world.talks[-1]["time"] = int(later["timestamp"]) + 120_000

    oa = open_oa(clock=lambda: now() + timedelta(minutes=150))
    await oa.keeper.pair()
    await oa.health.check()

    (account,) = await db.read(accounts.listed)
    assert account.profile["missed"] == "1"
    (batch,) = await db.write(turns.take, now())
    assert [oa.read(one)[0].what for one in batch.rows] == [Said("Chào lại")]


def _rows(tx):
    return tx.execute(sa.select(sa.func.count()).select_from(inbox_table)).scalar()


async def test_a_zalo_that_does_not_show_the_last_messages_is_well_all_the_same(
    oa, fake, db
):
    await oa.keeper.keep()
    fake.faults.add(Kind.CODE, method="recent", code=-209)

    await oa.health.check()

    (account,) = await db.read(accounts.listed)
    assert (account.state, account.profile["missed"]) == (AccountState.OK, "0")
