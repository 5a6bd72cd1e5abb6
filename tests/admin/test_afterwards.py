"""What officers do after the telling: take back who was set aside, note a death."""

from storage import claims, notes, questions
from storage.db import Database
from tests.fixtures.console import SignIn
from tests.fixtures.told import NOW, hire, tell


async def test_a_tip_set_aside_is_seen_with_its_reason_and_taken_back(
    db: Database, sign_in: SignIn
) -> None:
    made = await db.write(tell, apart="advertising")
    browser = await sign_in(await db.write(hire))

    _, queue = await browser.get("/?view=apart")
    _, new = await browser.get("/?view=new")
    _, page = await browser.get(f"/tips/{made}")
    without = await browser.send(f"/tips/{made}/put-back", version="1", reason="")
    done = await browser.send(
        f"/tips/{made}/put-back", version="1", reason="có kể về mộ"
    )
    again = await browser.send(f"/tips/{made}/put-back", version="2", reason="lại")

    assert f"/console/tips/{made}" in queue
    assert f"/console/tips/{made}" not in new
    assert "Tin này được để riêng: quảng cáo" in page
    assert (without.status, done.status, again.status) == (409, 303, 409)
    _, after = await browser.get(f"/tips/{made}")
    assert "Tin này được để riêng" not in after
    assert "đưa tin để riêng về hàng tin. Lý do: có kể về mộ" in after


async def test_a_death_is_noted_with_a_reason_and_ends_the_questions(
    db: Database, sign_in: SignIn
) -> None:
    made, an = await db.write(tell), await db.write(hire)
    await db.write(claims.claim, made, an.id, NOW)
    browser = await sign_in(an)

    without = await browser.send(f"/tips/{made}/teller-died", version="2", reason=" ")
    done = await browser.send(
        f"/tips/{made}/teller-died", version="2", reason="con trai gọi báo"
    )
    again = await browser.send(f"/tips/{made}/teller-died", version="2", reason="nữa")
    asked = await browser.send(f"/tips/{made}/ask", version="2", text="Cây gì ạ?")

    _, page = await browser.get(f"/tips/{made}")
    assert (without.status, done.status, again.status, asked.status) == (
        409,
        303,
        409,
        409,
    )
    assert '<span class="chip chip-died">Người kể đã mất</span>' in page
    assert "báo người kể đã mất. Lý do: con trai gọi báo" in page
    assert f"/console/tips/{made}/ask" not in page
    assert "Người kể đã mất, không hỏi thêm được nữa." in await asked.text()
    assert await db.read(questions.of, made) == ()


async def test_a_remark_of_ours_is_read_among_the_notes(
    db: Database, sign_in: SignIn
) -> None:
    made = await db.write(tell)
    await db.write(notes.remark, made, "Xin xem có phải người kể không.", NOW)
    browser = await sign_in(await db.write(hire))

    _, page = await browser.get(f"/tips/{made}")

    assert "<b>Hệ thống</b>" in page
    assert "Xin xem có phải người kể không." in page
