"""How hands and regions change a tip outside of what it names."""

import random
import re
from collections.abc import Callable, Iterator

from tests.reading.markup import Tip
from tests.reading.renderings import Edit, edited

DIALECTS: dict[str, dict[str, str]] = {
    "standard": {},
    "nghe tinh": {
        "tôi": "tui",
        "chúng tôi": "bầy choa",
        "không": "nỏ",
        "chỗ đó": "chộ nớ",
        "bây giờ": "chừ",
        "bố": "bọ",
    },
    "southern": {
        "tôi": "tui",
        "chúng tôi": "tụi tui",
        "không": "hổng",
        "bố": "tía",
        "mẹ": "má",
        "nói": "biểu",
    },
}
SLIPS: dict[str, tuple[str, str]] = {
    "no blank behind a comma": (r"(?<=[a-zà-ỹ]), ", ","),
    "two blanks": (r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", "  "),
    "a letter twice": (r"(?<=[a-z])([nmhu])(?=\b)", r"\1\1"),
    "broken line": (r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", "\n"),
}
SELDOM = 0.06


def spoken(tip: Tip, chance: random.Random) -> Tip:
    """As somebody of some region says it."""
    said = DIALECTS[chance.choice(list(DIALECTS))]
    edits = [
        Edit(*match.span(), said[match.group().lower()]) for match in _any(said, tip)
    ]
    return edited(tip, _outside(tip, edits))


def slipped(tip: Tip, chance: random.Random) -> Tip:
    """With one kind of slip, now and then."""
    pattern, instead = SLIPS[chance.choice(list(SLIPS))]
    slips = re.finditer(pattern, tip.text)
    edits = [
        Edit(*match.span(), match.expand(instead))
        for match in slips
        if chance.random() < SELDOM
    ]
    return edited(tip, _outside(tip, edits))


def _any(said: dict[str, str], tip: Tip) -> Iterator[re.Match[str]]:
    phrases = "|".join(sorted(said, key=len, reverse=True)) or r"(?!)"
    return re.finditer(rf"\b(?:{phrases})\b", tip.text, re.IGNORECASE)


def _outside(tip: Tip, edits: list[Edit]) -> list[Edit]:
    """Those that touch nothing that the tip names."""
    return [
        edit
        for edit in edits
        if all(edit.end <= gold.start or gold.end <= edit.start for gold in tip.gold)
    ]


NOISE: tuple[Callable[[Tip, random.Random], Tip], ...] = (spoken, slipped)
