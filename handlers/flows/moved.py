"""A family or an office has moved the grave: what was told of it is settled."""

from handlers import readers
from handlers.graves import CURRENT_GRAVE, OLD_LANDMARK, OLD_PLACE
from handlers.informant import HOW_KNOWN, KINSHIP, TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import MARTYR_NAME, unasked
from nlp.roles import deaths
from nlp.tellings import moving
from storage.model.tip import TipKind

MOVED_AT = Question("moved_at", readers.date, spot=moving.when)
MOVED_BY = Question("moved_by", readers.words, spot=moving.by)
# A date told beside the moving is not that of a death.
DIED = Question("died", readers.date, spot=deaths.died, is_asked=False)

FLOW = Flow(
    kind=TipKind.MOVED,
    questions=(
        MARTYR_NAME,
        CURRENT_GRAVE,
        OLD_PLACE,
        MOVED_AT,
        MOVED_BY,
        TELLER_PHONE,
        HOW_KNOWN.unasked(),
        KINSHIP.unasked(),
        DIED,
        OLD_LANDMARK,
        *unasked(MARTYR_NAME, OLD_PLACE, OLD_LANDMARK, DIED),
        *about_teller(),
    ),
)
