from datetime import timedelta

import pytest
from sqlalchemy import Connection

from nlp.entity import Entity, Kind
from storage import audit, inbox, questions, replies, tips, work
from storage.codec import unpack_what
from storage.db import Database
from storage.model.dialogue import Answer, Elsewhere, Source
from storage.model.evidence import Location
from storage.model.message import Asked
from storage.model.tip import Tip, TipStatus
from tests.fixtures.told import NOW, TELLING, hire, talk, tell

LATER = NOW + timedelta(hours=1)
WORDS = "Ông Bảy ở Tiểu đoàn 7 biết"
UNIT = Entity(Kind.UNIT, "Tiểu đoàn 7", 10, 21, "d7")
PIN = Location(14.4, 108.1, 50.0, "pin", "answer:officer_1")


def ask_twice(tx: Connection, made: int) -> None:
    officer = hire(tx)
    for text in ("Còn ai biết nữa ạ?", "Gốc me còn không ạ?"):
        assert work.ask(tx, load(tx, made), text, "Ban CHQS", officer.id, NOW)


def load(tx: Connection, made: int) -> Tip:
    known = tips.load(tx, made)
    assert known is not None
    return known


def reply(tx: Connection, made: int, words: str = WORDS, where: int = 0) -> None:
    first = questions.of(tx, made)[0].id
    held = Answer(words, words, Source.SAID)
    told = Elsewhere(made, first, held, (UNIT,), pins=(PIN,))
    replies.keep(tx, where or talk(tx), f"officer_{first}", told, LATER)


async def test_an_answer_goes_to_the_tip_that_was_asked_about(db: Database) -> None:
    made = await db.write(tell)
    await db.write(ask_twice, made)

    await db.write(reply, made)

    known = await db.read(load, made)
    assert known.status is TipStatus.ANSWERED
    assert known.answers["officer_1"].words == WORDS
    assert known.story == TELLING.story
    assert known.locations == (*TELLING.locations, PIN)
    assert ("answer:officer_1", UNIT) in known.entities
    assert set(TELLING.entities) < set(known.entities)
    assert known.updated_at == LATER
    acts = [row.act for row in await db.read(audit.trail, f"tip:{made}")]
    assert acts == ["filed", "asked", "asked", "added"]


async def test_only_the_question_that_was_answered_is_closed(db: Database) -> None:
    made = await db.write(tell)
    await db.write(ask_twice, made)

    await db.write(reply, made)

    asked = await db.read(questions.of, made)
    assert [question.answered_at for question in asked] == [LATER, None]


async def test_words_that_join_an_answer_replace_it_whole(db: Database) -> None:
    made = await db.write(tell)
    await db.write(ask_twice, made)

    await db.write(reply, made)
    await db.write(reply, made, f"{WORDS}\nnhà ở đầu dốc")

    known = await db.read(load, made)
    assert known.answers["officer_1"].words == f"{WORDS}\nnhà ở đầu dốc"
    assert known.locations == (*TELLING.locations, PIN)
    assert [where for where, _ in known.entities].count("answer:officer_1") == 1


async def test_another_conversation_answers_nothing_here(db: Database) -> None:
    made = await db.write(tell)
    await db.write(ask_twice, made)
    stranger = await db.write(talk, "visitor-2")

    with pytest.raises(LookupError):
        await db.write(reply, made, WORDS, stranger)


async def test_a_question_says_which_story_it_is_about(db: Database) -> None:
    made = await db.write(tell)

    await db.write(ask_twice, made)

    asked = await db.read(lambda tx: unpack_what(inbox.body(tx, 1)))
    assert isinstance(asked, Asked)
    assert (asked.tip, asked.code, asked.martyr) == (
        made,
        "482 915 637",
        "Nguyễn Văn Mẫu",
    )
