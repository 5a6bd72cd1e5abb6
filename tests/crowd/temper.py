"""Temper: how one behaves towards us, whatever he knows and however he writes."""

from enum import StrEnum
from random import Random


class Temper(StrEnum):
    """One leading trait; most people simply answer."""

    ANSWERS = "answers"
    REFUSES = "refuses consent"
    LATE = "agrees late"
    DIGRESSES = "digresses"
    SILENT_FIRST = "silent before consent"
    SILENT_STORY = "silent in the story"
    SILENT_ASKED = "silent at a question"
    CORRECTS = "corrects himself"
    OFFICER = "asks for an officer"
    SHOWS = "shows things"
    VOICE = "only speaks"
    REPEATS = "repeats himself"
    EARLY = "says xong early"
    CODE = "wants his code"


OF_HUNDRED = {
    Temper.ANSWERS: 44, Temper.REFUSES: 5, Temper.LATE: 5, Temper.DIGRESSES: 9,
    Temper.SILENT_FIRST: 3, Temper.SILENT_STORY: 4, Temper.SILENT_ASKED: 5,
    Temper.CORRECTS: 5, Temper.OFFICER: 4, Temper.SHOWS: 6, Temper.VOICE: 2,
    Temper.REPEATS: 3, Temper.EARLY: 3, Temper.CODE: 2,
}  # fmt: skip
# These end on their own account before everything could be asked.
LEAVES = frozenset(
    {Temper.REFUSES, Temper.SILENT_FIRST, Temper.SILENT_STORY, Temper.SILENT_ASKED,
     Temper.EARLY}
)  # fmt: skip


def draw(rng: Random) -> Temper:
    return rng.choices(list(OF_HUNDRED), list(OF_HUNDRED.values()))[0]
