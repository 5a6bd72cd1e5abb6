"""Where a proper name ends: capitals where people use them, everyday words elsewhere."""

from nlp.lexicon import Lexicon, Row, adjoining
from nlp.text import Text, Word, fold

LONGEST_NAME = 5
# Middle names so common that the word behind them is a given name, whatever it says.
MIDDLE = ("văn", "thị")
PREFIXES = frozenset(["k", "h", "y", "r", "d"])  # K'Tiên, Nay H'Miai
# What is counted by a number, which then ends no name ("ngã ba Lộ Tẻ 2 cây số").
COUNTED = frozenset(
    [
        *("km", "m", "cay", "met", "buoc", "ngay", "hom", "tieng", "gio", "tuoi"),
        "ngoi",
    ]
)
ORDER = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út")


def run(text: Text, lexicon: Lexicon, at: int, limit: int, part: str = "place") -> int:
    """How many words from ``at`` on can be one name of a place; 0 if none."""
    if at >= len(text.words):
        return 0
    numbers = adjoining(text, at, limit)
    words = [text.words[n] for n in numbers]
    if text.is_cased:
        length = _leading([_is_proper(text, n) for n in numbers])
        return length + _hyphened(text, at + length - 1) if length else 0
    return _leading([_is_part(text, lexicon, word, part) for word in words])


def _is_proper(text: Text, at: int) -> bool:
    """Has it a capital, or is it a number that counts nothing?"""
    word = text.words[at]
    if not word.plain.isdigit():
        return word.is_capital
    after = adjoining(text, at, 2)[1:]
    return not after or text.words[after[0]].plain not in COUNTED


def _hyphened(text: Text, at: int) -> int:
    """How many small syllables hang on a word, as in "Xa-va-na-khét"."""
    parts = adjoining(text, at, LONGEST_NAME, ("-",))[1:]
    return _leading([not text.words[n].is_capital for n in parts])


def capitals(text: Text, at: int) -> int:
    """How many capitalised words, initials with their dots, but no numbers begin here."""
    length = 0
    while (
        not text.is_shouted and length < LONGEST_NAME and at + length < len(text.words)
    ):
        word = text.words[at + length]
        if not word.is_capital or not word.plain.isalpha():
            break
        length += 1
        if not _is_joined(text, at + length - 1):
            break
    return length


def surname(text: Text, lexicon: Lexicon, at: int, bearers: str = "") -> int:
    """How many words of a family name begin at ``at``; 0 if none."""
    match = lexicon.longest("surnames", text, at)
    if match is None or (bearers and match.rows[0]["bearers"] != bearers):
        return 0
    return match.length


def has_middle(text: Text, at: int) -> bool:
    if at >= len(text.words):
        return False
    word = text.words[at]
    is_bare = text.is_marked and not word.is_marked
    return any(word.reads(m) and not (is_bare and fold(m) != m) for m in MIDDLE)


def is_ordered(word: Word) -> bool:
    """Is it the order of birth that Southern names begin with (Bảy Đờn, Út Chín)?"""
    return any(word.reads(order) for order in ORDER)


def spelled(text: Text, at: int, length: int) -> str:
    """The name in title case, whatever keys it was typed with."""
    words = text.words[at : at + length]
    ends = [word.start for word in words[1:]] + [words[-1].end]
    gaps = (text.plain[w.end : end] for w, end in zip(words, ends, strict=True))
    titled = (w.written[:1].upper() + w.written[1:].lower() for w in words)
    return "".join(f"{w}{gap}" for w, gap in zip(titled, gaps, strict=True))


def _is_joined(text: Text, at: int) -> bool:
    """Does the next word belong to the same name, be it behind an initial?"""
    if len(adjoining(text, at, 2)) > 1:
        return True
    if at + 1 >= len(text.words):
        return False
    word, following = text.words[at : at + 2]
    between = text.plain[word.end : following.start]
    is_initial = len(word.plain) == 1 and between == ". "
    return is_initial or (word.plain in PREFIXES and between in ("'", "' "))


def _is_part(text: Text, lexicon: Lexicon, word: Word, of: str) -> bool:
    """Is it no everyday word, or one that a name can have as well (Bình, Thanh)?"""
    rows = _everyday(text, lexicon, word)
    can_be = any(row["part"] in (of, "both") for row in rows)
    return word.plain.isalpha() and (not rows or can_be)


def _everyday(text: Text, lexicon: Lexicon, word: Word) -> list[Row]:
    """The everyday words that it can be; among marked words a bare one is bare."""
    rows = lexicon.look_up("stops", word.plain)
    if text.is_marked and not word.is_marked:
        return [row for row in rows if row["written"] == word.plain]
    return [row for row in rows if word.reads(row["written"])]


def _leading(claims: list[bool]) -> int:
    return next((n for n, holds in enumerate(claims) if not holds), len(claims))
