from handlers.conversation.facts import SHORT, counts, facts_text
from storage.model.dialogue import Answer, Dialogue, Shown, Source
from storage.model.evidence import Location, MediaKind
from tests.handlers.stage import find


def test_facts_are_read_back_in_the_words_of_the_teller() -> None:
    answers = {
        "unit": Answer("Trung đoàn 66", "e66", Source.FOUND),
        "how_known": Answer("saw", "2", Source.SAID),
        "died": Answer(None, "", Source.FORGOTTEN),
    }
    text = facts_text(Dialogue(flow="burial", answers=answers))
    assert "• Đơn vị: e66" in text
    assert "• Vì sao biết: Tận mắt thấy" in text
    assert "Hy sinh" not in text


def test_of_a_long_answer_only_what_was_asked_is_read_back() -> None:
    words = "Ở xã Hòa Bình, huyện Chợ Lách, liệt sĩ Trần Văn Tư, Trung đoàn 88"
    found = find(words)
    place = next(entity for entity in found if entity.kind == "PLACE")
    answers = {"place": Answer(place.norm, words, Source.SAID)}
    told = Dialogue(flow="burial", answers=answers, found={"answer:place": found})
    assert f"• Nơi chôn cất: {place.text}\n" in facts_text(told) + "\n"


def test_a_whole_telling_is_never_read_back() -> None:
    answers = {"landmark": Answer("x", "chữ " * 100, Source.SAID)}
    lines = facts_text(Dialogue(flow="burial", answers=answers)).splitlines()
    assert all(len(line) <= SHORT + 30 for line in lines)


def test_what_was_shown_is_counted() -> None:
    kinds = (MediaKind.PHOTO, MediaKind.PHOTO, MediaKind.VOICE)
    shown = tuple(Shown(1, "m", kind) for kind in kinds)
    pins = (Location(10.4, 106.3, 50.0, "pin", "story"),)
    assert counts(Dialogue(shown=shown, pins=pins)) == "2 ảnh, 1 ghi âm, 1 vị trí"
    assert "giữ nguyên" in facts_text(Dialogue(shown=shown))
