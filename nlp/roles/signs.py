"""What is seen around a name, a place or a date, and what that may mean.

A word two before a name is a sign by itself, as one of the words near, and by the groups
of words of one meaning that it is of. Some signs are weighed anew beside the role that
the rules give.
"""

from collections.abc import Iterable

from nlp.entity import Kind
from nlp.roles.tokens import groups

Thing = str | int | tuple[str | int, ...]
Seen = list[tuple[str, Iterable[Thing]]]  # where, what

WHOLE = "."  # of where: all that is neither beside it nor anywhere else
BESIDE, NEAR = 3, 6  # tokens
WORDS = frozenset(["-1", "-2", "-3", "-4", "-7", "+1", "+2", "+3", "+4", "+7"])
ASIDE = frozenset(("-y", "+y", "o-", "o+"))
PHRASES = frozenset(("-b", "+b", "c", "cc", "s", "ss"))
# What the first sign of a thing begins with, if it is weighed anew beside the role.
JOINED = ("-1 ", "+1 ", "-e", "+e", "-d", "+d", "n ", "of ", "year", "ends", "R ")


def signs(where: str, what: Thing, kind: Kind, role: str) -> list[str]:
    """The signs of what is seen by a thing of the kind that rules give the role."""
    found = _spelled(where, what)
    if kind is not Kind.PLACE and found[0].startswith(JOINED):
        found.append(f"{found[0]}&{role}")
    if what == ("r",):
        found.append(f"r={role}")
    return found


def _spelled(where: str, what: Thing) -> list[str]:
    if where in WORDS:
        return _of_word(where[0], int(where[1]), str(what))
    words = what if isinstance(what, tuple) else (what,)
    spelled = " ".join(map(str, words))
    found = [spelled if where == WHOLE else f"{where} {spelled}"]
    if where in ASIDE:
        last = str(words[-1])
        found.append(f"{where} {last}")
        found += [f"{where}g {group}" for group in groups().get(last, ())]
    elif where in PHRASES:
        phrase = "_".join(map(str, words))
        found += [f"{where}g {group}" for group in groups().get(phrase, ())]
    return found


def _of_word(side: str, away: int, word: str) -> list[str]:
    """Of a word of its sentence: by its place, as one of several, by its groups."""
    found = [f"{side}{away} {word}"] if away <= BESIDE else []
    found.append(f"{side}w {word}" if away <= NEAR else f"{side}v {word}")
    for group in groups().get(word, ()):
        found.append(f"{side}s {group}")
        if away <= NEAR:
            zone = 1 if away == 1 else BESIDE if away <= BESIDE else NEAR
            found.append(f"{side}g {group} {zone}")
    return found
