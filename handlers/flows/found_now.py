"""Remains found just now: nobody digs on, staff know at once, then where and who."""

from handlers import readers
from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import LANDMARK, PLACE, unasked
from storage.model.tip import TipKind

FLOW = Flow(
    kind=TipKind.FOUND_NOW,
    is_urgent=True,
    questions=(
        PLACE,
        TELLER_PHONE,
        Question("found_state", readers.words),
        Question("found_objects", readers.words),
        LANDMARK,
        *unasked(PLACE, LANDMARK),
        *about_teller(),
    ),
)
