import pytest

from bot.demo.stories import DONE, SEND, STORIES, Pin, Show, Step, Story
from storage.model.evidence import MediaKind
from storage.model.message import Pinned, Said, Showed, What
from tests.handlers.stage import Stage

SENDS_AT_MOST = 4


@pytest.mark.parametrize("story", STORIES)
def test_an_invented_teller_answers_what_he_is_asked(story: Story) -> None:
    stage = Stage()

    for step in story:
        tell(stage, step)

    said = "\n".join(out.text for out in stage.said)
    assert "chưa rõ" not in said
    assert stage.dialogue.confirmed == (SEND in story)


def tell(stage: Stage, step: Step) -> None:
    if step != SEND:
        stage.put(what(step))
        return
    for _ in range(SENDS_AT_MOST):
        if not stage.dialogue.confirmed:
            stage.put(Said(DONE))


def what(step: Step) -> What:
    match step:
        case Pin():
            return Pinned(step.lat, step.lon, 30.0)
        case Show():
            is_voice = step.name.endswith(".wav")
            return Showed("m", MediaKind.VOICE if is_voice else MediaKind.PHOTO)
        case words:
            return Said(words)
