"""Units as a chain: "c3 d7 e66 f304", full words, spoken letters, cover names.

One chain is one entity. ``norm`` says it in words from small to large ("Đại đội 3,
Tiểu đoàn 7"); what nobody has decoded stays as written. A lone letter with a number is
a unit only where it cannot be a weapon, a plane, a hill or a sheet of paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nlp import numbers
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK
from nlp.text import Text

KIND = Kind.UNIT
TURN: int | None = 5

BRANCH = (
    "bo binh|phao binh|phao|dac cong|cong binh|trinh sat|thong tin|van tai|quan y"
    "|phong khong|cao xa|xe tang|tang|tang thiet giap|thiet giap|tnxp|bo doi|hoa luc"
)
GLUE = re.compile(
    rf"(?: (?:{BRANCH}))? {{0,2}}(?:[,/.\-]| thuoc| cua|, ?thuoc)? {{0,2}}"
)
FIGURES = r"[0-9]{1,4}[a-d]?(?![0-9])(?![.,][0-9])"
CLOSE = r"(?:(?![a-z0-9])|(?=[a-f][0-9]))"
PEOPLE = r"(?! (?:nguoi|dong chi|anh|ong|chi|ban|cuu|can bo|xe|khach|ngay|thang)\b)"
NO_KIN = r"(?!ba (?:toi|em|con|chau|minh|tui|ma|me)\b)"  # "ba tôi" is a father
SPOKEN = {"be": "b", "xe": "c", "ce": "c", "se": "c", "de": "d", "e": "e", "ep": "f"}
SAID = rf"(?P<said>{'|'.join(SPOKEN)})(?: pho)?{BLANK}(?P<spoken>{numbers.NUMBER})"
POST_BOX = r"(?:ht|hom thu)[ :.]{0,3}(?P<box>[0-9]{2,3}\.?[0-9]{2,3} ?[a-z]{1,2}[0-9]{0,2})(?![a-z0-9])"
ENGLISH = (
    r"(?P<nth>[0-9]{1,3})(?:st|nd|rd|th) (?:(?:nva|vc|pavn) )?"
    r"(?P<size>company|battalion|regiment|division)"
)
SIZES = {"company": "c", "battalion": "d", "regiment": "e", "division": "f"}

WEAPONS = frozenset({"b40", "b41", "b52", "b57", "k54", "k59", "c130", "c47"})
PAPERS = frozenset({"a3", "a4", "c4"})  # and an explosive: no unit, if alone
WEAPON = re.compile(
    r"\b(?:may bay|sung|bom|min|giay|phong|lo|day|(?<!bo )doi|diem|xe tang)[ -]{1,2}$"
)
TELLING = re.compile(
    r"\b(?:dv|vi|linh|thuoc|cua|ccb|binh|doi|cong|quan|xe|si|o|cho|con|thi|unit|ghi)"
    rf"[ :]{{1,3}}\Z|{Kind.RANK.mask} ?\Z"
)
SMALLEST_ALONE = 3
FRONT = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One level of a chain."""

    start: int
    end: int
    size: int
    decoded: str
    stands: str  # alone, told, code, said, chain: may it stand without a neighbour?


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    for chain in _chains(sorted(_parts(text, lexicon), key=_order), text.plain):
        if _stands(chain, text):
            span = chain[0].start, chain[-1].end
            small_to_large = sorted(chain, key=lambda part: part.size)
            norm = ", ".join(part.decoded for part in small_to_large)
            yield Entity.spot(KIND, text, span, norm, None, _score(chain))


def _chains(parts: list[Part], plain: str) -> Iterator[list[Part]]:
    """Neighbours whose sizes keep rising, or keep falling."""
    chain: list[Part] = []
    for part in parts:
        if chain and part.start < chain[-1].end:
            continue
        part = _front(part, chain)
        if chain and not _goes_on(chain, part, plain):
            yield chain
            chain = []
        if chain or not plain[part.start - 1 : part.start].isdigit():
            chain.append(part)
    if chain:
        yield chain


def _goes_on(chain: list[Part], part: Part, plain: str) -> bool:
    last = chain[-1]
    if not GLUE.fullmatch(plain, last.end, part.start):
        return False
    rises = [later.size > earlier.size for earlier, later in pairwise([*chain, part])]
    return last.size != part.size and len(set(rises)) == 1


