"""A message as the grammars read it: NFC, folded, with a map back to what was written.

Grammars match on ``plain`` (no marks, đ→d, lower case, ASCII digits and dashes) because
half of the messages come without marks. A folded character can be missing (a stray
combining mark, a zero-width space), so every one knows the span that it came from.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from nlp import telex
from nlp.words import (
    LONGEST,
    WORD,
    Word,
    chunk,
    fold,
    folded,
    marks,
    remembered,
    together,
)

if TYPE_CHECKING:
    from nlp.openings import Begun

__all__ = [
    "LONGEST",
    "MASKS",
    "WORD",
    "Text",
    "Word",
    "clean",
    "fold",
    "marks",
    "read",
    "remembered",
]

# What stands for a span that is taken; folding leaves none of these in any text.
MASKS = "".join(map(chr, range(0xE000, 0xE010)))
ENDING = " .!?\n"
OPENING = re.compile(r"(?:\A|[.!?\n])[ \n]*\Z")
LONG = 2_000  # characters; longer messages are rare, and not kept
MARKED, SHOUTED, FEW = 4, 3, 10  # one word in so many
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_end = attrgetter("end")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    nfc: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: tuple[Word, ...]
    is_marked: bool = False  # typed with Vietnamese marks: a bare word really is bare
    is_cased: bool = False  # capitals say something: neither all are nor none
    is_shouted: bool = False  # ALL ARE CAPITALS
    whole: "Text | None" = None  # the message, where this leaves out some of it
    # By lexicon, the phrases that begin in the whole message (``nlp.lexicon``).
    begun: "dict[object, Begun]" = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in ``nfc`` of a non-empty span in ``plain``."""
        return self.starts[start], self.ends[end - 1]

    def written(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.nfc[first:last]

    def word_at(self, start: int) -> int:
        """The number of the word that begins at, or next after, ``start``."""
        return bisect_left(self.words, (start,))

    def is_together(self, at: int, length: int) -> bool:
        """Do so many known words from ``at`` on stand here, and no mask among them?"""
        words = self.words[at : at + length]
        there = self.plain[words[0].start : words[-1].end]
        return len(words) == length and there.isascii()

    def without(self, spans: Iterable[tuple[int, int]], mask: str) -> "Text":
        """The same text where no pattern can match inside these spans of ``nfc``."""
        pieces: list[str] = []
        words: list[Word] = []
        at = word = 0
        for start, end in sorted(spans):
            first = bisect_left(self.starts, start, at)
            last = bisect_left(self.starts, end, first)
            pieces += (self.plain[at:first], mask * (last - first))
            kept = bisect_right(self.words, first, word, key=_end)
            words += self.words[word:kept]
            at, word = last, bisect_left(self.words, (last,), kept)
        if not at:
            return self
        return Text(
            self.nfc,
            "".join((*pieces, self.plain[at:])),
            self.starts,
            self.ends,
            (*words, *self.words[word:]),
            self.is_marked,
            self.is_cased,
            self.is_shouted,
            self.whole or self,
            self.begun,
        )


def read(written: str) -> Text:
    """The message; one that is asked for again and again is read once."""
    return _kept(written) if len(written) <= LONG else _read(written)


@lru_cache(maxsize=256)
def _kept(written: str) -> Text:
    return _read(written)


def _read(written: str) -> Text:
    nfc = clean(written)
    chunks = [*map(chunk, nfc.split(" "))]
    plain = " ".join([chunk.plain for chunk in chunks])
    words = together(chunks)
    starts: Sequence[int] = range(len(nfc))
    ends: Sequence[int] = range(1, len(nfc) + 1)
    if len(plain) < len(nfc):  # something cannot be seen
        _, starts, ends = folded(nfc)
    if telex.is_debris(plain, (word.plain for word in words)):
        plain, starts, ends, words = _decoded(nfc, plain, starts, ends, words)
    is_marked = MARKED * sum([word.is_marked for word in words]) > len(words)
    is_shouted = _is_shouted(words)
    is_cased = not is_shouted and _is_cased(plain, words, is_marked)
    return Text(nfc, plain, starts, ends, words, is_marked, is_cased, is_shouted)


def clean(written: str) -> str:
    """The same words in NFC, NUL and lone surrogates, which no database takes, as �."""
    return unicodedata.normalize("NFC", UNSTORABLE.sub("�", written))


def _decoded(
    nfc: str,
    plain: str,
    starts: Sequence[int],
    ends: Sequence[int],
    typed: Sequence[Word],
) -> tuple[str, Sequence[int], Sequence[int], tuple[Word, ...]]:
    """The same without the letters that stand for marks; words as what they spell.

    The letter before a dropped one takes over its place, so spans stay whole.
    """
    letters, starts, ends = list(plain), list(starts), list(ends)
    spelled: dict[int, str] = {}
    for word in reversed(typed):
        if decoded := telex.decode(word.plain):
            syllable, kept = decoded
            spelled[starts[word.start]] = syllable
            _drop(word.start, word.end, kept, letters, starts, ends)
    plain = "".join(letters)
    words: list[Word] = []
    for match in WORD.finditer(plain):
        start, end = match.span()
        written = nfc[starts[start] : ends[end - 1]]
        if syllable := spelled.get(starts[start], ""):
            written = syllable.upper() if written.isupper() else syllable
        words.append(Word.at(start, end, match.group(), written))
    return plain, starts, ends, tuple(words)


def _drop(
    start: int,
    end: int,
    kept: Sequence[int],
    letters: list[str],
    starts: list[int],
    ends: list[int],
) -> None:
    following = [*kept[1:], end - start]
    ends[start:end] = [ends[start + n - 1] for n in following]
    letters[start:end] = [letters[start + n] for n in kept]
    starts[start:end] = [starts[start + n] for n in kept]


def _is_shouted(words: Sequence[Word]) -> bool:
    """Are most words in capitals? Numbers speak neither for it nor against."""
    lettered = [word.written for word in words if not word.plain.isdigit()]
    capital = [written for written in lettered if written[0].isupper()]
    if SHOUTED * len(capital) <= 2 * len(lettered):
        return False
    upper = [written for written in capital if len(written) > 1 and written.isupper()]
    return SHOUTED * len(upper) > 2 * len(lettered)


def _is_cased(plain: str, words: Sequence[Word], is_marked: bool) -> bool:
    """Do capitals stand where no sentence begins? Who types marks types capitals."""
    capital = [w for w in words if w.is_capital and not _opens(plain, w.start)]
    if is_marked or not capital:
        return len(capital) > 1
    return FEW * len(capital) > sum([not _opens(plain, w.start) for w in words])


def _opens(plain: str, start: int) -> bool:
    """Does a sentence begin here? Most words stand behind a blank and a letter."""
    if start > 1 and plain[start - 1] == " " and plain[start - 2] not in ENDING:
        return False
    return OPENING.search(plain, max(0, start - 3), start) is not None
