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

REACH = 9  # words between the burial and the landmark
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
SHORTEST = 8


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    buried = -REACH - 1
    at = 0
    while at < len(text.words):
        match = lexicon.longest("graves", text, at)
        use = _use(text, at, match)
        is_near = at - buried <= REACH and _leads_on(text, buried, at)
        if use == "buried":
            buried = at
        elif (use == "landmark" and is_near) or use == "grave":
            span = _description(text, at)
            if span[1] - span[0] >= SHORTEST:
                yield Entity.spot(KIND, text, span, None, None, 0.6)
                at = _word_after(text, at, span[1])
                continue
        at += match.length if match else 1


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


def _leads_on(text: Text, buried: int, at: int) -> bool:
    """Does the burial lead on to this landmark: no name, and in the same sentence?"""
    if text.is_cased and text.words[at].is_capital:
        return False
    start, end = text.words[buried].end, text.words[at].start
    return BREAK.search(text.plain, start, end) is None


def _word_after(text: Text, at: int, end: int) -> int:
    while at < len(text.words) and text.words[at].start < end:
        at += 1
    return at
