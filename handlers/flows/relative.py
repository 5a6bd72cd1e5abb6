"""A family looks for its fallen: heard first, kinship and samples asked after.

No sentence judges whose sample would help: that is for those who take it.
"""

from handlers import readers
from handlers.informant import KINSHIP, TELLER_PHONE, about_teller
from handlers.questions import Answers, Choice, Flow, Question
from handlers.soldier import (
    DEATH_PLACE,
    DIED,
    GRAVE,
    MARTYR_NAME,
    UNIT,
    unasked,
)
from handlers.wording import say
from nlp.tellings import samples
from storage.model.tip import TipKind


def has_given(answers: Answers) -> bool:
    """Return whether a sample was taken already."""
    held = answers.get("dna")
    return held is not None and held.value == "given"


DNA = Question(
    "dna",
    readers.dna,
    spot=samples.given_or_willing,
    choices=(
        Choice("agrees", say("dna.agrees"), ("dong y", "co", "duoc", "san sang")),
        Choice("given", say("dna.given"), ("lay roi", "da lay", "da lay roi", "roi")),
        Choice("later", say("dna.later"), ("chua", "de sau", "tu tu")),
    ),
    is_reserved=True,
)

FLOW = Flow(
    kind=TipKind.RELATIVE,
    questions=(
        MARTYR_NAME,
        UNIT,
        DIED,
        DEATH_PLACE,
        KINSHIP,
        DNA,
        Question(
            "dna_given",
            readers.words,
            spot=samples.where_given,
            when=has_given,
            is_reserved=True,
        ),
        TELLER_PHONE,
        GRAVE.unasked(),
        *unasked(MARTYR_NAME, UNIT, DIED, DEATH_PLACE, GRAVE),
        *about_teller(),
    ),
)
