import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.channel import BadSignature
from bot.channels.zalo.windows import HEARD
from bot.place import now
from bot.receipts import Receipts
from storage import conversations, erasure, hearing, inbox
from storage.model.line import Received
from storage.spool import Spool
from tests.fakes.zalo import OA_ID
from tests.fakes.zalo.bringing import signed, written

PAYLOADS = Path(__file__).parents[3] / "payloads" / "zalo"


def body(event) -> bytes:
    return written(event, Random(3))  # noqa: S311 - a test's dice


def test_a_signed_event_belongs_to_its_citizen(oa, fake):
    event = fake.user(1).say("Chào")
    raw = body(event)

    stands = oa.receive(signed(raw), raw)

    assert stands.key == f"user_send_text:{event['message']['msg_id']}"
    assert stands.address == fake.user(1).id
    assert stands.position == int(event["timestamp"])


@pytest.mark.parametrize("told", ["1751100041", 1751100041000, "1751100041000000"])
def test_an_event_stands_at_its_time_in_whatever_unit_it_is_told(open_oa, fake, told):
    then = datetime(2025, 6, 28, 8, 40, 41, tzinfo=UTC)
    raw = body(fake.user(1).say("Chào") | {"timestamp": told})

    stands = open_oa(clock=lambda: then).receive(signed(raw), raw)

    assert (stands.position, stands.told_at) == (1751100041000, then)


def test_an_event_that_zalo_did_not_sign_is_refused(oa, fake):
    raw = body(fake.user(1).say("Chào"))

    for headers in (
        {},
        signed(raw, secret="another"),
        signed(body(fake.world.add("x"))),
    ):
        with pytest.raises(BadSignature):
            oa.receive(headers, raw)


def test_a_retry_is_the_same_event(oa, fake):
    raw = body(fake.user(1).say("Chào"))

    assert oa.receive(signed(raw, 1), raw) == oa.receive(signed(raw), raw)


def test_two_accounts_of_one_app_do_not_hear_each_other(open_oa, fake):
    raw = body(fake.user(1).say("Chào"))

    stands = open_oa(zalo_oa_id="111").receive(signed(raw), raw)

    assert stands.address is None


def test_probes_receipts_and_the_consoles_test_are_answered_only(oa, fake):
    sample = fake.world.add(
        "user_send_text", sender={"id": "1"}, recipient={"id": "2"}, timestamp="12345",
        message={"msg_id": "This is message id", "text": "This is testing message"},
    )  # fmt: skip
    receipt = fake.world.add(
        "user_received_message", message={"msg_id": "m"}, **fake.user(1).parties
    )
    for event in (sample, receipt, fake.user(1).sees("m")):
        raw = body(event)
        assert oa.receive(signed(raw), raw) is None
    for probe in (b"", b" \n"):
        assert oa.receive({}, probe) is None


QUIET = ("consent_to_calls_asked", "calls_a_citizen", "tag", "receipt", "seen")


@pytest.mark.parametrize("name", QUIET)
def test_what_nobody_need_keep_is_answered_only_when_signed(oa, name):
    event = json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"))["body"]
    raw = body(event | {"timestamp": str(int(now().timestamp() * 1000))})

    assert oa.receive(signed(raw), raw) is None
    with pytest.raises(BadSignature):
        oa.receive({}, raw)


async def test_a_retry_of_somebody_who_was_erased_since_does_not_bring_him_back(
    oa, fake, db
):
    then = now() - timedelta(hours=1)
    told = fake.user(1).say("Chào") | {"timestamp": str(int(then.timestamp() * 1000))}
    raw = body(told)
    receipts = Receipts(db, Spool(Path("unused"), db.ring), now, lambda: "x")
    stands = oa.receive(signed(raw, 1), raw)
    row = Received(
        "zalo", OA_ID, stands.key, stands.address, stands.position, raw, then
    )
    kept = await db.write(inbox.add, row)
    await db.write(erasure.erase, kept.conversation, "yêu cầu", "staff:1", now())

    loop = asyncio.create_task(receipts.run())
    await receipts.take_in(oa, signed(raw, 2), raw)
    fresh = body(fake.user(1).say("Chào lại"))
    await receipts.take_in(oa, signed(fresh), fresh)
    loop.cancel()

    new = await db.write(
        conversations.find_or_open, "zalo", OA_ID, stands.address, now()
    )
    assert new != kept.conversation
    assert await db.read(inbox.unread, new) == 1


async def test_whoever_calls_the_account_may_be_answered(oa, fake, db):
    person = fake.user(1)
    told = {"timestamp": str(int(now().timestamp() * 1000))}
    raw = body(fake.world.add("user_call_oa", **person.parties) | told)
    stands = oa.receive(signed(raw), raw)

    row = Received(
        "zalo", OA_ID, stands.key, stands.address, stands.position, raw, now()
    )
    kept = await db.write(inbox.add, row)

    heard = await db.read(hearing.last_heard, kept.conversation, "zalo", HEARD)
    assert heard == stands.position


def test_a_test_that_the_console_did_not_sign_is_refused(oa):
    told = {"msg_id": "This is message id", "text": "This is testing message"}
    raw = json.dumps({"message": told, "timestamp": "1"}).encode()

    with pytest.raises(BadSignature):
        oa.receive(signed(raw, secret="another"), raw)


def test_what_the_account_sends_itself_never_opens_a_conversation_of_its_own(oa, fake):
    raw = body(fake.world.add("oa_send_text", sender={"id": OA_ID},
                              recipient={"id": OA_ID}, message={"msg_id": "m"}))  # fmt: skip

    assert oa.receive(signed(raw), raw).address is None
