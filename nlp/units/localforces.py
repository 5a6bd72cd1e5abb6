"""Forces of an area: "huyện đội Củ Chi"; "du kích xã Hòa Thịnh" where it is told as a unit."""

import re
from collections.abc import Iterator

from nlp.lexicon import Lexicon
from nlp.people import names
from nlp.places import gazetteer
from nlp.text import Text
from nlp.units.levels import Echelon, Stands

AREA = "xa|thon|ap|lang|huyen|tinh|thi xa|thi tran|quan|thanh pho"
FORCE = re.compile(
    rf"\b(?:(?P<seat>huyen doi|tinh doi|thi doi|thanh doi|xa doi)"
    rf"|(?:(?P<guerrilla>du kich(?: mat)?|dan quan(?: du kich)?)|(?P<local>bo doi dia phuong"
    rf"|luc luong vu trang|bo doi)|an ninh vu trang|an ninh) (?P<area>{AREA})) (?!truong|pho\b)"
)
SIZES = {
    **dict.fromkeys(("xa", "thon", "ap", "lang"), 2),
    **dict.fromkeys(("huyen", "thi xa", "thi tran", "quan", "thi"), 5),
    **dict.fromkeys(("tinh", "thanh pho", "thanh"), 7),
}
SPELLED = {
    "huyen doi": "Huyện đội",
    "tinh doi": "Tỉnh đội",
    "thi doi": "Thị đội",
    "thanh doi": "Thành đội",
    "xa doi": "Xã đội",
}
LONGEST, BARE = 3, 2  # words of a name, with capitals and without


def named(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    for match in FORCE.finditer(text.plain):
        at = text.word_at(match.end())
        if match["seat"] and not _is_seat(match, text):
            continue
        if length := _name(text, lexicon, at):
            yield _force(match, text, at, length)


def _is_seat(match: re.Match[str], text: Text) -> bool:
    """Is it "thị đội" by its marks, and no "thì đợi"?"""
    first = text.word_at(match.start("seat"))
    words = text.words[first : first + 2]
    told = SPELLED[match["seat"]].lower().split()
    return all(word.reads(right) for word, right in zip(words, told, strict=True))


def _force(match: re.Match[str], text: Text, at: int, length: int) -> Echelon:
    end = text.words[at + length - 1].end
    seat = match["seat"]
    size = SIZES[match["area"] or seat.removesuffix(" doi")]
    told = SPELLED.get(seat) or text.written(match.start(), match.end() - 1)
    decoded = f"{told[:1].upper()}{told[1:]} {names.spelled(text, at, length)}"
    stands = Stands.SAID if match["guerrilla"] else Stands.TOLD
    return Echelon(match.start(), end, size, decoded, Stands.ALONE if seat else stands)


def _name(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words the name of the area takes; 0 if it is not named."""
    if at >= len(text.words):
        return 0
    place = gazetteer.known(text, lexicon, at)
    longest = LONGEST if text.is_cased else BARE
    run = names.run(text, lexicon, at, longest)
    return max(place.length if place else 0, run)
