"""Unfit: words under a question that answer it no more than silence would."""

from collections.abc import Sequence

from handlers import readers
from handlers.conversation.agreeing import is_right
from handlers.conversation.commands import AGREES, is_courtesy, plain
from handlers.conversation.inquiry import is_reproach
from handlers.conversation.place import question_of
from handlers.conversation.unknowing import muses
from handlers.questions import Question
from nlp.entity import Entity, Kind
from nlp.files import idcards
from nlp.tellings.conduct import conduct
from nlp.tellings.gist import Gist, gists
from storage.model.dialogue import Dialogue

# Asked for what is there, of which "đúng rồi" says nothing; a name may be "Được".
OF_THINGS = (readers.unit, readers.date, readers.place, readers.described)
LETS_BE = frozenset({"thoi", "thoi khoi", "thoi bo", "thoi vay", "khoi"})
WRONG = frozenset({"sai", "sai roi", "sai het", "nham", "nham roi", "ghi sai roi"})
# What is told plainly enough to be heard under another question.
TOLD_APART = ("found_state", "found_objects", "kinship")


def is_enough(text: str) -> bool:
    """Return whether the words let a question be; "thoi" without marks may not."""
    return not text.isascii() and plain(text) in LETS_BE


def declined(question: Question, text: str) -> str | None:
    """Return the key of what is said to thanks or a reproach; None for other words."""
    if is_courtesy(text):
        return "ack.skip"
    is_name = question.read is readers.person
    if is_enough(text) and not is_name:
        return "ack.skip"
    return "ack.reproach" if is_reproach(text) and not is_name else None


def belongs_elsewhere(
    dialogue: Dialogue, question: Question, text: str, found: Sequence[Entity]
) -> bool:
    """Return whether the words name nothing that was asked, but what another asks.

    Who only remembers how hard those times were, or agrees, tells of no field at all.
    """
    if not found and muses(plain(text)):
        return True
    if _is_only_source(question, text, found) or _is_of_no_thing(question, text, found):
        return True
    fill_by = question.fill
    if fill_by is None or any(entity.kind is fill_by.kind for entity in found):
        return False
    others = (question_of(dialogue, key) for key in TOLD_APART)
    spots = (other.spot for other in others if other and other is not question)
    return any(spot(text, found) for spot in spots if spot)


def _is_of_no_thing(question: Question, text: str, found: Sequence[Entity]) -> bool:
    """Return whether the words only say yes or wrong, insult, or show a card."""
    if question.read not in OF_THINGS:
        return False
    said = plain(text)
    is_yes = AGREES.fullmatch(said) or is_right(text)
    is_bare = said in WRONG or is_yes or idcards.find(text)
    if not found and is_bare:
        return True
    return Gist.OBSCENE in gists(text) and conduct(text) is Gist.OBSCENE


def _is_only_source(question: Question, text: str, found: Sequence[Entity]) -> bool:
    """Return whether a place is asked for and the words say no more than who told it."""
    if question.read is not readers.described:
        return False
    known = readers.spot_known(text, found)
    if known is None:
        return False
    numbers = [entity.text for entity in found if entity.kind is Kind.PHONE]
    rest = len(text.strip()) - sum(map(len, (known[1], *numbers)))
    is_called = bool(numbers) and rest < readers.SHORTEST_TELLING
    return is_called or plain(known[1]) == plain(text)
