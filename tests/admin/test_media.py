"""Staff see the files of the tips in their own area, and nobody else sees any."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from handlers import fetching
from storage import fetches, media
from storage.crypt import Key
from storage.db import Database
from storage.files import FileStore
from storage.model.evidence import MediaKind, MediaState
from storage.model.message import Incoming, Remote, Showed
from storage.model.staff import Role, Staff
from storage.tables import agency, tip
from tests.fixtures.console import SignIn
from tests.fixtures.told import NOW, hire, talk, tell
from tests.storage.test_media import photo_of

NAME = "cd" * 16
BYTES = b"\xff\xd8\xff\xe0 a photo"


async def pieces(plain: bytes) -> AsyncIterator[bytes]:
    yield plain


@pytest.fixture
async def path(db: Database, store: FileStore) -> str:
    """Where the console shows a photo that a tip has."""
    key, small = Key.new(), Key.new()
    name = await store.create(pieces(BYTES), key)
    preview = await store.create(pieces(b"\xff\xd8\xff\xe0 small"), small)

    def file(tx: Connection) -> int:
        sized = replace(photo_of(talk(tx)), id=name, key=key.secret, size=len(BYTES))
        media.add(tx, sized)
        media.set_preview(tx, name, preview, small.secret)
        return tell(tx, media=(name,))

    return f"/tips/{await db.write(file)}/media/{name}"


async def test_an_officer_gets_the_original_and_its_small_copy(
    db: Database, sign_in: SignIn, path: str
) -> None:
    browser = await sign_in(await db.write(hire))
    headers = {"Cookie": f"console={browser.token}", "Range": "bytes=4-"}

    whole = await browser.client.get(f"/console{path}", headers=headers)
    small = await browser.client.get(
        f"/console{path}/preview", headers={"Cookie": headers["Cookie"]}
    )

    assert (whole.status, await whole.read()) == (206, BYTES[4:])
    assert (small.status, await small.read()) == (200, b"\xff\xd8\xff\xe0 small")
    assert "sandbox" in whole.headers["Content-Security-Policy"]


async def test_an_officer_of_another_office_gets_nothing(
    db: Database, sign_in: SignIn, path: str
) -> None:
    stranger = await sign_in(await db.write(_of_elsewhere))

    for wanted in (path, f"{path}/preview", path.replace("/tips/1/", "/tips/2/")):
        status, _ = await stranger.get(wanted)
        assert status == 404


async def test_a_file_of_a_complaint_opens_from_no_other_tip(
    db: Database, sign_in: SignIn, path: str
) -> None:
    await db.write(lambda tx: tx.execute(sa.update(tip).values(kind="complaint")))
    other = await db.write(tell, code="482 915 638")
    officer = await sign_in(await db.write(hire))
    chi = await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR)
    administrator = await sign_in(chi)

    beside = path.replace("/tips/1/", f"/tips/{other}/")

    for browser, wanted in (
        (officer, path),
        (officer, beside),
        (administrator, beside),
    ):
        assert (await browser.get(wanted))[0] == 404
    cookie = {"Cookie": f"console={administrator.token}"}
    own = await administrator.client.get(f"/console{path}", headers=cookie)
    assert own.status == 200


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (MediaState.COMING, "Đang tải về"),
        (MediaState.GONE, "Chưa tải về được"),
        (MediaState.TOO_LARGE, "Tệp lớn quá mức"),
    ],
)
async def test_a_file_that_is_not_here_is_a_gap_in_words(
    db: Database, sign_in: SignIn, state: MediaState, words: str
) -> None:
    def file(tx: Connection) -> int:
        gap = replace(photo_of(talk(tx)), state=state, size=0, sha256="")
        media.add(tx, gap)
        return tell(tx, media=(gap.id,))

    path = f"/tips/{await db.write(file)}"
    browser = await sign_in(await db.write(hire))

    status, page = await browser.get(path)
    gap, _ = await browser.get(f"{path}/media/{'aa' * 16}")

    assert (status, gap) == (200, 404)
    assert words in page
    assert f"{path}/media/" not in page


async def test_an_officer_has_a_gap_fetched_again_and_the_tip_says_who_did(
    db: Database, sign_in: SignIn
) -> None:
    path = await db.write(_gap)
    browser = await sign_in(await db.write(hire))
    _, page = await browser.get(path)
    assert f"{path}/media/{NAME}/fetch" in page

    answer = await browser.send(f"{path}/media/{NAME}/fetch")
    again = await browser.send(f"{path}/media/{NAME}/fetch")

    assert answer.headers["Location"] == f"/console{path}?done=retried"
    assert again.headers["Location"] == f"/console{path}?done=gone"
    assert await db.read(fetches.awaited, NAME) is not None
    _, page = await browser.get(path)
    assert "cho tải lại một tệp" in page
    assert f"{path}/media/{NAME}/fetch" not in page


async def test_an_officer_of_another_office_has_nothing_fetched(
    db: Database, sign_in: SignIn
) -> None:
    path = await db.write(_gap)
    stranger = await sign_in(await db.write(_of_elsewhere))

    answer = await stranger.send(f"{path}/media/{NAME}/fetch")

    assert answer.status == 404
    assert await db.read(fetches.awaited, NAME) is None


def _of_elsewhere(tx: Connection) -> Staff:
    values = {"name": "Ban khác", "level": "commune"}
    made = sa.insert(agency).values(values).returning(agency.c.id)
    return hire(tx, "binh", at=int(tx.execute(made).scalar_one()))


def _gap(tx: Connection) -> str:
    """Return where a tip stands that has a file which its platform gave no more."""
    remote = Remote("https://f1.zdn.vn/anh.jpg")
    shown = Showed(NAME, MediaKind.PHOTO, remote=remote)
    fetching.expect(tx, talk(tx), [Incoming(1, NOW, shown)], NOW)
    tip = tell(tx, media=(NAME,))
    fetches.lose(tx, NAME, MediaState.GONE)
    return f"/tips/{tip}"
