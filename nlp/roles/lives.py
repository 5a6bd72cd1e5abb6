"""What a name, a place or a date itself says of its role: its form, its year, its sort."""

from bisect import bisect
from collections.abc import Iterator, Sequence

from nlp.entity import Entity, Kind, Span
from nlp.text import Text

# Between these years lie births, enlistments, deaths of the wars, and what came after.
YEARS = (1930, 1940, 1946, 1950, 1954, 1960, 1965, 1968, 1972, 1976, 1980, 1990, 2010)
MOST_YEARS, LONG, FEW = 6, 6, 3
NEAREST = 40  # entities whose years are compared


def within(
    entity: Entity, text: Text, span: Span, entities: Sequence[Entity]
) -> Iterator[str]:
    first, end = text.word_at(span[0]), text.word_at(span[1])
    words = [word.plain for word in text.words[first : min(end, first + 2)]]
    yield f"len:{min(end - first, LONG)}"
    if entity.kind is Kind.PLACE:
        yield from _of_place(entity, words)
    elif entity.kind is Kind.DATE:
        yield from (f"in:{word}" for word in words[:1])
        yield f"form:{entity.precision}"
        yield from _of_year(entity, entities)


def _of_place(place: Entity, words: Sequence[str]) -> Iterator[str]:
    yield from (f"in:{word}" for word in words[:1])
    yield f"in:{'_'.join(words)}"
    yield f"levels:{(place.norm or '').count(',')}"
    yield f"codes:{min(FEW, len(place.values))}"
    if len(place.values) < FEW:
        yield from (f"code:{code[:2]}" for code in place.values)


def _of_year(dated: Entity, entities: Sequence[Entity]) -> Iterator[str]:
    """In which years it lies, and how many years are told before and after it."""
    year = _year(dated)
    if year is None:
        yield "year:none"
        return
    yield f"year:{bisect(YEARS, year)}"
    several = {y for e in entities[:NEAREST] if (y := _year(e)) is not None} | {year}
    if len(several) < MOST_YEARS:
        yield f"older:{sum(y < year for y in several)}/{len(several)}"
    yield f"younger:{min(FEW, sum(y > year for y in several))}"


def _year(entity: Entity) -> int | None:
    said = (entity.norm or "")[:4] if entity.kind is Kind.DATE else ""
    return int(said) if said.isdigit() else None
