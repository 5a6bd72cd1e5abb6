"""A complaint about an office: it goes above that office, never to it."""

from handlers import readers
from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Flow, Question
from nlp.tellings import offices
from storage.model.tip import TipKind

FLOW = Flow(
    kind=TipKind.COMPLAINT,
    questions=(
        Question("complaint_office", readers.words, spot=offices.complained_of),
        TELLER_PHONE,
        *about_teller(),
    ),
)
