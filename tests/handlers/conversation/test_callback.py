from dataclasses import replace
from datetime import timedelta

from storage.model.message import Pressed, Said
from tests.handlers.stage import NOW, OFFICE, Stage


def wishing(stage: Stage) -> str:
    stage.put(Pressed("consent", "yes"))
    return " ".join(out.text for out in stage.put(Said("gặp cán bộ")))


def test_by_day_it_says_that_somebody_is_there() -> None:
    said = wishing(Stage())
    assert f"{OFFICE.name} đang có người trực." in said
    assert OFFICE.telephone in said


def test_at_night_it_says_so_and_when_somebody_will_be() -> None:
    said = wishing(Stage(now=NOW + timedelta(hours=12)))
    assert "ngoài giờ trực" in said
    assert "7:30–17:00 thứ Hai đến thứ Sáu" in said


def test_without_hours_and_telephone_nothing_is_invented() -> None:
    said = wishing(Stage(office=replace(OFFICE, hours=(), telephone="")))
    assert "chưa báo giờ trực" in said
    assert "chưa công bố số điện thoại" in said
    assert "đang có người trực" not in said


def test_a_wish_is_filed_with_number_hour_and_reason() -> None:
    stage = Stage()
    wishing(stage)
    for words in ("0912 000 222", "1", "Hỏi giấy báo tử"):
        said = stage.put(Said(words))
    (call,) = stage.calls
    assert call.phone == "+84912000222"
    assert (call.hour, call.reason) == ("Buổi sáng", "Hỏi giấy báo tử")
    assert "cán bộ sẽ gọi" in said[0].text


def test_a_number_told_in_the_story_is_not_asked_again_and_may_be_changed() -> None:
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    stage.put(Said("Chú tôi hy sinh ở xã An Bình, số tôi 0912 000 333"))
    assert "0912 000 333" in stage.put(Said("gặp cán bộ"))[0].text
    stage.put(Said("gọi số 0912 000 444 nhé"))
    stage.put(Said("chiều"))
    stage.put(Said("hỏi chế độ"))
    assert [call.phone for call in stage.calls] == ["+84912000444"]


def test_of_two_numbers_the_last_is_called_and_both_are_kept() -> None:
    stage = Stage()
    wishing(stage)
    stage.put(Said("số nhà tôi 0912 000 222"))
    stage.put(Said("à không, số con tôi 0912 000 333"))

    assert stage.dialogue.answers["callback_phone"].value == "+84912000333"
    spare = [piece.text for piece in stage.dialogue.spare]
    assert "số nhà tôi 0912 000 222" in spare


def test_who_wishes_again_is_not_asked_for_his_number_again() -> None:
    stage = Stage()
    wishing(stage)
    for words in ("0912 000 222", "1", "Hỏi giấy báo tử"):
        stage.put(Said(words))

    said = stage.put(Said("gặp cán bộ"))
    for words in ("chiều", "muốn nói thêm"):
        stage.put(Said(words))

    assert "Cán bộ sẽ gọi số 0912 000 222." in said[0].text
    assert stage.calls[-1].phone == "+84912000222"
    assert (stage.calls[-1].hour, stage.calls[-1].reason) == ("chiều", "muốn nói thêm")


def test_without_a_number_the_wish_is_kept_all_the_same() -> None:
    stage = Stage()
    wishing(stage)
    stage.put(Said("bỏ qua"))
    said = stage.put(Said("muốn hỏi về mộ"))
    assert [call.phone for call in stage.calls] == [None]
    assert "chưa có số" in said[0].text


def test_a_number_told_for_a_call_is_not_asked_again() -> None:
    stage = Stage()
    stage.put(Pressed("consent", "yes"))
    stage.put(Said("Tôi chôn anh Hà Văn Sự, trung đoàn 24, ở xã An Bình năm 1970"))
    stage.put(Said("gặp cán bộ"))
    for words in ("0912 000 222", "chiều", "hỏi chế độ", "xong"):
        stage.put(Said(words))

    held = stage.dialogue.answers["teller_phone"]
    assert (held.value, held.source) == ("+84912000222", "found")


def test_a_number_corrected_for_a_call_is_corrected_for_its_tip() -> None:
    stage = Stage()
    wishing(stage)
    stage.put(Said("0912 000 222"))
    stage.put(Said("à không, số con tôi 0912 000 333"))

    assert stage.dialogue.answers["teller_phone"].value == "+84912000333"


def test_a_number_told_only_for_a_call_goes_with_the_wish() -> None:
    stage = Stage()
    wishing(stage)
    stage.put(Said("0912 000 222"))
    stage.put(Pressed("callback", "off"))

    assert "teller_phone" not in stage.dialogue.answers


def test_a_number_told_before_consent_is_for_the_call_alone() -> None:
    stage = Stage()
    stage.put(Said("gặp cán bộ"))
    stage.put(Said("0912 000 222"))

    assert "teller_phone" not in stage.dialogue.answers
