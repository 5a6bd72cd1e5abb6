"""What is seen around a name, a place or a date, and what that may mean.

A word two before a name is a sign by itself, as one of the words near, and by the groups
of words of one meaning that it is of. Some signs are weighed anew beside the role that
the rules give.
"""

from collections.abc import Iterable, Iterator

from nlp.entity import Kind
from nlp.roles.tokens import groups

Thing = str | int | tuple[str | int, ...]
Seen = list[tuple[str, Iterable[Thing]]]  # where, what

WHOLE = "."  # of where: all that is neither beside it nor anywhere else
BESIDE, NEAR = 3, 6  # tokens
WORDS = frozenset(["-1", "-2", "-3", "-4", "-7", "+1", "+2", "+3", "+4", "+7"])
ASIDE = frozenset(("-y", "+y", "o-", "o+"))
PHRASES = frozenset(("-b", "+b", "c", "cc", "s", "ss"))
JOINED = ("-1 ", "+1 ", "-e", "+e", "-d", "+d", "n ", "of ", "year", "ends", "R ")


def signs(where: str, what: Thing, kind: Kind, role: str) -> Iterator[str]:
    """The signs of what is seen by a thing of the kind that rules give the role."""
    for sign in _spelled(where, what):
        yield sign
        if kind is not Kind.PLACE and sign.startswith(JOINED):
            yield f"{sign}&{role}"
    if what == ("r",):
        yield f"r={role}"


def _spelled(where: str, what: Thing) -> Iterator[str]:
    words = what if isinstance(what, tuple) else (what,)
    if where in WORDS:
        yield from _of_word(where[0], int(where[1]), str(what))
        return
    yield " ".join(map(str, words if where == WHOLE else (where, *words)))
    if where in ASIDE:
        yield f"{where} {words[-1]}"
        for group in groups().get(str(words[-1]), ()):
            yield f"{where}g {group}"
    elif where in PHRASES:
        for group in groups().get("_".join(map(str, words)), ()):
            yield f"{where}g {group}"


def _of_word(side: str, away: int, word: str) -> Iterator[str]:
    """Of a word of its sentence: by its place, as one of several, by its groups."""
    if away <= BESIDE:
        yield f"{side}{away} {word}"
    yield f"{side}w {word}" if away <= NEAR else f"{side}v {word}"
    zone = 1 if away == 1 else BESIDE if away <= BESIDE else NEAR
    for group in groups().get(word, ()):
        yield f"{side}s {group}"
        if away <= NEAR:
            yield f"{side}g {group} {zone}"
