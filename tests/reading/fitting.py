"""Multinomial logistic regression: half of the signs are hidden at each step (dropout).

All that rules said is hidden from half of the lessons at a time, too: rules were written
with many of these tips and err less there than on what people will send. What chance hid
matters less in the mean of some runs. The same lessons and seeds give the same weights.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from nlp.entity import Kind
from nlp.roles.weights import ROLES
from tests.reading.lessons import Lesson

SEEDS, STEPS, RATE = (1, 2, 3), 80, 0.05
RIDGE, HIDDEN, UNRULED = 3e-4, 0.5, 0.5
TIPS = 3  # in which a sign must stand
SLOWER = ((0.6, 1.0), (0.85, 0.3), (1.01, 0.1))
# What a rule said of it or of its neighbours.
OF_RULES = re.compile(r"r=|R |known|.*[&<]")

Weights = Mapping[str, Sequence[float]]


def fit(lessons: Sequence[Lesson], kind: Kind) -> Weights:
    """By sign what it is worth for each role of the kind."""
    counted: dict[tuple[str, str, tuple[str, ...]], float] = defaultdict(float)
    for lesson in lessons:
        if lesson.kind is kind:
            counted[lesson.tip, lesson.role, lesson.signs] += lesson.weight
    known = _known(signs for signs in counted)
    number = {sign: n for n, sign in enumerate(known)}
    rows = [[number[s] for s in signs if s in number] for _, _, signs in counted]
    answers = [ROLES[kind].index(role) for _, role, _ in counted]
    of_rules = np.array([OF_RULES.match(sign) is not None for sign in known])
    counts, roles = list(counted.values()), len(ROLES[kind])
    runs = [_descend(rows, answers, counts, of_rules, roles, seed) for seed in SEEDS]
    return dict(zip(known, np.mean(runs, axis=0).tolist(), strict=True))


def _known(examples) -> list[str]:
    tips: dict[str, set[str]] = defaultdict(set)
    for tip, _, signs in examples:
        for sign in signs:
            tips[sign].add(tip)
    return sorted(sign for sign, several in tips.items() if len(several) >= TIPS)


def _descend(
    rows, answers, counts, of_rules: np.ndarray, roles: int, seed: int
) -> np.ndarray:
    """Adam over all lessons at once."""
    chance, signs = np.random.default_rng(seed), len(of_rules)
    flat = np.concatenate([np.array(row) for row in rows])
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    of_row = np.repeat(np.arange(len(rows)), lengths)
    truth = np.eye(roles, dtype=np.float32)[answers]
    counts = np.array(counts, np.float32)[:, None]
    weights = np.zeros((signs, roles), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        unruled = (chance.random(len(rows)) < UNRULED)[of_row] & of_rules[flat]
        seen = (chance.random(len(flat), np.float32) >= HIDDEN) & ~unruled
        shown = seen.astype(np.float32) / np.float32(1 - HIDDEN)
        sums = np.add.reduceat(weights[flat] * shown[:, None], starts, axis=0)
        odds = np.exp(sums - sums.max(1, keepdims=True))
        wrong = (odds / odds.sum(1, keepdims=True) - truth) * counts
        columns = [
            np.bincount(flat, wrong[of_row, c] * shown, signs) for c in range(roles)
        ]
        slope = np.stack(columns, 1) / counts.sum() + RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        rate = RATE * next(slow for share, slow in SLOWER if step < share * STEPS)
        upright = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights -= rate * mean / (1 - 0.9**step) / upright
    return weights
