"""A word of a message: folded, as written, and what its spelling says.

Words come again and again, in all messages, so what they are is found out once.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

from nlp.letters import LETTERS
from nlp.memo import Memo

WORD = re.compile(r"[a-z0-9]+")
LONGEST = 40  # letters of a word that can mean anything

Spelling = tuple[str, str, bool, bool, str]
Told = TypeVar("Told")
OfWord = Callable[[str], Told]


class Answers(Memo[str, Told]):
    """What is found out of words; one that is too long to be a word is not kept."""

    def __init__(self, find: OfWord[Told], most: int) -> None:
        super().__init__()
        self._find, self.most = find, most

    def find(self, asked: str) -> Told:
        return self._find(asked)

    def is_kept(self, asked: str, /) -> bool:
        return len(asked) <= LONGEST


def remembered(most: int) -> Callable[[OfWord[Told]], OfWord[Told]]:
    """What is found out of a word is kept for so many of them."""
    return lambda find: Answers(find, most).__getitem__


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
        return cls(start, end, *spelling(plain, written))

    def reads(self, marked: str) -> bool:
        """Could it mean this word? Missing marks never hurt, wrong ones do."""
        if self.plain != fold(marked):
            return False
        return not self.is_marked or self.marks == marks(marked)


class Chunk(NamedTuple):
    """What stands between two blanks, folded, and the words in it with their spans."""

    plain: str
    words: tuple[tuple[int, int, Spelling], ...]


@remembered(8_000)
def chunk(nfc: str) -> Chunk:
    plain, starts, ends = folded(nfc)
    words: list[tuple[int, int, Spelling]] = []
    for match in WORD.finditer(plain):
        start, end = match.span()
        written = nfc[starts[start] : ends[end - 1]]
        words.append((start, end, spelling(match.group(), written)))
    return Chunk(plain, tuple(words))


def together(chunks: Sequence[Chunk]) -> tuple[Word, ...]:
    """The words of chunks with one blank between each."""
    places = accumulate([len(chunk.plain) + 1 for chunk in chunks], initial=0)
    return tuple(
        [
            tuple.__new__(Word, (at + start, at + end, *spelled))
            for at, chunk in zip(places, chunks, strict=False)
            for start, end, spelled in chunk.words
        ]
    )


def spelling(plain: str, written: str) -> Spelling:
    """What a word knows of itself wherever it stands."""
    is_marked = written.lower() != plain
    told = marks(written) if len(plain) <= LONGEST else ""  # it means nothing
    return plain, written, written[:1].isupper(), is_marked, told


@remembered(20_000)
def fold(written: str) -> str:
    """Without marks, đ→d, lower case; the way that words are compared."""
    return "".join(map(LETTERS.__getitem__, unicodedata.normalize("NFC", written)))


def folded(nfc: str) -> tuple[str, Sequence[int], Sequence[int]]:
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


@remembered(20_000)
def marks(written: str) -> str:
    """Its marks in order; hỏi and ngã count as one, half of the country swaps them."""
    decomposed = unicodedata.normalize("NFD", written.lower())
    found = (c for c in decomposed if c == "đ" or unicodedata.category(c) == "Mn")
    return "".join(sorted("\u0303" if mark == "\u0309" else mark for mark in found))
