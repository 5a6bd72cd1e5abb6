"""The menu of kinds: a few at first, the others when they are wished."""

from dataclasses import replace

from handlers.conversation import kinds
from handlers.conversation.filling import refill
from handlers.conversation.kinds import KIND, REST
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Turn
from handlers.wording import say
from storage.model.altering import altered
from storage.model.dialogue import Dialogue


def choose(dialogue: Dialogue, cause: int, name: str) -> Turn:
    """Take the kind of telling that its teller names; what was told fills it anew."""
    if name == REST:
        return show_rest(dialogue, cause)
    dialogue = refill(kinds.chosen(dialogue, name))
    ack = acknowledge(dialogue, "ack.kind.chosen", kind=say(f"kind.{name}"))
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def show_rest(dialogue: Dialogue, cause: int) -> Turn:
    """Show the kinds that did not stand in the menu at first."""
    dialogue = altered(dialogue, fixing=KIND)
    reply = replace(
        ask(dialogue, KIND, cause),
        text=acknowledge(dialogue, "ask.kind.rest"),
        buttons=kinds.menu(is_rest=True),
    )
    return Turn(dialogue, (reply,))
