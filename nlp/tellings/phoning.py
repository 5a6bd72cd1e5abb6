"""Phoning: whose a telephone number is, where a telling says it.

"Số của anh Tư là …" is no number of the teller; beside "số tôi …" no other one is. The
number of a child or of a neighbour, given for his own, is where he can be reached.
"""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.text import fold

BEFORE = 60
NUMBER = r"(?:so|sdt|dt|dien thoai|phone|may|zalo)(?: (?:dien thoai|dt|phone|may|zalo|rieng))?"
IS = r"(?:,? (?:la|thi|day la|o))?[ :.\-]{1,3}\Z"
MINE = re.compile(
    rf"\b{NUMBER} (?:cua )?(?:toi|tui|minh|chau|con|em){IS}"
    rf"|\b(?:con |cua )?(?:toi|tui|minh)(?: thi)?(?: co)?(?: {NUMBER})?{IS}"
)
# Who is no kin of "tôi" and no "cháu", which tellers call themselves.
THEIRS = re.compile(
    rf"\b{NUMBER} cua (?:anh|chi|ong|ba|chu|co|bac|cau|di|cu|thang|dong chi|nguoi)"
    r"(?: (?!(?:toi|tui|minh|chau|con|em|nha|chong|vo)\b)[a-z']{1,12}){1,4}"
    rf"{IS}"
)


def own(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities without the numbers at which others are called."""
    numbers = [entity for entity in found if entity.kind is Kind.PHONE]
    before = {
        one: fold(text[max(0, one.start - BEFORE) : one.start]) for one in numbers
    }
    mine = [one for one, words in before.items() if MINE.search(words)]
    theirs = [one for one, words in before.items() if THEIRS.search(words)]
    apart = [one for one in numbers if one not in mine] if mine else theirs
    return tuple(entity for entity in found if entity not in apart)
