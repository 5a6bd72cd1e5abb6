"""`python -m tests.reading.training`: the weights of `nlp.roles.judging`, learned anew.

With `--cross` nothing is written: how well each author's tips are judged by a model that
has seen the others' alone, beside what the rules say, is printed instead.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from math import exp

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.roles.judging import LEAD
from nlp.roles.weights import LEARNED, ROLES, UNIT
from tests.reading.fitting import Weights, fit
from tests.reading.lessons import Lesson, invented, of_people

SOURCE = (
    "# Learned from tests/reading/dev in five renderings and 2,800 tips of the generator"
    " (seed 1) with `python -m tests.reading.training`; hundredths, roles in the order"
    " of nlp.roles.weights"
)
LEAST = 3  # hundredths, for any role


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="figures by author")
    lexicon = Lexicon.load()
    told, more = of_people(lexicon), invented(lexicon)
    if parser.parse_args().cross:
        sys.stdout.writelines(f"{line}\n" for line in cross(told, more))
    else:
        LEARNED.write_text("\n".join(table([*told, *more])) + "\n", "utf-8")


def table(lessons: Sequence[Lesson]) -> Iterator[str]:
    yield SOURCE
    yield "kind\tsign\tweights"
    for kind in ROLES:
        for sign, weights in fit(lessons, kind).items():
            whole = [round(UNIT * weight) for weight in weights]
            if max(map(abs, whole)) >= LEAST:
                written = sign.replace("\n", "\\n")
                yield f"{kind}\t{written}\t{' '.join(map(str, whole))}"


def cross(told: Sequence[Lesson], more: Sequence[Lesson]) -> Iterator[str]:
    """A line for each author: how many, the share that rules and that the model get right."""
    for author in sorted({lesson.author for lesson in told}):
        others = [*(e for e in told if e.author != author), *more]
        models = {kind: fit(others, kind) for kind in ROLES}
        own = [e for e in told if e.author == author]
        for kind in (*ROLES, None):
            for name in ("as written", "telegraphic"):
                asked = [
                    e for e in own if kind in (None, e.kind) and e.rendering == name
                ]
                if asked:
                    yield f"{author}\t{kind or 'all'}\t{name}\t{_figures(asked, models)}"


def _figures(asked: Sequence[Lesson], models: dict[Kind, Weights]) -> str:
    rules = sum(e.rule == e.role for e in asked)
    model = sum(_role(e, models[e.kind]) == e.role for e in asked)
    return f"{len(asked)}\t{rules / len(asked):.3f}\t{model / len(asked):.3f}"


def _role(lesson: Lesson, model: Weights) -> str:
    names = ROLES[lesson.kind]
    rows = [model[sign] for sign in lesson.signs if sign in model]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    shares = [exp(each - max(sums)) for each in sums]
    best = names[shares.index(max(shares))]
    of_rule = shares[names.index(lesson.rule)] if lesson.rule in names else -sum(shares)
    return best if (1 - of_rule) / sum(shares) >= LEAD else lesson.rule


if __name__ == "__main__":
    main()
