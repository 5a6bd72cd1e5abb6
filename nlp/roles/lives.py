"""What a name, a place or a date itself says of its role: its form, its year, its sort."""

from bisect import bisect
from collections.abc import Iterator, Sequence

from nlp.entity import Entity, Kind, Span
from nlp.text import Text

Said = tuple[str | int, ...]

# Between these years lie births, enlistments, deaths of the wars, and what came after.
YEARS = (1930, 1940, 1946, 1950, 1954, 1960, 1965, 1968, 1972, 1976, 1980, 1990, 2010)
MOST_YEARS, LONG, FEW = 6, 6, 3
NEAREST = 40  # entities whose years are compared


def within(
    entity: Entity, text: Text, span: Span, dated: Sequence[int]
) -> Iterator[Said]:
    first, end = text.word_at(span[0]), text.word_at(span[1])
    words = [word.plain for word in text.words[first : min(end, first + 2)]]
    yield ("len", min(end - first, LONG))
    if entity.kind is Kind.PERSON:
        yield from (("named", word) for word in words[:2])
    elif entity.kind is Kind.PLACE:
        yield from _of_place(entity, words)
    elif entity.kind is Kind.DATE:
        yield from (("in", word) for word in words[:1])
        yield ("form", entity.precision or "")
        yield from _of_year(entity, dated)


def _of_place(place: Entity, words: Sequence[str]) -> Iterator[Said]:
    yield from (("in", word) for word in words[:1])
    yield ("whole", *words)
    yield ("levels", (place.norm or "").count(","))
    yield ("codes", min(FEW, len(place.values)))
    if len(place.values) < FEW:
        yield from (("code", code[:2]) for code in place.values)


def _of_year(date: Entity, dated: Sequence[int]) -> Iterator[Said]:
    """In which years it lies, and how many years are told before and after it."""
    year = _year(date)
    if year is None:
        yield ("year", "none")
        return
    yield ("year", bisect(YEARS, year))
    several = {*dated, year}
    if len(several) < MOST_YEARS:
        yield ("older", sum(y < year for y in several), len(several))
    yield ("younger", min(FEW, sum(y > year for y in several)))


def years(entities: Sequence[Entity]) -> Sequence[int]:
    """The years of the first dates, each once."""
    told = (_year(e) for e in entities[:NEAREST] if e.kind is Kind.DATE)
    return [*dict.fromkeys(year for year in told if year is not None)]


def _year(entity: Entity) -> int | None:
    said = (entity.norm or "")[:4]
    return int(said) if said.isdigit() else None
