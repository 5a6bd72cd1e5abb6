"""Positions: decimal, degrees and minutes, VN-2000, UTM, MGRS, wartime grids.

``norm`` is WGS84 ``lat,lon`` with five decimals, in that order even if the teller
swapped them. Where more than one position is meant by the same figures (VN-2000 without
its meridian) ``norm`` is None and ``values`` holds the candidates; a grid whose sheet
nobody knows has neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.positions import degrees, gridforms, grids
from nlp.positions.grids import Point
from nlp.text import Text

KIND = Kind.COORD
TURN: int | None = 2

# Something of a position; dates and numbers of units have none of it.
SOMETHING = re.compile(
    rf"[0-9](?:{degrees.BEHIND}|{gridforms.BEHIND})|{degrees.WORDS}|{gridforms.AXES}"
)
SIGNS = ("+", *gridforms.CUES)
AMERICAN = re.compile(
    r"indian|ban do my|(?<!cuu )binh my|my cu|\bus\b|veteran|\bnva\b|army|l7014|amms"
)


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    if not any(map(text.plain.__contains__, SIGNS)) and not SOMETHING.search(
        text.plain
    ):
        return
    known = [
        *((span, [point]) for span, point in degrees.find(text.plain)),
        *_metric(text, lexicon),
        *_utm(text.plain),
        *_mgrs(text.plain),
    ]
    for span, points in known:
        yield from _entity(text, span, points)
    for span in gridforms.wartime(text.plain):
        yield Entity.spot(KIND, text, span, None, None, 0.5)


def _entity(text: Text, span: Span, points: Sequence[Point]) -> Iterator[Entity]:
    """A position that is near; candidates where there are several."""
    near = sorted({point.norm for point in points if point.is_near})
    if near:
        norm = near[0] if len(near) == 1 else None
        entity = Entity.spot(KIND, text, span, norm)
        yield entity if norm else replace(entity, values=tuple(near), score=0.5)


def _metric(text: Text, lexicon: Lexicon) -> Iterator[tuple[Span, list[Point]]]:
    found = list(gridforms.metric(text.plain))
    meridians = _meridians(text, lexicon) if found else ()
    scale = grids.SIX_DEGREES if gridforms.is_wide(text.plain) else grids.THREE_DEGREES
    zone = gridforms.zone(text.plain)
    for span, north, east in found:
        if zone:
            yield span, [grids.from_utm(zone, east, north, grids.WGS_84)]
            continue
        yield span, [grids.from_vn2000(north, east, m, scale) for m in meridians]


def _meridians(text: Text, lexicon: Lexicon) -> tuple[float, ...]:
    """The one that the message tells, else those of its provinces, else all in use."""
    told = gridforms.meridian(text.plain)
    if told is not None:
        return (told,)
    named = set()
    for at in range(len(text.words)):
        if match := lexicon.longest("meridians", text, at):
            named |= {float(row["meridian"]) for row in match.rows}
    return tuple(sorted(named)) or grids.MERIDIANS


def _utm(plain: str) -> Iterator[tuple[Span, list[Point]]]:
    for span, zone, east, north in gridforms.utm(plain):
        yield span, [grids.from_utm(zone, east, north, _datum(plain))]


def _mgrs(plain: str) -> Iterator[tuple[Span, list[Point]]]:
    """Bare squares come from American sheets of the war, hence their datum."""
    for span, has_zone, square, figures in gridforms.mgrs(plain):
        datum = _datum(plain) if has_zone else grids.INDIAN_1960
        point = grids.from_mgrs(square.upper(), figures, datum)
        yield span, [point] if point and (has_zone or point.is_inland) else []


def _datum(plain: str) -> str:
    """That of the war's American sheets where the message speaks of such."""
    return grids.INDIAN_1960 if AMERICAN.search(plain) else grids.WGS_84
