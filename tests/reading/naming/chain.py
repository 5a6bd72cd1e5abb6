"""A linear chain is fitted to lessons: Adam on the likelihood of all parts of a row.

The same lessons and seed give the same weights. Some signs are hidden at each step, so
that it never leans on a single one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlp.people.parts import NO, PRECEDING

PARTS = len(PRECEDING)
SEED, EPOCHS, TOGETHER = 1, 8, 150
RATE, RIDGE, HIDDEN = 0.03, 2e-4, 0.2
SLOWER = ((0.6, 1.0), (0.85, 0.3), (1.01, 0.1))
NEVER = -1e4
FREE = np.full((PARTS, PARTS), NEVER, np.float32)
for part, befores in PRECEDING:
    FREE[list(befores), part] = 0

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """Numbers of signs, so many at each bead, and the beads' parts; sign 0 says nothing."""

    signs: Array
    parts: Array


def fit(examples: Sequence[Example], known: int) -> tuple[Array, Array]:
    """The weight of each sign for each part, and of each part behind each."""
    chance = np.random.default_rng(SEED)
    weights = [np.zeros((known + 1, PARTS), np.float32), FREE.copy()]
    moments = [(np.zeros_like(w), np.zeros_like(w)) for w in weights]
    batches = _batches(examples)
    step = 0
    for epoch in range(EPOCHS):
        rate = RATE * next(r for end, r in SLOWER if epoch < end * EPOCHS)
        for n in chance.permutation(len(batches)):
            step += 1
            slopes = _slopes(batches[n], *weights, chance)
            for weight, slope, (mean, square) in zip(
                weights, slopes, moments, strict=True
            ):
                mean += 0.1 * (slope - mean)
                square += 0.001 * (slope * slope - square)
                scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
                weight -= rate * mean / (1 - 0.9**step) / scale
            weights[1][FREE == NEVER] = NEVER
    return weights[0], weights[1]


def _batches(examples: Sequence[Example]) -> list[list[Example]]:
    """Of rows about as long as each other."""
    ordered = sorted(examples, key=lambda e: len(e.parts))
    return [ordered[n : n + TOGETHER] for n in range(0, len(ordered), TOGETHER)]


def _slopes(
    batch: Sequence[Example],
    weights: Array,
    follows: Array,
    chance: np.random.Generator,
) -> tuple[Array, Array]:
    lengths = np.array([len(e.parts) for e in batch])
    is_there = np.arange(lengths.max())[None] < lengths[:, None]
    signs = np.concatenate([e.signs for e in batch])
    signs = np.where(chance.random(signs.shape) < HIDDEN, 0, signs)
    parts = np.concatenate([e.parts for e in batch])
    told = np.zeros((*is_there.shape, PARTS), np.float32)
    told[is_there] = weights[signs].sum(1)
    shares, pairs = _expected(told, is_there, follows)
    error = shares[is_there]
    error[np.arange(len(parts)), parts] -= 1
    for example in batch:
        framed = np.concatenate([[NO], example.parts, [NO]])
        np.add.at(pairs, (framed[:-1], framed[1:]), -1)
    count, width = weights.shape[0], signs.shape[1]
    slope = np.stack(
        [
            np.bincount(signs.ravel(), np.repeat(error[:, p], width), count)
            for p in range(PARTS)
        ],
        axis=1,
    ).astype(np.float32)
    slope = slope / len(batch) + RIDGE * weights
    slope[0] = 0
    return slope, pairs.astype(np.float32) / len(batch)


def _expected(told: Array, is_there: Array, follows: Array) -> tuple[Array, Array]:
    """How often, by the weights so far, each bead has each part, and parts follow others."""
    ahead, behind = np.zeros_like(told), np.zeros_like(told)
    last = told.shape[1] - 1
    ahead[:, 0] = told[:, 0] + follows[NO]
    for n in range(1, last + 1):
        sums = _log_sum(ahead[:, n - 1, :, None] + follows, 1) + told[:, n]
        ahead[:, n] = np.where(is_there[:, n, None], sums, ahead[:, n - 1])
    behind[:, last] = follows[:, NO]
    for n in range(last - 1, -1, -1):
        sums = _log_sum(follows + (told[:, n + 1] + behind[:, n + 1])[:, None], 2)
        behind[:, n] = np.where(is_there[:, n + 1, None], sums, follows[:, NO])
    total = _log_sum(ahead[:, -1] + follows[:, NO], 1)
    shares = np.exp(ahead + behind - total[:, None, None]) * is_there[..., None]
    both = ahead[:, :-1, :, None] + follows + (told + behind)[:, 1:, None]
    both = np.exp(np.minimum(both - total[:, None, None, None], 0))
    pairs = (both * is_there[:, 1:, None, None]).sum((0, 1))
    pairs[NO] += shares[:, 0].sum(0)
    ends = is_there.sum(1) - 1
    pairs[:, NO] += shares[np.arange(len(ends)), ends].sum(0)
    return shares, pairs


def _log_sum(values: Array, axis: int) -> Array:
    most = values.max(axis, keepdims=True)
    return (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)
