import sqlalchemy as sa

from storage import audit, corrections, deeds, questions, tips, work
from storage.db import Database
from storage.model.dialogue import Answer, Source
from storage.model.tip import TipStatus
from storage.tables import answer, tip
from tests.fixtures.told import NOW, PHONE, STORY, TELLING, hire, tell, tell_more


async def test_a_filed_tip_reads_back_as_it_was_told(db: Database) -> None:
    made = await db.write(tell)

    held = await db.read(tips.load, made)

    assert held is not None
    assert held.status is TipStatus.NEW
    assert (held.story, held.spare) == (STORY, "")
    assert held.answers["place"] == Answer("bên suối Đá", "bên suối Đá", Source.SAID)
    assert held.answers["teller_phone"].value == PHONE
    assert held.answers.keys() == TELLING.answers.keys()
    assert held.readings == TELLING.readings
    assert set(held.entities) == set(TELLING.entities)
    assert held.locations == TELLING.locations
    assert (held.created_at, held.version) == (NOW, 1)
    assert await db.read(tips.by_code, "482 915 637") == held


async def test_the_teller_is_in_no_clear_column_but_his_own_story(db: Database) -> None:
    made = await db.write(tell)

    rows = await db.read(lambda tx: tx.execute(sa.select(answer)).mappings().all())
    row = await db.read(lambda tx: tx.execute(sa.select(tip)).mappings().one())

    personal = [each for each in rows if each["key"].startswith("teller")]
    assert made
    assert [(each["value"], each["words"]) for each in personal] == [(None, "")] * 2
    assert all("Thí".encode() not in each["cell"] for each in personal)
    assert PHONE not in row["readings"] + row["entities"]
    assert "le van thi" not in row["folded"]
    assert "912" not in row["folded"]
    assert "nguyen van mau" in row["folded"]


async def test_the_same_telling_again_changes_nothing(db: Database) -> None:
    made = await db.write(tell)
    before = await db.read(tips.load, made)

    await db.write(tell_more, made)

    assert await db.read(tips.load, made) == before
    assert len(await db.read(audit.trail, f"tip:{made}")) == 1


async def test_a_draft_becomes_new_when_it_is_told_to_the_end(db: Database) -> None:
    made = await db.write(tell, draft=True)
    draft = await db.read(tips.load, made)

    await db.write(tell_more, made)
    filed = await db.read(tips.load, made)

    assert draft is not None
    assert filed is not None
    assert (draft.status, filed.status) == (TipStatus.DRAFT, TipStatus.NEW)
    acts = [row.act for row in await db.read(audit.trail, f"tip:{made}")]
    assert acts == ["drafted", "filed"]


async def test_more_words_bring_a_waiting_tip_back_and_close_the_question(
    db: Database,
) -> None:
    made = await db.write(tell)
    officer = await db.write(hire)
    known = await db.read(tips.load, made)
    assert known is not None
    await db.write(work.ask, known, "Còn ai biết nữa ạ?", "Ban CHQS", officer.id, NOW)

    await db.write(tell_more, made, spare="Ông Bảy cùng xóm cũng biết.")

    after = await db.read(tips.load, made)
    asked = await db.read(questions.of, made)
    assert after is not None
    assert (after.status, after.version) == (TipStatus.ANSWERED, 3)
    assert [(q.text, q.answered_at) for q in asked] == [("Còn ai biết nữa ạ?", NOW)]


async def test_a_telling_never_overwrites_what_an_officer_set_right(
    db: Database,
) -> None:
    made = await db.write(tell)
    officer = await db.write(hire)
    known = await db.read(tips.load, made)
    assert known is not None
    right = corrections.Correction("unit", "E24/F10", "theo trích lục")
    assert await db.write(corrections.correct, known, right, officer.id, NOW)
    again = {**TELLING.answers, "unit": Answer("E28", "Trung đoàn 28", Source.SAID)}

    await db.write(tell_more, made, answers=again)

    after = await db.read(tips.load, made)
    assert after is not None
    assert after.answers["unit"] == Answer("E24/F10", "Trung đoàn 28", Source.OFFICER)


async def test_what_was_replaced_stays_in_the_audit_but_sealed(db: Database) -> None:
    made = await db.write(tell)
    officer = await db.write(hire)
    known = await db.read(tips.load, made)
    assert known is not None
    right = corrections.Correction("teller_phone", "+84912000456", "bác đọc lại số")

    assert await db.write(corrections.correct, known, right, officer.id, NOW)

    subject = f"tip:{made}"
    kept = (await db.read(audit.trail, subject))[-1]
    deed = (await db.read(deeds.trail, subject, known.conversation))[-1]
    assert (kept.act, kept.reason, kept.details["source"]) == ("corrected", "", "said")
    assert PHONE not in str(kept.details)
    assert (deed.row.reason, deed.was, deed.value) == (
        "bác đọc lại số",
        PHONE,
        "+84912000456",
    )
    assert await db.read(audit.verify, f"tip:{made}")


async def test_a_change_decided_on_an_older_state_is_not_made(db: Database) -> None:
    made = await db.write(tell)
    officer = await db.write(hire)
    stale = await db.read(tips.load, made)
    assert stale is not None
    await db.write(tell_more, made, spare="Nhớ thêm: có cây gạo.")

    right = corrections.Correction("unit", "E28", "nhầm")
    corrected = await db.write(corrections.correct, stale, right, officer.id, NOW)
    decided = await db.write(
        work.decide, stale, TipStatus.VERIFIED, "đủ", officer.id, NOW
    )

    after = await db.read(tips.load, made)
    assert after is not None
    assert (corrected, decided) == (False, False)
    assert after.answers["unit"].value == "E24"
    assert after.status is TipStatus.NEW
