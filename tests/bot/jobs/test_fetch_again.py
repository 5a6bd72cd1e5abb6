"""A gap that somebody asks for again is tried as long as the first time."""

from datetime import timedelta

from bot.jobs.fetch import LONGEST
from storage.model.evidence import MediaState
from tests.fixtures.fetching import Sender
from tests.fixtures.uploading import jpeg


async def test_a_gap_that_is_asked_for_again_comes_and_he_is_asked_only_once(
    sender: Sender,
) -> None:
    sender.shelf.content, sender.shelf.status = jpeg(), 404
    await sender.sends()
    assert await sender.work()
    sender.clock.now += timedelta(days=3)
    await sender.asks_again()
    assert await sender.work()
    assert len(await sender.told()) == 1

    await sender.asks_again()
    sender.shelf.status = 503
    assert await sender.work()
    assert (await sender.look()).state is MediaState.COMING
    sender.shelf.status, sender.clock.now = 200, sender.clock.now + LONGEST
    assert await sender.work()

    assert (await sender.look()).state is MediaState.OK
    assert await sender.has_whole()
