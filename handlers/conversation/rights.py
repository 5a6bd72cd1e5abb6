"""Rights of a teller: to see, correct, take back and erase what he gave.

Each opens a request with its legal clock; what cannot be undone asks for a second,
different word first ("xóa" alone never erases). Before consent there is nothing that
anybody could read: see `consenting`.
"""

from dataclasses import replace

from handlers import clocks
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Reply, Scene, Turn, Wish
from storage.model.dialogue import Dialogue
from storage.model.message import Command
from storage.model.privacy import Right
from storage.model.tip import TipStatus

RIGHTS = {
    Command.VIEW: Right.VIEW,
    Command.CORRECT: Right.CORRECT,
    Command.WITHDRAW: Right.WITHDRAW,
    Command.ERASE: Right.ERASE,
}
GRAVE = (Right.WITHDRAW, Right.ERASE)
YES = "yes"


def claim(dialogue: Dialogue, cause: int, right: Right, scene: Scene) -> Turn:
    """Take a wish; a grave one is asked for once more in other words."""
    if right not in GRAVE:
        return file(dialogue, cause, right, scene)
    dialogue = replace(dialogue, claiming=right)
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))


def decide(dialogue: Dialogue, cause: int, value: str, scene: Scene) -> Turn:
    """Take the second word; anything but yes leaves all as it was."""
    right = Right(dialogue.claiming)
    dialogue = replace(dialogue, claiming="", asking=None)
    if value == YES:
        return file(dialogue, cause, right, scene)
    kept = acknowledge(dialogue, "right.kept")
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, kept),))


def file(dialogue: Dialogue, cause: int, right: Right, scene: Scene) -> Turn:
    """Bring the wish before staff, and say who answers and until when."""
    wanted = wish(right, scene)
    told = acknowledge(
        dialogue,
        f"right.{right}",
        office=scene.office.name,
        day=f"{wanted.due_by.astimezone(scene.zone):%d/%m/%Y}",
    )
    if right in GRAVE:  # nobody who takes all back is asked on
        dialogue = replace(dialogue, withdrew=True)
        return Turn(dialogue, (Reply(cause, f"right.{right}", told),), (wanted,))
    reply = ask(dialogue, next_key(dialogue), cause, told, is_news=True)
    return Turn(dialogue, (reply,), (wanted,))


def wish(right: Right, scene: Scene) -> Wish:
    """Return the wish with its clocks, which begin now."""
    is_out = scene.status is TipStatus.HANDED_OVER
    due = clocks.due_by(right, scene.now, scene.zone, has_receivers=is_out)
    return Wish(right, clocks.answer_by(scene.now, scene.zone), due)
