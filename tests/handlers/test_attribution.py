"""The first printed code counts, all are kept, and nothing else is taken for one."""

import pytest

from handlers.attribution import came
from handlers.commands import recognise
from handlers.placement_codes import new_code, spoken
from storage.model.dialogue import Dialogue
from storage.model.message import Opened, Said
from tests.handlers.stage import Stage

FIRST, SECOND = (new_code(lambda below, n=n: n % below) for n in (382915, 11))


def test_the_first_code_counts_and_the_second_is_kept() -> None:
    dialogue = Dialogue()
    for source in (None, FIRST, SECOND, FIRST, spoken(SECOND)):
        dialogue = came(dialogue, source)

    assert dialogue == Dialogue(source=FIRST, scanned=(FIRST, SECOND))


def test_a_link_that_somebody_made_up_attributes_nothing() -> None:
    for source in ("xa-suoi-da", "1234567890", FIRST[:-1], "'; drop table tip"):
        assert came(Dialogue(), source) == Dialogue()


def test_a_code_comes_before_consent_and_outlives_a_refusal() -> None:
    stage = Stage()

    stage.put(Opened(FIRST))
    stage.put(Said("không đồng ý"))
    stage.put(Said("Tôi biết một ngôi mộ"))

    assert stage.dialogue.source == FIRST
    assert stage.dialogue.scanned == (FIRST,)


def test_a_code_does_not_disturb_the_question_that_is_open() -> None:
    stage = Stage()
    stage.put(Opened())
    stage.put(Said("đồng ý"))
    asked = stage.dialogue.asking

    stage.put(Opened(FIRST))

    assert stage.dialogue.asking == asked
    assert stage.dialogue.source == FIRST


@pytest.mark.parametrize(
    "words",
    [f"mã {spoken(FIRST)}", f"#QR {FIRST}", f"Mã số: {spoken(FIRST)} ạ", f"QR {FIRST}"],
)
def test_a_code_said_in_words_is_one(words: str) -> None:
    assert recognise(Said(words)) == Opened(FIRST)


@pytest.mark.parametrize(
    "words", [FIRST, "mã 482 915 637", f"chôn ở {FIRST}", f"mã {FIRST[:-1]}"]
)
def test_other_numbers_stay_words(words: str) -> None:
    assert recognise(Said(words)) == Said(words)
