"""Names in capitals: how much of a run of capitals is one name.

Who leaves out stops runs two names together ("Phùng Đức Sơn Bùi Chí"), or a name and the
next sentence ("Nguyễn Thị Em Tôi …"); who writes a line in capitals, all of it.
"""

from nlp.lexicon import Lexicon
from nlp.people import barenames, names, syllables
from nlp.people.barenames import Backing
from nlp.people.syllables import MIDDLE, Sort
from nlp.text import Text, Word

SHORTEST, LONG = 3, 4  # a name before which another may follow; more is too much


def name(
    text: Text, lexicon: Lexicon, at: int, backing: Backing, is_of_death: bool
) -> int:
    """How many words of the capitals that begin at word ``at`` are one name."""
    length = names.capitals(text, at)
    words = text.words[at : at + length]
    if _is_shouted(text, words, at + length):
        return barenames.best(text, lexicon, at, backing, is_of_death)
    ends = (n for n in range(1, length) if _is_other(text, lexicon, at, n, length))
    return next(ends, length)


def _is_shouted(text: Text, words: tuple[Word, ...], end: int) -> bool:
    """Is it a piece of a line all in capitals?"""
    if len(words) < LONG and end < len(text.words) and not _is_upper(text.words[end]):
        return False
    return len(words) > 1 and all(map(_is_upper, words)) and end < len(text.words)


def _is_upper(word: Word) -> bool:
    return len(word.plain) > 1 and word.written.isupper()


def _is_other(text: Text, lexicon: Lexicon, at: int, n: int, length: int) -> bool:
    """Does something else begin with the ``n``-th word?"""
    word = text.words[at + n]
    if names.has_middle(text, at + n - 1):
        return False
    is_far = n >= SHORTEST or (n > 1 and length > LONG)
    is_never = syllables.is_never(text, lexicon, word)
    if is_far and (is_never or syllables.sort(text, lexicon, word) is Sort.WORD):
        return True
    is_whole = n >= SHORTEST or not names.surname(text, lexicon, at)
    if length - n < 2 or not is_whole or not names.surname(text, lexicon, at + n):
        return False
    is_middle = syllables.has(text, lexicon, text.words[at + n + 1], MIDDLE)
    is_many = names.surname(text, lexicon, at + n, "many") > 0
    return is_middle or (is_many and n >= SHORTEST)
