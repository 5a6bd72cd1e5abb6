"""How people write the figures of a grid: VN-2000, UTM, MGRS, the army's own sheets."""

import re
from collections.abc import Iterator

from nlp import numbers
from nlp.entity import Span

OPEN = r"(?<![a-z0-9.,])"
CLOSE = r"(?![0-9])(?![.,][0-9])"
METRES = r"[0-9]{1,3}(?:[ .,]?[0-9]{3}){1,2}(?:[.,][0-9]{1,3})?"
FRACTION = re.compile(r"[.,]([0-9]{1,3})\Z")
UNIT = r"(?: ?\(?m\)?)?"
AXIS = rf"{UNIT} ?[=:]? ?"
METRIC = re.compile(
    rf"(?<![a-z])[xn]{AXIS}(?P<x>{METRES}){UNIT}[ ,;/\n\-]{{0,4}}[ye]{AXIS}(?P<y>{METRES}){CLOSE}"
    rf"|(?<![a-z])[ye]{AXIS}(?P<y_>{METRES}){UNIT}[ ,;/\n\-]{{0,4}}[xn]{AXIS}(?P<x_>{METRES}){CLOSE}"
    rf"|vn ?-? ?2000[a-z :,()]{{0,15}}(?<![0-9])(?P<x__>[0-9]{{6,7}}) ?[,;\-/] ?(?P<y__>[0-9]{{6,7}}){CLOSE}"
)
NORTHMOST, SOUTHMOST = 2_700_000, 800_000  # metres from the equator
MERIDIAN = re.compile(
    r"(?:kinh tuyen|ktt|ktr|kt truc)[a-z :=]{0,16}(?P<whole>1[01][0-9])"
    r"(?:[.,](?P<part>[0-9]{1,2})(?![0-9])|(?: ?(?:°|do|o|d)? ?-? ?)(?P<minutes>[0-9]{2})?(?![0-9]))"
)
WIDE = re.compile(r"mui(?: chieu)? ?(?:6|sau)(?![0-9])")
TOLD_ZONE = re.compile(r"(?:utm|wgs)[a-z0-9 :,\-]{0,12}?(?<![0-9])(4[789])(?![0-9])")

ZONE = r"(?P<zone>4[789]) ?[npqr]?"
EASTING = r"0?[1-9][0-9]{2}[ .]?[0-9]{3}(?:\.[0-9]{1,3})?"
NORTHING = r"0?[0-9]{1,2}[ .]?[0-9]{3}[ .]?[0-9]{3}(?:\.[0-9]{1,3})?"
BETWEEN = r"(?: ?m? ?e?[ ,;/\-]{1,3})"
UTM = re.compile(
    rf"(?<![a-z0-9.,]){ZONE}[ ,:]{{1,2}}(?:[ex] ?[=:]? ?)?(?P<east>{EASTING}){BETWEEN}"
    rf"(?:[ny] ?[=:]? ?)?(?P<north>{NORTHING})(?: ?m?n)?(?![0-9])"
)
APART_UTM = re.compile(
    rf"{OPEN}(?P<east>{EASTING}){BETWEEN}(?P<north>{NORTHING}){CLOSE}"
)
MGRS = re.compile(
    r"(?<![a-z0-9])(?P<zone>4[789] ?[npqr] ?)?(?P<square>[a-hs-z][a-hj-np-v])[ :\-()]{0,2}"
    r"(?P<figures>[0-9]{3}[ \-.]?[0-9]{3}|[0-9]{4} ?[0-9]{4}|[0-9]{5} ?[0-9]{5})"
    rf"{CLOSE}"
)
KILOMETRE = re.compile(
    r"(?:grid|vic|vicinity|coord|coordinates|toa do)[a-z :]{0,35}(?<![a-z])"
    r"(?P<square>[a-hs-z][a-hj-np-v])[ :]?(?P<figures>[0-9]{2} ?[0-9]{2})" + CLOSE
)

