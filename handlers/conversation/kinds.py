"""What a telling is about, from its own words."""

import re

from nlp.entity import Entity, Kind
from nlp.text import fold
from storage.model.dialogue import Dialogue

# Words that speak of the fallen or of a grave, folded, on word borders.
OURS = re.compile(
    r"\b(liet s[iy]|hy sinh|hi sinh|phan mo|ngoi mo|mo mo|mo (?:tap the|chon)|hai cot"
    r"|chon (?:cat|o|tai|canh|chung)?|mai tang|an tang|nghia trang|tu tran|bo doi"
    r"|don vi|chien si|giay bao tu|quy tap)\b"
)
TELLING = {Kind.UNIT, Kind.BURIAL, Kind.RANK}


def name_of(dialogue: Dialogue) -> str:
    """Return the flow that fits what was told; recordings alone may be of a burial."""
    text = fold("\n".join(piece.text for piece in dialogue.story))
    found = [entity for entities in dialogue.found.values() for entity in entities]
    if not text.strip() or OURS.search(text) or _tells(found):
        return "burial"
    return "free"


def _tells(found: list[Entity]) -> bool:
    return any(entity.kind in TELLING or entity.role == "martyr" for entity in found)
