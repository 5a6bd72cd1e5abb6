"""Remains found just now: nobody digs on, staff know at once, then where and who."""

from dataclasses import replace

from handlers import readers
from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import HERE, LANDMARK, unasked
from nlp.tellings import finds
from storage.model.tip import TipKind

FLOW = Flow(
    kind=TipKind.FOUND_NOW,
    is_urgent=True,
    questions=(
        HERE,
        replace(TELLER_PHONE, is_reserved=False),  # somebody is to call at once
        Question("found_state", readers.words, spot=finds.state),
        Question("found_objects", readers.words, spot=finds.objects),
        LANDMARK,
        *unasked(HERE, LANDMARK),
        *about_teller(),
    ),
)
