"""Which of what a message names belongs to which soldier.

A message often tells of several ("1. … quê …, hy sinh …; 2. …"). Each martyr named
opens a record; dates, places, ranks, units and graves belong to the one named last
before them in the same sentence or line, else to who alone is named in their line; a
unit that leads to a name ("E66 có anh …") is that one's. What stands outside (the head of
a list) or is said of all ("hai anh đều …") is everybody's and gets no record; with a
single martyr it is his. What a teller says of himself ("tôi là …, sinh năm 1933") is nobody's,
and its role becomes ``other``.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.roles import doubt
from nlp.text import Text, fold

ALIAS = re.compile(
    r"[ ,(;)]{1,4}(?:(?:cung )?(?:co )?(?:nguoi |ba con |dong doi |ban be |o nha )?(?:hay |thuong |quen )?)"
    r"(?:tuc|tuc la|bi danh(?: la)?|biet danh(?: la)?|(?:con )?(?:goi|keu)(?: anh| ong| chu)?(?: la)?"
    r"|ten (?:thuong goi|khac|that|khai sinh)(?: la)?|(?:lay|doi|con co) ten(?: la)?)[ :]{1,2}"
)
# "Hai anh hy sinh năm 1970", "cả ba đều quê Hải Hậu": of all who were named.
SEVERAL = r"(?:hai|ba|bon|bay|tam|chin|muoi|may|cac|[2-9])"
ALL = re.compile(
    rf"\b(?:deu|tat ca|ca {SEVERAL}"
    rf"|{SEVERAL} (?:anh|chi|chu|bac|ong|cau|nguoi|dong chi|liet s[iy]|dua))\b"
)
# "A và B thuộc E66": of both, where nothing else stands between.
WITH = re.compile(
    r",? (?:va|cung|voi)(?: voi)?(?: (?:anh|chi|chu|bac|ong|cau|dong chi|dc|liet s[iy]|ls)){0,2} "
)
OF_BOTH = re.compile(
    r",? (?:(?:cung )?(?:o|thuoc|cua|linh|don vi|bien che)(?: (?:don vi|cua|o|thuoc))?"
    r"|(?:cung )?(?:hy|hi) sinh(?: (?:o|tai|ngay|nam|thang|cuoi|dau|vao|hoi|khoang)){0,3}"
    r"|cung (?:que|nhap ngu)(?: (?:o|tai|ngay|nam|thang|vao|hoi|khoang)){0,2}) "
)
LEADS = re.compile(
    r" ?(?:co|gom(?: co)?|:)(?: (?:anh|chi|chu|bac|ong|cau|dong chi|dc|liet s[iy]|ls))? ?"
)
# "Anh Ba thuộc C5": somebody whose name nobody said.
NAMELESS = re.compile(
    r"\b(?:anh|chi|chu|bac|ong|cau|di|co)"
    r" (?P<called>hai|ba|tu|nam|sau|bay|tam|chin|muoi|ut) (?:thuoc|o|ben|linh) \Z"
)
STOP = re.compile(r"[.!?;](?=\s|\Z)|\n")
LINE = re.compile(r"\n")
OWN_ROLES = {
    Kind.DATE: ("born", "enlisted", "died"),
    Kind.PLACE: ("hometown", "death", "burial"),
}
OWN_KINDS = (Kind.UNIT, Kind.RANK, Kind.BURIAL)
# What people say of themselves when they say who they are.
TELLERS = ("witness", "relative")
SELF_ROLES = ("born", "enlisted", "hometown")
SELF = re.compile(
    r"(?<!\bem )(?<!anh )(?<!chong )(?<!chu )(?<!bac )(?<!cau )(?<!bo )(?<!cha )(?<!ong )"
    r"(?<!ban )(?<!noi )(?<!ngoai )(?<!voi )\b(?:toi|tui|em|chau|con|minh|choa)"
    r"(?: (?:ten|la|ten la|von la|nguyen la|xung la))?[ ,:]{1,3}\Z"
)
LONGEST_ALIAS = 30  # characters between the two names
LONGEST_ALL = 80  # characters from a name to what is told of all
SELF_KINDS = (Kind.UNIT, Kind.RANK)


def group(entities: Sequence[Entity], text: Text) -> tuple[Entity, ...]:
    """The same entities, with the number of their record where they have one."""
    people = [entity for entity in entities if entity.kind is Kind.PERSON]
    numbers = _numbers(people, text)
    stops = [text.starts[stop.start()] for stop in STOP.finditer(text.plain)]
    starts = [person.start for person in people]
    lines = [text.starts[stop.start()] for stop in LINE.finditer(text.plain)]
    grouped: list[Entity] = []
    is_several = len(set(numbers.values())) > 1
    for entity in entities:
        person = _told_of(entity, people, starts, stops)
        person = person or _of_line(entity, people, starts, lines)
        if is_several and entity.kind is not Kind.PERSON:
            person = _of_several(entity, person, people, starts, text)
        if entity.kind is Kind.UNIT and _is_nameless(entity, people, starts, text):
            grouped.append(entity)
            continue
        grouped.append(_numbered(entity, person, numbers, text))
    return tuple(doubt.weighed(grouped, text.nfc))


def _numbers(people: Sequence[Entity], text: Text) -> dict[str, int]:
    """By folded name; one told twice, or as an alias, is one soldier.

    So is "anh Ba" of one "Nguyễn Văn Ba".
    """
    numbers: dict[str, int] = {}
    given: defaultdict[str, set[int]] = defaultdict(set)
    count, last = 0, None
    for martyr in (person for person in people if person.role == "martyr"):
        name = fold(martyr.text)
        if name not in numbers and last and _is_alias(last, martyr, text):
            numbers[name] = numbers[fold(last.text)]
        elif name not in numbers and len(given[name]) == 1:
            (numbers[name],) = given[name]
        elif name not in numbers:
            count += 1
            numbers[name] = count
        given[name.split()[-1]].add(numbers[name])
        last = martyr
    return numbers


def _is_alias(person: Entity, other: Entity, text: Text) -> bool:
    """Is it "Trần Đức Thuận tức Thắng"?"""
    is_near = other.start - person.end <= LONGEST_ALIAS
    between = text.nfc[person.end : other.start] if is_near else ""
    return ALIAS.fullmatch(fold(between)) is not None


def _told_of(
    entity: Entity,
    people: Sequence[Entity],
    starts: Sequence[int],
    stops: Sequence[int],
) -> Entity | None:
    """The person named last in the same sentence, or the entity itself."""
    before = bisect_right(starts, entity.start) - 1
    if before < 0:
        return None
    person = people[before]
    stop = bisect_left(stops, person.start)
    is_parted = stop < len(stops) and stops[stop] < entity.start
    return None if is_parted else person


def _of_line(
    entity: Entity,
    people: Sequence[Entity],
    starts: Sequence[int],
    lines: Sequence[int],
) -> Entity | None:
    """The martyr who alone is named in its line, as in a table that begins with years."""
    line = bisect_left(lines, entity.start)
    begin = lines[line - 1] if line else 0
    end = lines[line] if line < len(lines) else None
    first = bisect_left(starts, begin)
    named = people[first : len(starts) if end is None else bisect_left(starts, end)]
    is_alone = len(named) == 1 and named[0].role == "martyr"
    return named[0] if lines and is_alone else None


def _of_several(
    entity: Entity,
    person: Entity | None,
    people: Sequence[Entity],
    starts: Sequence[int],
    text: Text,
) -> Entity | None:
    """Whose of several it is: the next one's, the last one's, or nobody's alone."""
    after = bisect_left(starts, entity.end)
    if entity.kind is Kind.UNIT and after < len(people):
        behind = fold(text.nfc[entity.end : starts[after]][:LONGEST_ALIAS])
        if people[after].role == "martyr" and LEADS.fullmatch(behind):
            return people[after]
    if person is None:
        return None
    between = fold(text.nfc[person.end : entity.start][-LONGEST_ALL:])
    is_of_both = OF_BOTH.fullmatch(between) and _is_second(person, people, starts, text)
    return None if is_of_both or ALL.search(between) else person


