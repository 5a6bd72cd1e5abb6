"""Everyday phrases, which speak against a name without capitals."""

from nlp.lexicon import Lexicon
from nlp.text import Text


def length(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words of an everyday phrase ("đường mòn", "thân nhân") begin here."""
    found = (lexicon.longest(table, text, at) for table in ("stops", "everyday"))
    return max((match.length for match in found if match), default=0)


def is_rest(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it the rest of an everyday phrase: "báo cáo anh", "người ta bảo"?"""
    return at > 0 and length(text, lexicon, at - 1) > 1
