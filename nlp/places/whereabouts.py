"""Whereabouts: whose home and whose grave a place is, once all of the message is read.

The cue words of ``entities/place.py`` come first. What they cannot see are the persons:
a place right behind a soldier's name is where he is from, behind the teller's where he
lives. A place that nothing speaks for lies where the message is about.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from nlp.entity import Entity, Kind
from nlp.places import wherewords as words
from nlp.text import Text

PASSED_OVER = (Kind.DATE, Kind.UNIT, Kind.RANK)
AFTER_THE_WARS = "1990"
TELLERS = ("witness", "relative")
CEMETERY = ("nghĩa trang", "nghĩa địa")
FEW = 8  # entities that can stand between a name and the home behind it
LETTERS = 15  # of something else that a record says of him
NEAR = 120  # characters


def settled(entities: Sequence[Entity], text: Text) -> list[Entity]:
    """The same entities; places with the role that the whole message gives them."""
    found: list[Entity] = []
    last: Entity | None = None
    for at, entity in enumerate(entities):
        if entity.kind is Kind.PLACE:
            earlier = entities[max(0, at - FEW) : at]
            role = _role(entity, earlier, last, text)
            entity = entity if role == entity.role else replace(entity, role=role)
            last = entity
        found.append(entity)
    return found


def _role(
    place: Entity, earlier: Sequence[Entity], last: Entity | None, text: Text
) -> str:
    before = _before(place, text)
    if last and words.NOW.fullmatch(_between(last, place, text)):
        return last.role or "other"
    if place.norm and place.norm.startswith(CEMETERY):
        return "burial"
    after = _at(text, place.end)
    if words.HOME.is_before(before) and not words.DOING.match(text.plain, after):
        return "hometown"
    person = _named_before(place, earlier, text)
    if person:
        return _of(person, place, text)
    if _lives(before) and not words.PAST.search(before):
        return "residence"
    if words.ASIDE.is_before(before):
        return "other"
    if words.KNOWS.is_before(before) and words.KNOWING.match(text.plain, after):
        return "residence"
    if words.FOUND.search(_sentence(place, before, text)):
        return "burial"
    if _is_dated(place, earlier, text):
        return "death"
    if last and words.AND.fullmatch(_between(last, place, text)):
        return last.role or "other"
    if words.APART.search(before[-2:]) and words.FIELD.match(text.plain, after):
        return "hometown"
    if place.role is not None:
        return place.role
    return _about(text)


def _lives(before: str) -> bool:
    """Does it say of whoever is meant that he lives in the place?"""
    if words.LIVES.is_before(before) or words.AT_HOME.is_before(before):
        return True
    street = words.ADDRESS.search(before, max(0, len(before) - words.LONGEST_ADDRESS))
    return street is not None and words.LIVES_IN_STREET.search(before) is not None


def _of(person: Entity, place: Entity, text: Text) -> str:
    """Where a soldier is from, where a teller lives; in brackets it is always a home."""
    is_bracketed = "(" in _between(person, place, text)
    is_called = words.CALLED.match(text.plain, _at(text, place.end))
    if is_called or words.REPORTS.search(_before(person, text)):
        return "residence"
    return "residence" if person.role in TELLERS and not is_bracketed else "hometown"


def _sentence(place: Entity, before: str, text: Text) -> str:
    end = _at(text, place.end)
    stop = words.SENTENCE.search(text.plain, end, end + NEAR)
    return before + text.plain[end : stop.start() if stop else end + NEAR]


def _named_before(
    place: Entity, earlier: Sequence[Entity], text: Text
) -> Entity | None:
    """The person whose name stands right before the place, or before it and a birth."""
    gap, end = "", place.start
    for entity in reversed(earlier):
        if entity.kind is Kind.BURIAL or entity.end > end:
            continue
        gap = f"{_plain(text, entity.end, end)}{gap}"
        if entity.kind is Kind.PERSON:
            is_next = end == place.start and entity.role in TELLERS
            is_signed = is_next and words.SIGNED.fullmatch(gap)
            return entity if is_signed or _is_record(gap) else None
        is_part = entity.kind is Kind.UNIT and not {",", "("} & set(gap)
        if entity.kind not in PASSED_OVER or is_part:
            return None
        end = entity.start
    return None


def _is_record(gap: str) -> bool:
    """Can only a birth or the like stand between a name and the home behind it?"""
    rest = words.FILLER.sub("", gap)
    is_told = words.FIGHT.search(gap) or words.GRAVE.search(gap)
    is_apart = words.APART.search(gap) and not is_told
    return not rest or (len(rest) <= LETTERS and bool(is_apart))


def _is_dated(place: Entity, earlier: Sequence[Entity], text: Text) -> bool:
    """Does it follow the day of a death: "hs 27-5-1968 o dong ha"?"""
    day = earlier[-1] if earlier else None
    if day is None or day.kind is not Kind.DATE or day.role in ("born", "enlisted"):
        return False
    if (day.norm or "") >= AFTER_THE_WARS:
        return False
    return words.DATED.fullmatch(_between(day, place, text)) is not None


@lru_cache(maxsize=2)
def _about(text: Text) -> str:
    """A grave, as most are; else fighting, if that is told of."""
    if words.GRAVE.search(text.plain) or words.FOUND.search(text.plain):
        return "burial"
    return "death" if words.FIGHT.search(text.plain) else "other"


def _before(place: Entity, text: Text) -> str:
    """What the same sentence says before it, not more than is needed."""
    end = _at(text, place.start)
    start = max(0, end - NEAR)
    stops = list(words.SENTENCE.finditer(text.plain, start, end))
    return text.plain[stops[-1].end() if stops else start : end]


def _between(first: Entity, second: Entity, text: Text) -> str:
    return _plain(text, first.end, second.start)


def _plain(text: Text, start: int, end: int) -> str:
    return text.plain[_at(text, start) : _at(text, end)] if start < end else ""


def _at(text: Text, place: int) -> int:
    """The place in ``plain`` of one in the NFC text."""
    return bisect_left(text.starts, place)
