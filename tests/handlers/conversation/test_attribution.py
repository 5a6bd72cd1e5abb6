"""The first printed code counts, all are kept, and nothing else is taken for one."""

from dataclasses import replace

import pytest

from handlers.conversation.address import plainly
from handlers.conversation.attribution import came
from handlers.conversation.commands import recognise
from handlers.placement_codes import new_code, spoken
from storage.model.dialogue import Dialogue
from storage.model.message import Opened, Said
from tests.handlers.stage import WEB, Stage

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


ZALO = replace(WEB, carries_code=False)
WISH = "các số ấy"


def told(stage: Stage) -> list[str]:
    """Tell a story to its end; return all that we said."""
    stage.put(Opened())
    for words in ("đồng ý", "Có ngôi mộ liệt sĩ sau đình", *["xong"] * 3):
        stage.put(Said(words))
    assert stage.dialogue.confirmed
    return [one.text for one in stage.said]


def test_where_no_link_brings_the_code_it_is_wished_for_once_at_the_end() -> None:
    stage = Stage(limits=ZALO)

    wished = [at for at, text in enumerate(told(stage)) if WISH in text]
    (kept,) = stage.put(Said(f"mã {spoken(FIRST)}"))
    stage.put(Said("À, gần cây gạo"))

    assert kept.text == plainly("code.kept")
    assert len(wished) == 1
    assert (
        wished[0]
        == next(at for at, one in enumerate(stage.said) if "mã thông tin" in one.text)
        + 1
    )
    assert sum(WISH in one.text for one in stage.said) == 1
    assert stage.dialogue.source == FIRST
    assert [telling.source for telling in stage.tips.values()] == [FIRST]


@pytest.mark.parametrize(
    "words",
    [
        FIRST,
        spoken(FIRST),
        f"{FIRST[:4]}.{FIRST[4:]}",
        f"Dạ {spoken(FIRST)} ạ.",
        f"mã trên áp phích là {spoken(FIRST)}",
        f"số {FIRST} trên tờ áp phích",
    ],
)
def test_a_bare_code_answers_our_wish_for_it(words: str) -> None:
    stage = Stage(limits=ZALO)
    told(stage)

    (kept,) = stage.put(Said(words))

    assert kept.text == plainly("code.kept")
    assert stage.dialogue.source == FIRST
    assert [telling.source for telling in stage.tips.values()] == [FIRST]


@pytest.mark.parametrize(
    "words",
    [
        f"{FIRST[:-1]}{(int(FIRST[-1]) + 1) % 10}",  # a lost check digit
        f"0{FIRST[1:]}",
        f"{FIRST}1",
        "1968",
        f"gọi cho tôi số {FIRST}",
        f"{FIRST} và {SECOND}",
    ],
)
def test_another_number_after_the_end_is_told_like_any_words(words: str) -> None:
    stage = Stage(limits=ZALO)
    told(stage)

    stage.put(Said(words))

    assert stage.dialogue.source is None
    assert words in " ".join(
        one.text for one in stage.dialogue.spare + stage.dialogue.story
    )


def test_a_bare_code_before_the_end_is_no_code() -> None:
    stage = Stage(limits=ZALO)
    stage.put(Opened())
    stage.put(Said("đồng ý"))

    stage.put(Said(FIRST))

    assert stage.dialogue.source is None


def test_a_bare_code_after_another_one_changes_nothing() -> None:
    stage = Stage(limits=ZALO)
    told(stage)
    stage.put(Said(FIRST))

    stage.put(Said(SECOND))

    assert stage.dialogue.source == FIRST


def test_it_is_not_wished_for_where_it_came_or_could_have_come() -> None:
    known = Stage(limits=ZALO)
    known.put(Opened(FIRST))

    assert not any(WISH in text for text in told(known) + told(Stage()))
