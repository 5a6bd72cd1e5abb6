"""What the second vote is worth, and what it costs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.entity import Entity, Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.vote.second import ALONE, seconded
from nlp.vote.tagging import LABELS, tagger
from tests.reading.markup import Tip
from tests.reading.score import Read, Tally, score
from tests.reading.speed import LENGTH, peak_mb

TWICE = """
import json, sys
from bot.voting import read_twice
for line in sys.stdin:
    read_twice((json.loads(line)["text"],))
"""

Share = float | None


@dataclass(frozen=True, slots=True)
class Voted:
    """`right`: shares of exact spans that both saw, that only we saw, only the tagger."""

    before: dict[Kind, Tally]
    after: dict[Kind, Tally]
    right: dict[Kind, tuple[Share, Share, Share]]
    tips_per_s: float
    peak_mb: float


def voted(tips: Sequence[Tip], lexicon: Lexicon) -> Voted:
    """Of these tips as they are written."""
    ours = [extract(tip.text, lexicon) for tip in tips]
    tag = tagger()
    began = time.process_time()
    both = [
        seconded(tip.text, found, tag, lexicon)
        for tip, found in zip(tips, ours, strict=True)
    ]
    spent = time.process_time() - began
    return Voted(
        score(tips, ours).tallies,
        score(tips, both).tallies,
        {kind: _right(kind, tips, ours, both) for kind in LABELS.values()},
        sum(len(tip.text) for tip in tips) / LENGTH / spent,
        peak_mb([tip.text for tip in tips], "-c", TWICE),
    )


def _right(
    kind: Kind, tips: Sequence[Tip], ours: Sequence[Read], both: Sequence[Read]
) -> tuple[Share, Share, Share]:
    """By who saw it: both, only ours, only the tagger."""
    seen: tuple[list[bool], list[bool], list[bool]] = ([], [], [])
    for tip, before, after in zip(tips, ours, both, strict=True):
        scores = {entity.span: entity.score for entity in before if entity.kind is kind}
        for entity in after:
            if entity.kind is kind:
                seen[_who(entity, scores)].append(_is_right(entity, tip))
    one, two, three = (sum(those) / len(those) if those else None for those in seen)
    return one, two, three


def _who(entity: Entity, scores: dict[tuple[int, int], float]) -> int:
    before = scores.get(entity.span)
    if before is None:
        assert entity.score == ALONE
        return 2
    return 0 if entity.score > before else 1


def _is_right(entity: Entity, tip: Tip) -> bool:
    return any(
        gold.kind is entity.kind and (gold.start, gold.end) == entity.span
        for gold in tip.gold
    )
