"""Knowing: how a teller knows what he tells, from his own words.

A wrong guess is worse than none, for it is not asked any more: a subject that may be
somebody else ("bố tôi chôn"), a "không" before it, or two sources in one text give none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nlp.signs import seen
from nlp.text import Text, Word, fold


class Source(StrEnum):
    """How he knows, the strongest first."""

    BURIED = "buried"
    SAW = "saw"
    HEARD = "heard"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class Known:
    """A source and the words that say it."""

    source: Source
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern of folded words; `marks` are its words that others look like."""

    source: Source
    pattern: re.Pattern[str]
    marks: tuple[str, ...]


def _any(phrases: str) -> str:
    return "|".join(
        sorted(phrases.replace("\n", "").split(", "), key=len, reverse=True)
    )


CLAUSE = re.compile(r"[.,;:!?\n()]")
NOT = re.compile(r"\b(?:khong|ko|chua|chang|dau phai|dau co)\b")
SELF = r"(?:(?:chung|bon|tui) )?(?:toi|tui|minh)"
# Elders call themselves so before the young: "bác tên Tâm … bác chôn".
ELDERS = r"(?:bac|ong|ba|chu|co|qua|me|cau|di|con|chau|em)"
I_AM = re.compile(
    rf"(?:\A|[.\n] ?|\b(?:chau|con|em|a|oi|hi|chi|anh)[, ]{{1,2}})(?P<self>{ELDERS})"
    r" (?:ten|la cuu|la bo doi|biet|ke|nho|muon|xin bao|hoi|ngay xua|nam nay|hien o|o xa)\b"
)
# Before "tôi" as a subject; any other word may make it "my": "bố tôi", "đơn vị tôi".
BEGINS = (
    r"(?:\A|[.,;:!?\n()\"-] ?|\b(?:"
    + _any(
        "chinh, tay, do, duoc, va, voi, cung, roi, thi, khi, luc, nen, ay, day, nay, xua, la, "
        "hom do, ngay do, hoi do"
    )
    + r"|nam \d{4}|\d{4}) )"
)
ALSO = (
    r"(?:(?:"
    + _any(
        "da, con, co, duoc, cung, tung, truc tiep, tu tay, chinh tay, dich than, chinh mat, "
        "la nguoi, la nguoi da, phai, lo"
    )
    + r") |(?:cung|voi|va) (?:(?!(?:thay|nghe|nhin|biet|bo doi|dan|linh|ho|nguoi ta)\b)"
    r"\w{1,12} ){1,7}?){0,3}?"
)
BURY = rf"(?:{_any('chon, chon cat, mai tang, an tang, dao huyet, dap mo')})\b"
FELL = rf"(?:{BURY}|(?:{_any('hy sinh, hi sinh, trung dan, trung bom, nga xuong')})\b)"
TELL = _any("ke, noi, bao, thuat")
PAPER = _any(
    "so tay, so ghi, quyen so, cuon so, nhat ky, giay bao tu, giay to, trich luc, ho so, "
    "danh sach, la thu, buc thu"
)
NEAR = r"(?:(?!(?:ghi|bao|noi|ke|viet|giay|bia|khong|chua)\b)\w{1,12} )"
ELDER = _any("ong, ba, bac, chu, cau, co, di, anh, chi, ong noi, ong ngoai, ba noi, cu")
OTHERS = _any(
    "bo, cha, tia, me, bo toi, cha toi, tia tui, me toi, dong doi, cac cu, ba con, "
    "nguoi dan, dan lang, moi nguoi, nguoi ta, nguoi nha, ho hang, nguoi lang"
)
FAMILY = rf"(?:(?:{ELDER}) (?:noi |ngoai )?(?:toi|tui|minh)|{OTHERS})"
MINE = ("tôi", "tui", "tụi", "mình", "chính", "tự", "chôn", "cất", "thấy")
TOLD = (
    "nghe",
    "kể",
    "nói",
    "bảo",
    "thuật",
    "mẹ",
    "bố",
    "cha",
    "đồng",
    "đội",
    "bà",
    "nội",
)


