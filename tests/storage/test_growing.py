"""A growing object holds what was told as kept, whatever happens in between."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import frames
from storage.crypt import Key
from storage.files import FileStore, new_name
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


async def test_what_was_not_told_as_kept_is_written_over(store: FileStore) -> None:
    name = new_name()
    await store.append(name, KEY, 0, pieces(b"kept"))
    await store.append(name, KEY, 4, pieces(b"lost answer"))

    length = await FileStore(store.root).append(name, KEY, 4, pieces(b" and kept"))
    await store.finish(name, length)

    assert await whole(store, name) == b"kept and kept"


async def test_a_source_that_breaks_leaves_the_object_as_it_was(
    store: FileStore,
) -> None:
    async def breaks() -> AsyncIterator[bytes]:
        yield b"x" * frames.MOST * 2
        raise RuntimeError

    name = new_name()
    await store.append(name, KEY, 0, pieces(b"kept"))
    with pytest.raises(RuntimeError):
        await store.append(name, KEY, 4, breaks())
    await store.finish(name, 4)

    assert await whole(store, name) == b"kept"


async def test_finishing_twice_is_no_harm(store: FileStore) -> None:
    name = new_name()
    await store.append(name, KEY, 0, pieces(b"abcd"))

    await store.finish(name, 4)
    await store.finish(name, 4)

    assert await whole(store, name) == b"abcd"


async def test_bytes_that_were_told_and_are_missing_are_not_made_up(
    store: FileStore,
) -> None:
    name = new_name()
    await store.append(name, KEY, 0, pieces(b"abcd"))

    with pytest.raises(ObjectGone):
        await store.append(name, KEY, 9, pieces(b"efgh"))


steps = st.lists(
    st.tuples(
        st.binary(max_size=40),
        st.booleans(),  # the offset is told, or we die before that
        st.integers(0, 90),  # so many bytes of what was not told are torn off
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(steps=steps, start=st.integers(0, 330), length=st.integers(0, 330))
def test_any_appends_kills_and_ranges_give_what_was_told(
    steps: list[tuple[bytes, bool, int]], start: int, length: int
) -> None:
    asyncio.run(live(steps, start, start + length))


async def live(steps: list[tuple[bytes, bool, int]], start: int, end: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, name, told, size = FileStore(Path(folder)), new_name(), b"", 0
        path = store.root / name[:2] / (name + ".part")
        for piece, is_told, torn in steps:
            length = await store.append(name, KEY, len(told), pieces(piece))
            if is_told:
                told, size = told + piece, path.stat().st_size
            else:
                store = FileStore(Path(folder))
                os.truncate(path, max(size, path.stat().st_size - torn))
            assert length == len(told) + (0 if is_told else len(piece))
        await store.finish(name, len(told))
        assert await whole(store, name) == told
        assert await whole(store, name, start, end) == told[start:end]
