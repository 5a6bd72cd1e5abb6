from storage.model.dialogue import Answer, Source
from storage.model.message import (
    Command,
    Commanded,
    Pressed,
    Said,
    What,
)
from storage.model.reading import Reread, Whole
from tests.handlers.stage import Stage, find

TOLD = "Liệt sĩ Phan Văn Cuối, Tiểu đoàn 7, nằm cạnh gốc gạo ở xã Tân Lợi."
SAID = Answer("Tiểu đoàn 8", "d8", Source.SAID)


def unread(text: str = TOLD) -> Stage:
    """Return a stage where a telling was filed whose words nobody came to read."""
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    stage.put(Said("Tôi biết một ngôi mộ"))
    stage.put(Said(text))
    stage.put(Commanded(Command.ENOUGH))
    return stage


def read(stage: Stage, characters: int | None = None) -> What:
    piece = stage.dialogue.story[-1]
    length = len(piece.text) if characters is None else characters
    return Reread((Whole(f"story.{piece.cause}", length, find(TOLD)),))


def forget_readings(stage: Stage) -> None:
    """Let the stage be as if the readers had found nothing."""
    stage.dialogue.found.clear()
    stage.dialogue.answers.clear()


def test_what_a_job_read_fills_what_nobody_said_and_asks_nothing() -> None:
    stage = unread()
    forget_readings(stage)

    said = stage.put(read(stage))

    assert said == []
    assert stage.dialogue.answers["unit"].value == "Tiểu đoàn 7"
    assert stage.dialogue.answers["unit"].source is Source.FOUND


def test_an_answer_that_was_said_stays() -> None:
    stage = unread()
    forget_readings(stage)
    stage.dialogue.answers["unit"] = SAID

    stage.put(read(stage))

    assert stage.dialogue.answers["unit"] == SAID


def test_a_text_that_has_grown_meanwhile_is_another() -> None:
    stage = unread()
    forget_readings(stage)

    stage.put(read(stage, characters=3))

    assert stage.dialogue.found == {}


def test_the_tip_gets_what_was_read() -> None:
    stage = unread()
    stage.put(Commanded(Command.ENOUGH))
    stage.put(Commanded(Command.ENOUGH))
    assert stage.dialogue.tip == 1
    stage.dialogue.found.clear()

    stage.put(read(stage))

    texts = {entity.text for _, entity in stage.tips[1].entities}
    assert {"Phan Văn Cuối", "Tiểu đoàn 7"} <= texts
