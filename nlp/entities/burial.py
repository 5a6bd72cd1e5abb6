"""Where a grave is, in the teller's own words: "sườn đồi phía tây, cạnh tảng đá to".

A description begins with a landmark, or a word that leads to one, and runs over commas
as long as landmarks follow. What it holds (landmarks, paces, directions) and how near a
word of burial stands decide together whether it is one; a name alone ("gần dốc Con
Mèo") is a place. It has no ``norm``: an officer reads it. It may hold places, people
and positions, so it overlaps them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.patterns import words
from nlp.tellings.bearings import FACTS
from nlp.tellings.clauses import Clauses
from nlp.text import Text

KIND = Kind.BURIAL
TURN: int | None = None

REACH, FAR = 9, 25  # words between the burial and the description, figures apart
ENOUGH = 2.5
BREAK = re.compile(r"[.!?](?=[\s\"')]|\Z)|[;\n]")
GOES_ON = re.compile(
    r"(?:co(?! gi(?![a-z])| so do| ban do| (?:[0-9]+|mot|hai|ba|bon|may) (?:nguoi|anh|chu|bo doi|liet s|ngoi|nam) |"
    r" (?:ban|nguoi|anh|ong|chu|bac) )|cho co|moc|quang|nhin|trong|trong sang|trong ra|ngo|ngo ra|ngo qua|hai ben|tren"
    r"|xung quanh|tinh tu|mo thu|ke|giap|o giua|dau quay|nay da|nay muc|nay la)(?![a-z])"
)
# A position is told in figures, and "trong đó có anh …" tells who lies there.
ENDED = re.compile(r"(?:toa do|gps|trong do|trong so)(?![a-z])")
# "…, lô 12 có 2 [ngôi mộ]": how many lie there is no part of where.
COUNTS = re.compile(r",? co (?:(?:khoang|chung) )?(?:[0-9]+|mot|hai|ba|bon|may)\Z")
COMMA = re.compile(r", {0,2}")
MOST_CLAUSES = 4
COUNTED = re.compile(r" (?:so |thu )?(?:[0-9]|nhat|nhi|ba |tu )")
SHORTEST, MORE_THAN_A_NAME = 3, 2  # letters, words
LONGEST_LEAD = 45
LEADING = words("canh duoi sau truoc giua ben sat trong ngay")
WINDOW = 60  # signs to look at on either side
OUTSIDE = ("buried", "hint")
NO_SIGN = "-"  # sounds like one: "gia đình", "bộ đội"
PARTS = words("suon chan dinh ven bo me mep bia ria lung trien")
APART = re.compile(r"[.;!?\n]|,.*,")
# "chôn ở đâu", "mộ ở xã …": no description yet.
EMPTY = re.compile(
    r"(?:do|day|dau|kia|vung|cho|noi|mien|que|xa|huyen|tinh|ap|thon|ban|lang|phuong|thi|thanh"
    r"|nghia trang|nghia dia|ntls|nt|chien truong|mat tran|ngoai"
    r"|(?:(?:tieu|trung|dai|phan) doi|(?:tieu|trung|su|lu|quan) doan|[cdef]) ?[0-9]+"
    r"|bi dong|ca nhom|bat sat|the bai|lo penicillin|lo thuoc|manh giay|to giay)(?![a-z])"
    r"(?! (?:nha|cua|don vi|rung|vuon|rung|rao|chuong|mot|may|hai|ba|san|cong|cai|con|cho|bai))"
)
TIME = re.compile(
    r"(?:dau|giua|cuoi|truoc|sau|trong|tren) (?:nam|thang|ngay|mua|tet|tran|khi)"
)
OPENS = re.compile(
    r"(?:\A|[.!?,;:\n\"(])[ \"]{0,2}(?:(?:do|day|la|nay|o|tai|ngay)[ :]{1,2}){0,2}\Z"
)


class Sign(NamedTuple):
    """A word or phrase of the table at some word of the text."""

    at: int
    length: int
    use: str


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    signs = list(_signs(text, lexicon))
    if {"buried", "grave"}.isdisjoint([sign.use for sign in signs]):
        return
    breaks = [stop.start() for stop in BREAK.finditer(text.plain)]
    clauses = Clauses(text.plain)
    done = 0
    for n, sign in enumerate(signs):
        start = _start(text, sign)
        is_name = text.is_cased and _is_inner_capital(text, sign)
        if sign.use in OUTSIDE or start is None or start < done or is_name:
            continue
        span = _description(text, start, signs[n : n + WINDOW], clauses)
        if (
            span[1] - start > SHORTEST
            and _worth(text, signs, n, span, breaks) >= ENOUGH
        ):
            yield Entity.spot(KIND, text, span, None, None, 0.6)
            done = span[1]


def _start(text: Text, sign: Sign) -> int | None:
    """Where a description of which this is the first sign would begin."""
    at = sign.at + sign.length if sign.use == "at" else sign.at
    return text.words[at].start if at < len(text.words) else None


def _signs(text: Text, lexicon: Lexicon) -> Iterator[Sign]:
    done = 0
    for at in lexicon.places("graves", text):
        match = lexicon.longest("graves", text, at) if at >= done else None
        if match is None:
            continue
        is_marked = text.words[at].is_marked
        rows = [row for row in match.rows if is_marked or row["bare"] == "yes"]
        if rows and rows[0]["use"] != NO_SIGN:
            yield Sign(at, match.length, rows[0]["use"])
        done = at + match.length


def _description(
    text: Text, start: int, signs: Sequence[Sign], clauses: Clauses
) -> Span:
    """From here over its clause, and over the next ones that begin with a sign."""
    cut = next((text.words[s.at].start for s in signs[1:] if _is_next(text, s)), None)
    end = clauses.end(start)
    for _ in range(MOST_CLAUSES):
        comma = COMMA.match(text.plain, end)
        if comma is None or not _goes_on(text, comma.end(), signs):
            break
        end = clauses.end(comma.end())
    if cut is not None and cut < end:
        counts = COUNTS.search(text.plain[start:cut].rstrip())
        end = start + counts.start() if counts else cut
    return start, max(start + 1, start + len(text.plain[start:end].rstrip(" -(:,\"'")))


def _goes_on(text: Text, at: int, signs: Sequence[Sign]) -> bool:
    """Does the clause that begins here begin with a sign, or tell more of the last?"""
    if ENDED.match(text.plain, at):
        return False
    if GOES_ON.match(text.plain, at):
        return True
    return any(s.use != "buried" and text.words[s.at].start == at for s in signs)


def _is_next(text: Text, sign: Sign) -> bool:
    """Does another burial begin here? A number of a grave only goes on."""
    end = text.words[sign.at + sign.length - 1].end
    return sign.use == "buried" and not COUNTED.match(text.plain, end)


def _worth(
    text: Text, signs: Sequence[Sign], n: int, span: Span, breaks: Sequence[int]
) -> float:
    """How much speaks for it: its landmarks, what it measures, the burial near it."""
    if TIME.match(text.plain, span[0]):
        return 0.0
    inside = [s for s in signs[n : n + WINDOW] if text.words[s.at].start < span[1]]
    if inside[0].use == "grave" or _is_led(text, signs, n, span):
        return ENOUGH
    if signs[n].use == "at":
        return 0.0
    landmarks = sum([s.use == "strong" and not _is_named(text, s) for s in inside])
    said = text.plain[span[0] : span[1]]
    facts = sum([words.search(said) is not None for words in FACTS])
    if landmarks + facts == 0:
        return 0.0
    return min(landmarks, 3) + facts + _nearness(text, signs, n, span, breaks)


def _is_led(text: Text, signs: Sequence[Sign], n: int, span: Span) -> bool:
    """Does a burial lead straight on to it, and is it more than a name?"""
    if n == 0 or signs[n - 1].use not in ("buried", "at"):
        return False
    before = signs[n - 2] if signs[n - 1].use == "at" and n > 1 else signs[n - 1]
    between = text.plain[text.words[before.at].end : span[0]]
    if before.use != "buried" or len(between) > LONGEST_LEAD or APART.search(between):
        return False
    if EMPTY.match(text.plain, span[0]):
        return False
    first = text.word_at(span[0])
    head = [w for w in text.words[first : first + 3] if w.end <= span[1]]
    is_numbered = len(head) > 1 and head[1].plain.isdigit()
    if len(head) < MORE_THAN_A_NAME or is_numbered:
        return False
    if text.is_cased:
        return not any(word.is_capital for word in head)
    return head[0].plain in LEADING


def _nearness(
    text: Text, signs: Sequence[Sign], n: int, span: Span, breaks: Sequence[int]
) -> float:
    """Of a burial told before it in the same sentence, behind it, or just before."""
    before = next(
        (
            s
            for s in reversed(signs[max(0, n - WINDOW) : n])
            if s.use in ("buried", "hint")
        ),
        None,
    )
    if before is not None:
        start, end = text.words[before.at].end, span[0]
        is_apart = _is_parted(breaks, start, end)
        between = text.words[before.at + before.length : signs[n].at]
        count = sum(word.plain.isalpha() for word in between)
        if not is_apart and count <= REACH:
            return 2.0 if before.use == "buried" else 1.5
        if count <= FAR and _opens(text, span):
            return 1.0
    if not _opens(text, span):
        return 0.0
    end = span[1]
    after = next(
        (
            s
            for s in signs[n : n + WINDOW]
            if s.use == "buried" and text.words[s.at].start >= end
        ),
        None,
    )
    if after is None:
        return 0.0
    start = text.words[after.at].start
    return 0.0 if _is_parted(breaks, end, start) else 1.5


def _is_parted(breaks: Sequence[int], start: int, end: int) -> bool:
    """Does a sentence end between the two?"""
    return bisect_left(breaks, start) < bisect_left(breaks, end)


def _opens(text: Text, span: Span) -> bool:
    """Does it open its clause?"""
    return OPENS.search(text.plain, max(0, span[0] - 20), span[0]) is not None


def _is_inner_capital(text: Text, sign: Sign) -> bool:
    """Is it rather a name: a capital that opens no clause?"""
    word = text.words[sign.at]
    return word.is_capital and not _opens(text, (word.start, word.end))


def _is_named(text: Text, sign: Sign) -> bool:
    """Is it a place with a name: "suối Cạn", "gò Mả Ông Từ"? A part of one is not."""
    following = sign.at + sign.length
    if not text.is_cased or following >= len(text.words):
        return False
    word = text.words[following]
    is_joined = text.plain[text.words[following - 1].end : word.start] == " "
    is_part = text.words[sign.at].plain in PARTS
    return is_joined and word.is_capital and not is_part
