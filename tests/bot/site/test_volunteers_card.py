"""A card is believed only where it is genuine: forged, expired, withdrawn ones warn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.place import now
from handlers.card_codes import new_code, read_code, spoken
from storage import volunteers
from tests.fixtures.chatting import Chat
from tests.fixtures.volunteering import LAN, invite

HTML = {"Accept": "text/html"}
WARNING = "Xin đừng đưa giấy tờ"


async def look(chat: Chat, code: str) -> tuple[int, str]:
    answer = await chat.http.get(f"/tinh-nguyen/{code}", headers=HTML)
    return answer.status, await answer.text()


async def test_a_genuine_card_says_who_comes(chat: Chat) -> None:
    lan = await chat.db.write(invite, at=now())

    for typed in (lan.code, spoken(lan.code)):
        status, page = await look(chat, typed)

        assert status == 200
        assert all(part in page for part in (lan.name, lan.unit, lan.area))
        assert WARNING not in page


async def test_a_withdrawn_card_warns_at_once_and_names_nobody(chat: Chat) -> None:
    lan = await chat.db.write(invite, at=now())
    await chat.db.write(volunteers.withdraw, lan.id, now())

    status, page = await look(chat, lan.code)

    assert status == 410
    assert "đã bị thu hồi" in page
    assert WARNING in page
    assert lan.name not in page


async def test_an_expired_card_warns(chat: Chat) -> None:
    over = replace(LAN, until=now() - timedelta(seconds=1))
    lan = await chat.db.write(invite, over, at=now())

    status, page = await look(chat, lan.code)

    assert status == 410
    assert "đã hết hạn" in page
    assert lan.name not in page


@pytest.mark.parametrize(
    "forged",
    [
        "0000000000018",  # its check digit is wrong
        new_code(lambda _n: 77),  # right, and nobody's
        "<script>alert(1)</script>",
        "9" * 4000,
        "thẻ-giả",
    ],
)
async def test_a_forged_card_warns(chat: Chat, forged: str) -> None:
    await chat.db.write(invite, at=now())

    status, page = await look(chat, forged.replace("/", "%2F"))

    assert status == 404
    assert "không phải thẻ của chúng tôi" in page
    assert WARNING in page
    assert "<script>alert" not in page


async def test_who_guesses_cards_has_to_wait_and_no_family_does(chat: Chat) -> None:
    lan = await chat.db.write(invite, at=now())

    for number in range(20):
        assert (await look(chat, str(number)))[0] == 404

    assert (await look(chat, "20"))[0] == 429
    assert (await look(chat, lan.code))[0] == 200


def test_no_wrong_digit_and_no_swap_makes_another_card() -> None:
    code = new_code(lambda _n: 482_915_637_204)
    wrong = [
        code[:at] + str((int(code[at]) + 1) % 10) + code[at + 1 :]
        for at in range(len(code))
    ]
    swapped = [
        code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        for at in range(len(code) - 1)
        if code[at] != code[at + 1]
    ]

    assert read_code(spoken(code)) == code
    assert [one for one in (*wrong, *swapped) if read_code(one)] == []
