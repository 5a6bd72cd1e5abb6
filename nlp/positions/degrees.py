"""Positions in degrees: decimal, sexagesimal, in words, and in the links of map apps.

Latitudes here are below 25 and longitudes above 100, so their order is no question, and
whatever stands between the two ("kinh độ", "E", "%2C") is only in the way.
"""

import re
from collections.abc import Iterator

from nlp import numbers
from nlp.entity import Span
from nlp.patterns import BLANK, either
from nlp.positions import pluscode
from nlp.positions.grids import Point

OPEN = r"(?<![a-z0-9.,])"
CLOSE = r"(?![0-9])(?!\.[0-9])"
LABEL = either(
    "vi do, vi tuyen, vi, kinh do, kinh tuyen, kinh, bac, dong, lat, latitude, lon, long"
    ", lng, longitude, north, east, n, b, e, d, x, y, va, and, la, con, thi, kd, vd"
)
GAP = r"(?:[ ,;:/|\-\n()+=]|%2c|%20){0,4}"
BETWEEN = rf"{GAP}(?:(?:{LABEL})(?![a-z])[ ,;:=.()\-\n]{{0,3}}){{0,5}}"
NAMES = either(
    "vi do bac, vi tuyen bac, kinh do dong, kinh tuyen dong, vi bac, kinh dong, vi do"
    ", kinh do, vi, kinh, bac, dong, north, east, n, b, e, d"
)
SIDE = rf"(?: ?(?:{NAMES})(?![a-z0-9]))?"

POINT = r"(?:\. (?=[0-9]{4})|[.,]| ?(?:phay|cham) ?)"
DECIMAL = rf"-?[0-9]{{1,3}}{POINT}[0-9]{{2,15}}"
DEGREE = r"(?: ?(?:°|\*|%c2%b0|do(?![a-z])|degrees?))"
PAIR = re.compile(
    rf"{OPEN}(?:(?<![a-z])[nbed] ?)?(?P<first>{DECIMAL}){DEGREE}?{SIDE}{BETWEEN}"
    rf"(?P<second>{DECIMAL}){DEGREE}?{SIDE}{CLOSE}"
)

# "16.500, 107.000 đồng": thousands, and no position unless something says so.
MONEY = re.compile(
    r"[0-9]{1,3}\.[0-9]{3}[ ,;\-]{1,3}(?:va |hoac |den )?[0-9]{1,3}\.[0-9]{3}"
    r" ?(?:dong|d|vnd|k|nghin|ngan)(?![a-z0-9])"
)

# A place or two less exact, where the message says what it is.
ROUGH = re.compile(
    rf"{OPEN}(?P<first>[0-9]{{1,2}}[.,][0-9]{{1,2}}){DEGREE}?{SIDE}{BETWEEN}"
    rf"(?P<second>1(?:0[1-9]|1[0-8])[.,][0-9]{{1,2}}){DEGREE}?{SIDE}{CLOSE}"
)
SAID = re.compile(r"toa do|\bgps\b|vi do|kinh do|\blat\b|dinh vi|\bmaps?\b|vi tri")

FIGURE = r"[0-9]{1,2}(?:[.,][0-9]{1,8})?"
MINUTE = r" ?(?:'(?!')|%27|phut(?![a-z])|p(?![a-z])|m(?![a-z])|min(?:utes?)?(?![a-z]))"
SECOND = r" ?(?:\"|''|%22|giay(?![a-z])|s(?![a-z])|g(?![a-z])|sec(?:onds?)?(?![a-z]))"
SIGN = r"(?:°|\*|%c2%b0|do(?![a-z])|deg(?:rees?)?(?![a-z])|o(?![a-z])|d(?![a-z]))"
SIGNED = rf"[0-9]{{1,3}} ?{SIGN} ?{FIGURE}(?:{MINUTE}(?: ?{FIGURE}(?:{SECOND})?)?)?"
DASHED = r"[0-9]{1,3}-[0-9]{2}-[0-9]{2}(?:\.[0-9]{1,4})?"
TRIPLE = r"[0-9]{2,3}[ .:][0-9]{1,2}[ .:][0-9]{1,2}(?:[.,][0-9]{1,4})?"
HUNDRED = rf"(?=10[0-9]){TRIPLE}"
END = r"(?: ?[ed](?![a-z]))"
SEXAGESIMAL = re.compile(
    rf"{OPEN}(?:[nbed] ?)?(?P<first>{SIGNED}){SIDE}{BETWEEN}(?P<second>{SIGNED}){SIDE}"
    rf"|{OPEN}(?P<first_>{DASHED}) ?[nb]?[ ,;]{{0,3}}(?P<second_>{DASHED}){END}?"
    rf"|{OPEN}(?P<first__>{TRIPLE}) ?[nb]?[ ,;\-]{{1,3}}(?P<second__>{HUNDRED}){END}?"
)

