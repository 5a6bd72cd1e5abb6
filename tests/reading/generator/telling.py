"""Invented tips without end: the same seed tells the same."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.reading.generator.filling import fill
from tests.reading.generator.noise import NOISE
from tests.reading.markup import Tip, parse
from tests.reading.renderings import RENDERINGS

TEMPLATES = Path(__file__).parent / "templates.txt"
SLOT = re.compile(r"\{([A-Za-z0-9.]+)\}")


def tell(seed: int, count: int) -> Iterator[Tip]:
    """So many tips; the rendering of each stands at the end of its name."""
    for number in range(count):
        yield told(seed, number)


def told(seed: int, number: int) -> Tip:
    """One of a seed's tips, by its number."""
    name = f"{seed}-{number}"
    chance = random.Random(name)  # noqa: S311 - the same each time
    situation, template = chance.choice(templates())
    tip = parse(SLOT.sub(lambda slot: fill(slot[1], chance), template), name)
    for noise in NOISE:
        tip = noise(tip, chance)
    rendering = chance.choice(list(RENDERINGS))
    return replace(RENDERINGS[rendering](tip), name=f"{name}, {situation}, {rendering}")


@cache
def templates() -> tuple[tuple[str, str], ...]:
    """Situations and what is told in them."""
    lines = TEMPLATES.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((situation, template) for situation, template in pairs)
