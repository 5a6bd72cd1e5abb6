"""A stone that says something else than the truth, or that names nobody."""

from handlers import readers
from handlers.graves import CURRENT_GRAVE
from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import MARTYR_NAME, UNIT, unasked
from storage.model.tip import TipKind

ERROR_CLAIM = Question("error_claim", readers.words)
PAPERS = Question("papers", readers.words)

FLOW = Flow(
    kind=TipKind.IDENTITY,
    questions=(
        CURRENT_GRAVE,
        MARTYR_NAME,
        ERROR_CLAIM,
        PAPERS,
        UNIT,
        HOW_KNOWN,
        TELLER_PHONE,
        *unasked(MARTYR_NAME, UNIT),
        *about_teller(),
    ),
)
