"""What a message is about, by the phrases of `data/gists.tsv`: its kind, or an aside.

A phrase counts once, a longer one instead of those within it. What a phrase weighs is in
the table; nothing here decides, whoever asks compares the sums.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from nlp.lexicon import Lexicon, Match
from nlp.tellings.drifts import drifts
from nlp.tellings.kinship import kinship
from nlp.text import Text, Word, read

CHARACTERS = 20_000
TABLE = "gists"
OF_KIN = 4  # who names a fallen kinsman most often looks for him
SHORT = 2  # words of a phrase that others may look like
NOT = frozenset({"không", "chưa", "chẳng", "chả"})


class Gist(StrEnum):
    """What words may be about: the first are kinds of telling, the others asides."""

    BURIAL = "burial"
    IDENTITY = "identity"
    BATTLE = "battle"
    RELIC = "relic"
    RELATIVE = "relative"
    MISINFO = "misinfo"
    FOUND_NOW = "found_now"
    MOVED = "moved"
    COMPLAINT = "complaint"
    FREE = "free"
    PRESS = "press"
    DONATION = "donation"
    POLITICS = "politics"
    REWARD = "reward"
    PROCEDURE = "procedure"
    NOT_OURS = "not_ours"
    DISTRESS = "distress"
    MINOR = "minor"
    STOP = "stop"
    TELLER_DIED = "teller_died"
    ADVERTISING = "advertising"
    OBSCENE = "obscene"


Gists = Mapping[Gist, int]


def gists(*written: str) -> Gists:
    """Return by what the words are about how much speaks for it; nothing for others.

    Of several pieces of a telling, what is said again counts no more than once.
    """
    spoken: dict[object, tuple[Gist, int]] = {}
    for piece in filter(None, map(_spoken, written)):
        spoken |= piece
    sums: dict[Gist, int] = {}
    for gist, weight in spoken.values():
        sums[gist] = sums.get(gist, 0) + weight
    return sums


@lru_cache(maxsize=256)
def _spoken(written: str) -> dict[object, tuple[Gist, int]]:
    """Return all in the text that speaks for something: by what it is, for what and how."""
    text = read(written[:CHARACTERS])
    spoken: dict[object, tuple[Gist, int]] = {}
    at = 0
    while at < len(text.words):
        match = _match(text, at)
        for row in match.rows if match else ():
            spoken[row["phrase"], row["says"]] = Gist(row["says"]), int(row["weight"])
        at += match.length if match else 1
    for drift in drifts(text):
        spoken[drift] = Gist(drift.says), drift.weight
    if kinship(written):
        spoken[Gist.RELATIVE] = Gist.RELATIVE, OF_KIN
    return spoken


def _match(text: Text, at: int) -> Match | None:
    """Return the longest phrase that begins here and is not denied."""
    match = Lexicon.load().longest(TABLE, text, at)
    is_denied = at > 0 and _denies(text, text.words[at - 1])
    if match is None or is_denied or not _is_written(text, at, match):
        return None
    return match


def _denies(text: Text, word: Word) -> bool:
    """Return whether the word says "not"; a bare "cha" among marked words is a father."""
    is_bare = text.is_marked and not word.is_marked
    return not is_bare and any(map(word.reads, NOT))


def _is_written(text: Text, at: int, match: Match) -> bool:
    """Return whether a short phrase stands as written where marks are: "ba Đồng" is no "bà đồng"."""
    if match.rows[0]["says"] == Gist.OBSCENE:  # "du kich", "con cac bac" without marks
        said = [w.written.lower() for w in text.words[at : at + match.length]]
        return any(said == row["phrase"].split() for row in match.rows)
    if match.length > SHORT or not text.is_marked:
        return True
    syllables = match.rows[0]["phrase"].lower().split()
    words = text.words[at : at + match.length]
    return all(
        w.is_marked or w.plain == s for w, s in zip(words, syllables, strict=False)
    )
