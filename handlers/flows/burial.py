"""Somebody knows where a fallen soldier lies."""

from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Flow
from handlers.soldier import DIED, LANDMARK, MARTYR_NAME, PLACE, UNIT, unasked
from storage.model.tip import TipKind

ASKED = (PLACE, LANDMARK, MARTYR_NAME, UNIT, DIED)

FLOW = Flow(
    kind=TipKind.BURIAL,
    questions=(*ASKED, HOW_KNOWN, TELLER_PHONE, *unasked(*ASKED), *about_teller()),
)
