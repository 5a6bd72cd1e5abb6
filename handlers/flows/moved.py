"""A family or an office has moved the grave: what was told of it is settled."""

from handlers import readers
from handlers.graves import CURRENT_GRAVE
from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import MARTYR_NAME, PLACE, unasked
from storage.model.tip import TipKind

MOVED_AT = Question("moved_at", readers.date)
MOVED_BY = Question("moved_by", readers.words)

FLOW = Flow(
    kind=TipKind.MOVED,
    questions=(
        MARTYR_NAME,
        CURRENT_GRAVE,
        PLACE,
        MOVED_AT,
        MOVED_BY,
        TELLER_PHONE,
        HOW_KNOWN.unasked(),
        *unasked(MARTYR_NAME, PLACE),
        *about_teller(),
    ),
)
