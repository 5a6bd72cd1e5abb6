"""Everyday phrases, which speak against a name without capitals."""

from collections.abc import Set
from functools import lru_cache

from nlp.lexicon import Lexicon
from nlp.text import Text, fold


def length(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words of an everyday phrase ("đường mòn", "thân nhân") begin here."""
    found = (lexicon.longest(table, text, at) for table in ("stops", "everyday"))
    return max((match.length for match in found if match), default=0)


@lru_cache(maxsize=4)
def pairs(lexicon: Lexicon) -> Set[tuple[str, str]]:
    """The first two words, folded, of everyday phrases."""
    rows = (row for table in ("stops", "everyday") for row in lexicon.tables[table])
    phrases = (fold(row["written"]).split() for row in rows)
    return frozenset((p[0], p[1]) for p in phrases if len(p) > 1)


def is_rest(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it the rest of an everyday phrase: "báo cáo anh", "người ta bảo"?"""
    return at > 0 and length(text, lexicon, at - 1) > 1
