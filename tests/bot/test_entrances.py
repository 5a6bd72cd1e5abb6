"""What is on can be entered from a scanned code; what is off is not offered."""

from pathlib import Path

from aiohttp import ClientSession

from bot.config import Settings
from bot.roles import Role
from bot.serving import running

ZALO = {
    "zalo_app_id": "4318",
    "zalo_oa_id": "2491",
    "zalo_app_secret": "invented",
    "zalo_oa_secret": "invented",
}


async def landing(folder: Path, **told: str) -> str:
    """Return the page of a code that nobody knows."""
    settings = Settings(data_dir=folder, port=0, **told)
    async with running(settings, [Role.WEB]) as url, ClientSession(url) as http:
        return await (await http.get("/q/1234567")).text()


async def test_what_is_off_is_not_offered(tmp_path: Path) -> None:
    page = (await landing(tmp_path)).lower()

    assert "zalo" not in page
    assert "telegram" not in page


async def test_an_account_that_is_set_is_the_first_entrance(tmp_path: Path) -> None:
    page = await landing(tmp_path, **ZALO, telegram_token="1:invented")

    assert 'class="button main" href="https://zalo.me/2491"' in page
    # Its name is not known before Telegram has told it, so there is no link yet.
    assert "t.me" not in page
