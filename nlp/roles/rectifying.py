"""Rectifying: of two things that a teller names, the one that he says is not so.

"Bia ghi năm 1970, đúng ra là 1969": the stone's word is no fact, the other is what the
stone should say, and means what the wrong one was taken to mean.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.text import fold

JUDGED = {Kind.PERSON, Kind.DATE, Kind.PLACE, Kind.UNIT}
BEFORE, AFTER = 70, 25  # characters to what is wrong, to what is right
RIGHTLY = re.compile(
    r"\b(?:dung ra(?: thi)?(?: phai)?(?: la| thi)?|le ra(?: phai)?(?: la)?|dang le(?: phai)?(?: la)?"
    r"|(?:thuc|that) ra(?: phai)? la|(?<!khong )(?<!co )(?<!chac )phai la|moi dung la|ma la)\b"
)
NOT = re.compile(r"\b(?:chu|cho) (?:khong|chang|ko|k|dau)(?: phai)?(?: la)?\b")
# "Khắc nhầm thành Đặng": only the wrong one is named.
WRONGLY = re.compile(
    r"\b(?:khac|ghi|de|in|viet|bao|doc) (?:bi )?(?:nham|lon|sai|trat)(?: (?:ho|ten|que|nam|ngay|don vi))*"
    r"(?: (?:la|thanh|sang|ra))*[ :]{1,2}\Z"
)
STOP = re.compile(r"[.!?;](?=\s|\Z)|\n")


def rectified(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities without what is said to be wrong; the right one has its role."""
    said = fold(text)
    if len(said) != len(text):
        return tuple(found)
    judged = [one for one in found if one.kind in JUDGED]
    wrong = [one for one in judged if WRONGLY.search(said, 0, one.start)]
    roles: dict[Entity, str | None] = {}
    for match in RIGHTLY.finditer(said):
        for bad, good in _pairs(said, judged, match):
            wrong.append(bad)
            roles[good] = bad.role
    for match in NOT.finditer(said):
        wrong += [bad for _, bad in _pairs(said, judged, match)]
    if not wrong:
        return tuple(found)
    return tuple(
        replace(one, role=roles[one]) if one in roles else one
        for one in found
        if one not in wrong
    )


def _pairs(
    said: str, judged: Sequence[Entity], match: re.Match[str]
) -> list[tuple[Entity, Entity]]:
    """Return what stands before and behind the words, of one kind and sentence."""
    start, end = match.span()
    after = [one for one in judged if 0 <= one.start - end <= AFTER]
    behind = next((one for one in after if not STOP.search(said, end, one.start)), None)
    if behind is None:
        return []
    before = [
        one
        for one in judged
        if one.kind is behind.kind
        and 0 <= start - one.end <= BEFORE
        and not STOP.search(said, one.end, start)
    ]
    return [(before[-1], behind)] if before else []
