"""How an old hand shortens an SMS: military letters, abbreviations, stops left out.

The abbreviations are those seen in appeals for the fallen and in everyday messages.
"""

import random
import re
from collections.abc import Iterator

from nlp.entity import Kind
from nlp.text import fold
from tests.reading.markup import Gold, Tip

Shortening = tuple[int, int, str]

OFTEN = 0.8  # a phrase is shortened
DROPPED = 0.7  # a stop is left out
LITERAL = frozenset({Kind.PERSON, Kind.COORD, Kind.PHONE})  # nobody shortens these
LEVELS = {
    "tiểu đội": "a",
    "trung đội": "b",
    "đại đội": "c",
    "tiểu đoàn": "d",
    "trung đoàn": "e",
    "sư đoàn": "f",
}
PHRASES: dict[str, tuple[str, ...]] = {
    "nghĩa trang liệt sĩ": ("ntls", "nt ls"),
    "liệt sĩ": ("ls",),
    "liệt sỹ": ("ls",),
    "hy sinh": ("hs", "h sinh"),
    "hi sinh": ("hs",),
    "nhập ngũ": ("nn",),
    "quê quán": ("qq",),
    "sinh năm": ("sn",),
    "nguyên quán": ("nq", "qq"),
    "đơn vị": ("đv", "dv"),
    "nghĩa trang": ("nt",),
    "cựu chiến binh": ("ccb",),
    "đồng chí": ("đ/c", "dc"),
    "đồng đội": ("đđ",),
    "gia đình": ("gđ", "gd"),
    "điện thoại": ("đt", "dt", "sđt"),
    "bộ đội": ("bđ",),
    "quân khu": ("qk",),
    "thông tin": ("ttin", "tt"),
    "bây giờ": ("bg", "bh"),
    "không": ("k", "ko", "hok"),
    "được": ("dc", "đc"),
    "với": ("vs", "vơi"),
    "người": ("ng", "ngừi"),
    "biết": ("bít", "bik"),
    "rồi": ("r", "rùi"),
    "gì": ("j",),
    "anh": ("a",),
    "em": ("e",),
    "những": ("nhg",),
    "trong": ("trg",),
    "cũng": ("cg",),
    "huyện": ("h.", "h"),
    "tỉnh": ("t.", "t"),
}
UNIT = re.compile(
    rf"\b({'|'.join(LEVELS)}) ?(\d{{1,4}})\b(?! (?:ngụy|vnch|mỹ|bộ binh vnch))",
    re.IGNORECASE,
)
COMMAND = re.compile(
    r"\b(tiểu đội|trung đội|đại đội|tiểu đoàn) (trưởng|phó)\b", re.IGNORECASE
)
MONTH = re.compile(
    r"\b(?:(\d{1,2}) )?tháng (\d{1,2})(?: năm |/)(?:19)?(\d\d)\b", re.IGNORECASE
)
CENTURY = re.compile(r"(?<=\d[/.-])19(?=[4-8]\d\b)")
STOP = re.compile(r"(?<=\w)(?:[,;:!?]|(?<!\d)\.)(?= |$)|\n")


def shortened(tip: Tip, chance: random.Random) -> Iterator[Shortening]:
    """What is written otherwise; no span reaches over another or over an edge."""
    taken: list[tuple[int, int]] = []
    for start, end, words in sorted(_wishes(tip, chance), key=_longest):
        is_free = all(end <= first or last <= start for first, last in taken)
        if is_free and not any(_spoils(start, end, gold) for gold in tip.gold):
            taken.append((start, end))
            yield start, end, words


def _wishes(tip: Tip, chance: random.Random) -> Iterator[Shortening]:
    text = tip.text
    for match in UNIT.finditer(text):
        level = LEVELS[match[1].lower()]
        yield *match.span(), level + match[2]
    for match in COMMAND.finditer(text):
        yield *match.span(), f"{LEVELS[match[1].lower()]} {match[2]}"
    for match in MONTH.finditer(text):
        parts = (match[1], match[2], match[3])
        yield *match.span(), "/".join(part for part in parts if part)
    for match in CENTURY.finditer(text):
        yield *match.span(), ""
    for match in _phrases(text):
        if chance.random() < OFTEN:
            yield *match.span(), chance.choice(_short(match.group()))
    for match in STOP.finditer(text):
        if chance.random() < DROPPED:
            yield *match.span(), " " if match.group() == "\n" else ""


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """Phrases that have a short form; bare ones only where the whole text is bare."""
    is_bare = fold(text) == text.lower()
    known = [fold(phrase) if is_bare else phrase for phrase in PHRASES]
    pattern = "|".join(sorted(known, key=len, reverse=True))
    return re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)


def _short(phrase: str) -> tuple[str, ...]:
    lower = phrase.lower()
    return PHRASES.get(lower) or next(
        short for known, short in PHRASES.items() if fold(known) == lower
    )


def _spoils(start: int, end: int, gold: Gold) -> bool:
    """Would it cut through an edge, or touch what is never shortened?"""
    if gold.kind in LITERAL and start < gold.end and gold.start < end:
        return True
    if gold.kind is Kind.DATE and (start, end) == (gold.end - 1, gold.end):
        return True
    return any(start < edge < end for edge in (gold.start, gold.end))


def _longest(wish: Shortening) -> tuple[int, int]:
    return wish[0] - wish[1], wish[0]
