"""Entity: something that a message names, and where in the message it does.

``as_json`` and ``from_json`` are the wire format of ``manhmoi extract`` and of exports.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nlp.text import MASKS, Text

Span = tuple[int, int]

# Scores from which something counts; what only may be a name fills no field.
SURE, SURE_OF_NAME = 0.5, 0.61


class Kind(StrEnum):
    PERSON = "PERSON"
    UNIT = "UNIT"
    RANK = "RANK"
    PLACE = "PLACE"
    DATE = "DATE"
    COORD = "COORD"
    PHONE = "PHONE"
    BURIAL = "BURIAL"

    @property
    def mask(self) -> str:
        """What later grammars see in place of what was read as this."""
        return MASK_OF[self]


MASK_OF = dict(zip(Kind, MASKS, strict=False))


@dataclass(frozen=True, slots=True)
class Entity:
    """Offsets are characters of the NFC text; ``norm`` None means not decoded.

    ``values`` of a place are candidates: codes of today's provinces that it can lie in
    (two digits; LA and KH: Laos, Cambodia), and of today's communes (five digits) where
    the text leaves no more than a few.
    """

    kind: Kind
    text: str
    start: int
    end: int
    norm: str | None = None
    role: str | None = None
    score: float = 1.0
    values: tuple[str, ...] = ()
    begins: str | None = None
    ends: str | None = None
    precision: str | None = None
    record: int | None = None

    @classmethod
    def spot(
        cls,
        kind: Kind,
        text: Text,
        plain: Span,
        norm: str | None = None,
        role: str | None = None,
        score: float = 1.0,
        values: tuple[str, ...] = (),
        begins: str | None = None,
        ends: str | None = None,
        precision: str | None = None,
    ) -> "Entity":
        """The entity at a span of ``text.plain``."""
        start, end = text.span(*plain)
        written = text.nfc[start:end]
        told = norm, role, score, values, begins, ends, precision
        return cls(kind, written, start, end, *told)

    @property
    def span(self) -> Span:
        return self.start, self.end

    def as_json(self) -> dict[str, Any]:
        always = {
            "type": self.kind.value,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "norm": self.norm,
            "role": self.role,
            "score": self.score,
        }
        sometimes = {
            "values": list(self.values) or None,
            "from": self.begins,
            "to": self.ends,
            "precision": self.precision,
            "record": self.record,
        }
        return always | {key: v for key, v in sometimes.items() if v is not None}

    @classmethod
    def from_json(cls, json: dict[str, Any]) -> "Entity":
        return cls(
            kind=Kind(json["type"]),
            text=json["text"],
            start=json["start"],
            end=json["end"],
            norm=json["norm"],
            role=json["role"],
            score=json["score"],
            values=tuple(json.get("values", ())),
            begins=json.get("from"),
            ends=json.get("to"),
            precision=json.get("precision"),
            record=json.get("record"),
        )
