"""Files that nobody goes on sending are not lost."""

import os
from collections.abc import AsyncIterator
from datetime import timedelta

from handlers.leftovers import give_up, tidy
from storage import rooms, uploads
from storage.crypt import Key
from storage.model.evidence import MediaState
from tests.fixtures.uploading import Visitor


async def test_a_recording_that_is_left_goes_to_staff_and_may_begin_again(
    visitor: Visitor,
) -> None:
    name = await visitor.begun(name="ghi âm.webm", kind="voice")
    await visitor.send(name, 0, b"abcd")
    empty = await visitor.begun(client_id="c-2", kind="voice")

    visitor.clock.now += timedelta(minutes=29)
    await give_up(visitor.world)
    assert await visitor.kept() == ()
    visitor.clock.now += timedelta(minutes=2)
    await give_up(visitor.world)
    await give_up(visitor.world)

    (cut,) = await visitor.kept()
    assert (cut.state, cut.size) == (MediaState.TRUNCATED, 4)
    assert (await visitor.send(empty, 0, b"abcd")).status == 404
    assert await visitor.offset(name) == 0
    late = await visitor.send(name, 4, b"efgh", last=True)
    assert (late.status, late.headers["Upload-Offset"]) == (409, "0")
    assert (await visitor.send(name, 0, b"abcdefgh", last=True)).status == 204

    both = await visitor.kept()
    held = {await visitor.bytes_of(kept) for kept in both}
    assert held == {b"abcd", b"abcdefgh"}
    assert len(await visitor.shown()) == 2


async def test_a_crash_before_the_last_step_is_made_good(visitor: Visitor) -> None:
    """The bytes are all there, the file is not shown yet: repeating shows it."""
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")
    upload = await visitor.world.db.read(uploads.load, name)
    assert upload is not None

    async def rest() -> AsyncIterator[bytes]:
        yield b"efgh"

    files, db = visitor.world.files, visitor.world.db
    await files.append(upload.object, Key(upload.key), 4, rest())
    assert await visitor.offset(name) == 4
    await db.write(uploads.advance, name, 4, 8, visitor.clock())
    await files.finish(upload.object, 8)

    visitor.clock.now += timedelta(days=2)
    await give_up(visitor.world)

    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == b"abcdefgh"
    assert (await visitor.send(name, 8, b"", last=True)).status in (204, 409)
    assert len(await visitor.kept()) == 1


async def test_objects_that_no_row_knows_are_removed_in_time(visitor: Visitor) -> None:
    kept = await visitor.begun(size=4)
    await visitor.send(kept, 0, b"abcd")
    growing = await visitor.begun(client_id="c-2", size=8)
    await visitor.send(growing, 0, b"abcd")
    root = visitor.world.files.root
    wanted = {path.name for path in root.glob("??/*")}
    for name in ("ab" * 16, "cd" * 16):
        (root / name[:2]).mkdir(exist_ok=True)
        (root / name[:2] / name).write_bytes(b"left by a crash")
    for path in root.glob("??/*"):
        if path.name != "cd" * 16:
            os.utime(path, (0, 0))

    await tidy(visitor.world)

    assert {path.name for path in root.glob("??/*")} == wanted | {"cd" * 16}


async def test_a_package_that_a_killed_process_was_making_is_removed(
    visitor: Visitor,
) -> None:
    root = visitor.world.files.root
    left = root / f"{rooms.PREFIX}left"
    left.mkdir(parents=True)
    (left / "package.zip").write_bytes(b"plain")

    with rooms.room(root) as held:
        left.mkdir(exist_ok=True)
        await tidy(visitor.world)

        assert list(root.glob(f"{rooms.PREFIX}*")) == [held]
