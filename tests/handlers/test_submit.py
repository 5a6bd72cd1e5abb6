from dataclasses import replace

from handlers.submit import compose, priority
from storage.model.dialogue import Answer, Dialogue, Source, Words
from storage.model.evidence import Location
from tests.handlers.stage import find

PIECES = (
    "Anh Nguyễn Văn Ba, Trung đoàn 66",
    "hy sinh năm 1972 ở xã Hòa Bình",
    "vị trí 10.412345, 106.345678",
)
TOLD = Dialogue(
    flow="burial",
    story=tuple(Words(at, text) for at, text in enumerate(PIECES)),
    found={f"story.{at}": find(text) for at, text in enumerate(PIECES)},
)


def test_what_was_found_points_at_its_words_in_the_whole_story() -> None:
    telling = compose(TOLD, draft=True)
    assert telling.story == "\n".join(PIECES)
    assert len(telling.entities) >= 4
    for where, entity in telling.entities:
        assert where == "story"
        assert telling.story[entity.start : entity.end] == entity.text


def test_coordinates_in_the_words_are_a_location_with_a_radius() -> None:
    (place,) = compose(TOLD, draft=True).locations
    assert (round(place.lat, 3), round(place.lon, 3)) == (10.412, 106.346)
    assert place.source == "text"
    assert place.radius_m


def test_readings_stand_beside_what_was_said() -> None:
    said = Answer("Trung đoàn 24", "e24", Source.SAID, 9)
    telling = compose(replace(TOLD, answers={"unit": said}), draft=False)
    assert telling.answers["unit"] == said
    assert telling.readings["unit"] == "Trung đoàn 66"


def test_clear_tips_at_first_hand_come_first() -> None:
    held = {
        key: Answer("x", "x", Source.SAID)
        for key in ("place", "landmark", "martyr_name", "unit", "died", "teller_phone")
    }
    clear = replace(TOLD, answers=held)
    buried = replace(
        clear, answers=held | {"how_known": Answer("buried", "", Source.SAID)}
    )
    pinned = replace(buried, pins=(Location(10.4, 106.3, 50.0, "pin", "story"),))
    assert priority(TOLD) == 0
    assert 0 < priority(clear) < priority(buried) <= priority(pinned) == 100
    left = replace(TOLD, answers={"place": Answer(None, "", Source.FORGOTTEN)})
    assert priority(left) == 0
