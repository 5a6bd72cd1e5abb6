"""Positions: decimal, degrees and minutes, VN-2000, UTM, MGRS, wartime grids.

``norm`` is WGS84 ``lat,lon`` with five decimals, in that order even if the teller
swapped them. Where more than one position is meant by the same figures (VN-2000 without
its meridian) ``norm`` is None and ``values`` holds the candidates; a grid whose sheet
nobody knows has neither.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp import grids
from nlp.entity import Entity, Kind
from nlp.grids import Point
from nlp.lexicon import Lexicon
from nlp.text import Text

KIND = Kind.COORD
TURN: int | None = 2

Read = Callable[[re.Match[str]], list[Point]]

OPEN = r"(?<![a-z0-9.,])"
CLOSE = r"(?![0-9])(?![.,][0-9])"
DECIMAL = r"-?[0-9]{1,3}[.,][0-9]{2,15}"
SIDE = r"(?: ?(?:vi do|kinh do|vi|kinh|bac|dong|n|b|e|d)(?![a-z0-9])){0,2}"
DEGREES = (
    r"[0-9]{1,3} ?(?:°|do) ?[0-9]{1,2}(?:[.,][0-9]{1,8})? ?(?:'(?!')|phut)"
    r"(?: ?[0-9]{1,2}(?:[.,][0-9]{1,8})? ?(?:\"|''|giay))?"
)
BETWEEN = r"(?: {0,2}[,;/\-]? {0,2}|\n)"
METRES = r"[0-9]{1,3}(?:[ .]?[0-9]{3}){1,2}(?:[.,][0-9]{1,3})?"
FRACTION = re.compile(r"[.,]([0-9]{1,2})\Z")
GRID_TOLD = re.compile(r"(?:toa do|grid|luoi|ban do|\bo)[^\n]{0,15}$")
MERIDIAN = re.compile(
    r"(?:kinh tuyen|ktt)[a-z :]{0,12}(1[0-9]{2})[ °d.,o]{0,4}([0-9]{2})?"
)
AMERICAN = re.compile(r"indian|ban do my|cuu binh my|my cu|\bus\b|veteran|nva")


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:  # noqa: ARG001 — as siblings
    yield from _spot(text, PAIR, _decimal)
    yield from _spot(text, SEXAGESIMAL, _sexagesimal)
    meridians = _meridians(text.plain)
    yield from _spot(text, METRIC, lambda match: _vn2000(match, meridians))
    datum = grids.INDIAN_1960 if AMERICAN.search(text.plain) else grids.WGS_84
    yield from _spot(text, UTM, lambda match: _utm(match, datum))
    yield from _spot(text, MGRS, _mgrs)
    for match in WARTIME.finditer(text.plain):
        if GRID_TOLD.search(text.plain, max(0, match.start() - 40), match.start()):
            yield Entity.spot(KIND, text, match.span("grid"), None, None, 0.5)


def _spot(text: Text, pattern: re.Pattern[str], read: Read) -> Iterator[Entity]:
    """An entity for every match that is near; candidates where there are several."""
    for match in pattern.finditer(text.plain):
        near = sorted({point.norm for point in read(match) if point.is_near})
        if near:
            norm = near[0] if len(near) == 1 else None
            entity = Entity.spot(KIND, text, match.span(), norm)
            yield entity if norm else replace(entity, values=tuple(near), score=0.5)


def _decimal(match: re.Match[str]) -> list[Point]:
    first, second = (float(match[n].replace(",", ".")) for n in (1, 2))
    return _ordered(first, second)


def _sexagesimal(match: re.Match[str]) -> list[Point]:
    first, second = (_degrees(match[name]) for name in ("first", "second"))
    return _ordered(first, second)


def _ordered(first: float, second: float) -> list[Point]:
    """Latitudes here are below 25 and longitudes above 100, so order is no question."""
    return [Point(min(first, second), max(first, second))]


def _degrees(written: str) -> float:
    figures = [
        float(n.replace(",", ".")) for n in re.findall(r"[0-9.,]*[0-9]", written)
    ]
    return sum(figure / 60.0**power for power, figure in enumerate(figures))


def _vn2000(match: re.Match[str], meridians: tuple[float, ...]) -> list[Point]:
    north, east = sorted((_metres(match["x"]), _metres(match["y"])), reverse=True)
    return [grids.from_vn2000(north, east, meridian) for meridian in meridians]


def _meridians(plain: str) -> tuple[float, ...]:
    """The one that the message tells, else all that the provinces use."""
    told = MERIDIAN.search(plain)
    if told is None:
        return grids.MERIDIANS
    return (int(told[1]) + int(told[2] or 0) / 60,)


def _metres(written: str) -> float:
    """Read 1.853.190 and 1853190,45: a sign before three digits only groups them."""
    fraction = FRACTION.search(written)
    whole = FRACTION.sub("", written)
    figures = re.sub("[ .,]", "", whole)
    return float(f"{figures}.{fraction[1]}" if fraction else figures)


def _utm(match: re.Match[str], datum: str) -> list[Point]:
    east, north = _metres(match["east"]), _metres(match["north"])
    return [grids.from_utm(int(match["zone"]), east, north, datum)]


def _mgrs(match: re.Match[str]) -> list[Point]:
    """Bare squares come from American sheets of the war, hence their datum."""
    figures = match["figures"].replace(" ", "")
    if len(figures) % 2:
        return []
    datum = grids.WGS_84 if match["zone"] else grids.INDIAN_1960
    point = grids.from_mgrs(match["square"].upper(), figures, datum)
    return [point] if point else []


PAIR = re.compile(
    rf"{OPEN}({DECIMAL})°?{SIDE}{BETWEEN}(?:[a-z]{{0,8}}:? ?)?({DECIMAL})°?{SIDE}(?![0-9])(?!\.[0-9])"
)
SEXAGESIMAL = re.compile(
    rf"{OPEN}(?:[nb] ?)?(?P<first>{DEGREES}){SIDE}{BETWEEN}(?:[ed] ?)?(?P<second>{DEGREES}){SIDE}"
)
METRIC = re.compile(
    rf"(?<![a-z])x ?[=:]? ?(?P<x>{METRES})(?: ?m)?[,;]? {{0,2}}y ?[=:]? ?(?P<y>{METRES}){CLOSE}"
)
UTM = re.compile(
    rf"{OPEN}(?P<zone>4[789]) ?[npq]? (?:e ?)?(?P<east>[0-9]{{6}})(?:\.[0-9]{{1,3}})?(?: ?m?e)?[ ,]{{1,2}}"
    rf"(?:n ?)?(?P<north>[0-9]{{6,7}})(?:\.[0-9]{{1,3}})?(?: ?m?n)?{CLOSE}"
)
MGRS = re.compile(
    rf"(?<![a-z0-9])(?P<zone>4[789][npq] ?)?(?P<square>[a-hj-np-z][a-hj-np-v]) ?"
    rf"(?P<figures>[0-9]{{3}} ?[0-9]{{3}}|[0-9]{{4}} ?[0-9]{{4}}|[0-9]{{5}} ?[0-9]{{5}}){CLOSE}"
)
WARTIME = re.compile(
    r"(?P<grid>\(?[0-9]{2}[.,][0-9]{3} ?- ?[0-9]{2}[.,][0-9]{3}\)?"
    r"|(?<![0-9])[0-9]{2} ?- ?[0-9]{2} o [0-9](?![0-9]))"
)
