from sqlalchemy import Connection

from handlers import effects
from handlers.conversation.scene import CallBack, File
from storage import callbacks, conversations
from storage.callbacks import Callback
from storage.db import Database
from storage.model.dialogue import Dialogue, Words
from tests.fixtures.told import NOW, talk

WISH = CallBack("+84912000222", "Buổi sáng", "hỏi giấy báo tử")
STORY = (Words(1, "Liệt sĩ Phan Văn Chín, chôn cạnh đình làng"),)


def new_code() -> str:
    return "482 915 637"


def wish_then_tell(tx: Connection) -> tuple[Dialogue, tuple[Callback, ...]]:
    conversation = conversations.load(tx, talk(tx))
    assert conversation is not None

    def done(dialogue: Dialogue, *wanted: effects.Effect) -> Dialogue:
        return effects.carry_out(tx, conversation, dialogue, wanted, new_code, NOW)

    done(Dialogue(), WISH)
    told = done(Dialogue(story=STORY), File(draft=False))
    return told, callbacks.of(tx, told.tip or 0)


async def test_a_wish_before_the_story_is_the_tips_that_comes_of_it(
    db: Database,
) -> None:
    told, calls = await db.write(wish_then_tell)

    assert [(call.tip, call.code) for call in calls] == [(told.tip, "482 915 637")]
