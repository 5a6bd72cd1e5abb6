"""Breaking in: remains come to light, or a fraud shows, while something else is told.

These remains do not lie in the grave that was told of, and no swindler is its witness: the
words stand apart, under a key of their own, and fill nothing. Of a find we ask at once
where it is. Once a telling was sent, either begins another.
"""

from handlers.besides import FOUND_BESIDE, FOUND_PLACE, FRAUD_BESIDE
from handlers.conversation.fitting import answer_of, fitting
from handlers.conversation.kinds import is_found_now
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from handlers.questions import Question
from handlers.soldier import HERE
from nlp.tellings import fraud
from nlp.tellings.gist import Gist, gists
from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source
from storage.model.tip import TipKind

# "Cạnh nhà ông thầy bói" is a landmark: more must be said of it, or how much he takes.
OF_FRAUD = 9
WITH_AMOUNT = 8


def matter(dialogue: Dialogue, text: str) -> Question | None:
    """Return what breaks in by these words; None while a story may still become it."""
    if not dialogue.told or (dialogue.confirmed and next_key(dialogue) is not None):
        return None
    if is_found_now(text):
        return FOUND_BESIDE if dialogue.flow != TipKind.FOUND_NOW else None
    is_other = dialogue.flow != TipKind.MISINFO
    return FRAUD_BESIDE if is_other and _is_fraud(text) else None


def keep(
    dialogue: Dialogue, cause: int, broken_in: Question, text: str, scene: Scene
) -> Turn:
    """Keep the words apart, and go on: of a find with where it is."""
    held = dialogue.answers.get(broken_in.key)
    words = f"{held.words}\n{text}" if held else text
    told = Answer(words, words, Source.SAID, held.cause if held else cause)
    answers = {**dialogue.answers, broken_in.key: told}
    is_find = broken_in is FOUND_BESIDE
    if is_find and (here := fitting(HERE, scene.find(text))):
        answers = {FOUND_PLACE.key: answer_of(here, cause), **answers}
    enough = dialogue.enough and not is_find
    dialogue = altered(dialogue, answers=answers, enough=enough, last=broken_in.key)
    ack = acknowledge(dialogue, "ack.story" if is_find else "ack.fraud")
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=not is_find)
    return Turn(dialogue, (reply,))


def _is_fraud(text: str) -> bool:
    weight = gists(text).get(Gist.MISINFO, 0)
    is_plain = weight >= OF_FRAUD
    return is_plain or (weight >= WITH_AMOUNT and fraud.amount(text, ()) is not None)
