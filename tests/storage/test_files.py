"""The media store keeps what it was given, and gives back exactly that."""

import asyncio
import os
import resource
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from storage import frames
from storage.crypt import Key, SealBroken
from storage.disk import ObjectHeld
from storage.errors import StorageFull
from storage.files import FileStore, new_name, open_store
from storage.growing import ObjectGone

KEY = Key.new()


async def pieces(*values: bytes) -> AsyncIterator[bytes]:
    for value in values:
        yield value


async def whole(store: FileStore, name: str, *where: int) -> bytes:
    return b"".join([piece async for piece in store.read(name, KEY, *where)])


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "media")


async def test_it_gives_back_what_it_was_given(store: FileStore) -> None:
    told = os.urandom(frames.MOST * 2 + 17)

    name = await store.create(pieces(told[:5], told[5:]), KEY)

    assert await whole(store, name) == told
    assert await store.digest(name, KEY) == sha256(told).hexdigest()


async def test_nothing_on_the_disk_is_readable_without_the_key(
    store: FileStore,
) -> None:
    name = await store.create(pieces(b"a grave by the stream" * 9), KEY)

    stored = (store.root / name[:2] / name).read_bytes()
    assert b"grave" not in stored
    with pytest.raises(SealBroken):
        [piece async for piece in store.read(name, Key.new())]


async def test_an_empty_object_is_an_object(store: FileStore) -> None:
    name = await store.create(pieces(), KEY)

    assert await whole(store, name) == b""


async def test_frames_cannot_be_swapped(store: FileStore) -> None:
    name = new_name()
    for offset in (0, 4):
        await store.append(name, KEY, offset, pieces(b"abcd"))
    await store.finish(name, 8)

    path = store.root / name[:2] / name
    raw = path.read_bytes()
    half = len(raw) // 2
    path.write_bytes(raw[half:] + raw[:half])

    with pytest.raises(SealBroken):
        await whole(store, name)


async def test_an_object_cannot_take_the_name_of_another(store: FileStore) -> None:
    name = await store.create(pieces(b"abcd"), KEY)
    other = name[:2] + new_name()[2:]
    path = store.root / name[:2] / name
    path.rename(path.with_name(other))

    with pytest.raises(SealBroken):
        await whole(store, other)


async def test_a_torn_end_of_a_finished_object_is_told(store: FileStore) -> None:
    name = await store.create(pieces(b"abcd"), KEY)
    path = store.root / name[:2] / name
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(SealBroken):
        await whole(store, name)


async def test_a_source_that_breaks_leaves_no_new_object(store: FileStore) -> None:
    async def breaks() -> AsyncIterator[bytes]:
        yield b"x"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await store.create(breaks(), KEY)

    assert [path for path in store.root.rglob("*") if path.is_file()] == []


async def test_a_disk_without_room_takes_nothing(store: FileStore) -> None:
    full = FileStore(store.root, reserve=1 << 60)

    with pytest.raises(StorageFull):
        await full.create(pieces(b"abcd"), KEY)

    assert not full.has_room(0)
    assert [path for path in store.root.rglob("*") if path.is_file()] == []


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file may grow past 256 KiB: the nearest to a full disk without being root."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 18, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("little_room")
async def test_a_disk_that_fills_up_in_the_middle_leaves_what_was_kept(
    store: FileStore,
) -> None:
    name = new_name()
    await store.append(name, KEY, 0, pieces(b"kept"))
    path = store.root / name[:2] / (name + ".part")
    before = path.stat().st_size

    with pytest.raises(StorageFull):
        await store.append(name, KEY, 4, pieces(b"x" * frames.MOST * 2))
    with pytest.raises(StorageFull):
        await store.create(pieces(b"x" * frames.MOST), KEY)

    assert path.stat().st_size == before
    assert [each for each in store.root.rglob("*") if each.is_file()] == [path]
    await store.append(name, KEY, 4, pieces(b" and more"))
    await store.finish(name, 13)
    assert await whole(store, name) == b"kept and more"


async def test_one_writer_at_a_time(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.disk.PATIENCE", 0.1)
    name = new_name()

    async with store.held(name):
        with pytest.raises(ObjectHeld):
            async with FileStore(store.root).held(name):
                pass
        await store.append(name, KEY, 0, pieces(b"abcd"))
        await store.finish(name, 4)
    async with store.held(name):
        pass

    assert await whole(store, name) == b"abcd"


async def test_who_waits_goes_on_when_the_first_is_done(store: FileStore) -> None:
    name, order = new_name(), []

    async def write(who: str) -> None:
        async with store.held(name):
            order.append(f"{who} in")
            await asyncio.sleep(0.01)
            order.append(f"{who} out")

    await asyncio.gather(*map(write, "abc"))

    assert [line[2:] for line in order] == ["in", "out"] * 3


async def test_the_sweep_takes_only_old_objects_that_no_row_knows(
    store: FileStore,
) -> None:
    names = [await store.create(pieces(b"abcd"), KEY) for _ in range(3)]
    growing = new_name()
    await store.append(growing, KEY, 0, pieces(b"abcd"))
    for path in store.root.glob("??/*"):
        os.utime(path, (0, 0))
    young = await store.create(pieces(b"abcd"), KEY)

    removed = await store.sweep({names[0], growing}, timedelta(hours=1))

    assert removed == 2
    left = {path.name for path in store.root.glob("??/*")}
    assert left == {names[0], growing + ".part", young}


async def test_a_removed_object_is_gone(store: FileStore) -> None:
    name = await store.create(pieces(b"abcd"), KEY)

    await store.remove(name)
    await store.remove(name)

    with pytest.raises(ObjectGone):
        await whole(store, name)


def test_a_store_is_named_by_its_url(tmp_path: Path) -> None:
    assert open_store(f"file:{tmp_path}").root == tmp_path
    assert open_store("file:var/media").root == Path("var/media")
    assert open_store("file:///srv/media").root == Path("/srv/media")
