"""Somebody remembers a battle, or a grave that holds many."""

from dataclasses import replace

from handlers import readers
from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from handlers.soldier import (
    BATTLEFIELD,
    DIED,
    LANDMARK,
    PEOPLE_COUNT,
    UNIT,
    unasked,
)
from nlp.tellings import fights, graves, witnesses
from storage.model.tip import TipKind

BURIED_BY = Question("buried_by", readers.words, spot=graves.buried_by)
OTHER_WITNESSES = Question("other_witnesses", readers.words, spot=witnesses.others)
# Whoever fell in it fell when it was.
WHEN = replace(DIED, spot=fights.when)
WHERE = replace(BATTLEFIELD, spot=fights.where)
ASKED = (WHERE, WHEN, UNIT, LANDMARK, PEOPLE_COUNT)

FLOW = Flow(
    kind=TipKind.BATTLE,
    questions=(
        *ASKED,
        BURIED_BY,
        OTHER_WITNESSES,
        TELLER_PHONE,
        Question("battle", readers.words, spot=graves.battle, is_asked=False),
        HOW_KNOWN.unasked(),
        *unasked(*ASKED),
        *about_teller(),
    ),
)
