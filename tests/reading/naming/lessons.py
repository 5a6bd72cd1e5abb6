"""What the model of names learns from: rows of beads, and what part each has in a name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.entities.person import DEATH
from nlp.entity import Kind, Span
from nlp.extract import unnamed
from nlp.lexicon import Lexicon
from nlp.people.beads import Beads, beads
from nlp.people.parts import FIRST, INNER, LAST, NO, WHOLE
from nlp.text import Text, read
from tests.reading.generator.telling import tell
from tests.reading.markup import Tip, tips
from tests.reading.naming.swapping import swapped
from tests.reading.renderings import RENDERINGS

SEED, INVENTED, SWAPS = 1, 800, 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A tip as it was typed; ``swap`` numbers those with other names, 0 is the tip itself."""

    tip: Tip
    file: str
    rendering: str
    swap: int
    text: Text
    row: Beads
    parts: Sequence[int]


def of_people(lexicon: Lexicon) -> Iterator[Lesson]:
    """Of the development tips and of such with other names, in all renderings."""
    for tip in tips("dev"):
        file = tip.name.partition(":")[0].removesuffix("_more")
        is_of_people = any(gold.kind is Kind.PERSON for gold in tip.gold)
        for swap in range(SWAPS + 1 if is_of_people else 1):
            other = swapped(tip, lexicon, swap) if swap else tip
            seeded = replace(other, name=f"{tip.name}/{swap}") if swap else tip
            for name, render in RENDERINGS.items():
                yield lesson(render(seeded), file, name, swap, lexicon)


def invented(lexicon: Lexicon) -> Iterator[Lesson]:
    for tip in tell(SEED, INVENTED):
        yield lesson(tip, "invented", "invented", 0, lexicon)


def lesson(tip: Tip, file: str, rendering: str, swap: int, lexicon: Lexicon) -> Lesson:
    text = unnamed(read(tip.text), lexicon)
    is_of_death = DEATH.search(text.plain) is not None
    row = beads(text, lexicon, is_of_death)
    names = [(g.start, g.end) for g in tip.gold if g.kind is Kind.PERSON]
    return Lesson(tip, file, rendering, swap, text, row, parts(text, row, names))


def parts(text: Text, row: Beads, names: Iterable[Span]) -> Sequence[int]:
    """For each bead its part in the names at these spans of the NFC text."""
    starts = [text.starts[start] for start, _ in row.spans]
    found = [NO] * len(starts)
    for start, end in names:
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if first > last:
            continue  # an earlier grammar took it
        found[first : last + 1] = [INNER] * (last - first + 1)
        found[first], found[last] = FIRST, LAST
        if first == last:
            found[first] = WHOLE
    return found
