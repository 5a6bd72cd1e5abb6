from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot import admitting
from bot.app import application
from bot.channel import Means
from bot.channels import channels
from bot.channels.zalo import open_channel
from bot.config import Settings
from bot.keys import BOARD
from bot.place import now
from bot.receipts import Receipts
from bot.switchboard import Switchboard
from storage.files import FileStore
from storage.spool import Spool
from tests.fakes.zalo import settings, zalo


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


async def test_an_administrator_who_comes_back_is_told_how_it_went(db, tmp_path):
    async with zalo() as fake, ClientSession() as http:
        set_ = Settings(**settings(fake), public_url="http://127.0.0.1")
        channel = open_channel(set_, Means(db, http, now))
        spool = Spool(tmp_path / "spool", db.ring)
        receipts = Receipts(db, spool, now, lambda: "x")
        files, zone = FileStore(tmp_path / "media"), ZoneInfo("Asia/Ho_Chi_Minh")
        app = application(db, files, now, zone, "http://127.0.0.1")
        app[BOARD] = Switchboard(channels() | {"zalo": channel}, receipts)
        app.add_routes(admitting.ROUTES)
        async with TestClient(TestServer(app)) as browser:
            async with http.get(
                URL(channel.oauth.link, encoded=True), allow_redirects=False
            ) as zalos:
                back = URL(zalos.headers["Location"])
            for status, words in ((200, "Đã cấp quyền xong"), (400, "Chưa cấp quyền")):
                answer = await browser.get(back.path_qs)
                assert answer.status == status
                assert words in await answer.text()
            missing = await browser.get("/telegram/oauth")
            assert missing.status == web.HTTPNotFound.status_code
