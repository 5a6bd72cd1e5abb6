"""How a telling stands, by code and telephone number: to nobody else, and no word of it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession

from bot.site.status import OF_ADDRESS, OF_CODE
from storage.model.tip import TipKind, TipStatus
from storage.tables import tip
from tests.fixtures.chatting import Chat
from tests.fixtures.told import tell

CODE, PHONE = "482915633", "0912 000 123"
STORED = "482 915 633"  # its check digit is right
TOLD = ("Nguyễn Văn Mẫu", "suối Đá", "Lê Văn Thí", "Trung đoàn", "0912000123")


async def look_up(
    http: ClientSession, code: str = CODE, phone: str = PHONE, **headers: str
) -> tuple[int, str]:
    form = {"code": code, "phone": phone}
    sent = {"Accept": "text/html"} | headers
    async with http.post("/tra-cuu", data=form, headers=sent) as answer:
        return answer.status, await answer.text()


@pytest.fixture
async def code(chat: Chat) -> str:
    """The code of a telling whose check digit is right."""
    await chat.db.write(tell, STORED)
    return CODE


@pytest.mark.parametrize("typed", ["482 915 633", "482915633", " 482-915-633. "])
@pytest.mark.parametrize("phone", ["0912 000 123", "+84912000123", "0912.000.123"])
@pytest.mark.usefixtures("code")
async def test_code_and_number_say_how_it_stands_however_they_are_written(
    chat: Chat, typed: str, phone: str
) -> None:
    status, page = await look_up(chat.http, typed, phone)

    assert status == 200
    assert "Thông tin đã nhận, đang chờ cán bộ đọc." in page
    assert not any(words in page for words in TOLD)


@pytest.mark.usefixtures("code")
async def test_an_unknown_code_and_a_wrong_number_are_answered_alike(
    chat: Chat,
) -> None:
    wrong = await look_up(chat.http, CODE, "0912 000 999")
    unknown = await look_up(chat.http, "100 000 006", PHONE)
    nothing = await look_up(chat.http, CODE, "không có")

    assert wrong[0] == unknown[0] == nothing[0] == 404
    assert wrong[1] == unknown[1].replace("100 000 006", CODE) == nothing[1]
    assert "Chưa tìm thấy mã số này" in wrong[1]


async def test_a_family_hears_only_that_an_officer_will_call(chat: Chat) -> None:
    made = await chat.db.write(tell, STORED, kind=TipKind.RELATIVE)
    await chat.db.write(
        lambda tx: tx.execute(
            sa.update(tip).where(tip.c.id == made).values(status=TipStatus.VERIFIED)
        )
    )

    status, page = await look_up(chat.http)

    assert status == 200
    assert "Cán bộ sẽ gọi lại để trao đổi." in page
    assert "kiểm tra" not in page


@pytest.mark.usefixtures("code")
async def test_who_tries_a_code_again_and_again_waits_whatever_he_tries(
    chat: Chat,
) -> None:
    most = OF_CODE[0][1]
    tries = [await look_up(chat.http, CODE, "0912 000 999") for _ in range(most)]

    late, page = await look_up(chat.http)

    assert {status for status, _ in tries} == {404}
    assert late == 429
    assert "chờ ít phút" in page
    assert not any(words in page for words in TOLD)


@pytest.mark.usefixtures("code")
async def test_one_address_may_not_try_many_codes_and_others_are_not_kept_waiting(
    chat: Chat,
) -> None:
    span, most = OF_ADDRESS[0]
    for _ in range(most):
        await look_up(chat.http, "not a code")

    late, _ = await look_up(chat.http)
    other, _ = await look_up(chat.http, **{"X-Forwarded-For": "198.51.100.7"})

    assert span >= timedelta(minutes=10)
    assert (late, other) == (429, 200)


async def test_the_page_is_found_and_bad_forms_hear_one_sentence(chat: Chat) -> None:
    home = await (await chat.http.get("/")).text()
    form = await chat.http.get("/tra-cuu")
    hostile = '"><script>alert(1)</script>'
    _, page = await look_up(chat.http, hostile * 20, "\x00" * 500)
    async with chat.http.post("/tra-cuu", data={"code": CODE}) as answer:
        bad = answer.status

    assert 'href="/tra-cuu"' in home
    assert form.status == 200
    assert form.headers["Cache-Control"] == "no-store"
    assert "<script>alert" not in page
    assert bad == 400
