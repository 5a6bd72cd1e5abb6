"""A message as the grammars read it: NFC, folded, with a map back to what was written.

Grammars match on ``plain`` (no marks, đ→d, lower case, ASCII digits and dashes) because
half of the messages come without marks. A folded character can be missing (a stray
combining mark, a zero-width space), so every one knows the span that it came from.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from nlp import telex
from nlp.letters import LETTERS

# What stands for a span that is taken; folding leaves none of these in any text.
MASKS = "".join(map(chr, range(0xE000, 0xE010)))
WORD = re.compile(r"[a-z0-9]+")
ENDING = " .!?\n"
OPENING = re.compile(r"(?:\A|[.!?\n])[ \n]*\Z")
LONG = 2_000  # characters; longer messages are rare, and not kept
LONGEST = 40  # letters of a word that can mean anything
MARKED, SHOUTED, FEW = 4, 3, 10  # one word in so many
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_start, _end = attrgetter("start"), attrgetter("end")


class Word(NamedTuple):
    """One word: its span in ``plain``, folded and as written."""

    start: int
    end: int
    plain: str
    written: str
    is_capital: bool
    is_marked: bool
    marks: str

    @classmethod
    def at(cls, start: int, end: int, plain: str, written: str) -> "Word":
        if end - start > LONGEST:  # nothing to keep
            is_marked = written.lower() != plain
            return cls(start, end, plain, written, written[0].isupper(), is_marked, "")
        return cls(start, end, *_spelling(plain, written))

    def reads(self, marked: str) -> bool:
        """Could it mean this word? Missing marks never hurt, wrong ones do."""
        if self.plain != fold(marked):
            return False
        return not self.is_marked or self.marks == marks(marked)


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
    # By lexicon, of which tables phrases begin at a place in ``plain`` (``nlp.lexicon``).
    begun: dict[object, Mapping[int, Set[str]]] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in ``nfc`` of a non-empty span in ``plain``."""
        return self.starts[start], self.ends[end - 1]

    def written(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.nfc[first:last]

    def word_at(self, start: int) -> int:
        """The number of the word that begins at, or next after, ``start``."""
        return bisect_left(self.words, start, key=_start)

    def without(self, spans: Iterable[tuple[int, int]], mask: str) -> "Text":
        """The same text where no pattern can match inside these spans of ``nfc``."""
        pieces: list[str] = []
        words: list[Word] = []
        at = word = 0
        for start, end in sorted(spans):
            first, last = (
                bisect_left(self.starts, place, at) for place in (start, end)
            )
            pieces += (self.plain[at:first], mask * (last - first))
            kept = bisect_right(self.words, first, word, key=_end)
            words += self.words[word:kept]
            at, word = last, bisect_left(self.words, last, kept, key=_start)
        if not at:
            return self
        plain = "".join((*pieces, self.plain[at:]))
        begun = dict(self.begun)  # a mask ends phrases and begins none
        return replace(
            self, plain=plain, words=(*words, *self.words[word:]), begun=begun
        )


def read(written: str) -> Text:
    """The message; one that is asked for again and again is read once."""
    return _kept(written) if len(written) <= LONG else _read(written)


@lru_cache(maxsize=256)
def _kept(written: str) -> Text:
    return _read(written)


def _read(written: str) -> Text:
    nfc = clean(written)
    plain, starts, ends = _folded(nfc)
    found = [match.span() for match in WORD.finditer(plain)]
    if telex.is_debris([plain[start:end] for start, end in found]):
        plain, starts, ends, words = _decoded(nfc, plain, starts, ends, found)
    else:
        words = tuple(
            Word.at(start, end, plain[start:end], nfc[starts[start] : ends[end - 1]])
            for start, end in found
        )
    is_marked = MARKED * sum(word.is_marked for word in words) > len(words)
    is_shouted = SHOUTED * sum(map(_is_upper, words)) > 2 * len(words)
    is_cased = not is_shouted and _is_cased(plain, words, is_marked)
    return Text(nfc, plain, starts, ends, words, is_marked, is_cased, is_shouted)


def clean(written: str) -> str:
    """The same words in NFC, NUL and lone surrogates, which no database takes, as �."""
    return unicodedata.normalize("NFC", UNSTORABLE.sub("�", written))


@lru_cache(maxsize=20_000)
def fold(written: str) -> str:
    """Without marks, đ→d, lower case; the way that words are compared."""
    return "".join(map(LETTERS.__getitem__, unicodedata.normalize("NFC", written)))


def _folded(nfc: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text without marks; where each character of it begins and ends in NFC."""
    letters = list(map(LETTERS.__getitem__, nfc))
    if all(letters):
        return "".join(letters), range(len(nfc)), range(1, len(nfc) + 1)
    starts: list[int] = []
    ends: list[int] = []
    for at, letter in enumerate(letters):
        if letter:
            starts.append(at)
            ends.append(at + 1)
        elif ends:
            ends[-1] = at + 1
    return "".join(letters), starts, ends


def _decoded(
    nfc: str,
    plain: str,
    starts: Sequence[int],
    ends: Sequence[int],
    found: Sequence[tuple[int, int]],
) -> tuple[str, Sequence[int], Sequence[int], tuple[Word, ...]]:
    """The same without the letters that stand for marks; words as what they spell.

    The letter before a dropped one takes over its place, so spans stay whole.
    """
    letters, starts, ends = list(plain), list(starts), list(ends)
    spelled: dict[int, str] = {}
    for start, end in reversed(found):
        if decoded := telex.decode(plain[start:end]):
            syllable, kept = decoded
            spelled[starts[start]] = syllable
            _drop(start, end, kept, letters, starts, ends)
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


def _is_upper(word: Word) -> bool:
    return len(word.written) > 1 and word.written.isupper()


def _is_cased(plain: str, words: Sequence[Word], is_marked: bool) -> bool:
    """Do capitals stand where no sentence begins? Who types marks types capitals."""
    inner = [word for word in words if not _opens(plain, word.start)]
    capitals = sum(word.is_capital for word in inner)
    return capitals > 1 if is_marked else FEW * capitals > len(inner)


def _opens(plain: str, start: int) -> bool:
    """Does a sentence begin here? Most words stand behind a blank and a letter."""
    if start > 1 and plain[start - 1] == " " and plain[start - 2] not in ENDING:
        return False
    return OPENING.search(plain, max(0, start - 3), start) is not None


@lru_cache(maxsize=20_000)
def _spelling(plain: str, written: str) -> tuple[str, str, bool, bool, str]:
    """What a word knows of itself wherever it stands."""
    is_marked = written.lower() != plain
    return plain, written, written[:1].isupper(), is_marked, marks(written)


@lru_cache(maxsize=20_000)
def marks(written: str) -> str:
    """Its marks in order; hỏi and ngã count as one, half of the country swaps them."""
    decomposed = unicodedata.normalize("NFD", written.lower())
    found = (c for c in decomposed if c == "đ" or unicodedata.category(c) == "Mn")
    return "".join(sorted("\u0303" if mark == "\u0309" else mark for mark in found))
