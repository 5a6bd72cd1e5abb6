"""Many files in a row are one tip, and no more replies than a patient person gives."""

from datetime import timedelta

import pytest

from handlers.conversation.albums import PAUSE
from handlers.conversation.followup import timers
from storage.model.evidence import Lost, MediaKind
from storage.model.message import (
    Incoming,
    Lapsed,
    Outgoing,
    Pressed,
    Remote,
    Said,
    Showed,
)
from storage.model.timing import TimerKind
from tests.handlers.stage import ZONE, Stage

GAP = timedelta(seconds=11)
TEN = tuple(f"m{number}" for number in range(10))


def photo(name: str, album: str = "") -> Showed:
    return Showed(name, MediaKind.PHOTO, remote=Remote(name), album=album)


@pytest.fixture
def stage() -> Stage:
    """Somebody who agreed and was asked for his story."""
    stage = Stage()
    stage.put(Said("Tôi có ảnh mộ"))
    stage.put(Pressed("consent", "yes"))
    return stage


def lapse(stage: Stage, kind: TimerKind) -> list[Outgoing]:
    """Let a timer go off at its time; nothing is said where there is none."""
    due = timers(stage.dialogue, 1, stage.now, ZONE)
    said = []
    for timer in (one for one in due if one.kind is kind):
        stage.now = timer.due_at
        said += stage.put(Lapsed(timer.kind, timer.fence))
    return said


@pytest.mark.parametrize("album", ["", "album-1"])
def test_ten_photos_eleven_seconds_apart_are_one_tip_and_two_replies(
    stage: Stage, album: str
) -> None:
    said = []
    for name in TEN:
        stage.now += GAP
        said += stage.put(photo(name, album))
    said += lapse(stage, TimerKind.ALBUM)
    lapse(stage, TimerKind.DRAFT)

    assert [("1 ảnh" in one.text, "10 ảnh" in one.text) for one in said] == [
        (True, False),
        (False, True),
    ]
    (tip,) = stage.tips.values()
    assert tip.media == TEN


def test_photos_in_one_breath_are_acknowledged_at_once(stage: Stage) -> None:
    (said,) = stage.put(*(photo(name) for name in TEN))

    assert "10 ảnh" in said.text
    assert lapse(stage, TimerKind.ALBUM) == []


def test_photos_before_consent_ask_for_it_twice_at_most() -> None:
    stage, said = Stage(), []
    for name in TEN:
        stage.now += GAP
        said += stage.put(photo(name))
    said += lapse(stage, TimerKind.ALBUM)
    stage.put(Pressed("consent", "yes"))
    lapse(stage, TimerKind.DRAFT)

    assert [one.buttons[0].key for one in said] == ["consent"] * 2
    assert [tip.media for tip in stage.tips.values()] == [TEN]


def test_words_between_photos_are_answered_and_nothing_is_owed_then(
    stage: Stage,
) -> None:
    stage.put(photo("m1"))
    stage.now += GAP
    assert stage.put(photo("m2")) == []

    assert stage.put(Said("Mộ anh Ba ở xã Hòa Bình"))

    assert lapse(stage, TimerKind.ALBUM) == []


def test_a_photo_long_after_another_is_answered_at_once(stage: Stage) -> None:
    stage.put(photo("m1"))
    stage.now += PAUSE + GAP

    assert stage.put(photo("m2"))


def test_an_album_goes_on_however_slowly_it_comes(stage: Stage) -> None:
    stage.put(photo("m1", "album-1"))
    stage.now += PAUSE * 9

    assert stage.put(photo("m2", "album-1")) == []
    assert lapse(stage, TimerKind.ALBUM)


def test_each_recording_is_answered_at_once(stage: Stage) -> None:
    for name in TEN[:3]:
        stage.now += GAP
        assert stage.put(Showed(name, MediaKind.VOICE, 7.0, remote=Remote(name)))


def test_photos_brought_out_of_order_stand_in_their_senders_order(
    stage: Stage,
) -> None:
    first = stage.n + 1
    for cause, at in enumerate((0, 3, 1, 2), 1000):
        stage.now += GAP
        what, place = photo(f"m{at}", "album-1"), first + at
        stage.bring([Incoming(cause, stage.now, what, place, place)])
    lapse(stage, TimerKind.ALBUM)
    lapse(stage, TimerKind.DRAFT)

    assert [tip.media for tip in stage.tips.values()] == [TEN[:4]]


def test_a_file_that_did_not_come_is_asked_for_beside_the_open_question(
    stage: Stage,
) -> None:
    stage.put(Said("xong"))
    asking = stage.dialogue.asking
    lost = Lost("m1", MediaKind.VIDEO, is_too_large=True, link="https://vi-du.vn/chat")

    (said,) = stage.put(lost)

    assert "video" in said.text
    assert said.text.endswith("https://vi-du.vn/chat")
    assert said.buttons == ()
    assert stage.dialogue.asking == asking


def test_files_lost_together_are_asked_for_in_one_sentence_a_kind(
    stage: Stage,
) -> None:
    photos = [Lost(name, MediaKind.PHOTO) for name in TEN[:3]]

    said = stage.put(*photos, Lost("m9", MediaKind.VOICE))

    assert [("ảnh" in one.text, "ghi âm" in one.text) for one in said] == [
        (True, False),
        (False, True),
    ]


def test_nobody_is_asked_again_for_what_he_did_not_want_kept() -> None:
    stage = Stage()
    stage.put(photo("m1"))
    stage.put(Pressed("consent", "no"))

    assert stage.put(Lost("m1", MediaKind.PHOTO)) == []
