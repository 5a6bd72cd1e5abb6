"""An edited message brings its file again: the file is told once, its words are revised."""

import pytest

from storage.model.evidence import MediaKind
from storage.model.message import Edited, Incoming, Pressed, Remote, Said, Showed, What
from tests.handlers.stage import Stage

AT = 50


def bring(stage: Stage, what: What) -> None:
    """Let a message that stands at one place, or its edit, come in."""
    stage.n += 1
    stage.bring([Incoming(stage.n, stage.now, what, AT)])


def photo(name: str, caption: str = "") -> Showed:
    return Showed(name, MediaKind.PHOTO, caption=caption, remote=Remote(name))


@pytest.mark.parametrize("agrees_first", [True, False])
def test_a_file_that_its_edited_message_brings_again_is_told_once(
    agrees_first: bool,
) -> None:
    stage = Stage()
    stage.put(Said("Tôi có ảnh mộ"))
    if agrees_first:
        stage.put(Pressed("consent", "yes"))
    bring(stage, photo("m1", "Ảnh năm 1990"))

    bring(stage, photo("m1"))
    bring(stage, Edited(AT, "Ảnh năm 1991"))
    if not agrees_first:
        stage.put(Pressed("consent", "yes"))

    assert [one.media for one in stage.dialogue.shown] == ["m1"]
    assert "Ảnh năm 1991" in [one.text for one in stage.dialogue.story]


def test_another_file_in_an_edited_message_is_told_beside_the_first() -> None:
    stage = Stage()
    stage.put(Said("Tôi có ảnh mộ"))
    stage.put(Pressed("consent", "yes"))
    bring(stage, photo("m1"))

    bring(stage, photo("m2"))

    assert [one.media for one in stage.dialogue.shown] == ["m1", "m2"]
