"""What the platform says of a file is checked, and a lie is marked."""

from datetime import timedelta
from hashlib import md5

import pytest

from storage.model.evidence import MediaState
from tests.fixtures.fetching import Sender
from tests.fixtures.uploading import jpeg


@pytest.mark.parametrize("told", [{"size": 7}, {"md5": "0" * 32}])
async def test_a_lie_about_a_file_is_marked_and_its_bytes_are_kept(
    sender: Sender, told: dict[str, object]
) -> None:
    sender.shelf.content = jpeg()
    await sender.sends(**told)

    assert await sender.work()

    assert (await sender.look()).state is MediaState.MISMATCHED
    assert await sender.has_whole()
    assert await sender.told() == []


async def test_a_page_where_a_picture_lay_is_marked(sender: Sender) -> None:
    sender.shelf.content = b"<html><body>Link expired</body></html>"
    await sender.sends(name="")

    assert await sender.work()

    assert (await sender.look()).state is MediaState.MISMATCHED
    assert await sender.has_whole()


async def test_a_checksum_that_holds_is_believed(sender: Sender) -> None:
    sender.shelf.content = jpeg()
    told = md5(sender.shelf.content, usedforsecurity=False).hexdigest().upper()
    await sender.sends(md5=told, size=len(sender.shelf.content))

    assert await sender.work()

    assert (await sender.look()).state is MediaState.OK


async def test_a_file_shorter_than_told_is_asked_for_once_more(sender: Sender) -> None:
    sender.shelf.content = jpeg()
    length = len(sender.shelf.content)
    await sender.sends(size=length + 100)
    assert await sender.work()
    assert (await sender.look()).state is MediaState.COMING

    sender.clock.now += timedelta(seconds=30)
    assert await sender.work()

    assert sender.shelf.asked == ["", f"bytes={length}-"]
    assert (await sender.look()).state is MediaState.MISMATCHED
    assert await sender.has_whole()


@pytest.mark.parametrize(
    ("told", "state"), [({}, MediaState.COMING), ({"size": 0}, MediaState.EMPTY)]
)
async def test_nothing_at_all_is_a_file_only_where_it_is_told_to_be_empty(
    sender: Sender, told: dict[str, object], state: MediaState
) -> None:
    await sender.sends(**told)

    assert await sender.work()

    assert (await sender.look()).state is state
