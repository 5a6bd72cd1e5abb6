from handlers.conversation.filling import fill
from nlp.entity import Entity, Kind
from storage.model.dialogue import Answer, Dialogue, Source


def known(*texts: str, dialogue: Dialogue | None = None) -> Answer | None:
    dialogue = dialogue or Dialogue(flow="burial")
    for cause, text in enumerate(texts, 1):
        dialogue = fill(dialogue, text, (), cause)
    return dialogue.answers.get("how_known")


def test_how_it_is_known_is_found_in_the_words_of_the_story() -> None:
    assert known("tôi tự tay chôn anh") == Answer(
        "buried", "tôi tự tay chôn", Source.FOUND, 1
    )
    assert known("không phải tôi chôn") is None


def test_first_hand_gives_way_to_nothing_and_hearsay_to_first_hand() -> None:
    later = known("nghe bố kể lại", "sau này tôi chứng kiến")
    first = known("tôi tự tay chôn", "nghe kể nhà anh ở Thái Bình")

    assert later is not None
    assert later.value == "saw"
    assert first is not None
    assert (first.value, first.cause) == ("buried", 1)


def test_what_he_was_called_gives_way_to_his_name() -> None:
    called = "Anh em hay gọi là Hải Lì."
    nickname = Entity(Kind.PERSON, "Hải Lì", 18, 24, role="martyr")
    name = Entity(Kind.PERSON, "Lê Văn Tuất", 0, 11, role="martyr")
    dialogue = fill(Dialogue(flow="burial"), called, (nickname,), 1)

    later = fill(dialogue, "Lê Văn Tuất, quê Thái Bình", (name,), 2)

    assert "martyr_name" not in dialogue.answers
    assert dialogue.answers["alias"].value == "Hải Lì"
    assert later.answers["martyr_name"].value == "Lê Văn Tuất"


def test_what_was_said_is_never_filled_over() -> None:
    said = Answer("heard", "nghe kể lại", Source.SAID, 9)

    assert known("tôi tự tay chôn", dialogue=Dialogue(answers={"how_known": said})) == (
        said
    )


def test_the_soldier_is_not_found_to_be_the_teller() -> None:
    name = Answer("Lê Văn Tuất", "Lê Văn Tuất", Source.FOUND, 1)
    said = Answer("Lê Văn Tuất", "Lê Văn Tuất", Source.SAID, 2)
    told = Dialogue(
        flow="burial", answers={"teller_name": name, "martyr_name": said}, told=True
    )

    assert "teller_name" not in fill(told, "Mất năm 1970", (), 3).answers


def test_a_swindlers_number_is_not_the_tellers_and_his_own_is() -> None:
    phone = Entity(Kind.PHONE, "0912000447", 19, 29, norm="+84912000447")
    flow = Dialogue(flow="misinfo", told=True)

    his = fill(flow, "Điện thoại tui là: 0912000447", (phone,), 1).answers
    theirs = fill(flow, "Nó bảo gọi cho tôi 0912000447", (phone,), 1).answers

    assert his["teller_phone"].value == "+84912000447"
    assert "teller_phone" not in theirs


def test_his_own_name_is_no_other_name_of_his() -> None:
    name = Answer("Vũ Văn Lượm", "Vũ Văn Lượm", Source.SAID, 1)
    dialogue = Dialogue(flow="burial", answers={"martyr_name": name})

    dialogue = fill(dialogue, "Người ta kêu anh là Vũ Văn Lượm.", (), 2)

    assert "alias" not in dialogue.answers


def test_what_is_told_later_leaves_the_words_by_which_he_passed_over_it() -> None:
    words = "thôi cháu hỏi khó bác quá"
    passed = Answer(None, words, Source.SKIPPED, 1)
    dialogue = Dialogue(flow="burial", answers={"how_known": passed})

    later = fill(dialogue, "à, chính tôi chôn anh ấy", (), 2)

    assert later.answers["how_known"].value == "buried"
    assert [(piece.cause, piece.text) for piece in later.spare] == [(1, words)]
