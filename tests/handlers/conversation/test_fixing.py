import pytest

from storage.model.dialogue import Source
from storage.model.message import Command, Commanded, Pressed, Said
from tests.handlers.stage import Stage

STORY = (
    "Liệt sĩ Nguyễn Văn Ba, Trung đoàn 24, hy sinh năm 1971, tôi chôn cạnh suối Đá, "
    "xã Hòa Bình. Số tôi 0912 000 111"
)


def correcting() -> Stage:
    """Return a stage where we have just asked what is to be corrected."""
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    for what in (Said(STORY), Commanded(Command.ENOUGH), Commanded(Command.FIX)):
        stage.put(what)
    assert stage.dialogue.fixing == "fix"
    return stage


def test_words_choose_the_field() -> None:
    stage = correcting()

    stage.put(Said("cái đơn vị ấy ạ"))

    assert stage.dialogue.fixing == "unit"
    assert [piece.text for piece in stage.dialogue.spare] == ["cái đơn vị ấy ạ"]


def test_a_number_with_a_word_before_it_chooses_as_shown() -> None:
    stage = correcting()
    (out,) = stage.said[-1:]

    stage.put(Said("điều thứ tư"))

    assert stage.dialogue.fixing == out.buttons[3].value


def test_a_field_told_with_its_right_value_is_corrected_at_once() -> None:
    stage = correcting()

    stage.put(Said("đơn vị phải là Trung đoàn 66"))

    held = stage.dialogue.answers["unit"]
    assert (held.value, held.source) == ("Trung đoàn 66", Source.SAID)
    assert stage.dialogue.fixing is None


def test_other_words_are_kept_and_it_is_asked_once_more_then_left() -> None:
    stage = correcting()

    first = stage.put(Said("cái kia kìa"))
    second = stage.put(Said("ờ thì cái kia"))

    assert "chưa rõ cần sửa điều nào" in first[0].text
    assert "Chúng tôi ghi được như sau" in second[0].text
    assert stage.dialogue.fixing is None
    kept = [piece.text for piece in stage.dialogue.spare]
    assert kept == ["cái kia kìa", "ờ thì cái kia"]
    assert [piece.text for piece in stage.dialogue.story] == [STORY]


def test_words_that_tell_something_go_to_the_story() -> None:
    stage = correcting()

    stage.put(Said("hồi ấy anh Thử bắn rất giỏi"))

    assert stage.dialogue.story[-1].text == "hồi ấy anh Thử bắn rất giỏi"


def test_what_is_called_wrong_when_read_back_is_corrected() -> None:
    stage = correcting()
    stage.put(Commanded(Command.ENOUGH))

    stage.put(Said("sai tên rồi"))

    assert stage.dialogue.fixing == "martyr_name"
    stage.put(Said("Nguyễn Văn Bá"))
    assert stage.dialogue.answers["martyr_name"].value == "Nguyễn Văn Bá"


def read_back(*said: str) -> Stage:
    """Return a stage where it was read back, and this was said at that."""
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    for what in (Said(STORY), Commanded(Command.ENOUGH), *map(Said, said)):
        stage.put(what)
    return stage


def test_what_is_taken_back_is_the_fact_that_is_such_a_thing() -> None:
    stage = read_back(
        "số điện thoại sai rồi", "0912 000 222", "à không, phải là năm 1970"
    )

    answers = stage.dialogue.answers
    assert answers["died"].value == "1970"
    assert answers["teller_phone"].value == "+84912000222"
    assert stage.dialogue.fixing is None


def test_what_is_taken_back_is_what_was_told_last_if_it_is_such_a_thing() -> None:
    stage = read_back("số điện thoại sai rồi", "0912 000 222", "à không, 0912 000 333")

    answers = stage.dialogue.answers
    assert answers["teller_phone"].value == "+84912000333"
    assert answers["died"].value == "1971"


@pytest.mark.parametrize(
    "asked", [(), (Commanded(Command.FIX),)], ids=["read back", "asked what"]
)
def test_the_right_word_takes_the_place_of_the_wrong_one(
    asked: tuple[Commanded, ...],
) -> None:
    stage = read_back("nơi chôn là gò Sến, xã Tân Phú")
    for what in (*asked, Said("à không phải gò Sến mà là gò Sậy")):
        stage.put(what)

    place = stage.dialogue.answers["place"]
    assert place.value == "gò Sậy, xã Tân Phú"
    assert "à không phải gò Sến mà là gò Sậy" in [w.text for w in stage.dialogue.spare]
    assert stage.dialogue.fixing is None


@pytest.mark.parametrize(
    "words",
    [
        "không phải gò Sến mà nhiều người tưởng",
        "không phải ai mà ai cũng biết",
        "hai người, không phải một",
    ],
)
def test_words_that_stand_nowhere_are_put_nowhere(words: str) -> None:
    stage = read_back()
    before = {key: one.value for key, one in stage.dialogue.answers.items()}
    stage.put(Said(words))

    after = {key: one.value for key, one in stage.dialogue.answers.items()}
    assert before.items() <= after.items()
