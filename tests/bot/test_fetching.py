from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from yarl import URL

from bot.channel import FetchError
from bot.fetching import Allowed, fetch
from tests.fakes.zalo import Held, Kind, zalo
from tests.fakes.zalo import Zalo as Fake

HERE = Allowed.of("127.0.0.1")
ZALO = Allowed.of(".zdn.vn, .DLFL.vn,127.0.0.1")
BYTES = bytes(range(256)) * 1000


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    async with zalo() as served:
        yield served


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession(auto_decompress=False) as session:
        yield session


def lay(fake: Fake, held: Held) -> str:
    event = fake.user(1).show("image", held.content, held=held)
    return event["message"]["attachments"][0]["payload"]["url"]


async def got(http: ClientSession, url: str, offset: int = 0, **caps: float) -> bytes:
    return b"".join([piece async for piece in fetch(http, url, offset, HERE, **caps)])


async def failed(http: ClientSession, url: str, **caps: float) -> tuple[str, bool]:
    with pytest.raises(FetchError) as error:
        await got(http, url, **caps)
    return error.value.why, error.value.permanent


@pytest.mark.parametrize(
    ("address", "is_permitted"),
    [
        ("https://f2.photo.zdn.vn/a.jpg", True),
        ("https://F2.DLFL.VN/a.jpg", True),
        ("http://f2.photo.zdn.vn/a.jpg", False),
        ("https://zdn.vn/a.jpg", False),
        ("https://evilzdn.vn/a.jpg", False),
        ("https://a.zdn.vn.evil.example/a.jpg", False),
        ("https://a.zdn.vn:8443/a.jpg", False),
        ("https://user@a.zdn.vn/a.jpg", False),
        ("https://evil.example/?x=.zdn.vn", False),
        ("https://169.254.169.254/latest/meta-data", False),
        ("http://127.0.0.1:8080/console/", True),
        ("http://127.0.0.2/", False),
        ("http://localhost/", False),
        ("http://[::1]/", False),
        ("file:///etc/passwd", False),
        ("ftp://a.zdn.vn/a", False),
        ("", False),
    ],
)
def test_only_named_hosts_are_asked_and_only_in_the_safe_way(address, is_permitted):
    assert ZALO.permits(URL(address)) == is_permitted


def test_by_default_this_machine_is_not_asked():
    assert not Allowed.of(".zdn.vn").permits(URL("http://127.0.0.1/"))
    assert not Allowed.of("").permits(URL("https://zdn.vn/"))


@pytest.mark.parametrize("offset", [0, 1, 200_000, len(BYTES) - 1, len(BYTES)])
async def test_a_file_comes_from_where_it_stopped(fake, http, offset):
    url = lay(fake, Held(BYTES))

    assert await got(http, url, offset) == BYTES[offset:]


async def test_a_file_that_breaks_off_comes_whole_on_the_second_try(fake, http):
    url = lay(fake, Held(BYTES))
    fake.faults.add(Kind.LOST, method="media")
    begun = bytearray()

    async def begin() -> None:
        async for piece in fetch(http, url, 0, HERE):
            begun.extend(piece)

    with pytest.raises(FetchError) as error:
        await begin()
    assert not error.value.permanent
    assert 0 < len(begun) < len(BYTES)
    assert begun + await got(http, url, len(begun)) == BYTES


async def test_a_file_that_has_expired_is_never_asked_for_again(fake, http):
    url = lay(fake, Held(BYTES, expires=0.0))

    assert await failed(http, url) == ("expired", True)


async def test_a_redirect_is_followed_to_a_known_host_only(fake, http):
    there = lay(fake, Held(BYTES))

    assert await got(http, lay(fake, Held(b"", moved_to=there))) == BYTES
    for place in (
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "https://evil.example",
    ):
        why, is_permanent = await failed(http, lay(fake, Held(b"", moved_to=place)))
        assert (why, is_permanent) == ("a host that is not allowed", True)


async def test_a_redirect_to_no_address_at_all_is_never_followed_again(fake, http):
    for place in ("http://[bad", "https://a.zdn.vn:99999/"):
        why, is_permanent = await failed(http, lay(fake, Held(b"", moved_to=place)))

        assert (why, is_permanent) == ("no address", True)


async def test_a_circle_of_redirects_ends(fake, http):
    held = Held(b"")
    held.moved_to = lay(fake, held)

    assert await failed(http, held.moved_to) == ("too many redirects", True)


async def test_a_file_without_an_end_is_cut_off(fake, http):
    url = lay(fake, Held(b"", is_endless=True))

    assert await failed(http, url, largest=4 << 20) == ("too_large", True)


async def test_a_file_that_says_that_it_is_too_large_is_not_begun(fake, http):
    assert await failed(http, lay(fake, Held(BYTES)), largest=1000) == (
        "too_large",
        True,
    )


async def test_a_file_that_takes_too_long_is_left_for_later(fake, http):
    url = lay(fake, Held(BYTES))
    fake.faults.add(Kind.SLOW, method="media", seconds=5)

    assert await failed(http, url, whole_s=0.3) == ("TimeoutError", False)


@pytest.mark.parametrize(
    "address", ["", "không phải địa chỉ", "http://[", "//x", "a" * 9999]
)
async def test_what_is_no_address_is_nowhere(http, address):
    _, is_permanent = await failed(http, address)

    assert is_permanent


@pytest.mark.parametrize("host", ["a..zdn.vn", f"{'a' * 70}.zdn.vn"])
async def test_a_host_that_cannot_be_looked_up_is_nowhere(http, host):
    with pytest.raises(FetchError) as raised:
        await anext(fetch(http, f"https://{host}/x", 0, Allowed.of(".zdn.vn")))

    assert raised.value.permanent
