"""Deaths: a day, a place and a grave that are told as those of a death, of nothing else.

Where much else is dated (a relic was found in 1985, "Lê Văn Sơn - 1966" stands on it), a
date is that of a death only if its sentence says so.
"""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.landmarks import is_landmark
from nlp.tellings.signs import Said
from nlp.text import fold

NEAR = 70  # characters
FELL = re.compile(
    r"\b(?:hy sinh|hi sinh|hs|nga xuong|tu tran|tu nan|bo minh|nam xuong|trung (?:dan|bom|phao|min)"
    r"|(?<!bi )mat (?:nam|ngay|thang|hoi|luc|o|tai))\b"
)
LIES = re.compile(
    r"\b(?:chon|chon cat|mai tang|an tang|nam lai|nam duoi|yen nghi|mo|ngoi mo|phan mo|nam mo|hai cot)\b"
)
STOP = re.compile(r"[.!?;](?=\s|$)|\n")


def died(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the day of a death that its own sentence tells of."""
    return _told(text, found, Kind.DATE, "died", FELL)


def fell_at(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the place of a death that its own sentence tells of."""
    return _told(text, found, Kind.PLACE, "death", FELL)


def lies_at(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the place of a grave that its own sentence tells of."""
    return _told(text, found, Kind.PLACE, "burial", LIES)


def lies_by(text: str, found: Sequence[Entity]) -> Said | None:
    """Return what is to be seen at a grave that the same sentence tells of."""
    for one in found:
        is_his = one.kind is Kind.BURIAL and one.role is None
        if is_his and is_landmark(one.text) and LIES.search(_sentence(text, one)):
            return one.text, one.text
    return None


def _told(
    text: str, found: Sequence[Entity], kind: Kind, role: str, says: re.Pattern[str]
) -> Said | None:
    for one in found:
        if one.kind is kind and one.role == role and says.search(_sentence(text, one)):
            return one.norm or one.text, one.text
    return None


def _sentence(text: str, one: Entity) -> str:
    """Return the folded words of its sentence that stand near."""
    before = STOP.split(text[max(0, one.start - NEAR) : one.start])[-1]
    after = STOP.split(text[one.end : one.end + NEAR])[0]
    return fold(f"{before}{text[one.start : one.end]}{after}")
