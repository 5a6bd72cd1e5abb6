"""Announced: a name right behind the words that say that the fallen man's name follows.

"Họ tên liệt sĩ: dương đình khoát": where it is so announced it needs no capitals, and no
marks among words with marks; what else was read of its words gives way.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon
from nlp.text import Text, Word, read

SCORE = 0.9
FALLEN = r"(?:liet s[iy]|ls)"
IS = r"(?: (?:la|thi))?(?: ?:)? "
ANNOUNCES = re.compile(
    rf"\b(?:ho (?:va )?ten|ten ho|ten)(?: (?:day du|that))?(?: cua)? {FALLEN}{IS}"
    rf"|\b{FALLEN}(?: (?:ay|do|nay|no))? (?:ho )?ten(?: (?:day du|that))?{IS}"
    rf"|\bnguoi nam (?:do|day|lai)(?: chinh)? la {FALLEN} "
    rf"|\b(?:no|vat nay|cai nay|do|do dung)(?: von| chinh)?(?: la)?(?: do)? cua (?:anh|dong chi|{FALLEN}) "
)
WHOLE, LONGEST = 3, 4  # syllables
ENDS = re.compile(r" ?(?:[.,;:!?\n(-]|\Z)")
BETWEEN = " "
MOST = 20  # names announced one by one; more are a roll, which is read as such


def announced(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities, with the names that are announced and were not read whole."""
    told = islice(_names(read(text)), MOST)
    names = [name for name in told if not _is_read(name, found)]
    if not names:
        return tuple(found)
    left = [one for one in found if not any(_touch(name, one) for name in names)]
    return tuple(sorted((*left, *names), key=lambda one: one.start))


def _names(seen: Text) -> Iterator[Entity]:
    for match in ANNOUNCES.finditer(seen.plain):
        first = seen.word_at(match.end())
        length = _length(seen, first)
        if length:
            start, end = seen.words[first].start, seen.words[first + length - 1].end
            norm = seen.written(start, end).title()
            yield Entity.spot(Kind.PERSON, seen, (start, end), norm, "martyr", SCORE)


def _length(seen: Text, first: int) -> int:
    """Return how many words are a name: a surname that many bear, a middle name, more."""
    words = _adjoining(seen, first)
    if len(words) < WHOLE or not (_is_surname(words[0]) and _is_middle(words[1])):
        return 0
    is_longer = len(words) == LONGEST and _is_middle(words[2])
    is_closed = is_longer and ENDS.match(seen.plain, words[-1].end) is not None
    return LONGEST if is_closed else WHOLE


def _adjoining(seen: Text, first: int) -> list[Word]:
    """Return the next words with nothing but a blank between them, four at most."""
    words: list[Word] = []
    for word in seen.words[first : first + LONGEST]:
        is_next = not words or seen.plain[words[-1].end : word.start] == BETWEEN
        if not is_next or not word.plain.isalpha():
            break
        words.append(word)
    return words


def _is_surname(word: Word) -> bool:
    rows = Lexicon.load().look_up("surnames", word.plain)
    return any(row["bearers"] == "many" and word.reads(row["written"]) for row in rows)


def _is_middle(word: Word) -> bool:
    rows = Lexicon.load().look_up("given", word.plain)
    return any(row["sort"] == "middle" and word.reads(row["written"]) for row in rows)


def _is_read(name: Entity, found: Sequence[Entity]) -> bool:
    """Return whether as much of it, or more, was read as a person's name."""
    return any(
        one.kind is Kind.PERSON and one.start <= name.start and name.end <= one.end
        for one in found
    )


def _touch(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end
