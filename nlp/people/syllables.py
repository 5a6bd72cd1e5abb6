"""What a syllable is likely to be: part of a name, an everyday word, or either.

Without marks "thu" is Thu, thư and thứ, so what stands around it decides; "hung" is
little else than Hùng. Of other peoples' names ("Tlut", "Ksor") the very spelling tells.
"""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from nlp import telex
from nlp.lexicon import Lexicon, Row
from nlp.text import Text, Word, fold, remembered

MOST = 10_000  # words that are remembered of each way of typing
GIVEN, MIDDLE, NICK, PEOPLE = "given", "middle", "nick", "people"
NEVER, ALONE, COUNTED = "never", "alone", "counted"


class Sort(Enum):
    NAME = "a name and hardly anything else"
    BOTH = "a name or an everyday word"
    ODD = "neither"
    STRANGE = "no Vietnamese syllable"
    WORD = "an everyday word"


# Its sort, of what names it can be which part, whether it is an everyday word.
Known = tuple[Sort, frozenset[str], bool]


def sort(text: Text, lexicon: Lexicon, word: Word) -> Sort:
    return _sort(lexicon, word, text.is_marked)


def has(text: Text, lexicon: Lexicon, word: Word, part: str) -> bool:
    """Can it be this part of a name?"""
    return part in _parts(lexicon, word, text.is_marked)


def is_everyday(text: Text, lexicon: Lexicon, word: Word) -> bool:
    return _is_everyday(lexicon, word, text.is_marked)


def is_never(text: Text, lexicon: Lexicon, word: Word, when: str = NEVER) -> bool:
    """Is it no given name, or none that stands alone or behind a number?"""
    rows = reading(lexicon, "unnamed", word, text.is_marked)
    return any(row["when"] in (NEVER, when) for row in rows)


def likely(
    lexicon: Lexicon, word: Word, is_marked: bool
) -> tuple[Sort, frozenset[str]]:
    """What it is likely to be among words with marks or without, and of what names part."""
    sort, parts, _ = _known(lexicon, is_marked)(word.written)
    return sort, parts


def _sort(lexicon: Lexicon, word: Word, is_marked: bool) -> Sort:
    return _known(lexicon, is_marked)(word.written)[0]


def _parts(lexicon: Lexicon, word: Word, is_marked: bool) -> frozenset[str]:
    return _known(lexicon, is_marked)(word.written)[1]


def _is_everyday(lexicon: Lexicon, word: Word, is_marked: bool) -> bool:
    return _known(lexicon, is_marked)(word.written)[2]


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon, is_marked: bool) -> Callable[[str], Known]:
    """What words are, by what is written, among those with marks or without."""
    return remembered(MOST)(lambda written: _found(written, lexicon, is_marked))


def _found(written: str, lexicon: Lexicon, is_marked: bool) -> Known:
    plain = fold(written)
    word = Word.at(0, len(plain), plain, written.lower())
    given = reading(lexicon, "given", word, is_marked)
    stops = reading(lexicon, "stops", word, is_marked)
    everyday = reading(lexicon, "everyday", word, is_marked)
    parts = frozenset(row["sort"] for row in given)
    is_name = bool(parts & {GIVEN, PEOPLE})
    is_name = is_name or any(row["part"] in ("person", "both") for row in stops)
    is_word = bool(stops or everyday) or len(plain) == 1 or not plain.isalpha()
    if is_word:
        sort = Sort.BOTH if is_name else Sort.WORD
    elif is_name:
        sort = Sort.NAME
    else:
        sort = Sort.ODD if telex.SYLLABLE.fullmatch(plain) else Sort.STRANGE
    return sort, parts, is_word


def reading(
    lexicon: Lexicon, table: str, word: Word, is_marked: bool
) -> tuple[Row, ...]:
    """The rows that it can be; among marked words a bare one is bare."""
    rows = lexicon.look_up(table, word.plain)
    if not rows:  # most of the time
        return ()
    if is_marked and not word.is_marked:
        return tuple(row for row in rows if row["written"].lower() == fold(word.plain))
    return tuple(row for row in rows if word.reads(row["written"]))
