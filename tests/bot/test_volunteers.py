"""Volunteers on their telephones: let in once, interviews apart, shut out at once."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.place import now
from storage import alerts, consents, interviews, media, tips, volunteers
from storage.model.alert import AlertReason
from storage.model.evidence import MediaKind
from tests.fixtures.chatting import PATIENCE_S, Chat
from tests.fixtures.telephone import HOME, OURS, Telephone
from tests.fixtures.told import hire
from tests.fixtures.volunteering import invite

WEBM = b"\x1a\x45\xdf\xa3" + b"\x42\x82\x84webm" + bytes(range(256)) * 40


@pytest.fixture
async def lan(chat: Chat) -> AsyncIterator[Telephone]:
    who = await chat.db.write(invite, at=now())
    async with chat.browser() as http:
        yield Telephone(chat, who, http)


async def test_a_link_opens_the_pages_once(lan: Telephone) -> None:
    assert (await lan.get())[0] == 403

    entered = await lan.enter()
    async with lan.chat.browser() as other:
        again = await Telephone(lan.chat, lan.who, other).enter()

    assert (entered.status, entered.url.path) == (200, HOME)
    assert again.status == 403
    assert "đã dùng một lần" in await again.text()
    cookie = next(iter(lan.http.cookie_jar))
    assert (cookie["path"], cookie["httponly"]) == (HOME, True)


async def test_nothing_is_told_before_the_narrator_agreed(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("  Bà   <Sáu>  ")

    early = await lan.say(held, text="Tôi biết một ngôi mộ.")
    page = (await lan.get(f"{HOME}/buoi-ke/{held.id}"))[1]

    assert held.narrator == "Bà <Sáu>"
    assert early.status == 409
    assert "Bác có đồng ý không ạ?" in page
    assert "Bà &lt;Sáu&gt;" in page
    assert "Chưa ghi lời đồng ý." in (await lan.get())[1]


async def test_several_interviews_stand_side_by_side(lan: Telephone) -> None:
    await lan.enter()
    one, other = await lan.begin("Bà Sáu"), await lan.begin("Ông Bảy")
    for held in (one, other):
        await lan.agree(held)
        await lan.hear(held, "cảm ơn")

    await lan.say(one, 99, text="Bà Sáu biết mộ liệt sĩ bên suối Đá.")
    await lan.say(other, 99, text="Ông Bảy biết mộ liệt sĩ dưới gốc đa.")

    for held, words, foreign in (
        (one, "suối Đá", "gốc đa"),
        (other, "gốc đa", "suối Đá"),
    ):
        said = " ".join(line["text"] for line in await lan.lines(held))
        assert words in said
        assert foreign not in said


async def test_a_filed_tip_says_who_told_and_who_wrote_it_down(
    lan: Telephone,
) -> None:
    await lan.enter()
    held = await lan.begin("Lê Văn Thí")
    await lan.agree(held)
    await lan.hear(held, "cảm ơn")
    await lan.say(held, 99, text="Đồng chí Nguyễn Văn Mẫu chôn bên suối Đá.")
    await lan.say(held, 999, text="xong")
    await lan.say(held, 999, text="xong")
    await lan.say(held, 999, text="xong")

    known = await lan.filed(held)
    tip = await lan.chat.db.read(tips.by_code, known.code)
    assert tip is not None
    assert tip.collector is not None
    assert tip.collector.name == lan.who.name
    assert tip.answers["teller_name"].value == "Lê Văn Thí"
    (agreed,) = await lan.chat.db.read(consents.of, held.conversation)
    assert (agreed.is_given, agreed.form) == (True, "read")
    assert known.code in (await lan.get())[1]


async def test_a_spoken_consent_is_kept_as_evidence_and_not_as_story(
    lan: Telephone,
) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")

    assert await lan.speak(held, WEBM, "forged") == 403
    assert await lan.speak(held, b"not a recording at all") == 422
    assert (await lan.held(held.id)).consent is None
    assert await lan.speak(held, WEBM) == 200
    assert await lan.speak(held, WEBM) == 200

    told = await lan.hear(held, "cảm ơn")
    (kept,) = await lan.chat.db.read(media.of_conversation, held.conversation)
    known = await lan.held(held.id)
    assert (known.consent, known.recording, known.files) == ("spoken", kept.id, 0)
    assert (kept.kind, kept.label) == (MediaKind.VOICE, "Lời đồng ý của người kể")
    assert [line for line in told if line.get("media")] == []
    agreed = await lan.chat.db.read(consents.of, held.conversation)
    assert [one.form for one in agreed] == ["spoken"]


async def test_a_recording_joins_what_was_only_read(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    await lan.hear(held, "cảm ơn")
    page = (await lan.get(f"{HOME}/buoi-ke/{held.id}/dong-y"))[1]

    assert await lan.speak(held, WEBM) == 200

    assert "Người kể không đồng ý" not in page
    agreed = await lan.agreements(held, 2)
    assert [one.form for one in agreed] == ["read", "spoken"]


async def test_who_does_not_agree_leaves_nothing(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")

    gone = await lan.post(f"{HOME}/buoi-ke/{held.id}/khong-dong-y")

    assert "Bà Sáu" not in await gone.text()
    assert (await lan.held(held.id)).is_erased
    assert (await lan.get(f"{HOME}/buoi-ke/{held.id}"))[0] == 404


async def test_labels_stay_with_the_files_and_can_be_set_right(
    lan: Telephone,
) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    await lan.send_photo(held, "nhật ký, trang 1/80", b"\x89PNG one")
    (kept,) = await lan.chat.db.read(media.of_conversation, held.conversation)

    at = f"{HOME}/buoi-ke/{held.id}/nhan"
    changed = await lan.post(at, file=kept.id, label="nhật ký <bìa>")
    foreign = await lan.post(at, file="0" * 32, label="x")

    assert kept.label == "nhật ký, trang 1/80"
    assert "nhật ký &lt;bìa&gt;" in await changed.text()
    assert foreign.status == 404


async def test_a_label_is_looked_at_as_a_caption_is(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    await lan.send_photo(held, "công văn đóng dấu mật, trang 1/2", b"\x89PNG one")
    await lan.hear(held, "Giấy tờ có dấu Mật")
    await lan.send_photo(held, "bìa sổ, CCCD 001 049 001 234", b"\x89PNG two")
    await lan.hear(held, "Số căn cước không cần gửi")
    await lan.send_photo(held, "trang 2/2", b"\x89PNG three")

    sent = (media.of_conversation, held.conversation)
    before = await lan.chat.db.read(*sent)
    at = f"{HOME}/buoi-ke/{held.id}/nhan"
    await lan.post(at, file=before[2].id, label="tài liệu TỐI MẬT")
    await lan.post(at, file=before[1].id, label="CMND 012345678 của ông")

    after = await lan.chat.db.read(*sent)
    apart = [file.is_apart for file in before + after]
    assert apart == [True, False, False, True, False, True]
    assert before[1].label == "bìa sổ, CCCD ••• ••• ••• 234"
    assert after[1].label == "CMND ••••••678 của ông"
    told = await lan.chat.db.read(alerts.waiting, await lan.chat.db.write(hire))
    assert [one.reason for one in told] == [AlertReason.STAMPED] * 2


async def test_eighty_pages_of_a_diary_keep_their_places(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    await lan.hear(held, "cảm ơn")
    labels = [f"nhật ký, trang {page}/80" for page in range(1, 81)]

    for page, label in enumerate(labels):
        await lan.send_photo(held, label, b"\x89PNG" + bytes([page]))

    kept = await lan.chat.db.read(media.of_conversation, held.conversation)
    assert sorted(file.label for file in kept) == sorted(labels)
    assert "80 tệp" in (await lan.get())[1]
    shown = [line for line in await lan.lines(held) if line.get("media")]
    assert [line["media"]["label"] for line in shown] == labels


async def test_another_volunteer_sees_none_of_it(lan: Telephone) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    minh = await lan.chat.db.write(invite, link="link-of-minh", at=now())
    async with lan.chat.browser() as http:
        other = Telephone(lan.chat, minh, http)
        await other.enter("link-of-minh")

        assert (await other.get(f"{HOME}/buoi-ke/{held.id}"))[0] == 404
        assert (await other.say(held, text="xin chào")).status == 404
        assert "Bà Sáu" not in (await other.get())[1]


async def test_forms_of_another_site_are_refused(lan: Telephone) -> None:
    await lan.enter()
    path, fields = f"{HOME}/buoi-ke", {"narrator": "Bà Sáu", "form": "f"}

    foreign = await lan.http.post(
        path,
        data=fields | {"csrf": lan.csrf},
        headers=OURS | {"Sec-Fetch-Site": "cross-site"},
    )
    unmarked = await lan.http.post(path, data=fields, headers=OURS)

    assert (foreign.status, unmarked.status) == (403, 403)
    assert await lan.chat.db.read(interviews.of, lan.who.id) == ()


async def test_a_withdrawn_volunteer_is_shut_out_even_of_an_open_stream(
    lan: Telephone,
) -> None:
    await lan.enter()
    held = await lan.begin("Bà Sáu")
    await lan.agree(held)
    await lan.hear(held, "cảm ơn")
    path = f"{HOME}/buoi-ke/{held.id}/messages"
    stream = await lan.http.get(path, headers={"Accept": "text/event-stream"})
    await stream.content.readline()

    await lan.chat.db.write(volunteers.withdraw, lan.who.id, now())
    lan.chat.db.bell.ring(f"chat:{held.conversation}")

    async with asyncio.timeout(PATIENCE_S):
        await stream.content.read()  # it ends
    assert (await lan.get())[0] == 403
    assert (await lan.say(held, text="còn nữa")).status == 403
