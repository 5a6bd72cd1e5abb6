"""People: "liệt sĩ Nguyễn Văn A", "chú Bảy Đờn", "tôi là …", a name that signs.

A name is a family name with capitals, or whatever stands behind a title ("đ/c",
"thằng", "người báo"). Without capitals a title, a middle name (Văn, Thị) or a list must
show it. ``norm`` is the name in title case and nothing is guessed: marks stay as
written. ``role`` says whose name it is: martyr, witness, relative, other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp import gazetteer, names
from nlp.cues import Cue, Cues, cues
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.text import Text
from nlp.titles import NO_ROLE, Title, called, title_at

KIND = Kind.PERSON
TURN: int | None = 7

REACH, ADJOINING = 60, 2
NOT_NAMED = re.compile(r"[-/]?[0-9]")
LISTED = re.compile(r"(?:[:,;\n)]|[0-9][.)])[ \n]{0,3}\Z")
LIST_GOES_ON = re.compile(rf" ?(?:[(,;]|- |$|{Kind.PLACE.mask})")
NAMES = re.compile(r"\b(?:ten|gom)\b[^.:\n]{0,20}:(?: [^.:\n]{1,60},)? {1,2}\Z")
SIGNED = re.compile(
    r"[ ,.:;\-()\n]{0,4}(?:(?:sdt|dt|so|so cu|lh|ccb|tel|zalo)[ :.]{0,3})?"
    rf"{Kind.PHONE.mask}|[ .\n]*\Z"
)
SIGNING = re.compile(r"[.:\n\-]\s*\Z")
CALLED_SO = re.compile(
    r"\b(?:duong|pho|truong|thcs|thpt|tieu hoc|mam non|ngo|hem|giai|quy)(?: mang ten)? \Z"
)
# "Tôi là nữ thanh niên xung phong, tên …": whose name comes is said before.
TELLER = "teller"
HOST = re.compile(
    r"\b(?:nha|vuon|ray|ruong|dat|ho|quan) (?:ong|ba|anh|chi|chu|co|bac|cu) \Z"
)
COMRADE = re.compile(
    r"\b(?:toi|tui|chung toi|ong) (?:voi|va|cung)(?: [^,.;\n]{1,25})? {1,2}\Z"
)
SEEKING = re.compile(
    r"\b(?:tim mo|tim (?:duoc|dc) mo|chua thay mo|gia dinh|adn|sinh pham|bao tu(?! si)"
    r"|(?:anh|em) trai (?:toi|tui|em)|eng tui"
    r"|(?<!phia )(?:bo|ba|cha|chu|cau|bac) (?:toi|chau|em|minh|tui|ruot))\b"
)
DEATH = re.compile(
    r"\b(?:hy sinh|hi sinh|liet si|liet sy|ls|hs|chon|mo|chet|hai cot|bo doi|tu tran|nam lai)\b"
)


@dataclass(frozen=True, slots=True)
class Story:
    """What the whole message is about, found once."""

    near: Cues
    is_seeking: bool
    is_of_death: bool


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    is_seeking = SEEKING.search(text.plain) is not None
    is_of_death = DEATH.search(text.plain) is not None
    story = Story(cues(text, lexicon, KIND), is_seeking, is_of_death)
    last: Entity | None = None
    at = 0
    while at < len(text.words):
        title = title_at(text, lexicon, at)
        first = title.after if title else at
        length = called(text, lexicon, title) if title else 0
        length = length or _named(text, lexicon, first)
        if length and _is_person(text, lexicon, first, length, title):
            last = _entity(text, (first, first + length), title, story, last)
            yield last
        at = first + length if length else at + 1


def _is_person(
    text: Text, lexicon: Lexicon, at: int, length: int, title: Title | None
) -> bool:
    """Is it no code ("SH-21"), no street that bears a name, no province of an office?"""
    start, end = text.words[at].start, text.words[at + length - 1].end
    if title is None and (place := gazetteer.known(text, lexicon, at)):
        return place.length < length
    is_code = NOT_NAMED.match(text.plain, end)
    return not is_code and not CALLED_SO.search(text.plain, max(0, start - 20), start)


def _entity(
    text: Text, words: Span, title: Title | None, story: Story, last: Entity | None
) -> Entity:
    first, end = words
    span = text.words[first].start, text.words[end - 1].end
    score = 0.9 if title and end - first > 1 else 0.8 if end - first > 2 else 0.6
    name = names.spelled(text, first, end - first)
    entity = Entity.spot(KIND, text, span, name, None, score)
    if last and title and title.role == "alias":
        return replace(entity, role=last.role)
    return replace(entity, role=_role(text, span, title, story))


def _named(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words a name without a title takes: its family name must show it."""
    length = names.capitals(text, at)
    start = text.words[at].start
    if length and NAMES.search(text.plain, max(0, start - 90), start):
        return length
    family = names.surname(text, lexicon, at)
    if not family or length > family:
        return length if family else 0
    if text.is_cased:
        return 0
    is_rare = names.surname(text, lexicon, at, "few") > 0 and not text.is_marked
    has_middle = names.has_middle(text, at + family) and not is_rare
    is_shown = has_middle or _is_listed(text, lexicon, at)
    if is_shown or _is_whole(text, lexicon, at, family):
        return names.full(text, lexicon, at)
    return 0


