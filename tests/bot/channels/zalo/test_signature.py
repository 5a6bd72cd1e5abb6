import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.channel import BadSignature
from bot.channels.zalo.api import proof
from bot.channels.zalo.events import parsed
from bot.channels.zalo.oauth import challenge
from bot.channels.zalo.signature import Seal, mac

APP, SECRET = "1234567890123456789", "OA_SECRET_FOR_TESTS"
SEAL = Seal(APP, SECRET)
# As Zalo writes it: 294 bytes, one line.
BODY = (
    '{"app_id":"1234567890123456789","sender":{"id":"246845883529197922"},'
    '"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_text","message":{"text":"Tôi biết nơi có mộ liệt sĩ",'
    '"msg_id":"96d3cdf3af150460909"},"timestamp":"1751100041636"}'
).encode()
MAC = "93a606ebfdf660922f7594af15d0c41f267697940f478c819871614f1c8d9aaf"
THEN = datetime.fromtimestamp(1751100041.636, UTC)


def check(body=BODY, header=f"mac={MAC}", at=THEN, **more) -> None:
    headers = {"X-ZEvent-Signature": header, **more}
    SEAL.check(headers, body, parsed(body), at)


def test_the_digests_are_those_of_the_specification():
    assert len(BODY) == 294
    assert mac(APP, BODY, "1751100041636", SECRET) == MAC
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert proof("ACCESSTOKEN", "APPSECRET") == (
        "38758d3f0c4773dec9143768f99ee233d334511be672298af245f60bcc1975f0"
    )


@pytest.mark.parametrize(
    "header", [f"mac={MAC}", f"mac = {MAC}", MAC, f"mac={MAC.upper()}", f" mac={MAC} "]
)
def test_a_signature_is_taken_in_each_way_that_it_is_written(header):
    check(header=header)


@pytest.mark.parametrize(
    "header",
    ["", "mac=", f"mac={MAC[:-1]}", f"mac={MAC[:-1]}0", f"sha={MAC}", "é" * 64],
)
def test_another_signature_is_refused(header):
    with pytest.raises(BadSignature):
        check(header=header)


def test_what_was_parsed_and_written_again_is_not_what_was_signed():
    with pytest.raises(BadSignature):
        check(body=json.dumps(json.loads(BODY)).encode())


def test_a_time_told_as_a_number_is_signed_as_it_is_written():
    body = BODY.replace(b'"1751100041636"', b"1751100041636")

    check(body=body, header=mac(APP, body, "1751100041636", SECRET))


@pytest.mark.parametrize("told", ["1751100041", "1751100041636000"])
def test_a_time_told_in_another_unit_is_no_older(told):
    body = BODY.replace(b"1751100041636", told.encode())

    check(body=body, header=mac(APP, body, told, SECRET))
    with pytest.raises(BadSignature):
        check(body, mac(APP, body, told, SECRET), THEN + timedelta(hours=3))


def test_the_event_of_another_app_is_refused_though_signed_with_our_id():
    body = BODY.replace(APP.encode(), b"999")

    with pytest.raises(BadSignature):
        check(body=body, header=mac(APP, body, "1751100041636", SECRET))


@pytest.mark.parametrize("away", [timedelta(hours=3), -timedelta(hours=3)])
def test_an_old_event_is_taken_only_as_a_retry(away):
    with pytest.raises(BadSignature):
        check(at=THEN + away)

    check(at=THEN + away, num_retry="5")
    check(at=THEN + away / 2)


@pytest.mark.parametrize(("hours", "is_taken"), [(23.9, True), (24.1, False)])
def test_after_a_day_not_even_a_retry_is_taken(hours, is_taken):
    late = THEN + timedelta(hours=hours)

    if is_taken:
        check(at=late, num_retry="5")
    else:
        with pytest.raises(BadSignature):
            check(at=late, num_retry="5")


def test_a_signed_event_without_a_time_is_taken():
    body = b'{"app_id":"1234567890123456789","event_name":"follow"}'

    check(body=body, header=mac(APP, body, "", SECRET))
