"""Beads: a message as a row of words, stops and things read, and what each is like.

The kind of a word says what it can be: its sort and parts of a name, then whether it is
a family name, a title, an order of birth, then when it is no name ("BOgm.ma#.a"). It is
what names that nobody has met share with those that were.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.people import names, syllables
from nlp.people.phrases import pairs
from nlp.text import MASKS, Text, Word

BEAD = re.compile(rf"[a-z0-9]+|[{MASKS}]+|[^\sa-z0-9]|\n")
READ = {kind.mask: f"<{kind}>" for kind in Kind}
SORT = 4  # letters of a kind that name its sort
APART = frozenset(["\n", *READ.values()])  # no name reaches over these
PAD = 3  # beads of nothing at either end, so that every bead has neighbours
LONGEST = 12  # letters of a word that can be known
FIGURES = 2  # digits that tell more than that it is a number
BEHIND = ("T", "M", "o")

Told = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Beads:
    """`again` says behind what else the word stands elsewhere; all but ``spans`` are padded."""

    spans: Sequence[Span]
    forms: Sequence[str]
    kinds: Sequence[str]
    sorts: Sequence[str]
    marked: Sequence[str]
    cases: Sequence[str]
    again: Sequence[str]
    titles: Sequence[str]
    phrases: Sequence[str]
    mode: str
    is_cased: bool
    is_of_death: bool

    def is_apart(self, at: int) -> bool:
        return self.forms[at + PAD] in APART

    def is_word(self, at: int) -> bool:
        return self.forms[at + PAD].isalpha()


def beads(text: Text, lexicon: Lexicon, is_of_death: bool) -> Beads:
    """The row of a message, or of what earlier grammars left of it."""
    numbers = {word.start: n for n, word in enumerate(text.words)}
    spans: list[Span] = []
    told: list[Told] = []
    places: list[int] = []  # of words among the beads
    for match in BEAD.finditer(text.plain):
        n = numbers.get(match.start())
        if n is not None:
            word = text.words[n]
            is_typed = text.is_marked, text.is_cased
            told.append(_of_word(lexicon, word.plain, word.written, *is_typed))
            places.append(len(spans))
        else:
            told.append(_of_mark(text.plain[match.start()]))
        spans.append(match.span())
    forms, kinds, marked, cases = zip(*told, strict=True) if told else ((),) * 4
    return Beads(
        spans=spans,
        forms=_padded(forms),
        kinds=_padded(kinds),
        sorts=_padded(kind[:SORT] for kind in kinds),
        marked=_padded(marked),
        cases=_padded(cases),
        again=_padded(_again(forms, kinds)),
        titles=_padded(_titles(text, lexicon, places, len(spans))),
        phrases=_padded(_phrases(forms, pairs(lexicon))),
        mode=_mode(text),
        is_cased=text.is_cased,
        is_of_death=is_of_death,
    )


def _titles(
    text: Text, lexicon: Lexicon, places: Sequence[int], count: int
) -> list[str]:
    """Behind what title each bead stands."""
    titles = [""] * count
    for n in lexicon.places("titles", text):
        title = lexicon.longest("titles", text, n)
        if title and n + title.length < len(places):
            row = title.rows[0]
            titles[places[n + title.length]] = row["calls"][:3] + row["role"][:2]
    return titles


def _phrases(forms: Sequence[str], known: Set[str]) -> Iterator[str]:
    """Whether each begins an everyday phrase or goes on with one."""
    before = False
    for form, following in zip(forms, (*forms[1:], ""), strict=False):
        begins = f"{form} {following}" in known
        yield "B" if begins else "I" if before else ""
        before = begins


def _padded(told: Iterable[str]) -> Sequence[str]:
    return (*["^"] * PAD, *told, *["$"] * PAD)


def _mode(text: Text) -> str:
    """How it is typed: shouted, with capitals or without, with marks or bare."""
    case = "s" if text.is_shouted else "c" if text.is_cased else "l"
    return case + ("m" if text.is_marked else "b")


def _of_mark(mark: str) -> Told:
    form = READ.get(mark, mark)
    return form, form, "", ""


@lru_cache(maxsize=20_000)
def _of_word(
    lexicon: Lexicon, plain: str, written: str, is_marked: bool, is_cased: bool
) -> Told:
    """Its form, its kind, its form with marks where a text has some, its case."""
    word = Word.at(0, len(plain), plain, written)
    letters = written.lower() if is_marked else ""
    case = _case(word) if is_cased else "-"
    return _form(plain), _kind(lexicon, word, is_marked), letters[:LONGEST], case


def _form(plain: str) -> str:
    if plain.isalpha():
        return plain[:LONGEST]
    if not plain.isdigit():
        return "a0"
    return plain if len(plain) <= FIGURES else "0" * min(len(plain), LONGEST)


def _case(word: Word) -> str:
    is_upper = len(word.plain) > 1 and word.written.isupper()
    return "A" if is_upper else "C" if word.is_capital else "l"


def _kind(lexicon: Lexicon, word: Word, is_marked: bool) -> str:
    sort, parts = syllables.likely(lexicon, word, is_marked)
    letters = "".join(sorted(part[0] for part in parts))
    families = syllables.reading(lexicon, "surnames", word, is_marked)
    family = families[0]["bearers"][:2] if families else ""
    title = "T" if syllables.reading(lexicon, "titles", word, is_marked) else ""
    order = "#" if names.is_ordered(word) else ""
    rows = syllables.reading(lexicon, "unnamed", word, is_marked)
    unnamed = "".join(sorted({row["when"][0] for row in rows}))
    return f"{sort.name[:2]}{letters}.{family}{title}{order}.{unnamed}"


def _again(forms: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """Behind what each word stands elsewhere: a title, a middle name, anything."""
    behind = [_behind(before) for before in ("", *kinds[:-1])]
    places = Counter(zip(forms, behind, strict=False))
    for form, kind, own in zip(forms, kinds, behind, strict=False):
        several = (b for b in BEHIND if places[form, b] > (b == own))
        yield "" if form == kind else "".join(several)


@lru_cache(maxsize=5_000)
def _behind(kind: str) -> str:
    parts, _, rest = kind.partition(".")
    if "T" in rest:
        return "T"
    return "M" if rest and "m" in parts[2:] else "o"