def _is_whole(text: Text, lexicon: Lexicon, at: int, family: int) -> bool:
    """Is it a common family name, a usual middle name and a given one?"""
    is_common = names.surname(text, lexicon, at, "many") > 0
    has_middle = names.has_middle(text, at + family, names.OTHER_MIDDLE)
    return is_common and has_middle and names.full(text, lexicon, at) > family + 1


def _is_listed(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Does it stand in a list, each name with its home behind it?"""
    start = text.words[at].start
    length = names.full(text, lexicon, at)
    if length < 3 or not names.surname(text, lexicon, at, "many"):
        return False
    end = text.words[at + length - 1].end
    is_item = LISTED.search(text.plain, max(0, start - 6), start) is not None
    return is_item and LIST_GOES_ON.match(text.plain, end) is not None


def _is_signed(text: Text, span: Span) -> bool:
    """Does a telephone number follow, or the end of a message that it stands apart in?"""
    signed = SIGNED.match(text.plain, span[1])
    if signed is None or signed.group().endswith(Kind.PHONE.mask):
        return signed is not None
    return SIGNING.search(text.plain, max(0, span[0] - 4), span[0]) is not None


def _role(text: Text, span: Span, title: Title | None, story: Story) -> str:
    """Whose name: by title, by signature, by what is told of him, by the message."""
    told = title.role if title else NO_ROLE
    before = story.near.before(span[0], REACH)
    if told == NO_ROLE and (company := _by_company(text, span, title, before)):
        return company
    if told in ("witness", "contact") or (told == NO_ROLE and _is_signed(text, span)):
        return "relative" if story.is_seeking else "witness"
    if told not in (NO_ROLE, "alias"):
        return told
    if after := story.near.after(span[1], REACH, ("martyr", "witness")):
        return after.role
    if before and before.role != TELLER:
        return before.role
    return "martyr" if story.is_of_death else "other"


def _by_company(
    text: Text, span: Span, title: Title | None, before: Cue | None
) -> str | None:
    """Is it the teller, his comrade, or whose garden it is? None if none of them."""
    window = max(0, span[0] - 40), span[0]
    if HOST.search(text.plain, *window):
        return "other"
    is_apart = before is not None and span[0] - before.end > ADJOINING
    is_teller = is_apart and before is not None and before.role == TELLER
    is_comrade = COMRADE.search(text.plain, *window) is not None
    return "witness" if is_comrade or (title and is_teller) else None