def _sign(source: Source, pattern: str, *marks: str) -> Sign:
    return Sign(source, re.compile(pattern), marks)


SIGNS = (
    _sign(Source.BURIED, rf"{BEGINS}(?P<said>{SELF} {ALSO}{BURY})", *MINE),
    _sign(
        Source.BURIED,
        rf"{BEGINS}(?P<said>(?:tu|chinh) tay (?:{SELF} )?{ALSO}{BURY})",
        *MINE,
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>{SELF} {ALSO}(?:chung kien|la nhan chung|co mat (?:luc|khi)"
        rf"|tan mat|(?:nhin |trong )?thay {NEAR}{{0,6}}?{FELL}"
        r"|(?:nhin |trong )?thay(?= ?(?:[.,;!\n]|\Z| tan mat| ro))))",
        *MINE,
    ),
    _sign(
        Source.SAW,
        rf"{BEGINS}(?P<said>(?:tan|chinh) mat (?:{SELF} )?(?:thay|nhin|chung kien))",
        *MINE,
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>nghe (?!{SELF} (?:{TELL})\b)(?:\w{{1,12}} ){{0,5}}?(?:{TELL}))\b",
        *TOLD,
    ),
    _sign(
        Source.HEARD,
        rf"\b(?P<said>{FAMILY} (?:co |hay |thuong |tung |van )?"
        r"(?:ke|thuat lai|truyen lai|(?:noi|bao) (?:lai|rang|la)))\b",
        *TOLD,
    ),
    _sign(Source.HEARD, r"\b(?P<said>theo loi (?:ke|cua))\b", "kể", "lời", "của"),
    _sign(
        Source.PAPERS,
        rf"\b(?P<said>(?:co|con|giu|theo|trong) {NEAR}{{0,3}}?(?:{PAPER}))\b",
        "có", "còn", "giữ", "trong", "sổ", "giấy", "thư", "tờ",
    ),
    _sign(
        Source.PAPERS, rf"\b(?P<said>(?:{PAPER}) {NEAR}{{0,3}}?ghi)\b", "sổ", "giấy", "thư"
    ),
)  # fmt: skip


@cache
def _of_elder(himself: str) -> tuple[Sign, ...]:
    """Return the signs of one who calls himself so: "bác chôn", never "bác tôi chôn"."""
    also = r"(?:(?:da|co|cung|tung|tu tay|chinh tay|truc tiep) ){0,2}"
    return (
        _sign(Source.BURIED, rf"{BEGINS}(?P<said>{himself} {also}{BURY})", *MINE),
        _sign(
            Source.SAW,
            rf"{BEGINS}(?P<said>{himself} {also}(?:chung kien|tan mat|thay {NEAR}{{0,6}}?{FELL}))",
            *MINE,
        ),
    )


def known_by(written: str) -> Known | None:
    """Return how the teller knows; None where he does not say it, or says two things."""
    text = seen(written)
    found = list(_found(text))
    sources = {known.source for known in found}
    if Source.HEARD in sources and len(sources) > 1:
        return None
    order = list(Source)
    return min(found, key=lambda known: order.index(known.source), default=None)


def _found(text: Text) -> Iterator[Known]:
    elder = I_AM.search(text.plain)
    for sign in (*SIGNS, *(_of_elder(elder["self"]) if elder else ())):
        for match in sign.pattern.finditer(text.plain):
            start, end = match.span("said")
            if _is_so(text, start, end, sign.marks):
                yield Known(sign.source, text.written(start, end))


def _is_so(text: Text, start: int, end: int, marks: tuple[str, ...]) -> bool:
    """Return whether nothing before denies it and no word is another one with marks."""
    *_, clause = CLAUSE.split(text.plain[max(0, start - 80) : start])
    if NOT.search(clause):
        return False
    words = text.words[text.word_at(start) : text.word_at(end)]
    return all(_reads(word, marks) for word in words)


def _reads(word: Word, marks: tuple[str, ...]) -> bool:
    alike = [marked for marked in marks if fold(marked) == word.plain]
    return not alike or any(map(word.reads, alike))
