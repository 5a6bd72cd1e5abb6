"""Somebody knows where a fallen soldier lies."""

from handlers import readers
from handlers.informant import HOW_KNOWN, TELLER_NAME, TELLER_PHONE
from handlers.questions import Fill, Flow, Question
from nlp.entity import Kind
from storage.model.tip import TipKind

FLOW = Flow(
    kind=TipKind.BURIAL,
    questions=(
        Question("place", readers.place, Fill(Kind.PLACE, ("burial", "other"))),
        Question("landmark", readers.words, Fill(Kind.BURIAL)),
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
