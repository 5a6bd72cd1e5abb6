"""Candidates: codes of today's units in which a place of the text can lie.

Two digits are a province, five a commune, LA and KH are Laos and Cambodia. A commune is
named only where the text leaves no more than a few, and then with its province. A place
that says nothing of where it is ("đồi 105") lies where the fighting told beside it was.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.entity import Entity
from nlp.lexicon import Lexicon, Row
from nlp.places import communes
from nlp.places.gazetteer import COMMUNE, DISTRICT
from nlp.places.piece import Piece
from nlp.text import fold

FEW = 5  # communes; more than these say only the province
PROVINCE_DIGITS = 2
FIELD = ("death", "burial", "other", None)


def bearers(chain: Sequence[Piece], lexicon: Lexicon) -> list[Row]:
    """The communes that the smallest piece with such a name can mean."""
    named = next((b for piece in chain if (b := _bearers(piece, lexicon))), ())
    return _fitting(named, chain, _provinces_of(chain), lexicon) if named else []


def _bearers(piece: Piece, lexicon: Lexicon) -> tuple[Row, ...]:
    """Its communes; a battlefield of today's or a former commune's name is there."""
    if piece.bearers or not (piece.today and piece.size == COMMUNE):
        return piece.bearers
    return _namesakes(piece, communes.TABLES, piece.today, lexicon)


def _namesakes(
    piece: Piece, tables: Iterable[str], provinces: frozenset[str], lexicon: Lexicon
) -> tuple[Row, ...]:
    rows = (row for table in tables for row in lexicon.look_up(table, piece.name))
    alike = (row for row in rows if fold(row["written"]) == fold(piece.name))
    return tuple(r for r in alike if communes.provinces((r,), lexicon) & provinces)


def codes(chain: Sequence[Piece], fitting: Sequence[Row], lexicon: Lexicon) -> set[str]:
    """Those of the fitting communes if they are few, and of the provinces."""
    holders = {code for row in fitting for code in communes.codes(row)}
    provinces = _provinces_of(chain)
    if not holders and chain[0].size == DISTRICT:  # many are a commune of today as well
        alike = _namesakes(chain[0], communes.TABLES[:1], provinces, lexicon)
        return {*provinces} | {code for row in alike for code in communes.codes(row)}
    if not holders:
        return set(provinces)
    inside = {communes.province(code, lexicon) for code in holders}
    return inside | holders if len(holders) <= FEW else inside


def _provinces_of(chain: Sequence[Piece]) -> frozenset[str]:
    """What every piece allows; the largest one decides where they disagree."""
    provinces: frozenset[str] = frozenset()
    for piece in reversed(chain):
        provinces = provinces & piece.today or provinces or piece.today
    return provinces


def together(entities: Sequence[Entity], lexicon: Lexicon) -> list[Entity]:
    """The same places, each narrowed by the one next to it that is told of the field."""
    sure = [entity for entity in entities if _is_one(entity.values)]
    known = [entity for entity in sure if entity.role in FIELD] or [
        entity for entity in sure if entity.role == "residence"
    ]
    starts = [entity.start for entity in known]
    return [_beside(entity, known, starts, lexicon) for entity in entities]


def _fitting(
    bearers: Iterable[Row],
    chain: Sequence[Piece],
    provinces: frozenset[str],
    lexicon: Lexicon,
) -> list[Row]:
    """The bearers in the district that is named, else those in the provinces."""
    inside = [
        row
        for row in bearers
        if not provinces or provinces & communes.provinces((row,), lexicon)
    ]
    districts = {fold(piece.name) for piece in chain if piece.size == DISTRICT}
    if not districts:
        return inside
    named = [row for row in inside if _district(row) in districts]
    return named or [row for row in inside if "district" in row]


def _district(row: Row) -> str:
    """The folded name without its type: "huyện Ý Yên", "thị xã Quảng Trị"."""
    district = fold(row.get("district", ""))
    for kind in ("huyen ", "quan ", "thi xa ", "thanh pho "):
        district = district.removeprefix(kind)
    return district


def _beside(
    entity: Entity, known: Sequence[Entity], starts: Sequence[int], lexicon: Lexicon
) -> Entity:
    if entity.role not in FIELD or _is_one(entity.values) or not known:
        return entity
    at = bisect(starts, entity.start)
    around = known[max(0, at - 1) : at + 1]
    nearest = min(around, key=lambda other: abs(other.start - entity.start))
    inside = set(_provinces(nearest.values))
    if not entity.values:
        return replace(entity, values=tuple(sorted(inside)))
    shared = [v for v in entity.values if communes.province(v, lexicon) in inside]
    return replace(entity, values=tuple(shared)) if shared else entity


def _is_one(values: Sequence[str]) -> bool:
    return len(_provinces(values)) == 1


def _provinces(values: Sequence[str]) -> list[str]:
    return [code for code in values if len(code) == PROVINCE_DIGITS]
