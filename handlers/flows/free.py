"""A story that fits no other flow: heard as it is, with a number to call back."""

from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Flow
from storage.model.tip import TipKind

FLOW = Flow(kind=TipKind.FREE, questions=(TELLER_PHONE, *about_teller()))
