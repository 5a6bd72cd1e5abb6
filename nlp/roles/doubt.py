"""What the teller is not sure of, or says not to be so, has a lower score.

"Hình như", "nghe kể", "có lẽ" before it or "thì phải", "gì đó" behind it make a doubt,
"không phải" makes a denial. Units weigh their own (``nlp.entities.unit``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.text import fold

DOUBTED, DENIED = 0.6, 0.3  # of the score
KINDS = (Kind.PERSON, Kind.PLACE, Kind.DATE)
BEFORE, BEHIND = 45, 30
UNSURE = re.compile(
    r"\b(?:hinh nhu|nghe (?:ke|noi|dau|don)|khong (?:chac|ro|nho) (?:la|co phai|phai)?|ko (?:chac|ro)"
    r"|chua chac|co le|chac la|co the(?: la)?|hay la|hoac(?: la)?|doan la|phong doan|nho mang mang"
    r"|nghi la|ngo la)\b[^.;!?\n]{0,25}\Z"
)
DENYING = re.compile(
    r"\b(?:(?:khong|ko|k|hok|chu khong|chua|dau co) phai"
    r"|(?:khong|ko|k|chang|lam gi) co (?:ai|nguoi nao|liet s[iy] nao|ong nao|anh nao))"
    r" (?:(?:la|o|ngay|ten|anh|chu|ong|ba|nam|que|tai|bac|cau|em|co|chi|liet s[iy]|ls|dong chi|d/?c) ){0,3}\Z"
)
VAGUE = re.compile(
    r"[ ,(]{0,3}(?:thi phai|gi do|khong biet (?:co )?(?:dung|phai)|toi khong (?:chac|dam chac|nho ro)"
    r"|khong chac|chua chac|hinh nhu vay|khong nho (?:ro|chinh xac)|nghe dau)\b"
)


def weighed(entities: Iterable[Entity], nfc: str) -> Iterator[Entity]:
    """The same entities, those in doubt with a lower score."""
    for entity in entities:
        share = _share(entity, nfc) if entity.kind in KINDS else 1.0
        score = round(entity.score * share, 2)
        yield entity if share == 1.0 else replace(entity, score=score)


def _share(entity: Entity, nfc: str) -> float:
    before = fold(nfc[max(0, entity.start - BEFORE) : entity.start])
    if DENYING.search(before):
        return DENIED
    behind = fold(nfc[entity.end : entity.end + BEHIND])
    is_doubted = UNSURE.search(before) or VAGUE.match(behind)
    return DOUBTED if is_doubted else 1.0