WORD = numbers.NUMBER
DIGITS = rf"{numbers.DIGIT}(?:{BLANK}(?:{numbers.DIGIT}|muoi)){{1,12}}"
TOLD = (
    rf"{WORD}{BLANK}(?:do{BLANK}{WORD}(?:{BLANK}phut(?:{BLANK}{WORD}{BLANK}giay)?)?"
    rf"|(?:phay|cham){BLANK}{DIGITS})"
)
SPOKEN = re.compile(
    rf"(?<![a-z])(?P<first>{TOLD})(?:{BLANK}|, ?)(?:(?:{LABEL})(?:{BLANK}|, ?)){{0,5}}"
    rf"(?P<second>{TOLD}){SIDE}"
)
# What a map app puts into a link: where the pin is, not what the screen shows.
PIN = re.compile(rf"!3d(?P<first>{DECIMAL})!4d(?P<second>{DECIMAL})")
LINK = re.compile(r"http[^\s]{10,400}!4d[^\s]{0,40}")
PLUS = re.compile(rf"(?<![a-z0-9+])(?P<code>{pluscode.FULL})(?![a-z0-9+])")

FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
# What stands behind a figure of each but the spoken ones, and behind few others.
BEHIND = (
    rf"{POINT}[0-9]{{2}}|(?<=1)[01][0-9][.,][0-9]|(?<=1)0[0-9](?:[ .:][0-9]{{1,2}}){{2}}"
    rf"|(?<![acf-mo-z0-9.,].)[0-9]{{0,2}} ?{SIGN} ?[0-9]|-[0-9]{{2}}-[0-9]{{2}}"
)
WORDS = rf"[ \n](?:do|phay|cham){BLANK}(?:{numbers.DIGIT}|muoi)"


def find(plain: str) -> Iterator[tuple[Span, Point]]:
    """Every position and where it stands."""
    links = [match.span() for match in LINK.finditer(plain)] if "!4d" in plain else []
    for span, point in _written(plain):
        if not any(start < span[0] < end for start, end in links):
            yield span, point
    for match in PIN.finditer(plain):
        span = match.start("first"), match.end("second")
        yield span, _ordered(_decimal(match["first"]), _decimal(match["second"]))


def _written(plain: str) -> Iterator[tuple[Span, Point]]:
    for match in (*PAIR.finditer(plain), *_rough(plain)):
        if MONEY.match(plain, match.start()) and not SAID.search(plain):
            continue
        first, second = _decimal(match["first"]), _decimal(match["second"])
        yield match.span(), _ordered(first, second)
    for match in SEXAGESIMAL.finditer(plain):
        yield match.span(), _ordered(*_pair(match, "first"), *_pair(match, "second"))
    for match in SPOKEN.finditer(plain):
        yield match.span(), _ordered(_told(match["first"]), _told(match["second"]))
    for match in PLUS.finditer(plain):
        yield match.span(), Point(*pluscode.decode(match["code"]))


def _rough(plain: str) -> list[re.Match[str]]:
    found = list(ROUGH.finditer(plain))
    return found if found and SAID.search(plain) else []


def _pair(match: re.Match[str], name: str) -> list[float]:
    if triple := match[f"{name}__"]:
        degree, minute, second = re.split("[ .:]", triple, maxsplit=2)
        return [_sum([float(degree), float(minute), _decimal(second)])]
    written = match[name] or match[f"{name}_"]
    encoded = re.sub(r"%[0-9a-f]{2}", " ", written)
    return [_sum([_decimal(figure) for figure in FIGURES.findall(encoded)])]


def _told(words: str) -> float:
    """Of "mười sáu độ bốn mươi lăm phút" and "mười sáu phẩy bảy lăm" 16.75."""
    whole, *decimals = re.split(r"\b(?:phay|cham)\b", words)
    if decimals:
        return float(f"{numbers.number(whole)}.{numbers.figures(decimals[0])}")
    parts = re.split(r"\b(?:do|phut|giay)\b", words)
    return _sum([float(numbers.number(part)) for part in parts if part.strip()])


def _sum(figures: list[float]) -> float:
    return sum(figure / 60.0**power for power, figure in enumerate(figures))


def _decimal(written: str) -> float:
    return float(re.sub(POINT, ".", written))


def _ordered(first: float, second: float) -> Point:
    return Point(min(first, second), max(first, second))
