"""Looking up: how a telling stands, for who has its code and gave his telephone number.

No word of the telling is shown, and nothing tells an unknown code from a wrong number.
"""

from handlers.codes import read_code
from handlers.conversation.status import state
from nlp.entities import phone
from nlp.lexicon import Lexicon
from nlp.text import read
from storage import standing
from storage.model.tip import TipKind
from storage.tx import Connection

LONGEST = 60
NO_CODE = ""  # which no tip has


def look_up(tx: Connection, code: str, number: str) -> str | None:
    """Return the sentence on how the telling stands; None if the two fit no telling."""
    known = standing.known_by(tx, code_of(code), _number(number))
    if known is None:
        return None
    return state(known.status, is_relative=known.kind is TipKind.RELATIVE)


def code_of(typed: str) -> str:
    """Return the code in what was typed, as it is stored; empty if there is none."""
    return read_code(typed[:LONGEST]) or NO_CODE


def _number(typed: str) -> str:
    found = phone.find(read(typed[:LONGEST]), Lexicon.load())
    return next((one.norm for one in found if one.norm), "")
