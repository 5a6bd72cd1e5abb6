import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.reading import Reader
from bot.channels.telegram.updates import KINDS, arrival, parsed
from storage.codec import pack, unpack_what
from storage.crypt import Key, KeyRing
from storage.model.line import Unread
from storage.model.message import What

PAYLOADS = sorted((Path(__file__).parents[3] / "payloads" / "telegram").glob("*.json"))
# The payloads' buttons are signed with this key.
RING = KeyRing({"k1": Key(bytes(32))}, "k1")
READER = Reader(Buttons.of("700000001", RING), RING)
# Ours are refused by the library's own reading.
BROKEN = ("numbers_where_text_is_told", "text_where_numbers_are_told")
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
)  # fmt: skip
NAMES = st.sampled_from((
    "message_id", "chat", "id", "type", "from", "text", "caption", "photo", "voice",
    "document", "location", "latitude", "longitude", "venue", "contact", "data",
    "message", "sticker", "file_id", "mime_type", "width", "height", "duration",
    "new_chat_member", "status", "live_period", "title", "user_id", "emoji",
))  # fmt: skip
BODIES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner),
    max_leaves=25,
)


def payload(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return held


def whats(raw: bytes) -> list[What]:
    row = Unread(1, 1, 1, "telegram", 7, raw, datetime.now(UTC), 0)
    return [incoming.what for incoming in READER.read(row)]


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_each_kind_of_update_means_what_stands_beside_it(path):
    told = payload(path)
    raw = json.dumps(told["body"]).encode()

    stands = arrival(parsed(raw), raw)

    assert (stands.key, stands.address, stands.position) == (
        told["key"], told["address"], told["position"],
    )  # fmt: skip
    assert whats(raw) == [
        unpack_what(json.dumps(one).encode()) for one in told["reads"]
    ]


@pytest.mark.parametrize(
    "path", [p for p in PAYLOADS if p.stem not in BROKEN], ids=lambda path: path.stem
)
def test_the_library_reads_the_same_number_chat_and_message(path):
    told = payload(path)

    update = Update.de_json(told["body"], None)

    assert str(update.update_id) == told["key"]
    if told["address"] is not None:
        assert str(update.effective_chat.id) == told["address"]
    if told["position"] is not None:
        assert update.effective_message.message_id == told["position"]


def test_what_was_said_before_an_edit_is_the_same_file_after_it():
    message = payload(next(p for p in PAYLOADS if p.stem == "photo"))["body"]["message"]

    media = {
        whats(json.dumps({"update_id": at, "message": message}).encode())[0].media
        for at in (1, 2)
    }

    assert len(media) == 1


@given(kind=st.sampled_from(KINDS), subject=BODIES)
def test_no_body_breaks_the_reading_or_makes_a_key_that_no_database_takes(
    kind, subject
):
    raw = json.dumps({"update_id": 5, kind: subject}).encode()

    stands = arrival(parsed(raw), raw)

    assert stands.key == "5"
    assert stands.position is None or abs(stands.position) < 2**63
    for what in whats(raw):
        assert unpack_what(pack(what)) == what


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"null", b"{", b"\xff\xfe\x00", b"[" * 200_000, b'{"a":1}',
        b'{"update_id":"5"}', b'{"update_id":true}', b'{"update_id":1e400}',
        b'{"update_id":' + b"9" * 5000 + b"}", b"\0" * 100,
    ],
    ids=lambda raw: repr(raw[:12]),
)  # fmt: skip
def test_a_body_that_is_no_update_is_kept_as_nobodys(raw):
    stands = arrival(parsed(raw), raw)

    assert (stands.address, stands.position) == (None, None)
    assert len(stands.key) == 64
    assert whats(raw) == []