def _front(part: Part, chain: list[Part]) -> Part:
    """After a battalion or larger, B5 is a theatre and no platoon."""
    is_theatre = re.fullmatch(r"Trung đội [1-5]", part.decoded) and chain
    if not is_theatre or chain[-1].size <= part.size + 1:
        return part
    theatre = f"Mặt trận B{part.decoded[-1]}"
    return Part(part.start, part.end, FRONT, theatre, part.stands)


def _stands(chain: list[Part], text: Text) -> bool:
    if len(chain) > 1:
        return any(part.stands != "chain" for part in chain)
    part = chain[0]
    if part.stands == "alone":
        return True
    before = text.plain[max(0, part.start - 15) : part.start]
    code = text.plain[part.start : part.end]
    if part.stands in ("chain", "said") or WEAPON.search(before) or code in PAPERS:
        return False
    if TELLING.search(before):
        return True
    is_long = part.stands == "code" and len(code) > 2
    return is_long and part.size >= SMALLEST_ALONE


def _score(chain: list[Part]) -> float:
    return 1.0 if len(chain) > 1 or chain[0].stands == "alone" else 0.7


def _parts(text: Text, lexicon: Lexicon) -> Iterator[Part]:
    yield from _named(text, lexicon)
    for match in _numbered(lexicon).finditer(text.plain):
        if match["box"]:
            yield Part(*match.span(), FRONT, f"Hòm thư {_box(match, text)}", "alone")
        elif match["nth"]:
            yield _part(match, lexicon, SIZES[match["size"]], match["nth"], "alone")
        elif match["said"]:
            number = str(numbers.number(match["spoken"]))
            yield _part(match, lexicon, SPOKEN[match["said"]], number, "said")
        elif match["told"]:
            number = str(numbers.number(match["told"]))
            yield _part(match, lexicon, match["level"], number, "alone")
        elif match.group() in WEAPONS:
            continue
        elif match["letter"]:
            stands = "said" if " " in match.group() else "code"
            yield _part(match, lexicon, match["letter"], match["figures"], stands)
        elif _reads_level(match, text, lexicon):
            yield _part(match, lexicon, match["word"], match["count"], "alone")


def _part(
    match: re.Match[str], lexicon: Lexicon, level: str, number: str, stands: str
) -> Part:
    row = lexicon.look_up("unit_levels", level)[0]
    decoded = f"{row['full']} {number.upper()}"
    return Part(*match.span(), int(row["size"]), decoded, stands)


def _reads_level(match: re.Match[str], text: Text, lexicon: Lexicon) -> bool:
    """Not a hill (đồi) where a company (đội) could stand, if the marks tell."""
    at = text.word_at(match.start("word"))
    return lexicon.longest("unit_levels", text, at) is not None


def _named(text: Text, lexicon: Lexicon) -> Iterator[Part]:
    for at, word in enumerate(text.words):
        if match := lexicon.longest("units", text, at):
            row = match.rows[0]
            end = text.words[at + match.length - 1].end
            yield Part(word.start, end, int(row["size"]), row["decoded"], row["stands"])


def _box(match: re.Match[str], text: Text) -> str:
    return text.written(*match.span("box")).upper()


def _order(part: Part) -> Span:
    """In the order of the text, the longer one first."""
    return part.start, -part.end


@lru_cache(maxsize=4)
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    levels = [row["written"] for row in lexicon.tables["unit_levels"]]
    letters = "|".join(level for level in levels if len(level) <= 2)
    words = lexicon.pattern("unit_levels")
    return re.compile(
        rf"(?<![a-z])(?:{POST_BOX}|{ENGLISH}"
        rf"|(?P<letter>{letters})[ .]?(?P<figures>{FIGURES}){CLOSE}"
        rf"|(?P<word>{words}){BLANK}(?:(?P<branch>{BRANCH}){BLANK})?(?P<count>{FIGURES}){CLOSE}{PEOPLE}|{SAID}(?![a-z])"
        rf"|(?P<level>{words}){BLANK}{NO_KIN}(?P<told>(?>{numbers.NUMBER}))(?! ?[a-z]?[0-9]){PEOPLE})"
    )
