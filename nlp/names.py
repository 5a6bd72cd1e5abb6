"""Where a proper name ends: capitals where people use them, everyday words elsewhere."""

from nlp.lexicon import Lexicon, adjoining
from nlp.text import Text, Word


def run(text: Text, lexicon: Lexicon, at: int, limit: int) -> int:
    """How many words from ``at`` on can be one name; 0 if none."""
    if at >= len(text.words):
        return 0
    words = [text.words[n] for n in adjoining(text, at, limit)]
    is_part = _is_capital if text.is_cased else _is_name
    for length, word in enumerate(words):
        if not is_part(word, lexicon):
            return length
    return len(words)


def titled(written: str) -> str:
    """The name in title case, whatever keys it was typed with."""
    return " ".join(part[:1].upper() + part[1:].lower() for part in written.split())


def is_everyday(word: Word, lexicon: Lexicon) -> bool:
    rows = lexicon.look_up("stops", word.plain)
    return any(word.reads(row["written"]) for row in rows)


def _is_capital(word: Word, lexicon: Lexicon) -> bool:  # noqa: ARG001 — as its sibling
    return word.is_capital or word.plain.isdigit()


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    return not word.plain.isdigit() and not is_everyday(word, lexicon)