# The army's own maps: kilometres, or metres with a point, sometimes a ninth of a square.
NO_DATE = "".join(
    rf"(?<!{word} )" for word in ("ngay", "thang", "tu", "hang", "mo", "nam")
)
CUE = (
    r"(?:toa do|o vuong|luoi o|luoi ban do|grid)(?![a-z])[a-z :=0-9/.,(\"'\n]{0,30}?"
    rf"(?<![a-z0-9/.\-]){NO_DATE}"
)
HALF = r"[0-9]{2}(?:[.,][0-9]{1,3}|[0-9]{1,3})?"
NINTH = r"(?:[ ,]{0,2}o ?(?:so )?[0-9a-d]{1,2}(?![0-9a-z]))"
COUNTED = r"(?! ?(?:m|met|km|nguoi|mo|ngoi|dong|d|nghin|trieu)(?![a-z]))"
TOLD = rf"{numbers.DIGIT}(?: (?:{numbers.DIGIT}|muoi)){{3,8}} o (?:so )?{numbers.DIGIT}"
WARTIME = re.compile(
    rf"{CUE}(?P<grid>\({HALF} ?[\-/;,x ] ?{HALF}\){NINTH}?|{HALF} ?[\-;x] ?{HALF}{NINTH}?"
    rf"|(?<=toa do )[0-9]{{3,5}} [0-9]{{3,5}}{NINTH}?|[0-9]{{4}}{NINTH}|[0-9]{{4}}[./\-][1-9]"
    rf"|{HALF}/(?:1[3-9]|[2-9][0-9])(?:[.,][0-9]{{1,3}})?|[0-9]{{2}}-[0-9]{{2}}-[0-9]{{1,2}}"
    rf"|[0-9][.,][0-9]{{1,3}} ?- ?[0-9][.,][0-9]{{1,3}}|{TOLD}|x ?[=:.]? ?{HALF}[ ,;\-]{{1,3}}y ?[=:.]? ?{HALF}){CLOSE}(?![/\-][0-9]){COUNTED}"
)
BARE_WARTIME = re.compile(
    rf"(?<![a-z0-9.,/\-])(?P<grid>\([0-9]{{2}}[.,][0-9]{{3}} ?[\-/;] ?[0-9]{{2}}[.,][0-9]{{3}}\)"
    rf"|[0-9]{{2}} ?[\-.] ?[0-9]{{2}}{NINTH}"
    rf"|x ?[=:.]? ?{HALF}[ ,;\-]{{1,3}}y ?[=:.]? ?{HALF}(?![0-9.,]))"
)
# "ô 22.300-65.800", "trên bản đồ 22.800 – 70.400": of sheets, not of money.
SHEET = re.compile(
    r"(?<![a-z])(?:o|ban do|manh|to|diem|diem cao|vi tri)(?: [a-z]{2,6}){0,3}[ :(]{1,3}"
    rf"(?P<grid>[0-9]{{2}}[.,][0-9]{{3}} ?- ?[0-9]{{2}}[.,][0-9]{{3}}){CLOSE}"
    r"(?! ?(?:dong|d|vnd|nguoi|m|met)(?![a-z]))"
)


# What stands behind a figure of each that is told without a cue, and behind few others.
BEHIND = r"[0-9]{2}[ .,\-]?[0-9]{3}|[.,][0-9]{3}|[ ,]{0,2}o ?(?:so )?[0-9a-d]{1,2}(?![0-9a-z])"
AXES = r"(?<![a-z0-9.,/\-])x ?[=:.]? ?[0-9]"
CUES = ("grid", "vic", "coord", "toa do", "o vuong", "luoi")


def metric(plain: str) -> Iterator[tuple[Span, float, float]]:
    """VN-2000's X and Y as metres to the north and to the east, whichever is which."""
    for match in METRIC.finditer(plain):
        x = match["x"] or match["x_"] or match["x__"]
        y = match["y"] or match["y_"] or match["y__"]
        north, east = sorted((metres(x), metres(y)), reverse=True)
        span = (match.start("x__"), match.end()) if match["x__"] else match.span()
        if SOUTHMOST < north < NORTHMOST:
            yield span, north, east


def meridian(plain: str) -> float | None:
    """The central meridian that is told: 106°15', 107.75, 107."""
    told = MERIDIAN.search(plain)
    if told is None:
        return None
    if told["part"] in (None, "15", "30", "45"):  # minutes, whatever the sign
        return int(told["whole"]) + int(told["part"] or told["minutes"] or 0) / 60
    return float(f"{told['whole']}.{told['part']}")


def zone(plain: str) -> int | None:
    """The zone of UTM that goes with an X and a Y told apart from it."""
    told = TOLD_ZONE.search(plain)
    return int(told[1]) if told else None


def is_wide(plain: str) -> bool:
    """Are its zones six degrees wide, as on the national maps?"""
    return WIDE.search(plain) is not None


def utm(plain: str) -> Iterator[tuple[Span, int, float, float]]:
    for match in UTM.finditer(plain):
        east, north = metres(match["east"]), metres(match["north"])
        yield match.span(), int(match["zone"]), east, north
    if told := zone(plain):
        for match in APART_UTM.finditer(plain):
            yield match.span(), told, metres(match["east"]), metres(match["north"])


def mgrs(plain: str) -> Iterator[tuple[Span, bool, str, str]]:
    """Where it stands, whether its zone is told, the square, the figures."""
    for match in MGRS.finditer(plain):
        figures = re.sub("[ -]", "", match["figures"])
        yield match.span(), match["zone"] is not None, match["square"], figures
    for match in KILOMETRE.finditer(plain):
        span = match.start("square"), match.end()
        yield span, False, match["square"], match["figures"].replace(" ", "")


def wartime(plain: str) -> Iterator[Span]:
    for pattern in (WARTIME, BARE_WARTIME, SHEET):
        for match in pattern.finditer(plain):
            yield match.span("grid")


def metres(written: str) -> float:
    """Read 1.853.190 and 1853190,45: a sign before three digits only groups them."""
    signs = re.findall("[.,]", written)
    fraction = FRACTION.search(written)
    is_grouped = fraction and len(fraction[1]) == 3 and _groups(written, signs)
    if fraction is None or is_grouped:
        return float(re.sub("[ .,]", "", written))
    whole = re.sub("[ .,]", "", FRACTION.sub("", written))
    return float(f"{whole}.{fraction[1]}")


def _groups(written: str, signs: list[str]) -> bool:
    """Is the last sign one of several alike, or the only one in a small number?"""
    digits = len(re.sub("[^0-9]", "", written))
    return signs[-1] in signs[:-1] or digits <= len("599865")
