"""Passing on: an article or a page that somebody sends is kept whole, and is not his word.

It stands beside what he tells, marked for the officer; nothing in it fills an answer. Who
sends nothing else is asked one thing: whether he knows something of it himself.
"""

import re

from handlers.conversation.commands import is_denied, plain
from handlers.conversation.kinds import name_of
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask, choose
from handlers.conversation.scene import Turn
from handlers.informant import FORWARDED, KNOWS_MORE
from nlp.entity import Entity
from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source, Words

SHORT = 60  # characters
NO = re.compile(
    r"(?:toi |tui |chau |em |con )?(?:khong|ko|k|hong|chi(?= (?:gui|chuyen)))\b"
)


def keep(dialogue: Dialogue, cause: int, text: str, sign: str) -> Turn:
    """Keep print that came, and go on where the conversation stands."""
    is_filed = next_key(dialogue) is None
    dialogue = kept(dialogue, cause, text, sign)
    key = "ack.added" if is_filed else "ack.forwarded"
    ack = acknowledge(dialogue, key, code=dialogue.code)
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def kept(dialogue: Dialogue, cause: int, text: str, sign: str) -> Dialogue:
    """Return the dialogue with print beside the story, by the words that show it."""
    mark = Answer("article", sign, Source.FOUND, cause)
    return altered(
        dialogue,
        spare=(*dialogue.spare, Words(cause, text)),
        answers={**dialogue.answers, FORWARDED.key: mark},
    )


def is_own(dialogue: Dialogue, text: str, found: tuple[Entity, ...]) -> bool:
    """Return whether the words tell what he knows, and do not only say that he does."""
    chosen = choose(dialogue, KNOWS_MORE.key, text)
    return chosen is None and not is_nothing(text, found)


def is_nothing(text: str, found: tuple[Entity, ...]) -> bool:
    """Return whether the words say no, and nothing else ("không, đọc thấy thì gửi")."""
    said = plain(text)
    is_short = len(said) <= SHORT and not found
    return is_denied(KNOWS_MORE, text, found) or bool(is_short and NO.match(said))


def knowing(dialogue: Dialogue, cause: int) -> Dialogue:
    """Return the dialogue of who begins to tell what he knows himself."""
    held = Answer("yes", "", Source.FOUND, cause)
    return altered(dialogue, answers={**dialogue.answers, KNOWS_MORE.key: held})


def go_on(dialogue: Dialogue, cause: int, ack: str) -> Turn:
    """Hear what he knows; who knows nothing has told all that he can."""
    if dialogue.answers[KNOWS_MORE.key].value != "yes":
        dialogue = altered(dialogue, told=True, flow=name_of(dialogue))
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
