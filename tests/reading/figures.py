"""What `make eval` finds out about a set, in every rendering."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from tests.reading.markup import Tip, ordinary, tips
from tests.reading.renderings import RENDERINGS
from tests.reading.score import Read, Score, Tally, alarms, score

FIGURES = (
    *("exact_f1", "overlap_f1", "value_f1"),
    *("value_share", "role_share", "held_share"),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The figures of one rendering; false alarms are those a message, and of a kind."""

    score: Score
    alarms: float
    alarming: Counter[Kind]

    def as_json(self) -> dict[str, Any]:
        kinds = {k.value: _as_json(t) for k, t in self.score.tallies.items()}
        return {
            "kinds": kinds,
            "roles": _round(self.score.roles),
            "false_alarms": _round(self.alarms),
            "false_alarms_of": {k.value: n for k, n in self.alarming.items()},
        }


def figures(which: str, lexicon: Lexicon) -> dict[str, Rendered]:
    """By rendering."""
    told, said = tips(which), ordinary()
    return {name: _rendered(name, told, said, lexicon) for name in RENDERINGS}


def _rendered(
    name: str, told: list[Tip], said: list[Tip], lexicon: Lexicon
) -> Rendered:
    tips_, messages = ([RENDERINGS[name](tip) for tip in each] for each in (told, said))
    counted = score(tips_, reads(tips_, lexicon))
    return Rendered(counted, *alarms(reads(messages, lexicon)))


def reads(several: list[Tip], lexicon: Lexicon) -> Iterator[Read]:
    return (extract(tip.text, lexicon) for tip in several)


def _as_json(tally: Tally) -> dict[str, Any]:
    counts = {"gold": tally.gold, "found": tally.found}
    return counts | {name: _round(getattr(tally, name)) for name in FIGURES}


def _round(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
