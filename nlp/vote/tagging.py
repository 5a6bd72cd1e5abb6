"""What underthesea's tagger takes for people and places in a text, where it stands.

Its traps are closed here: its time grows faster than a text's length, so it gets pieces
of 400 characters and nothing beyond 8,000; its words have lost their places and some of
their spelling, so they are found again letter by letter.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nlp.entity import Kind, Span
from nlp.text import fold

Tagged = Sequence[tuple[str, str, str, str]]  # word, part of speech, chunk, label
Tagger = Callable[[str], Tagged]

LONGEST = 400  # characters of a piece: 7 ms, where 5,400 take 4.8 s
CHARACTERS = 8_000  # of a text that it looks at
LABELS = {"PER": Kind.PERSON, "LOC": Kind.PLACE}
AHEAD = 60  # letters in which a word that does not follow at once is looked for
END = re.compile(r"[.!?;:](?=\s)|\n")
INNER = re.compile(r"(?<=\s)[^\W\d_a-zà-ỹ]")


@dataclass(frozen=True, slots=True)
class Vote:
    """A span of the text that is taken for a person or a place."""

    kind: Kind
    start: int
    end: int


def tagger() -> Tagger:
    """The tagger, warm: its first call is slow, and not for several threads at once.

    Imported only here: 0.4 s and 90 MB that no talk must pay.
    """
    from underthesea import ner

    ner("Anh Nguyễn Văn Ba quê ở Nam Định.")
    tag: Tagger = ner
    return tag


def tagged(nfc: str, tag: Tagger) -> Iterator[Vote]:
    """Its people and places; sentences without an inner capital have none."""
    for start, end in pieces(nfc[:CHARACTERS]):
        piece = nfc[start:end]
        if INNER.search(piece):
            for kind, span in _spans(tag(piece), piece):
                yield Vote(kind, start + span[0], start + span[1])


def pieces(nfc: str) -> Iterator[Span]:
    """Sentences, the long ones cut at a blank."""
    start = 0
    ends = [match.end() for match in END.finditer(nfc)]
    for end in [*ends, len(nfc)]:
        while end - start > LONGEST:
            blank = nfc.rfind(" ", start + 1, start + LONGEST)
            cut = blank if blank > start else start + LONGEST
            yield start, cut
            start = cut
        if nfc[start:end].strip():
            yield start, end
        start = end


def _spans(several: Tagged, piece: str) -> Iterator[tuple[Kind, Span]]:
    """Kinds with their spans in the piece; words that belong together as one."""
    label, span = "", (0, 0)
    for (_, _, _, told), place in zip(several, _places(several, piece), strict=True):
        position, _, named = told.partition("-")
        if label and (position != "I" or named != label or place is None):
            yield LABELS[label], span
            label = ""
        if named not in LABELS or place is None:
            continue
        span = (span[0] if label else place[0], place[1])
        label = named
    if label:
        yield LABELS[label], span


def _places(several: Tagged, piece: str) -> Iterator[Span | None]:
    """Where each of its words stands in the piece; None for one that is not there."""
    letters = [
        (c, at) for at, one in enumerate(piece) for c in fold(one) if c.isalnum()
    ]
    line = "".join(c for c, _ in letters)
    here = 0
    for word, *_ in several:
        wanted = "".join(filter(str.isalnum, fold(word)))
        at = line.find(wanted, here, here + AHEAD + len(wanted)) if wanted else -1
        if at < 0:
            yield None
            continue
        here = at + len(wanted)
        yield letters[at][1], letters[here - 1][1] + 1
