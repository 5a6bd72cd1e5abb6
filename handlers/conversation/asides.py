"""Asides: what is no telling and gets a fixed, honest answer; its words are kept."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.commands import plain
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from nlp.entity import Entity, Kind
from nlp.tellings import politics, samples
from nlp.tellings.gist import Gist, gists
from storage.model.dialogue import Dialogue, Words

ASIDES = (
    Gist.PRESS, Gist.DONATION, Gist.POLITICS, Gist.REWARD, Gist.PROCEDURE, Gist.NOT_OURS,
)  # fmt: skip
LONGEST = 300
DECIDES = 3  # what weighs so much tells something
UNKNOWING = re.compile(r"\b(?:khong|hong|chua|no) (?:biet|ro|nho)\b")
QUESTION = re.compile(
    r"\b(?:khong|the nao|ra sao|lam sao|o dau|khi nao|bao gio|bao nhieu|may tien|gi|ai|nao"
    r"|chua|sao|mo|rang)(?: (?:vay|day|a|chau|con|em|the|nhi|ha|hen|hi))?\Z"
)
HIS_ROLES = ("born", "enlisted", "died", "hometown", "death", "burial")
TELLS = {Kind.UNIT, Kind.BURIAL, Kind.COORD, Kind.RANK}


def aside(text: str, found: tuple[Entity, ...]) -> Gist | None:
    """Return what a message asks or offers instead of telling; None for a telling."""
    sums = gists(text)
    asides = [gist for gist in ASIDES if gist in sums]
    if not asides and politics.is_said(text):
        return None if tells(text, found) else Gist.POLITICS
    if not asides or len(text) > LONGEST or tells(text, found):
        return None
    others = (weight for gist, weight in sums.items() if gist not in ASIDES)
    if not is_question(text) and max(others, default=0) >= DECIDES:
        return None
    return max(asides, key=lambda gist: sums[gist])


def tells(text: str, found: Sequence[Entity]) -> bool:
    """Return whether a message names what belongs to a telling, or says it outright."""
    if any(_tells(entity) for entity in found):
        return True
    is_his = any(one.kind is Kind.PHONE or one.role in HIS_ROLES for one in found)
    is_said = is_his or samples.given_or_willing(text, found) is not None
    return is_said and not is_question(text)


def is_question(text: str) -> bool:
    """Return whether the words ask something, with a mark of interrogation or without."""
    said = plain(text)
    if UNKNOWING.search(said):
        return False
    return text.rstrip().endswith("?") or QUESTION.search(said) is not None


def told(
    dialogue: Dialogue, cause: int, text: str, gist: Gist, scene: Scene
) -> tuple[Dialogue, str]:
    """Return the dialogue that keeps the words, and the honest answer to them."""
    dialogue = replace(dialogue, spare=(*dialogue.spare, Words(cause, text)))
    return dialogue, acknowledge(dialogue, f"aside.{gist}", office=scene.office.name)


def answer(dialogue: Dialogue, cause: int, text: str, gist: Gist, scene: Scene) -> Turn:
    """Answer honestly, and go on where the conversation stands."""
    dialogue, words = told(dialogue, cause, text, gist, scene)
    reply = ask(dialogue, next_key(dialogue), cause, words, is_news=True)
    return Turn(dialogue, (reply,))


def _tells(entity: Entity) -> bool:
    return entity.kind in TELLS or entity.role == "martyr"
