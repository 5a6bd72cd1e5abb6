"""Contradicting: who says what was not so takes that from the fields.

"À không phải 1970, 1971 mới đúng": only what is named as wrong gives way, or a date or a
unit said right after a word that takes back; a doubt ("hình như 1972") changes nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.conversation.facts import martyrs
from handlers.questions import Question
from nlp.entity import Entity, Kind
from nlp.text import fold
from storage.model.dialogue import Answer, Dialogue

SHORT, LONGEST = 40, 80
DENIED = 0.3  # readers are so sure at most of what is said not to be so
SINGLE = (Kind.DATE, Kind.UNIT)  # of these a man has one
TAKES_BACK = re.compile(
    r"(?:(?:a|u|oi|thoi|da|xin loi),? ){0,2}(?:(?:toi |tui )?(?:nham|lon|quen)(?: roi| mat)?"
    r"|khong(?: phai| dung)?(?: dau)?|sua lai(?: la)?|noi lai(?: la)?|y (?:toi|tui) la) ?[,.:]"
)
DOUBTS = re.compile(
    r"\b(?:hinh nhu|khong (?:chac|nho|biet|ro)|co le|chac la|hay la|hoac)\b"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a message takes back: these names, or whatever it names anew."""

    names: frozenset[str] = frozenset()
    is_open: bool = False


NOTHING = Taken()


def taken(
    dialogue: Dialogue, text: str, found: Sequence[Entity], said: Sequence[Entity]
) -> Taken:
    """Return what a short message takes back; `said` is what it says to be so.

    Of several soldiers nobody knows whom it means.
    """
    told = fold(text.strip())
    if not found or len(told) > LONGEST:
        return NOTHING
    spans = {(one.start, one.end) for one in said if one.score >= DENIED}
    denied = [one for one in found if (one.start, one.end) not in spans]
    is_open = TAKES_BACK.match(told) is not None
    if not (denied or is_open) or DOUBTS.search(told) or len(martyrs(dialogue)) > 1:
        return NOTHING
    names = {fold(name) for one in denied for name in (one.text, one.norm) if name}
    return Taken(frozenset(names), is_open and not names)


def takes_back(text: str) -> bool:
    """Return whether a few words only say that something is otherwise."""
    told = fold(text.strip())
    is_short = len(told) <= SHORT and not DOUBTS.search(told)
    return is_short and TAKES_BACK.match(told) is not None


def kept(question: Question, held: Answer, gone: Taken) -> Answer | None:
    """Return what still stands under a question; None for what was taken back."""
    if gone is NOTHING:
        return held
    is_single = question.fill is not None and question.fill.kind in SINGLE
    is_named = bool({fold(held.words), fold(held.value or "")} & gone.names)
    return None if is_named or (gone.is_open and is_single) else held
