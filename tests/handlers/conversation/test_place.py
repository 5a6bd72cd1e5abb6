from storage.model.message import Pressed, Said
from tests.handlers.stage import Stage

STORY = "Tôi chôn anh Hà Văn Sự, trung đoàn 24, ở xã An Bình. Anh hy sinh năm 1970"


def asked(stage: Stage, *messages: str) -> str:
    """Return what stands in the last message of ours."""
    for words in messages:
        said = stage.put(Said(words))
    return said[-1].text


def told() -> Stage:
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    return stage


def test_what_was_spoken_of_is_not_asked_even_if_no_field_holds_it() -> None:
    said = asked(told(), STORY, "cho do de tim, sat ben mieu", "xong")

    assert "Quanh đó" not in said


def test_what_nobody_knows_is_not_asked() -> None:
    without = STORY.replace(", trung đoàn 24", "")
    said = asked(told(), without, "Tôi không nhớ đơn vị", "Mộ cạnh gốc đa", "xong")

    assert "đơn vị" not in said


def test_what_was_not_spoken_of_is_asked() -> None:
    without = STORY.replace(", trung đoàn 24", "")
    said = asked(told(), without, "Mộ cạnh gốc đa to", "xong")

    assert "đơn vị" in said


def test_what_was_answered_as_an_aside_counts_as_said() -> None:
    fraud = "Có bà ngoại cảm tên Năm Hến lừa bà con chuyện hài cốt"
    said = asked(told(), fraud, "Ai cũng góp tiền ủng hộ bà ta 20 triệu", "xong")

    assert "công an" in said


def test_what_he_said_beside_an_answer_counts_as_said() -> None:
    without = STORY.replace(", trung đoàn 24", "")
    said = asked(told(), without, "xong", "cạnh gốc đa to, đơn vị thì tôi quên")

    assert "đơn vị" not in said
