"""A stone that says something else than the truth, or that names nobody."""

from dataclasses import replace

from handlers import readers
from handlers.graves import CURRENT_GRAVE, OLD_LANDMARK, OLD_PLACE
from handlers.informant import HOW_KNOWN, KINSHIP, TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import MARKER, MARTYR_NAME, UNIT, unasked
from nlp.tellings import steles
from storage.model.tip import TipKind

ERROR_CLAIM = Question("error_claim", readers.words, spot=steles.wrong)
PAPERS = Question("papers", readers.words, spot=steles.papers)
# Here the stone is what is wrong, not what marks the grave.
NO_MARKER = replace(MARKER, spot=None)

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
        OLD_PLACE.unasked(),
        OLD_LANDMARK,
        KINSHIP.unasked(),
        NO_MARKER.unasked(),
        *unasked(MARTYR_NAME, UNIT, OLD_PLACE, OLD_LANDMARK, NO_MARKER),
        *about_teller(),
    ),
)
