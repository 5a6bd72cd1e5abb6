"""Beads: a message as a row of words, stops and things read, and what each is like.

The kind of a word says what it can be: its sort and parts of a name, then whether it is
a family name, a title, an order of birth, then when it is no name ("BOgm.ma#.a"). It is
what names that nobody has met share with those that were.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.memo import Memo
from nlp.people import names, syllables
from nlp.people.phrases import pairs
from nlp.text import LONGEST, MASKS, Text, Word, fold

MARK = re.compile(rf"[a-z0-9]+|[{MASKS}]+|[^\sa-z0-9]|\n")
READ = {kind.mask: f"<{kind}>" for kind in Kind}
SORT = 4  # letters of a kind that name its sort
APART = frozenset(["\n", *READ.values()])  # no name reaches over these
PAD = 3  # beads of nothing at either end, so that every bead has neighbours
SHORT = 12  # letters of a word that can be known
FIGURES = 2  # digits that tell more than that it is a number
BEHIND = ("T", "M", "o")  # a title, a middle name, anything
MODES = ("sm", "sb", "cm", "cb", "lm", "lb")  # shouted, cased, lower; marked or bare


@dataclass(frozen=True, slots=True, eq=False)
class Bead:
    """What is known of it wherever it stands; ``marked`` and ``case`` where they say much.

    ``sort`` is the short of its kind, ``behind`` is what comes next stands behind.
    """

    form: str
    kind: str
    marked: str = ""
    case: str = ""
    sort: str = ""
    behind: str = "o"
    is_apart: bool = False

    @property
    def parts(self) -> tuple[str, str, str]:
        return self.form, self.kind, self.sort


BEGIN, END = (Bead(pad, pad, pad, pad, pad) for pad in "^$")


@dataclass(frozen=True, slots=True)
class Beads:
    """A row with ``PAD`` beads of nothing at either end; places are counted without them.

    ``titles`` has behind what title a bead stands, ``phrases`` whether it begins one (B)
    or goes on (I), ``again`` behind what its word stands elsewhere; ``mode`` is how the
    message is typed.
    """

    spans: Sequence[Span]
    beads: Sequence[Bead]
    titles: Mapping[int, str]
    phrases: Mapping[int, str]
    again: Mapping[int, str]
    mode: str
    is_cased: bool
    is_of_death: bool


def beads(text: Text, lexicon: Lexicon, is_of_death: bool) -> Beads:
    """The row of a message, or of what earlier grammars left of it."""
    known, plain = _known(lexicon, text.is_marked, text.is_cased), text.plain
    spans: list[Span] = []
    row: list[Bead] = []
    places: list[int] = []  # of words among the beads
    at = 0
    for start, end, _, written, _, _, _ in text.words:
        if plain[at:start] != " ":
            _pass(plain, at, start, spans, row)
        places.append(len(row))
        spans.append((start, end))
        row.append(known[written])
        at = end
    _pass(plain, at, len(plain), spans, row)
    return Beads(
        spans=spans,
        beads=(*[BEGIN] * PAD, *row, *[END] * PAD),
        titles=_titles(text, lexicon, places, len(row)),
        phrases=_phrases(row, lexicon),
        again=_again(row),
        mode=_mode(text),
        is_cased=text.is_cased,
        is_of_death=is_of_death,
    )


def _pass(plain: str, at: int, end: int, spans: list[Span], row: list[Bead]) -> None:
    """Go over what stands between two words: stops, and things read."""
    for match in MARK.finditer(plain, at, end):
        spans.append(match.span())
        row.append(_of_mark(plain[match.start()]))


def _titles(
    text: Text, lexicon: Lexicon, places: Sequence[int], count: int
) -> Mapping[int, str]:
    """Behind what title beads stand; what comes after the last one counts as well."""
    titles = {count: END.form}
    for n in lexicon.places("titles", text):
        title = lexicon.longest("titles", text, n)
        if title and n + title.length < len(places):
            row = title.rows[0]
            titles[places[n + title.length]] = row["calls"][:3] + row["role"][:2]
    return titles


def _again(row: Sequence[Bead]) -> Mapping[int, str]:
    """Behind what words that stand elsewhere as well do so."""
    counts = Counter([bead.form for bead in row])
    told = [
        (at, bead.form, row[at - 1].behind if at else BEGIN.behind)
        for at, bead in enumerate(row)
        if counts[bead.form] > 1 and bead.form != bead.kind
    ]
    times = Counter([(form, before) for _, form, before in told])
    return {
        at: "".join([b for b in BEHIND if times[form, b] > (b == before)])
        for at, form, before in told
    }


def _phrases(row: Sequence[Bead], lexicon: Lexicon) -> Mapping[int, str]:
    """Which beads begin an everyday phrase, and which others go on with one."""
    forms = [bead.form for bead in row]
    told: dict[int, str] = {}
    for at, begins in enumerate(map(pairs(lexicon).__contains__, pairwise(forms))):
        if begins:
            told[at], told[at + 1] = "B", "I"
    return told


def _mode(text: Text) -> str:
    """How it is typed, one of ``MODES``."""
    case = "s" if text.is_shouted else "c" if text.is_cased else "l"
    return case + ("m" if text.is_marked else "b")


@lru_cache(maxsize=1_000)
def _of_mark(mark: str) -> Bead:
    form = READ.get(mark, mark)
    return Bead(form, form, sort=form[:SORT], is_apart=form in APART)


class Known(Memo[str, Bead]):
    """Words by what is written, in messages that are typed alike."""

    def __init__(self, lexicon: Lexicon, is_marked: bool, is_cased: bool) -> None:
        super().__init__()
        self.lexicon, self.is_marked, self.is_cased = lexicon, is_marked, is_cased

    def find(self, asked: str) -> Bead:
        plain = fold(asked)
        return self._bead(Word.at(0, len(plain), plain, asked))

    def is_kept(self, asked: str, /) -> bool:
        return len(asked) <= LONGEST

    def _bead(self, word: Word) -> Bead:
        kind = intern(_kind(self.lexicon, word, self.is_marked))
        return Bead(
            form=intern(_form(word.plain)),
            kind=kind,
            marked=word.written.lower()[:SHORT] if self.is_marked else "",
            case=_case(word) if self.is_cased else "-",
            sort=intern(kind[:SORT]),
            behind=_behind(kind),
        )


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon, is_marked: bool, is_cased: bool) -> Known:
    return Known(lexicon, is_marked, is_cased)


def _form(plain: str) -> str:
    if plain.isalpha():
        return plain[:SHORT]
    if not plain.isdigit():
        return "a0"
    return plain if len(plain) <= FIGURES else "0" * min(len(plain), SHORT)


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


def _behind(kind: str) -> str:
    """What the next bead stands behind: a title, a middle name, anything."""
    parts, _, rest = kind.partition(".")
    if "T" in rest:
        return "T"
    return "M" if rest and "m" in parts[2:] else "o"
