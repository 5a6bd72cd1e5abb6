"""Needed: the words without one of which a pattern of folded words can match nothing.

Most of what is looked for in a message is not in it, and nearly always that shows by its
words alone. So a pattern is read once for what it can match; what of its grammar is not
known here counts as anything.
"""

import re

from nlp.tellings.spelled import EDGE, GAP, Part, Words, either, one

RUN = re.compile(r"[a-z0-9 ]+(?![*+?{])")
TIMES = re.compile(r"(?:\{(\d*)(,?)(\d*)\}|([*+?]))[?+]?")
OPENS = re.compile(r"\((?!\?)|\(\?(?::|P<\w+>|(?P<look><?[=!]))")
APART = {"b": EDGE, "A": EDGE, "Z": EDGE, "W": " ", "s": " ", "n": " ", "t": " "}
OPEN = re.compile(r"\A\^|\\[dwDS]|\w-\w")  # a class of more letters than it names


def needed(pattern: str) -> Words | None:
    """Return words of which every match has one; None where no word is sure."""
    part, _ = _choices(pattern, 0, "")
    return part.cover()


def _choices(pattern: str, at: int, before: str) -> tuple[Part, int]:
    """Return what stands here up to the end of the group, and where that is.

    `before` is EDGE where it is known that what begins here begins a word.
    """
    part, at = _sequence(pattern, at, before)
    parts = [part]
    while pattern[at : at + 1] == "|":
        part, at = _sequence(pattern, at + 1, before)
        parts.append(part)
    return either(parts), at


def _sequence(pattern: str, at: int, before: str) -> tuple[Part, int]:
    whole = one(before)
    while at < len(pattern) and pattern[at] not in "|)":
        edge = EDGE if pattern[at] == "(" and whole.ends_apart else ""
        part, end = _piece(pattern, at, edge)
        if times := TIMES.match(pattern, end):
            least, most = _times(times)
            if most > 1:  # what begins it again need not begin a word
                part, _ = _piece(pattern, at, "")
            part, end = part.repeated(least, most), times.end()
        whole, at = whole.then(part), end
    return whole, at


def _times(match: re.Match[str]) -> tuple[int, int]:
    """Return how often at least and at most, counted to two."""
    least, comma, most, sign = match.groups()
    if sign:
        return int(sign == "+"), 1 if sign == "?" else 2
    fewest = min(int(least or 0), 2)
    return fewest, min(int(most or 2), 2) if comma else fewest


def _piece(pattern: str, at: int, before: str) -> tuple[Part, int]:
    if run := RUN.match(pattern, at):
        return one(run.group()), run.end()
    match pattern[at]:
        case "(":
            return _group(pattern, at, before)
        case "[":
            return _class(pattern, at)
        case "\\":
            return one(_escaped(pattern[at + 1])), at + 2
        case ".":
            return one(GAP), at + 1
        case letter:
            return one(EDGE if letter in "^$" else letter), at + 1


def _group(pattern: str, at: int, before: str) -> tuple[Part, int]:
    """Return what a group can match; what only looks around matches nothing."""
    opens = OPENS.match(pattern, at)
    if opens is None:
        raise ValueError(f"a group of no known kind: {pattern[at:]}")
    part, end = _choices(pattern, opens.end(), before)
    if opens["look"] is None:
        return part, end + 1
    is_apart = opens["look"] == "=" and part.begins_apart
    return one(EDGE if is_apart else ""), end + 1


def _class(pattern: str, at: int) -> tuple[Part, int]:
    end = pattern.index("]", at + 2)
    inner = pattern[at + 1 : end]
    if OPEN.search(inner):
        return one(GAP), end + 1
    letters = re.sub(r"\\(.)", lambda escaped: _escaped(escaped[1]), inner)
    return Part(frozenset(letters)), end + 1


def _escaped(letter: str) -> str:
    return APART.get(letter, GAP if letter.isalnum() else letter)
