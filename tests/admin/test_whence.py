"""An address is believed from whom only we and our proxy can be."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from admin.keys import PUBLIC_URL
from admin.whence import place_of

HTTP, HTTPS = "http://192.0.2.1:8080", "https://office.example"


@dataclass
class Wire:
    """A connection from somewhere."""

    peer: str
    extra: dict[str, Any] = field(default_factory=dict)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return (self.peer, 4711) if name == "peername" else default


@pytest.mark.parametrize(
    ("url", "peer", "told", "place"),
    [
        (HTTP, "203.0.113.7", "", "203.0.113.7"),
        (HTTP, "203.0.113.7", "198.51.100.1", "203.0.113.7"),
        (HTTP, "192.168.1.9", "198.51.100.1", "192.168.1.9"),
        (HTTPS, "9.9.9.9", "198.51.100.1", "9.9.9.9"),
        (HTTPS, "172.17.0.1", "198.51.100.1", "198.51.100.1"),
        (HTTP, "127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (HTTP, "127.0.0.1", "forged, 198.51.100.1", "198.51.100.1"),
        (HTTP, "127.0.0.1", "198.51.100.1, nonsense", "127.0.0.1"),
        (HTTP, "2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::/64"),
        (HTTP, "2001:db8:1:2:bbbb::2", "", "2001:db8:1:2::/64"),
        (HTTP, "::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_a_place_is_where_the_request_really_comes_from(
    url: str, peer: str, told: str, place: str
) -> None:
    app = web.Application()
    app[PUBLIC_URL] = url
    headers = {"X-Forwarded-For": told} if told else {}
    request = make_mocked_request(
        "POST", "/sign-in", headers, app=app, transport=Wire(peer)
    )

    assert place_of(request, "an") == f"address:{place}"
