"""Units as a chain: "c3 d7 e66 f304", full words, spoken letters, cover names.

One chain is one entity. ``norm`` says it in words from small to large ("Đại đội 3,
Tiểu đoàn 7"); what nobody has decoded stays as written. A lone letter with a number is
a unit only where it cannot be a weapon, a plane, a hill or a sheet of paper.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.people import names
from nlp.text import Text
from nlp.units import battleorder, decoding, localforces, unitedges, unitnames
from nlp.units.echelons import echelons
from nlp.units.levels import BOXED, Echelon, Stands
from nlp.units.standing import Scene, stands
from nlp.units.unitforms import WESTERN

KIND = Kind.UNIT
TURN: int | None = 5

DOUBT = re.compile(
    r"\b(?:khong phai|chu khong|hinh nhu|co le|khong ro|khong nho|chac la|nghe noi|nghe ke"
    r"|nghi la|co the|hay la|hoac)(?: (?:la|o|thuoc|cua|don vi|linh))?[ :,]{1,2}\Z"
)
SURE, LONE, ODD, DOUBTED = 1.0, 0.7, 0.7, 0.5
SEAT = re.compile(
    r"(?:huyen|tinh|thi|thanh|xa) doi|bo doi (?:dia phuong )?(?:tinh|huyen)"
)
BELOW = re.compile(r"[.,;]? ?\n ?|\. ")
PLATOON = re.compile(r"\b(?:b|trung doi)[ .]?(?:truong|pho) {0,2}\Z")
REACH = 40
VOLUNTEERS = "TNXP"
FRONT, BATTALION, REGIMENT = 8, 4, 6
THEATRES = {f"Trung đội {n}": f"Mặt trận B{n}" for n in "1245"} | {
    "Trung đội 3": "Mặt trận Tây Nguyên (B3)"
}


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    levels = sorted(_levels(text, lexicon), key=_order)
    runs = (_with_theatre(run, text) for run in _runs(levels, text, lexicon))
    chains = [chain for run in runs for chain in _chains(run)]
    if not chains:
        return
    scene = Scene.of(text, lexicon).beside(chains)
    for chain in chains:
        if stands(chain, scene):
            yield _entity(chain, text, lexicon)


def _entity(chain: Sequence[Echelon], text: Text, lexicon: Lexicon) -> Entity:
    span = unitedges.begun(chain[0], text), unitedges.ended(chain, text)
    span, decoded = _with_province(span, _decoded(chain, lexicon), text, lexicon)
    score = SURE if len(chain) > 1 or chain[0].stands is Stands.ALONE else LONE
    if battleorder.is_odd(decoded, lexicon):
        score = min(score, ODD)
    if DOUBT.search(text.plain, max(0, span[0] - REACH), span[0]):
        score = min(score, DOUBTED)
    return Entity.spot(KIND, text, span, ", ".join(decoded), None, score)


def _decoded(chain: Sequence[Echelon], lexicon: Lexicon) -> list[str]:
    """Its levels in words, small to large, each said once."""
    levels = sorted(chain, key=lambda level: level.size)
    said = ", ".join(decoding.decoded(e.decoded, lexicon) for e in levels)
    return list(dict.fromkeys(said.split(", ")))


def _with_province(
    span: Span, decoded: list[str], text: Text, lexicon: Lexicon
) -> tuple[Span, list[str]]:
    """The volunteers' province is part of their name: "Đội 89 TNXP Hà Nam"."""
    start, end = span
    length = unitedges.province(start, end, text, lexicon)
    if not length:
        return span, decoded
    at = text.word_at(end)
    province = names.spelled(text, at, length)
    *smaller, last = decoded
    if VOLUNTEERS not in last:
        smaller, last = decoded, VOLUNTEERS
    return (start, text.words[at + length - 1].end), [*smaller, f"{last} {province}"]


