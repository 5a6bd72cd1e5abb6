"""A message as the grammars read it: NFC, folded, with a map back to what was written.

Grammars match on ``plain`` (no marks, đ→d, lower case, ASCII digits and dashes) because
half of the messages come without marks. A folded character can be missing (a stray
combining mark, a zero-width space), so every one knows the span that it came from.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from nlp import telex

# What stands for a span that is taken; folding leaves none of these in any text.
MASKS = "".join(map(chr, range(0xE000, 0xE010)))
WORD = re.compile(r"[a-z0-9]+")
OPENING = re.compile(r"(?:\A|[.!?\n])[ \n]*\Z")
MARKED, SHOUTED, FEW = 4, 3, 10  # one word in so many
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
INVISIBLE = ("Mn", "Me", "Cf")
# Signs that keyboards and word processors put where a typewriter had one.
LIKE = {
    written: plain
    for plain, several in {
        "d": "\u0111\u00f0\u20ab",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
        "'": "\u2018\u2019\u2032\u02bc\u00b4",
        '"': "\u201c\u201d\u2033\u201e",
        "\u00b0": "\u00ba\u02da",
        " ": "\u00a0\u202f\u2009\u3000",
        "\n": "\u2028\u2029",
    }.items()
    for written in several
}

CONTROLS = dict.fromkeys("\n\r\x0b\x0c\x85", "\n")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its span in ``plain``, folded and as written."""

    start: int
    end: int
    plain: str
    written: str

    @property
    def is_capital(self) -> bool:
        return self.written[:1].isupper()

    @property
    def is_marked(self) -> bool:
        return self.written.lower() != self.plain

    def reads(self, marked: str) -> bool:
        """Could it mean this word? Missing marks never hurt, wrong ones do."""
        if self.plain != fold(marked):
            return False
        return not self.is_marked or _marks(self.written) == _marks(marked)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    nfc: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[Word, ...]
    is_marked: bool = False  # typed with Vietnamese marks: a bare word really is bare
    is_cased: bool = False  # capitals say something: neither all are nor none
    is_shouted: bool = False  # ALL ARE CAPITALS

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in ``nfc`` of a non-empty span in ``plain``."""
        return self.starts[start], self.ends[end - 1]

    def written(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.nfc[first:last]

    def word_at(self, start: int) -> int:
        """The number of the word that begins at, or next after, ``start``."""
        return bisect_left(self.words, start, key=attrgetter("start"))

    def without(self, spans: Iterable[tuple[int, int]], mask: str) -> "Text":
        """The same text where no pattern can match inside these spans of ``nfc``."""
        taken = bytearray(len(self.nfc))
        for start, end in spans:
            taken[start:end] = b"\1" * (end - start)
        plain = "".join(
            mask if taken[at] else letter
            for at, letter in zip(self.starts, self.plain, strict=True)
        )
        words = tuple(w for w in self.words if mask not in plain[w.start : w.end])
        return replace(self, plain=plain, words=words)


def read(written: str) -> Text:
    nfc = clean(written)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(nfc):
        if letter := _letter(character):
            letters.append(letter)
            starts.append(at)
            ends.append(at + 1)
        elif ends:
            ends[-1] = at + 1
    spelled = _undo_telex(letters, starts, ends)
    text = Text(nfc, "".join(letters), tuple(starts), tuple(ends), ())
    words = tuple(_words(text, spelled))
    is_marked = MARKED * sum(word.is_marked for word in words) > len(words)
    is_shouted = SHOUTED * sum(_is_upper(word) for word in words) > 2 * len(words)
    is_cased = not is_shouted and _is_cased(text, words, is_marked)
    return replace(
        text,
        words=words,
        is_marked=is_marked,
        is_cased=is_cased,
        is_shouted=is_shouted,
    )


def clean(written: str) -> str:
    """The same words in NFC, NUL and lone surrogates, which no database takes, as �."""
    return unicodedata.normalize("NFC", UNSTORABLE.sub("�", written))


@lru_cache(maxsize=20_000)
def fold(written: str) -> str:
    """Without marks, đ→d, lower case; the way that words are compared."""
    return "".join(map(_letter, unicodedata.normalize("NFC", written)))


def _words(text: Text, spelled: Mapping[int, str]) -> Iterator[Word]:
    for match in WORD.finditer(text.plain):
        start, end = match.span()
        written = text.written(start, end)
        if syllable := spelled.get(text.starts[start]):
            written = syllable.upper() if written.isupper() else syllable
        yield Word(start, end, match.group(), written)


def _undo_telex(
    letters: list[str], starts: list[int], ends: list[int]
) -> Mapping[int, str]:
    """Drop the letters that stand for marks; what the words spell, by where they begin.

    The letter before a dropped one takes over its place, so spans stay whole.
    """
    found = list(WORD.finditer("".join(letters)))
    spelled: dict[int, str] = {}
    if not telex.is_debris([match.group() for match in found]):
        return spelled
    for match in reversed(found):
        if decoded := telex.decode(match.group()):
            syllable, kept = decoded
            start, end = match.span()
            spelled[starts[start]] = syllable
            _drop(start, end, kept, letters, starts, ends)
    return spelled


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


def _is_cased(text: Text, words: Sequence[Word], is_marked: bool) -> bool:
    """Do capitals stand where no sentence begins? Who types marks types capitals."""
    inner = [
        word
        for word in words
        if not OPENING.search(text.plain, max(0, word.start - 3), word.start)
    ]
    capitals = sum(word.is_capital for word in inner)
    return capitals > 1 if is_marked else FEW * capitals > len(inner)


@lru_cache(maxsize=2_000)
def _letter(character: str) -> str:
    """One folded character, or none for what cannot be seen."""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    if character in CONTROLS:
        return CONTROLS[character]
    if unicodedata.category(character) in ("Cc", "Co"):
        return " "
    lower = character.lower()
    bases = [
        base
        for base in unicodedata.normalize("NFD", lower)
        if unicodedata.category(base) not in INVISIBLE
    ]
    if len(bases) > 1:
        return LIKE.get(lower, lower[:1])
    return LIKE.get(bases[0], bases[0]) if bases else ""


@lru_cache(maxsize=20_000)
def _marks(written: str) -> str:
    """Its marks in order; hỏi and ngã count as one, half of the country swaps them."""
    decomposed = unicodedata.normalize("NFD", written.lower())
    marks = (c for c in decomposed if c == "đ" or unicodedata.category(c) == "Mn")
    return "".join(sorted("\u0303" if mark == "\u0309" else mark for mark in marks))
