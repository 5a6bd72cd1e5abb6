"""A message as a row of tokens: its folded words, its stops, one for each thing read.

Words of one meaning make groups (`data/learned/groups.tsv`), for what is told about a
death or a home counts more than in which of many words it is told.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import DATA
from nlp.text import LONGEST, Text

GROUPS = DATA / "learned" / "groups.tsv"
JUDGED = (Kind.PERSON, Kind.PLACE, Kind.DATE)
STOPS = frozenset(".!?;\n")
PARTS = frozenset(",")  # of a sentence
MARKS = STOPS | PARTS | frozenset(":()-")
FEW = 6  # characters between two words that can be stops


@dataclass(frozen=True, slots=True)
class Row:
    """`at` are the tokens of the judged entities, `spans` those in ``plain``, by number.

    By token: where its sentence `begins`, its clause begins, and its sentence `ends`.
    """

    tokens: Sequence[str]
    at: Mapping[int, int]
    spans: Mapping[int, Span]
    begins: Sequence[int]
    clauses: Sequence[int]
    ends: Sequence[int]


def row(entities: Sequence[Entity], text: Text) -> Row:
    tokens: list[str] = []
    at: dict[int, int] = {}
    spans: dict[int, Span] = {}
    word = end = closed = 0
    for n, entity in enumerate(entities):
        if entity.kind is Kind.BURIAL or entity.start < closed:
            continue  # it overlaps others, which tell more
        first, closed = bisect_left(text.starts, entity.start, end), entity.end
        word = _words(tokens, text, word, end, first)
        end = bisect_left(text.starts, entity.end, first)
        if entity.kind in JUDGED:
            at[n], spans[n] = len(tokens), (first, end)
        tokens.append(f"<{entity.kind}:{entity.role}>" if entity.role else entity.kind)
        while word < len(text.words) and text.words[word].start < end:
            word += 1
    _words(tokens, text, word, end, len(text.plain))
    return Row(tokens, at, spans, *_sentences(tokens))


def _words(tokens: list[str], text: Text, word: int, end: int, limit: int) -> int:
    """Add words and stops from ``end`` to ``limit``; returns the number of the next."""
    plain, words = text.plain, text.words
    while word < len(words) and words[word].start < limit:
        start = words[word].start
        if start - end != 1 or plain[end] != " ":
            tokens += [c for c in plain[end:start][:FEW] if c in MARKS]
        tokens.append(words[word].plain[:LONGEST])  # what is seen is kept
        end = words[word].end
        word += 1
    tokens += [c for c in plain[end:limit][:FEW] if c in MARKS]
    return word


def _sentences(tokens: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """Where the sentence and the clause of each token begin, where its sentence ends."""
    begins: list[int] = []
    clauses: list[int] = []
    ends: list[int] = []
    begin = clause = 0
    for at, token in enumerate(tokens):
        begins.append(begin)
        clauses.append(clause)
        if token in STOPS:
            ends += [at] * (at + 1 - begin)
            begin = clause = at + 1
        elif token in PARTS:
            clause = at + 1
    return begins, clauses, ends + [len(tokens) - 1] * (len(tokens) - begin)


@cache
def groups() -> Mapping[str, Sequence[str]]:
    """By word the groups that it is of."""
    found: dict[str, list[str]] = {}
    for line in GROUPS.read_text("utf-8").splitlines()[2:]:
        group, _, words = line.partition("\t")
        for word in words.split():
            found.setdefault(word, []).append(group)
    return MappingProxyType(found)
