import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import sqlalchemy as sa

from storage import audit, callbacks, claims, notes, questions, tips
from storage.db import Database
from storage.model.dialogue import Source
from storage.model.staff import Role
from storage.model.tip import Tip, TipStatus
from storage.tables import inbox, tip
from tests.fixtures.console import Browser, Clock, SignIn
from tests.fixtures.told import NOW, STORY, found, hire, talk, tell, tell_more


async def held(db: Database, made: int) -> Tip:
    known = await db.read(tips.load, made)
    assert known is not None
    return known


async def claimed(db: Database, sign_in: SignIn) -> tuple[int, Browser]:
    made, an = await db.write(tell), await db.write(hire)
    await db.write(claims.claim, made, an.id, NOW)
    return made, await sign_in(an)


async def test_the_page_shows_fields_with_their_source(
    db: Database, sign_in: SignIn
) -> None:
    made = await db.write(tell)
    browser = await sign_in(await db.write(hire))

    status, page = await browser.get(f"/tips/{made}")

    assert status == 200
    for words in (
        "Nguyễn Văn Mẫu",
        "Máy đọc từ lời kể",
        "Người kể nói",
        "+84912000123",
    ):
        assert words in page
    assert "Nhật ký của tin nguyên vẹn" in page
    assert "&#34;lat&#34;: 14.35" in page
    assert "có lẽ ở phường Kon Tum, tỉnh Quảng Ngãi" in page
    assert "Sửa" not in page  # nobody holds it


async def test_a_tip_of_another_agency_is_not_found(
    db: Database, sign_in: SignIn
) -> None:
    made, here = await db.write(tell), await db.write(hire)
    elsewhere = await db.write(found, "Ban Chỉ huy Quân sự xã khác")
    stranger = await sign_in(await db.write(hire, "xa", at=elsewhere))

    assert (await stranger.get(f"/tips/{made}"))[0] == 404
    assert (await stranger.send(f"/tips/{made}/claim", version="1")).status == 404
    assert (await stranger.get("/tips/999999999999999999"))[0] == 404
    assert (await (await sign_in(here)).get(f"/tips/{made}"))[0] == 200


async def test_a_claim_is_taken_and_given_back(db: Database, sign_in: SignIn) -> None:
    made, an = await db.write(tell), await db.write(hire)
    browser = await sign_in(an)

    taken = await browser.send(f"/tips/{made}/claim", version="1")
    while_held = await held(db, made)
    given = await browser.send(f"/tips/{made}/release", version="2")

    assert (taken.status, taken.headers["Location"]) == (303, f"/console/tips/{made}")
    assert (while_held.status, while_held.claimed_by) == (TipStatus.CLAIMED, an.id)
    assert given.status == 303
    assert (await held(db, made)).claimed_by is None


async def test_the_second_officer_is_told_who_was_first(
    db: Database, sign_in: SignIn
) -> None:
    made, _ = await claimed(db, sign_in)
    browser = await sign_in(await db.write(hire, "ba", "Lý Văn Ba"))

    late = await browser.send(f"/tips/{made}/claim", version="1")
    note = "Đã đối chiếu nghĩa trang."
    decided = await browser.send(
        f"/tips/{made}/decide", version="2", status="verified", reason=note
    )

    assert (late.status, decided.status) == (409, 409)
    assert "Tin này đang do Trần Thị An xử lý." in await late.text()
    assert (await held(db, made)).status is TipStatus.CLAIMED


async def test_a_correction_needs_a_reason_and_keeps_the_words(
    db: Database, sign_in: SignIn
) -> None:
    made, browser = await claimed(db, sign_in)
    form = {"version": "2", "key": "unit", "value": "E24/F10"}

    without = await browser.send(f"/tips/{made}/correct", **form, reason=" ")
    within = await browser.send(f"/tips/{made}/correct", **form, reason="theo giấy tờ")

    _, page = await browser.get(f"/tips/{made}")
    answer = (await held(db, made)).answers["unit"]
    assert (without.status, within.status) == (409, 303)
    assert "Xin ghi lý do" in await without.text()
    assert (answer.value, answer.words, answer.source) == (
        "E24/F10",
        "Trung đoàn 24",
        Source.OFFICER,
    )
    assert "sửa Đơn vị: từ “E24” thành “E24/F10”" in page
    assert (await browser.get("/?view=all&q=e24/f10"))[1].count("482 915 637") == 1


async def test_what_was_typed_over_a_tip_that_moved_on_is_not_lost(
    db: Database, sign_in: SignIn
) -> None:
    made, browser = await claimed(db, sign_in)
    await db.write(tell_more, made, spare="Nhớ thêm: có cây gạo.")

    late = await browser.send(
        f"/tips/{made}/ask", version="2", text="Cây gì cạnh mộ ạ?"
    )

    page = await late.text()
    assert late.status == 409
    assert "Tin vừa có thay đổi" in page
    assert "Nhớ thêm: có cây gạo." in page
    assert "Cây gì cạnh mộ ạ?</textarea>" in page
    assert await db.read(questions.of, made) == ()


