"""Naming: which beads of a message are a person's name, by a model that read many tips.

A linear chain: what stands at a bead and around it (``windows``) speaks for each part
that it can have in a name, and parts follow each other as they do in names (``parts``).
How it learned: the first line of `data/learned/names.tsv`; how well it reads and where
it fails: `docs/reading.md`.
"""

from collections.abc import Iterable, Iterator, Sequence

from nlp.entity import Span
from nlp.lexicon import Lexicon
from nlp.people.beads import PAD, Beads, beads
from nlp.people.parts import FIRST, LAST, PARTS, WHOLE, best
from nlp.people.voices import Together, heard_alone
from nlp.people.weights import TOPS, UNIT, Model, Weights, learned, packed, unpacked
from nlp.text import Text

# With this more for some part, by words alone and by all, a bead can be of a name.
LIKELY = TOPS + packed([5 * UNIT // 2] * len(PARTS))
LEAST = TOPS + packed([3 * UNIT - 1] * len(PARTS))

Chance = tuple[int, Weights]  # a bead that can be of a name, and what speaks for it


def named(
    text: Text, lexicon: Lexicon, is_of_death: bool, by: Model | None = None
) -> Iterator[Span]:
    """Spans of ``plain`` that are names, in order."""
    row, by = beads(text, lexicon, is_of_death), by or learned()
    for first, run in _runs(_chances(row, by)):
        if any(max(weights) > 0 for weights in run):  # parts alone make no name
            yield from _names(row, first, best(run, by.ways))


def _chances(row: Beads, by: Model) -> Iterator[Chance]:
    """The beads that can be of a name, with what all windows weigh for each part."""
    voices = list(map(by.voices[row.mode].__getitem__, row.beads))
    joined = Together(row.beads, voices)
    for at, alone in enumerate(heard_alone(voices)):
        if (alone + LIKELY) & TOPS and not row.beads[at + PAD].is_apart:
            total = alone + joined.heard(at) + by.beside(row, at)
            if (total + LEAST) & TOPS:
                yield at, unpacked(total)


def _runs(chances: Iterable[Chance]) -> Iterator[tuple[int, Sequence[Weights]]]:
    """Beads that stand side by side, by the first one."""
    first, run = 0, list[Weights]()
    for at, weights in chances:
        if at != first + len(run):
            if run:
                yield first, run
            first, run = at, []
        run.append(weights)
    if run:
        yield first, run


def _names(row: Beads, first: int, parts: Sequence[int]) -> Iterator[Span]:
    """The names among the beads from ``first`` on, of which one at least is a word."""
    begun = 0
    for at, part in enumerate(parts, first):
        if part in (FIRST, WHOLE):
            begun = at
        if part in (LAST, WHOLE) and _has_word(row, begun, at):
            yield row.spans[begun][0], row.spans[at][1]


def _has_word(row: Beads, begun: int, last: int) -> bool:
    beads = row.beads[begun + PAD : last + PAD + 1]
    return any(bead.form.isalpha() for bead in beads)