def _levels(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    """A name comes first: what it says is more than "đoàn 6" says."""
    yield from unitnames.named(text, lexicon)
    yield from localforces.named(text, lexicon)
    yield from echelons(text, lexicon)


def _runs(
    levels: list[Echelon], text: Text, lexicon: Lexicon
) -> Iterator[list[Echelon]]:
    """Levels with nothing but a comma, "thuộc" or an arm of the service between them."""
    run: list[Echelon] = []
    for level in levels:
        if run and level.start < run[-1].end:
            continue
        if run and unitedges.is_alias(level, run[-1], text):
            run[-1] = replace(run[-1], end=level.end + 1)
            continue
        goes_on = run and _goes_on(run[-1], level, text, lexicon)
        if goes_on and SEAT.match(text.plain, level.start):  # "d48 tỉnh đội" is d48
            continue
        if run and not goes_on:
            yield run
            run = []
        if run or not text.plain[level.start - 1 : level.start].isdigit():
            run.append(level)
    if run:
        yield run


def _goes_on(last: Echelon, level: Echelon, text: Text, lexicon: Lexicon) -> bool:
    """Does the chain go on with this level? None is "of" a smaller one."""
    if BOXED in (last.size, level.size):
        return False
    glue = _glue(lexicon).fullmatch(text.plain, last.end, level.start)
    if glue is None:
        is_below = BELOW.fullmatch(text.plain, last.end, level.start) is not None
        return is_below and level.size > last.size and _are_codes(last, level, text)
    if glue["apart"] and _is_honour(level, text):
        return False
    is_front = last.decoded in THEATRES and level.size >= REGIMENT  # "đi B5, thuộc e27"
    return not (glue["of"] and (level.size < last.size or is_front))


def _is_honour(level: Echelon, text: Text) -> bool:
    """Is it a name beside the unit's own, "e36, Đoàn Quân Tiên Phong"?"""
    words = text.plain[level.start : level.end]
    return words.startswith("doan ") and not any(map(str.isdigit, words))


def _are_codes(last: Echelon, level: Echelon, text: Text) -> bool:
    """Is it "C3. D7", or one level a line? A sentence would hardly begin so."""
    if "\n" in text.plain[last.end : level.start]:
        return True
    return all(unitedges.CODED.match(text.plain, e.start) for e in (last, level))


def _chains(run: Sequence[Echelon]) -> Iterator[Sequence[Echelon]]:
    """One chain if no level comes twice, in whatever order; else the run has several."""
    sizes = [level.size for level in run]
    if len(set(sizes)) == len(sizes):
        yield run
        return
    rises = sum(after > before for before, after in pairwise(sizes))
    falls = sum(after < before for before, after in pairwise(sizes))
    sign = 1 if rises >= falls else -1
    start = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or sign * (sizes[at] - sizes[at - 1]) <= 0:
            yield run[start:at]
            start = at


def _with_theatre(run: Sequence[Echelon], text: Text) -> Sequence[Echelon]:
    """Beside a battalion or larger, with no company between, B5 is no platoon."""
    start = run[0].start
    if PLATOON.search((text.whole or text).plain, max(0, start - REACH), start):
        return run
    return [
        replace(level, size=FRONT, decoded=THEATRES[level.decoded])
        if level.stands is not Stands.ALONE
        and level.decoded in THEATRES
        and _is_theatre(run, at)
        else level
        for at, level in enumerate(run)
    ]


def _is_theatre(run: Sequence[Echelon], at: int) -> bool:
    before = run[at - 1].size if at else 0
    after = run[at + 1].size if at + 1 < len(run) else 0
    is_first = at == 0 and (after >= REGIMENT or len(run) == 1)
    return before >= BATTALION or is_first


def _order(level: Echelon) -> Span:
    """In the order of the text, the longer one first."""
    return level.start, -level.end


@lru_cache(maxsize=4)
def _glue(lexicon: Lexicon) -> re.Pattern[str]:
    branches = lexicon.pattern("unit_branches")
    return re.compile(
        rf"(?:(?: ?[(,\-] ?| )(?:{branches})\)?){{0,2}}(?: (?:{WESTERN})\b)? {{0,2}}"
        rf"(?:[,;\-] ?\n ?|(?P<apart>,)|[/\-+_;(|&•·…]|\) ?[,(]?|-?-|[=\-]+>|\.{{2,3}}|(?<= )\.|\.(?! ))?"
        rf" {{0,2}}(?P<of>(?:truc )?thuoc(?: bien che)?|cua|of(?: the)?)? {{0,2}}"
    )
