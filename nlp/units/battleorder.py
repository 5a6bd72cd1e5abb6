"""Known orders of battle: which larger unit a regiment belonged to, as far as pages say.

What is known is not all there was, so a chain that says otherwise is only believed less.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from nlp.lexicon import Lexicon

LEVELS = ("Sư đoàn", "Mặt trận", "Quân khu")


def is_odd(decoded: Sequence[str], lexicon: Lexicon) -> bool:
    """Does the chain, small to large, put a unit where no page knows it?"""
    pairs = (
        (unit, above) for n, unit in enumerate(decoded) for above in decoded[n + 1 :]
    )
    return any(_is_elsewhere(unit, above, lexicon) for unit, above in pairs)


def _is_elsewhere(unit: str, above: str, lexicon: Lexicon) -> bool:
    known = _known(lexicon).get(unit, frozenset())
    level = _level(above)
    same_level = {whole for whole in known if _level(whole) == level}
    return bool(same_level) and not any(above.startswith(whole) for whole in same_level)


def _level(unit: str) -> str:
    return next((level for level in LEVELS if unit.startswith(level)), "")


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.tables["orders_of_battle"]:
        known[row["unit"]].add(row["part_of"])
    return {unit: frozenset(wholes) for unit, wholes in known.items()}
