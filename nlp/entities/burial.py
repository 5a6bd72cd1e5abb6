"""Where a grave is, in the teller's own words: "sườn đồi phía tây, cạnh tảng đá to".

The description begins with a landmark soon after a word of burial and runs to the end
of its clause, over commas that go on describing. It has no ``norm``: an officer reads
it. It may hold places, people and positions, so it overlaps them.
"""

import re
from collections.abc import Iterator

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon, Match
from nlp.patterns import either
from nlp.text import Text

KIND = Kind.BURIAL
TURN: int | None = None

REACH, FAR = 9, 25  # words between the burial and the landmark, figures apart
BREAK = re.compile(r"[.!?](?=\s|\Z)|[;\n]")
GOES_ON = either(
    "canh, gan, cach, phia, ben, ke, cho, hang, lo, dau, duoi, truoc, sau, giua, quang"
    ", moc, mo thu, mo so, khu, huong, xep, tren, trong, goc, chan, doi dien, nhin ra"
    ", hai ben, xung quanh, o giua, tinh tu"
)
ENDS = either(
    "toi gio, toi nay, den nay, nao, do ong, do ba, do anh, gio, bay gio, den gio, hien, hien nay, nay la, ma, nhung, hy sinh, hi sinh, thi"
    ", chung toi, anh em, muon, nho, nguoi ta, hom, con thi, rat, roi, khong biet"
    ", hong biet, dang dung, ba nguoi, do, ghi, ong nho, ong chi, ong muon, toi chi"
    ", co khoang, ngoai em, he, danh, nuoc lon khong"
)
DATE = r"[0-9]{1,2}[/-][0-9]"
CLAUSE = rf"(?:(?! (?:{ENDS})(?![a-z0-9])| ?{DATE})[^.;!?\n,]){{0,120}}"
DESCRIPTION = re.compile(
    rf"{CLAUSE}(?:, {{0,2}}(?:{GOES_ON})(?![a-z0-9]){CLAUSE}){{0,3}}"
)
SHORTEST = 3
TIME = re.compile(r"(?:dau|giua|cuoi|truoc|sau) (?:nam|thang|ngay|mua|tet)")


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    buried: int | None = None
    at = 0
    while at < len(text.words):
        match = lexicon.longest("graves", text, at)
        use = _use(text, at, match)
        length = match.length if match else 1
        if use == "buried":
            buried = at
        elif use == "grave" or (use == "landmark" and _leads_on(text, buried, at)):
            span = _description(text, at)
            if span[1] - text.words[at + length - 1].end >= SHORTEST:
                yield Entity.spot(KIND, text, span, None, None, 0.6)
                length = text.word_at(span[1]) - at
        at += length


def _use(text: Text, at: int, match: Match | None) -> str:
    """What the word does for a description; nothing where it needs marks it lacks."""
    if match is None:
        return ""
    row = match.rows[0]
    return row["use"] if row["bare"] == "yes" or text.words[at].is_marked else ""


def _description(text: Text, at: int) -> Span:
    start = text.words[at].start
    match = DESCRIPTION.match(text.plain, start)
    words = match.group().rstrip(" -(:,") if match else ""
    return start, start + len(words)


def _leads_on(text: Text, buried: int | None, at: int) -> bool:
    """Does a burial lead on to this landmark: near, no name, in the same sentence?"""
    if buried is None or at - buried > FAR or _is_name(text, at):
        return False
    start, end = text.words[buried].end, text.words[at].start
    is_apart = BREAK.search(text.plain, start, end) or TIME.match(text.plain, end)
    between = text.words[buried + 1 : at]
    return not is_apart and sum(w.plain.isalpha() for w in between) < REACH


def _is_name(text: Text, at: int) -> bool:
    return text.is_cased and text.words[at].is_capital
