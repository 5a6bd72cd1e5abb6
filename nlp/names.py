"""Where a proper name ends: capitals where people use them, everyday words elsewhere."""

from nlp.lexicon import Lexicon, Row, adjoining
from nlp.text import Text, Word, fold

LONGEST_NAME = 5
# After a middle name that is a given name as well, these begin what is told of him.
NEVER = frozenset(
    [
        *("sinh", "que", "hy", "hi", "hs", "nn", "sn", "o", "la", "va", "voi", "bi"),
        *("co", "tai", "tu", "nguoi", "chet", "mat", "di", "da", "nay"),
    ]
)
# Middle names so common that the word behind them is a given name, whatever it says.
MIDDLE = ("văn", "thị")
OTHER_MIDDLE = (
    *("đình", "hữu", "đức", "xuân", "ngọc", "khắc"),
    *("trọng", "quốc", "duy", "quang", "hồng", "thanh"),
)
ORDER = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út")


def run(text: Text, lexicon: Lexicon, at: int, limit: int, part: str = "place") -> int:
    """How many words from ``at`` on can be one name of a place; 0 if none."""
    if at >= len(text.words):
        return 0
    words = [text.words[n] for n in adjoining(text, at, limit)]
    if text.is_cased:
        length = _leading([word.is_capital or word.plain.isdigit() for word in words])
        return length + _hyphened(text, at + length - 1) if length else 0
    return _leading([_is_part(text, lexicon, word, part) for word in words])


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


def full(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words a full name without capitals takes; 0 if it cannot be one."""
    first = surname(text, lexicon, at)
    stop = lexicon.longest("stops", text, at)
    words = [text.words[n] for n in adjoining(text, at, first + 3)]
    if not first or len(words) < first + 1 or (stop and stop.length > first):
        return 0
    rest = words[first:]
    if len(rest) > 1 and _has_given(text, at + first):
        given = 2
    else:
        given = _leading([_is_part(text, lexicon, word, "person") for word in rest[:2]])
    has_fourth = (
        given == 2 and len(rest) > 2 and _is_fourth(text, lexicon, at + first + 2)
    )
    return first + given + has_fourth


def _is_fourth(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Does a name go on with this word, and no everyday phrase ("du kích") begin?"""
    stop = lexicon.longest("stops", text, at)
    is_phrase = stop is not None and stop.length > 1
    return not is_phrase and _is_uncommon(text, lexicon, text.words[at])


def _has_given(text: Text, at: int) -> bool:
    """Is this a middle name, and the next word one that can be given?"""
    if has_middle(text, at):
        return True
    return has_middle(text, at, OTHER_MIDDLE) and text.words[at + 1].plain not in NEVER


def nickname(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words a given name or a Southern one ("Bảy Đờn") takes; 0 if none."""
    if length := southern(text, lexicon, at):
        return length
    return 1 if _is_uncommon(text, lexicon, text.words[at]) else 0


def southern(text: Text, lexicon: Lexicon, at: int) -> int:
    """Two words for the order of birth and a given name, 0 if it is none."""
    words = [text.words[n] for n in adjoining(text, at, 2)]
    is_ordered = len(words) > 1 and any(words[0].reads(order) for order in ORDER)
    return 2 if is_ordered and _is_part(text, lexicon, words[1], "person") else 0


def has_middle(text: Text, at: int, middles: tuple[str, ...] = MIDDLE) -> bool:
    if at >= len(text.words):
        return False
    word = text.words[at]
    is_bare = text.is_marked and not word.is_marked
    return any(word.reads(m) and not (is_bare and fold(m) != m) for m in middles)


def is_everyday(text: Text, lexicon: Lexicon, word: Word) -> bool:
    return bool(_everyday(text, lexicon, word))


def spelled(text: Text, at: int, length: int) -> str:
    """The name in title case, whatever keys it was typed with."""
    words = text.words[at : at + length]
    ends = [word.start for word in words[1:]] + [words[-1].end]
    gaps = (text.plain[w.end : end] for w, end in zip(words, ends, strict=True))
    titled = (w.written[:1].upper() + w.written[1:].lower() for w in words)
    return "".join(f"{w}{gap}" for w, gap in zip(titled, gaps, strict=True))


def _is_joined(text: Text, at: int) -> bool:
    """Does the next word belong to the same name, be it behind an initial's dot?"""
    if len(adjoining(text, at, 2)) > 1:
        return True
    word = text.words[at]
    is_initial = len(word.plain) == 1 and text.plain.startswith(". ", word.end)
    return is_initial and at + 1 < len(text.words)


def _is_uncommon(text: Text, lexicon: Lexicon, word: Word) -> bool:
    return word.plain.isalpha() and not _everyday(text, lexicon, word)


def _is_part(text: Text, lexicon: Lexicon, word: Word, of: str) -> bool:
    """As ``_is_uncommon``, but people are also called Bình (a soldier) or Nghi (doubt)."""
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
