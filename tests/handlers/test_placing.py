"""Placing: which addresses are worth printing."""

import pytest

from handlers.placing import is_public


@pytest.mark.parametrize(
    "url",
    [
        "https://lietsi.suoida.example.vn",
        "https://lietsi.example.vn:8443/thong-tin",
        "http://8.8.8.8",
        "http://[2606:4700::1]:8080",
    ],
)
def test_an_address_of_the_net_is_one_that_phones_reach(url: str) -> None:
    assert is_public(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080",
        "http://localhost:8080",
        "http://[::1]:8080",
        "http://0.0.0.0",
        "http://192.168.1.20:8080",
        "http://10.1.2.3",
        "http://100.101.1.2",
        "http://[fe80::1]",
        "http://may-chu-xa:8080",
        "http://may-chu.local",
        "https://tin.lan",
        "http://",
    ],
)
def test_one_of_this_machine_or_this_house_is_none(url: str) -> None:
    assert not is_public(url)
