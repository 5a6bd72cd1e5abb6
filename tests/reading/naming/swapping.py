"""The same tip about people of other names, so that a model learns names by their kind.

Names come from the lexicon's tables. Some are of syllables that no table calls a name,
for that is how half of all names are met.
"""

import random
import re
from collections.abc import Callable

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.people.names import MIDDLE, ORDER
from nlp.text import fold
from tests.reading.markup import Gold, Tip
from tests.reading.renderings import Edit, bare, edited

WORD = re.compile(r"[^\W\d_]+")
FAMILIES = (("many", 0.75), ("few", 0.12), ("rare", 0.07), ("minority", 0.06))
KEPT = 0.75  # of those who are called Văn or Thị
KNOWN = 0.8  # of other middle names
NICKED = 0.6
LONGER = 0.2  # of those with a family name get one word more

Chance = random.Random


def swapped(tip: Tip, lexicon: Lexicon, seed: int) -> Tip:
    """The tip with other names; who is named twice is so again."""
    chance = random.Random(f"{seed}:{tip.name}")  # noqa: S311 - the same each time
    known: dict[tuple[str, str], str] = {}
    edits: list[Edit] = []
    for gold in tip.gold:
        if gold.kind is Kind.PERSON and is_plain(tip.words(gold)):
            edits += _edits(tip, gold, lexicon, chance, known)
    return edited(tip, edits)


def is_plain(name: str) -> bool:
    """Is it words of two letters or more and nothing else?"""
    parts = name.split()
    return all(WORD.fullmatch(part) and len(part) > 1 for part in parts)


def _edits(
    tip: Tip,
    gold: Gold,
    lexicon: Lexicon,
    chance: Chance,
    known: dict[tuple[str, str], str],
) -> list[Edit]:
    words = [match.span() for match in WORD.finditer(tip.text, gold.start, gold.end)]
    edits: list[Edit] = []
    for n, (start, end) in enumerate(words):
        old = tip.text[start:end]
        part = _part(old, n, len(words), lexicon)
        key = part, fold(old)
        known.setdefault(key, NEW[part](old, lexicon, chance))
        if part == "given" and n and chance.random() < LONGER:
            middle = _given(old, lexicon, chance)
            edits.append(Edit(start, start, f"{_typed(middle, old, tip)} "))
        edits.append(Edit(start, end, _typed(known[key], old, tip)))
    return edits


def _part(word: str, n: int, length: int, lexicon: Lexicon) -> str:
    if n == 0 and length > 1:
        if fold(word) in {fold(order) for order in ORDER}:
            return "order"
        return "family" if lexicon.look_up("surnames", word) else "given"
    if n < length - 1:
        return "middle"
    sorts = {row["sort"] for row in lexicon.look_up("given", word)}
    return "nick" if length == 2 and "nick" in sorts else "given"


def _family(_old: str, lexicon: Lexicon, chance: Chance) -> str:
    bearers, shares = zip(*FAMILIES, strict=True)
    asked = chance.choices(bearers, shares)[0]
    rows = lexicon.tables["surnames"]
    return chance.choice(_single([r["written"] for r in rows if r["bearers"] == asked]))


def _middle(old: str, lexicon: Lexicon, chance: Chance) -> str:
    if fold(old) in map(fold, MIDDLE) and chance.random() < KEPT:
        return old
    if chance.random() > KNOWN:
        return _given(old, lexicon, chance)
    return chance.choice(_sorted(lexicon, "middle"))


def _given(_old: str, lexicon: Lexicon, chance: Chance) -> str:
    """Most in the table, others of places, of everyday words that can be names, of any."""
    stops = lexicon.tables["stops"]
    tables: tuple[Callable[[], list[str]], ...] = (
        lambda: _sorted(lexicon, "given"),
        lambda: [w for r in lexicon.tables["communes"] for w in r["written"].split()],
        lambda: [r["written"] for r in stops if r["part"] in ("person", "both")],
        lambda: [r["written"] for r in lexicon.tables["everyday"]],
    )
    table = chance.choices(tables, (0.6, 0.22, 0.1, 0.08))[0]
    return chance.choice(_single(table()))


def _nick(old: str, lexicon: Lexicon, chance: Chance) -> str:
    if chance.random() < NICKED:
        return chance.choice(_sorted(lexicon, "nick"))
    return _given(old, lexicon, chance)


def _order(_old: str, _lexicon: Lexicon, chance: Chance) -> str:
    return chance.choice(ORDER)


def _sorted(lexicon: Lexicon, sort: str) -> list[str]:
    rows = lexicon.tables["given"]
    return _single([row["written"] for row in rows if row["sort"] == sort])


def _single(several: list[str]) -> list[str]:
    return [one for one in several if WORD.fullmatch(one) and len(one) > 1]


def _typed(new: str, old: str, tip: Tip) -> str:
    """As the old one is typed: capitals, marks."""
    new = bare(new) if fold(tip.text) == tip.text.lower() else new
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[0].isupper() else new.lower()


NEW: dict[str, Callable[[str, Lexicon, Chance], str]] = {
    "family": _family,
    "middle": _middle,
    "given": _given,
    "nick": _nick,
    "order": _order,
}