async def test_a_question_goes_into_the_conversation_once_with_its_row(
    db: Database, sign_in: SignIn
) -> None:
    made, browser = await claimed(db, sign_in)

    sent = await browser.send(f"/tips/{made}/ask", version="2", text="Còn ai biết ạ?")
    again = await browser.send(f"/tips/{made}/ask", version="2", text="Còn ai biết ạ?")

    asked = await db.read(questions.of, made)
    keys = await db.read(lambda tx: tx.execute(sa.select(inbox.c.key)).scalars().all())
    assert (sent.status, again.status) == (303, 409)
    assert [question.text for question in asked] == ["Còn ai biết ạ?"]
    assert [key.endswith(f"question:{asked[0].id}") for key in keys] == [True]
    assert (await held(db, made)).status is TipStatus.WAITING


async def test_a_decision_and_a_note_are_kept_with_who_and_why(
    db: Database, sign_in: SignIn
) -> None:
    made, browser = await claimed(db, sign_in)

    await browser.send(f"/tips/{made}/note", version="2", text="Gọi ông Bảy <b>")
    await browser.send(
        f"/tips/{made}/decide", version="2", status="verified", reason="khớp trích lục"
    )

    _, page = await browser.get(f"/tips/{made}")
    assert [note.text for note in await db.read(notes.of, made)] == ["Gọi ông Bảy <b>"]
    assert (await held(db, made)).status is TipStatus.VERIFIED
    assert "kết luận: Đã xác minh. Lý do: khớp trích lục" in page
    assert "Gọi ông Bảy &lt;b&gt;" in page


async def test_only_an_administrator_takes_over_and_both_see_it(
    db: Database, sign_in: SignIn
) -> None:
    made, first = await claimed(db, sign_in)
    ba = await sign_in(await db.write(hire, "ba", "Lý Văn Ba"))
    chief = await sign_in(await db.write(hire, "chi", "Vũ Thị Chi", Role.ADMINISTRATOR))
    form = {"version": "2", "reason": "đồng chí An đi công tác"}

    refused = await ba.send(f"/tips/{made}/take-over", **form)
    taken = await chief.send(f"/tips/{made}/take-over", **form)

    _, page = await first.get(f"/tips/{made}")
    assert (refused.status, taken.status) == (409, 303)
    assert "Vũ Thị Chi đang xử lý" in page
    assert "nhận thay Trần Thị An. Lý do: đồng chí An đi công tác" in page


async def test_a_page_left_open_holds_the_tip_and_says_what_changed(
    db: Database, sign_in: SignIn, clock: Clock
) -> None:
    made, browser = await claimed(db, sign_in)
    clock.now = NOW + timedelta(minutes=20)

    quiet = await browser.get(f"/tips/{made}/pulse?version=2")
    await db.write(tell_more, made, spare="Nhớ thêm: có cây gạo.")
    changed = await browser.get(f"/tips/{made}/pulse?version=2")

    assert quiet[0] == 204
    assert "Tin vừa có thay đổi" in changed[1]
    assert (await held(db, made)).lease_until == clock.now + claims.LEASE


async def test_the_package_leaves_with_the_story_whole_and_is_in_the_audit(
    db: Database, sign_in: SignIn
) -> None:
    made, browser = await claimed(db, sign_in)

    sent = await browser.send(f"/tips/{made}/handover", version="2")

    with ZipFile(BytesIO(await sent.read())) as package:
        told = json.loads(package.read("thong-tin.json"))
    row = (await db.read(audit.trail, f"tip:{made}"))[-1]
    assert sent.status == 200
    assert told["story"] == STORY
    assert (row.act, row.details["was"]) == ("handed_over", "claimed")
    assert (await held(db, made)).status is TipStatus.HANDED_OVER


async def test_a_call_is_asked_for_and_its_outcome_kept_once(
    db: Database, sign_in: SignIn
) -> None:
    made, an = await db.write(tell), await db.write(hire)
    where = await db.write(talk)
    call = await db.write(
        callbacks.file, where, made, "+84912000123", "morning", "hỏi mộ", NOW
    )
    browser = await sign_in(an)

    _, waiting = await browser.get("/callbacks")
    first = await browser.send(f"/callbacks/{call}", outcome="đã hẹn thứ Ba")
    second = await browser.send(f"/callbacks/{call}", outcome="không nghe máy")

    assert "+84912000123" in waiting
    assert "Buổi sáng" in waiting
    assert first.headers["Location"].endswith("done=kept")
    assert second.headers["Location"].endswith("done=gone")
    (kept,) = await db.read(callbacks.of, made)
    assert (kept.outcome, kept.done_by) == ("đã hẹn thứ Ba", an.name)


async def test_a_tip_without_an_agency_is_open_to_nobody(
    db: Database, sign_in: SignIn
) -> None:
    made, an = await db.write(tell), await db.write(hire)
    await db.write(
        lambda tx: tx.execute(sa.update(tip).values(agency_id=None)) and None
    )

    assert (await (await sign_in(an)).get(f"/tips/{made}"))[0] == 404
