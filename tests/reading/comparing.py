"""When a value that was read is the one that is meant.

Marks count where the text has any; the place of a tone mark ("hoà", "hòa"), case,
punctuation and administrative words do not. Larger units that go without saying may be
left out or added.
"""

import re
import unicodedata
from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from nlp.entity import Entity, Kind
from nlp.text import fold
from tests.reading.markup import Gold

METRES = 50
EARTH = 6_371_000
TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
SORTS = re.compile(
    r"(?:tinh|thanh pho|tp|thi xa|tx|thi tran|tt|huyen|quan|xa|phuong|thon|xom|ap|ban"
    r"|to dan pho|khu pho|ntls|nghia trang liet s[iy])\b\s*"
)
LEVELS = re.compile(r"[,(/]|\s[-–]\s")
ASIDE = re.compile(r"\([^)]*\)")

Say = Callable[[str], str]


def is_value(gold: Gold, found: Entity, is_bare: bool) -> bool:
    """Is this its value? In a text without marks, marks are nobody's to know."""
    if gold.kind is Kind.BURIAL:
        return True
    if gold.norm is None or found.norm is None:
        return gold.norm is found.norm
    say = fold if is_bare else toned
    match gold.kind:
        case Kind.COORD:
            return _is_near(gold.norm, found.norm)
        case Kind.DATE | Kind.PHONE:
            return gold.norm == found.norm
        case Kind.PLACE:
            return _begins(_places(gold.norm, say), _places(found.norm, say))
        case Kind.UNIT:
            return _begins(_units(gold.norm, say), _units(found.norm, say))
        case _:
            return _words(say(gold.norm)) == _words(say(found.norm))


def holds(gold: Gold, found: Entity) -> bool:
    """Are all of today's units that it may lie in among the candidates?

    The truth is one of them, and nobody knows which; so whichever it is, it is held.
    """
    return gold.codes <= set(found.values)


def toned(written: str) -> str:
    """Lower case, each word's tone mark at its end."""
    return " ".join(_toned(word) for word in written.lower().split())


def _toned(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(TONES.findall(decomposed))
    return TONES.sub("", decomposed) + tones


def _words(said: str) -> list[str]:
    return re.findall(r"[\w\u0300-\u036f]+", said)


def _places(norm: str, say: Say) -> list[list[str]]:
    return [words for part in LEVELS.split(norm) if (words := _proper(part, say))]


def _proper(part: str, say: Say) -> list[str]:
    """The words of a place's name without what sort of place it is."""
    plain = " ".join(_words(fold(part)))
    rest = plain
    while (sort := SORTS.match(rest)) and sort.end() < len(rest):
        rest = rest[sort.end() :]
    return _words(say(part))[-len(rest.split()) :] if rest else []


def _units(norm: str, say: Say) -> list[list[str]]:
    parts = ASIDE.sub(" ", norm).split(",")
    return [words for part in parts if (words := _words(say(part)))]


def _begins(one: list[list[str]], other: list[list[str]]) -> bool:
    shared = min(len(one), len(other))
    return shared > 0 and one[:shared] == other[:shared]


def _is_near(one: str, other: str) -> bool:
    """Within so many metres, by the haversine formula."""
    (lat, lon), (lat2, lon2) = _position(one), _position(other)
    half = (
        sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    )
    return 2 * EARTH * asin(sqrt(half)) <= METRES


def _position(norm: str) -> tuple[float, float]:
    lat, lon = map(float, norm.split(","))
    return radians(lat), radians(lon)
