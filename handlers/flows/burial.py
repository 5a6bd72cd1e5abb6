"""Somebody knows where a fallen soldier lies."""

from handlers import readers
from handlers.informant import HOW_KNOWN, TELLER_NAME, TELLER_PHONE
from handlers.questions import Answers, Fill, Flow, Question, is_said
from nlp.entity import Kind
from storage.model.tip import TipKind


def is_place_vague(answers: Answers) -> bool:
    """Return whether nothing yet tells how to find the spot."""
    return not is_said(answers, "landmark")


FLOW = Flow(
    kind=TipKind.BURIAL,
    questions=(
        Question("place", readers.place, Fill(Kind.PLACE, ("burial",))),
        Question("landmark", readers.words, Fill(Kind.BURIAL), when=is_place_vague),
        Question("martyr_name", readers.person, Fill(Kind.PERSON, ("martyr",))),
        Question("unit", readers.unit, Fill(Kind.UNIT)),
        Question("died", readers.date, Fill(Kind.DATE, ("died",))),
        HOW_KNOWN,
        TELLER_PHONE,
        # Filled from the story or corrected; never asked, five questions are enough.
        Question("birth", readers.date, Fill(Kind.DATE, ("born",)), is_asked=False),
        Question(
            "enlisted", readers.date, Fill(Kind.DATE, ("enlisted",)), is_asked=False
        ),
        Question(
            "hometown", readers.place, Fill(Kind.PLACE, ("hometown",)), is_asked=False
        ),
        Question("rank", readers.rank, Fill(Kind.RANK), is_asked=False),
        Question(
            "death_place", readers.place, Fill(Kind.PLACE, ("death",)), is_asked=False
        ),
        Question("people_count", readers.words, is_asked=False, reads_number=True),
        TELLER_NAME,
    ),
)