def _is_second(
    person: Entity, people: Sequence[Entity], starts: Sequence[int], text: Text
) -> bool:
    """Is another soldier named right before, as in "anh A và anh B"?"""
    at = bisect_left(starts, person.start)
    if not at or {people[at - 1].role, person.role} != {"martyr"}:
        return False
    between = text.nfc[people[at - 1].end : person.start][: LONGEST_ALIAS + 1]
    return WITH.fullmatch(fold(between)) is not None


def _is_nameless(
    entity: Entity, people: Sequence[Entity], starts: Sequence[int], text: Text
) -> bool:
    """Does it belong to somebody who is called, but whose name is not read?"""
    start = max(0, entity.start - LONGEST_ALIAS)
    before = bisect_left(starts, entity.start)
    if before:
        start = max(start, people[before - 1].end)
    nameless = NAMELESS.search(fold(text.nfc[start : entity.start]))
    if nameless is None:
        return False
    given = {fold(person.text).split()[-1] for person in people}
    return nameless["called"] not in given


def _numbered(
    entity: Entity, person: Entity | None, numbers: Mapping[str, int], text: Text
) -> Entity:
    if person and person.role in TELLERS and _is_of_self(entity, person, text):
        is_told = entity.role is not None
        return replace(entity, role="other") if is_told else entity
    if not _is_owned(entity):
        return entity
    if person and person.role == "martyr":
        return replace(entity, record=numbers[fold(person.text)])
    is_only = len(set(numbers.values())) == 1
    return replace(entity, record=1) if is_only else entity


def _is_of_self(entity: Entity, person: Entity, text: Text) -> bool:
    """Does he say it of himself? A home he has only where he says "tôi là …"."""
    if entity.kind is Kind.PLACE and entity.role == "hometown":
        start = bisect_left(text.starts, person.start)
        return SELF.search(text.plain, max(0, start - 25), start) is not None
    return entity.kind in SELF_KINDS or entity.role in SELF_ROLES


def _is_owned(entity: Entity) -> bool:
    if entity.kind is Kind.PERSON:
        return entity.role == "martyr"
    return entity.kind in OWN_KINDS or entity.role in OWN_ROLES.get(entity.kind, ())
