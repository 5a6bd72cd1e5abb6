"""What cannot be taken is refused in one sentence, and what could be kept is kept."""

import io
from typing import Any

import pytest

from storage.model.evidence import MediaState
from tests.fixtures.uploading import Visitor

MIB = 1 << 20


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"size": 5 << 30}, 413),
        ({"size": 0}, 422),
        ({"size": -1}, 400),
        ({"size": "9"}, 400),
        ({"client_id": ""}, 400),
        ({"client_id": None}, 400),
    ],
)
async def test_what_we_cannot_take_is_refused_in_one_sentence(
    visitor: Visitor, wish: dict[str, Any], status: int
) -> None:
    answer = await visitor.begin(**wish)

    assert answer.status == status
    assert (await answer.json())["error"].endswith(".")


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff", b'"a"', b"1" * 2 * MIB])
async def test_a_request_that_is_no_wish_is_refused(
    visitor: Visitor, raw: bytes
) -> None:
    answer = await visitor.http.post("/chat/uploads", data=io.BytesIO(raw))

    assert answer.status in (400, 413)


async def test_an_empty_file_is_refused_and_yet_seen_by_staff(visitor: Visitor) -> None:
    for _ in range(2):
        assert (await visitor.begin(name="ảnh.jpg", size=0)).status == 422

    (kept,) = await visitor.kept()
    assert (kept.size, kept.state, kept.kind) == (0, "empty", "photo")
    assert len(await visitor.shown()) == 1


async def test_more_than_was_promised_is_refused(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")

    answer = await visitor.send(name, 4, b"efghi")

    assert answer.status == 413
    assert await visitor.offset(name) == 4


async def test_a_recording_without_end_is_cut_and_kept(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.uploads.MOST_BYTES", 8)
    name = await visitor.begun()

    answer = await visitor.send(name, 0, b"abcdefghij")

    assert answer.status == 413
    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == b"abcdefgh"
    assert kept.state is MediaState.TRUNCATED


async def test_uploads_of_others_are_unknown(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    other = {"Authorization": "Bearer the secret of another", "Upload-Offset": "0"}

    for method in ("HEAD", "PATCH", "DELETE"):
        path = f"/chat/uploads/{name}"
        answer = await visitor.http.request(method, path, headers=other)
        assert answer.status == 404
    assert (await visitor.send("nothing", 0, b"abcd")).status == 404
    assert await visitor.offset(name) == 0


async def test_a_flood_of_files_is_asked_to_wait(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.uploads.OPEN_AT_ONCE", 2)
    first = await visitor.begun(client_id="0", size=4)
    await visitor.begun(client_id="1", size=4)

    refused = await visitor.begin(client_id="2", size=4)
    assert refused.status == 429

    await visitor.send(first, 0, b"abcd")
    await visitor.begun(client_id="2", size=4)


async def test_a_full_disk_is_told_and_keeps_what_was_kept(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")
    roomy = visitor.world.files.reserve

    visitor.world.files.reserve = 1 << 60
    assert (await visitor.send(name, 4, b"efgh")).status == 507
    assert (await visitor.begin(client_id="c-2", size=4)).status == 507
    visitor.world.files.reserve = roomy

    assert await visitor.offset(name) == 4
    assert (await visitor.send(name, 4, b"efgh")).status == 204
