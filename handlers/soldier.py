"""Questions about a fallen soldier, shared by the flows that name one.

Each flow says which of them it asks; the others are filled from the story or corrected.
"""

from handlers import readers
from handlers.questions import Fill, Question
from nlp.entity import Kind

MARTYR_NAME = Question("martyr_name", readers.person, Fill(Kind.PERSON, ("martyr",)))
UNIT = Question("unit", readers.unit, Fill(Kind.UNIT))
DIED = Question("died", readers.date, Fill(Kind.DATE, ("died",)))
BIRTH = Question("birth", readers.date, Fill(Kind.DATE, ("born",)))
ENLISTED = Question("enlisted", readers.date, Fill(Kind.DATE, ("enlisted",)))
HOMETOWN = Question("hometown", readers.place, Fill(Kind.PLACE, ("hometown",)))
RANK = Question("rank", readers.rank, Fill(Kind.RANK))
DEATH_PLACE = Question("death_place", readers.place, Fill(Kind.PLACE, ("death",)))
PLACE = Question("place", readers.place, Fill(Kind.PLACE, ("burial", "other")))
LANDMARK = Question("landmark", readers.words, Fill(Kind.BURIAL))
PEOPLE_COUNT = Question("people_count", readers.words, reads_number=True)

ALL = (
    MARTYR_NAME, UNIT, DIED, BIRTH, ENLISTED, HOMETOWN, RANK, DEATH_PLACE, PLACE,
    LANDMARK, PEOPLE_COUNT,
)  # fmt: skip


def unasked(*asked: Question) -> tuple[Question, ...]:
    """Return the questions that a flow does not ask: filled or corrected only."""
    keys = {question.key for question in asked}
    return tuple(question.unasked() for question in ALL if question.key not in keys)
