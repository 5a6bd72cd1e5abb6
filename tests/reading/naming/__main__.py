"""`python -m tests.reading.naming`: the weights of `nlp.people.naming`, learned anew.

With `--cross` nothing is written: for each file of tips how well they are read by a
model that has seen the others' alone, in each rendering, is printed instead.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.people.naming import named
from nlp.people.parts import NO, PRECEDING
from nlp.people.weights import LEARNED, UNIT, Model, model
from nlp.people.windows import signs
from tests.reading.naming.chain import Example, fit
from tests.reading.naming.lessons import Lesson, invented, of_people
from tests.reading.renderings import RENDERINGS

SOURCE = (
    "# Learned from tests/reading/dev in five renderings, twice more with other names, and"
    " 800 tips of the generator (seed 1) with `python -m tests.reading.naming`; hundredths,"
    " parts in the order of nlp.people.parts"
)
LEAST = 4  # hundredths, for any part
MOST = 48  # signs of a bead
TIPS = 3  # in which a sign must stand


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="figures by file")
    lexicon = Lexicon.load()
    told, more = list(of_people(lexicon)), list(invented(lexicon))
    if parser.parse_args().cross:
        sys.stdout.writelines(f"{line}\n" for line in cross(told, more, lexicon))
    else:
        LEARNED.write_text("\n".join(table([*told, *more])) + "\n", "utf-8")


def table(lessons: Sequence[Lesson]) -> Iterator[str]:
    yield SOURCE
    yield "window\tweights"
    known = _known(lessons)
    weights, follows = fit(_examples(lessons, known), len(known))
    for before, part in ((b, part) for part, befores in PRECEDING for b in befores):
        yield f">{before}{part}\t{round(UNIT * float(follows[before, part]))}"
    for sign, number in known.items():
        own = weights[number]
        whole = [round(UNIT * float(w - own[NO])) for w in own[1:]]
        if max(map(abs, whole)) >= LEAST:
            yield f"{_escaped(sign)}\t{' '.join(map(str, whole))}"


def _escaped(sign: str) -> str:
    return sign.replace("\n", "\\n")


def _known(lessons: Sequence[Lesson]) -> Mapping[str, int]:
    """The signs that stand in so many tips, by number from 1 on."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for lesson in lessons:
        tip = lesson.tip.name.partition("/")[0]
        for sign in chain.from_iterable(signs(lesson.row)):
            tips = seen[sign]
            if len(tips) < TIPS:
                tips.add(tip)
    often = sorted(sign for sign, tips in seen.items() if len(tips) == TIPS)
    return {sign: number for number, sign in enumerate(often, 1)}


def _examples(lessons: Sequence[Lesson], known: Mapping[str, int]) -> list[Example]:
    return [
        Example(_numbers(lesson, known), np.array(lesson.parts))
        for lesson in lessons
        if lesson.parts
    ]


def _numbers(lesson: Lesson, known: Mapping[str, int]) -> np.ndarray:
    """Of each bead's signs, 0 where there are no more."""
    numbers = np.zeros((len(lesson.parts), MOST), np.int32)
    for at, heard in enumerate(signs(lesson.row)):
        own = [known[sign] for sign in heard if sign in known]
        numbers[at, : len(own)] = own
    return numbers


def cross(
    told: Sequence[Lesson], more: Sequence[Lesson], lexicon: Lexicon
) -> Iterator[str]:
    """A line for each file and rendering: names, and exact F1 of the model."""
    for file in sorted({lesson.file for lesson in told}):
        others = [*(e for e in told if e.file != file), *more]
        learned = model(table(others))
        for name in RENDERINGS:
            asked = [
                e for e in told if (e.file, e.rendering, e.swap) == (file, name, 0)
            ]
            yield f"{file}\t{name}\t{_figures(asked, learned, lexicon)}"


def _figures(asked: Sequence[Lesson], learned: Model, lexicon: Lexicon) -> str:
    right = wanted = found = 0
    for lesson in asked:
        text = lesson.text
        read = {
            text.span(*name)
            for name in named(text, lexicon, lesson.row.is_of_death, learned)
        }
        people = [g for g in lesson.tip.gold if g.kind is Kind.PERSON]
        names = {(g.start, g.end) for g in people if not g.is_optional}
        read -= {(g.start, g.end) for g in people if g.is_optional}
        right += len(names & read)
        wanted += len(names)
        found += len(read)
    return f"{wanted}\t{2 * right / max(1, wanted + found):.3f}"


if __name__ == "__main__":
    main()
