import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.buttons import Buttons
from bot.channels.zalo.events import arrival, parsed
from bot.channels.zalo.reading import Reader
from storage.codec import unpack_whats
from storage.crypt import Key, KeyRing
from storage.model.line import Unread
from storage.model.message import Showed, What
from tests.fakes.zalo import OA_ID

PAYLOADS = sorted((Path(__file__).parents[3] / "payloads" / "zalo").glob("*.json"))
# The payloads' buttons are signed with this key.
READER = Reader(OA_ID, Buttons(OA_ID, KeyRing({"k1": Key(bytes(32))}, "k1")))
KINDS = st.sampled_from((
    "user_send_text", "user_send_image", "user_send_location", "user_send_link",
    "user_send_file", "user_submit_info", "user_click_response_button", "follow",
    "oa_send_text", "widget_interaction_accepted", "anonymous_send_text",
))  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
NAMES = st.sampled_from((
    "sender", "recipient", "id", "admin_id", "oa_id", "follower", "user_id", "message",
    "msg_id", "text", "attachments", "type", "payload", "url", "size", "coordinates",
    "latitude", "longitude", "description", "info", "phone", "full_address", "data",
    "timestamp", "conversation_id", "checksum", "name", "user_external_id",
))  # fmt: skip
PARTS = st.recursive(
    LEAVES | st.sampled_from((OA_ID, "image", "file", "location", "link", "5")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner),
    max_leaves=25,
)


def payload(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return held


def reads(raw: bytes) -> list[What]:
    row = Unread(1, 1, 1, "zalo", 7, raw, datetime.now(UTC), 0)
    return [incoming.what for incoming in READER.read(row)]


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_each_kind_of_event_means_what_stands_beside_it(path):
    told = payload(path)
    raw = json.dumps(told["body"]).encode()

    stands = arrival(parsed(raw), raw, OA_ID)

    assert (stands.key, stands.address, stands.position) == (
        told["key"], told["address"], told["position"],
    )  # fmt: skip
    assert reads(raw) == unpack_whats(json.dumps(told["reads"]).encode())


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_the_account_itself_is_never_a_citizen(path):
    raw = json.dumps(payload(path)["body"]).encode()

    address = arrival(parsed(raw), raw, OA_ID).address

    assert address is None or OA_ID not in address


def test_a_file_has_the_same_id_however_often_it_is_read_and_no_other_has_it():
    one, other = (
        json.dumps({
            "event_name": "user_send_image",
            "message": {"attachments": [{"type": "image", "payload": {"url": url}}]},
        }).encode()
        for url in ("https://a.zdn.vn/1", "https://a.zdn.vn/2")
    )  # fmt: skip

    ids = {
        what.media
        for raw in (one, one, other)
        for what in reads(raw)
        if isinstance(what, Showed)
    }

    assert len(ids) == 2


@given(kind=KINDS, event=st.dictionaries(NAMES, PARTS))
def test_no_body_breaks_the_reading_or_makes_a_key_that_no_database_takes(kind, event):
    raw = json.dumps({"event_name": kind, **event}).encode()

    stands = arrival(parsed(raw), raw, OA_ID)

    assert stands.key.startswith(f"{kind}:")
    assert len(stands.key) < 256
    assert "\0" not in stands.key + (stands.address or "")
    assert stands.position is None or abs(stands.position) < 2**63
    for what in reads(raw):
        json.dumps(asdict(what), ensure_ascii=False, allow_nan=False).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"null", b"{", b"\xff\xfe\x00", b"[" * 200_000, b'{"a":1}',
        b'{"event_name":5}', b'{"event_name":"moon landed"}', b"\0" * 100,
        b'{"timestamp":' + b"9" * 5000 + b"}",
    ],
    ids=lambda raw: repr(raw[:12]),
)  # fmt: skip
def test_a_body_that_is_no_event_is_nobodys(raw):
    stands = arrival(parsed(raw), raw, OA_ID)

    assert (stands.address, stands.position) == (None, None)
    assert reads(raw) == []
