"""What reading is required to reach, what it aims at, and whether it does.

The second figure of a target is that of lower case, of no marks and of both: the lowest.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from nlp.entity import Kind
from tests.reading.figures import Rendered
from tests.reading.renderings import RENDERINGS

AS_WRITTEN, LOWER, UNMARKED, LOWER_UNMARKED, _ = RENDERINGS
HARDER = (LOWER, UNMARKED, LOWER_UNMARKED)

Pair = tuple[float, float]
Measure = Callable[[Rendered], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """Required and aimed at: as written, and without marks or capitals."""

    name: str
    measure: Measure
    required: Pair
    aim: Pair


@dataclass(frozen=True, slots=True)
class Verdict:
    target: Target
    reached: tuple[float | None, float | None]

    @property
    def word(self) -> str:
        """`aim`, `pass` or `miss`."""
        if self._is_reached(self.target.aim):
            return "aim"
        return "pass" if self._is_reached(self.target.required) else "miss"

    def _is_reached(self, pair: Pair) -> bool:
        pairs = zip(self.reached, pair, strict=True)
        return all(now is not None and now >= wanted for now, wanted in pairs)


def _of(kind: Kind, figure: str) -> Measure:
    return lambda rendered: getattr(rendered.score.tallies[kind], figure)


def _both(figure: float) -> Pair:
    return figure, figure


TARGETS = (
    Target("PERSON", _of(Kind.PERSON, "exact_f1"), (0.88, 0.78), (0.95, 0.88)),
    Target("UNIT", _of(Kind.UNIT, "exact_f1"), (0.92, 0.90), (0.96, 0.95)),
    Target("UNIT value", _of(Kind.UNIT, "value_share"), _both(0.92), (0.96, 0.95)),
    Target("PLACE overlap", _of(Kind.PLACE, "overlap_f1"), (0.90, 0.80), (0.95, 0.88)),
    Target("PLACE candidates", _of(Kind.PLACE, "held_share"), _both(0.90), _both(0.95)),
    Target("DATE value", _of(Kind.DATE, "value_share"), _both(0.95), _both(0.98)),
    Target("DATE found, right", _of(Kind.DATE, "value_f1"), _both(0.95), _both(0.98)),
    Target(
        "COORD within 50 m", _of(Kind.COORD, "value_share"), _both(0.95), _both(0.99)
    ),
    Target("COORD found, right", _of(Kind.COORD, "value_f1"), _both(0.95), _both(0.99)),
    Target("PHONE found, right", _of(Kind.PHONE, "value_f1"), _both(0.98), _both(1.0)),
    Target("RANK", _of(Kind.RANK, "exact_f1"), (0.90, 0.87), _both(0.95)),
    Target("roles", lambda rendered: rendered.score.roles, (0.85, 0.80), _both(0.92)),
    Target("no false alarm", lambda r: 1 - r.alarms, _both(0.8), _both(0.95)),
)


def verdicts(rendered: Mapping[str, Rendered]) -> Iterator[Verdict]:
    for target in TARGETS:
        harder = [target.measure(rendered[name]) for name in HARDER]
        known = [figure for figure in harder if figure is not None]
        first = target.measure(rendered[AS_WRITTEN])
        yield Verdict(target, (first, min(known, default=None)))
