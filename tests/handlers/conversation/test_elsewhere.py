from storage.model.evidence import MediaKind
from storage.model.message import Asked, Command, Commanded, Pressed, Said, Showed
from tests.handlers.stage import OFFICE, Stage

KEY = "officer_1"


def telling_anew() -> Stage:
    """Return a stage where one tip is filed and another is being told."""
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    stage.put(Said("Liệt sĩ Đỗ Văn Sáu, tôi chôn dưới gốc me ở xã Tân Thới"))
    for _ in range(3):
        stage.put(Commanded(Command.ENOUGH))
    stage.put(Commanded(Command.NEW))
    stage.put(Said("Liệt sĩ Võ Văn Bảy nằm ở xã Tân Hưng"))
    return stage


def asked(tip: int | None, martyr: str = "Đỗ Văn Sáu") -> Asked:
    return Asked(1, "Gốc me còn không ạ?", OFFICE.name, tip, "482 915 637", martyr)


def test_an_answer_goes_to_the_tip_asked_about_and_not_to_the_one_being_told() -> None:
    stage = telling_anew()

    stage.put(asked(1))
    stage.put(Said("còn, to lắm"))
    stage.put(Commanded(Command.ENOUGH))

    assert stage.tips[1].answers[KEY].words == "còn, to lắm"
    assert KEY not in stage.dialogue.answers
    assert [piece.text for piece in stage.dialogue.story] == [
        "Liệt sĩ Võ Văn Bảy nằm ở xã Tân Hưng"
    ]


def test_a_photo_for_an_officer_goes_there_too() -> None:
    stage = telling_anew()

    stage.put(asked(1))
    stage.put(Showed("gốc-me", MediaKind.PHOTO))

    assert stage.tips[1].media == ("gốc-me",)
    assert stage.dialogue.shown == ()


def test_the_teller_hears_which_story_is_meant() -> None:
    (by_name,) = telling_anew().put(asked(1))
    (by_code,) = telling_anew().put(asked(1, martyr=""))
    (present,) = telling_anew().put(asked(None))

    assert "hỏi về liệt sĩ Đỗ Văn Sáu trong lời kể trước:" in by_name.text
    assert "hỏi về lời kể trước, mã 482 915 637:" in by_code.text
    assert "lời kể trước" not in present.text


def test_a_question_from_before_it_named_a_tip_is_answered_here() -> None:
    stage = telling_anew()

    stage.put(asked(None))
    stage.put(Said("còn"))

    assert stage.dialogue.answers[KEY].words == "còn"
