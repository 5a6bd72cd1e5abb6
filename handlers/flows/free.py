"""A story that fits no other flow: heard as it is, with a number to call back."""

from dataclasses import replace

from handlers.informant import TELLER_PHONE, about_teller, is_not_only_forwarded
from handlers.questions import Flow
from storage.model.tip import TipKind

PHONE = replace(TELLER_PHONE, when=is_not_only_forwarded)

FLOW = Flow(kind=TipKind.FREE, questions=(PHONE, *about_teller()))
