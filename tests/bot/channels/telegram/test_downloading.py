import os

import pytest

from bot.channel import FetchError
from bot.channels.telegram import LIMITS
from storage.model.message import Remote
from tests.fakes.telegram import Kind

CONTENT = os.urandom(300_000)


@pytest.fixture
def remote(fake) -> Remote:
    chat = fake.chat(5)
    chat.show("document", CONTENT)
    return held(fake)


def held(fake) -> Remote:
    """Return where the last file shown lies, as a reader would."""
    message = fake.world.pending[-1]["message"]
    file = message["document"]
    return Remote(file["file_id"], file["file_name"], "", file["file_size"])


async def fetched(bot, remote: Remote, offset: int = 0) -> bytes:
    return b"".join([piece async for piece in bot.download(remote, offset)])


async def test_a_file_comes_whole(bot, remote):
    assert await fetched(bot, remote) == CONTENT


@pytest.mark.parametrize("offset", [1, 65_536, len(CONTENT) - 1, len(CONTENT)])
async def test_a_file_is_fetched_on_from_where_it_broke_off(bot, remote, offset):
    assert await fetched(bot, remote, offset) == CONTENT[offset:]


async def test_a_file_that_breaks_off_is_to_be_tried_again(bot, fake, remote):
    fake.faults.add(Kind.LOST, method="file")
    got = bytearray()

    async def fetch() -> None:
        async for piece in bot.download(remote, 0):
            got.extend(piece)

    with pytest.raises(FetchError) as failed:
        await fetch()

    assert not failed.value.permanent
    assert CONTENT.startswith(got)
    assert got + await fetched(bot, remote, len(got)) == CONTENT


async def test_a_link_that_has_expired_is_asked_for_again(bot, fake, remote):
    fake.world.link_s = -1
    with pytest.raises(FetchError) as failed:
        await fetched(bot, remote)
    assert not failed.value.permanent

    fake.world.link_s = 3600
    assert await fetched(bot, remote) == CONTENT


async def test_what_is_too_large_is_not_even_asked_for(bot, fake):
    fake.chat(5).show("document", b"", size=LIMITS.upload_bytes + 1)

    with pytest.raises(FetchError) as failed:
        await fetched(bot, held(fake))

    assert (failed.value.why, failed.value.permanent) == ("too_large", True)
    assert fake.called("getFile") == []


async def test_what_turns_out_to_be_too_large_is_given_up(bot, fake):
    fake.chat(5).show("document", b"", size=LIMITS.upload_bytes + 1)
    said = held(fake)
    silent = Remote(said.ref)

    with pytest.raises(FetchError) as failed:
        await fetched(bot, silent)

    assert (failed.value.why, failed.value.permanent) == ("too_large", True)


async def test_a_file_of_which_telegram_knows_nothing_is_given_up(bot):
    with pytest.raises(FetchError) as failed:
        await fetched(bot, Remote("nothing"))

    assert failed.value.permanent


@pytest.mark.parametrize("method", ["getFile", "file"])
@pytest.mark.parametrize("fault", [Kind.BUSY, Kind.BROKEN])
async def test_a_fault_of_telegrams_is_no_reason_to_give_up(
    bot, fake, remote, fault, method
):
    fake.faults.add(fault, method=method)

    with pytest.raises(FetchError) as failed:
        await fetched(bot, remote)

    assert not failed.value.permanent
    assert await fetched(bot, remote) == CONTENT
