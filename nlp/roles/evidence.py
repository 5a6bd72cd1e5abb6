"""What stands around a person, place or date and may tell its role, as it is seen.

What is seen is where and what: the word before, the two words that its sentence begins
with, who is named next. ``signs`` spells out what it may mean. All of it is looked for
within a few tokens, so the cost grows with the length of a message alone.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.entity import Entity, Kind
from nlp.roles.lives import within, years
from nlp.roles.mentions import mentions, names
from nlp.roles.signs import BESIDE, NEAR, WHOLE, Seen
from nlp.roles.tokens import JUDGED, Row, row
from nlp.text import Text

PAIRS, SENTENCE = 5, 25  # tokens
APART = (2, 5, 12, 29)  # tokens between neighbours: the steps of nearness
JOINED = 4  # tokens: what is between two that stand so near says what joins them
FIFTHS = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """A message and all that is asked of it once; `judged` are numbers of entities."""

    entities: Sequence[Entity]
    text: Text
    row: Row
    judged: Sequence[int]
    totals: dict[Kind, int]

    @classmethod
    def of(cls, entities: Sequence[Entity], text: Text) -> "Scene":
        found, kinds = row(entities, text), [entity.kind for entity in entities]
        totals = {kind: kinds.count(kind) for kind in JUDGED}
        return cls(entities, text, found, list(found.at), totals)

    def shared(self, kind: Kind) -> Seen:
        """What all of a kind see."""
        seen: Seen = [(WHOLE, [("r",), ("persons", min(self.totals[Kind.PERSON], 5))])]
        if kind is not Kind.PLACE:
            seen.append(("R", {f"{e.kind}:{e.role}" for e in self.entities if e.role}))
        return seen


def evidence(scene: Scene) -> Iterator[tuple[int, Seen]]:
    """For each judged entity its number and what the others do not see with it."""
    known: dict[str, str] = {}
    counts = dict.fromkeys(JUDGED, 0)
    called, dated = names(scene.judged, scene.entities), years(scene.entities)
    before = _nearest(scene.judged, scene.entities)
    behind = [*_nearest(scene.judged[::-1], scene.entities)][::-1]
    for n, earlier, later in zip(scene.judged, before, behind, strict=True):
        entity, at = scene.entities[n], scene.row.at[n]
        counts[entity.kind] += 1
        seen = _words(scene.row, at)
        seen += _neighbours(scene.row, at, "-", earlier)
        seen += _neighbours(scene.row, at, "+", later)
        whole = [*_standing(scene, n, counts[entity.kind])]
        whole += within(entity, scene.text, scene.row.spans[n], dated)
        if entity.kind is Kind.PERSON:
            seen += mentions(scene.row, n, called)
        name = called[n]
        if name in known:
            whole.append(("known", known[name]))
        known.setdefault(name, entity.role or "-")
        seen.append((WHOLE, whole))
        yield n, seen


def _words(row: Row, at: int) -> Seen:
    """The words of its sentence, in pairs too, how that begins, and words beyond it."""
    tokens, begins, ends, clause = row.tokens, row.begins[at], row.ends[at], row.clauses
    start = clause[at]
    before = tokens[max(begins, at - SENTENCE) : at][::-1]
    behind = tokens[at + 1 : min(ends + 1, at + SENTENCE)]
    return [
        *(("-1", before[:1]), ("-2", before[1:2]), ("-3", before[2:BESIDE])),
        *(("-4", before[BESIDE:NEAR]), ("-7", before[NEAR:])),
        ("-b", zip(before[:PAIRS], ("^", *before), strict=False)),
        ("-y", tokens[max(0, at - NEAR) : begins]),
        *(("+1", behind[:1]), ("+2", behind[1:2]), ("+3", behind[2:BESIDE])),
        *(("+4", behind[BESIDE:NEAR]), ("+7", behind[NEAR:])),
        ("+b", zip(("^", *behind), behind[:PAIRS], strict=False)),
        ("+y", tokens[ends + 1 : at + NEAR + 1]),
        *(("c", tokens[start : start + 1]), ("s", tokens[begins : begins + 1])),
        ("cc", [(tokens[start], tokens[min(start + 1, at)])]),
        ("ss", [(tokens[begins], tokens[min(begins + 1, at)])]),
        ("-len", (min(SENTENCE, at - begins) // 4,)),
        ("+len", (min(SENTENCE, ends - at) // 4,)),
    ]


def _nearest(
    judged: Sequence[int], entities: Sequence[Entity]
) -> Iterator[Sequence[int]]:
    """For each the last person, place and date before it, the very last at the end."""
    last: dict[Kind, int] = {}
    for n in judged:
        yield [*last.values()]
        last.pop(entities[n].kind, None)
        last[entities[n].kind] = n


def _neighbours(row: Row, at: int, side: str, others: Sequence[int]) -> Seen:
    """What they are, how near, in its sentence or not; and what joins it to the next."""
    tokens, near, how = row.tokens, [], []
    for n in others:
        there = row.at[n]
        first, last = (there, at) if there < at else (at, there)
        is_parted = row.ends[first] < last
        near.append((tokens[there], is_parted))
        how.append((tokens[there], bisect_left(APART, last - first), is_parted))
    seen: Seen = [(f"{side}e", near), (f"{side}d", how)]
    if others and last - first <= JOINED:
        seen.append((f"{side}by", [(tokens[there], *tokens[first + 1 : last])]))
    return seen


def _standing(scene: Scene, n: int, count: int) -> Iterator[tuple[str | int, ...]]:
    """Where in the message it stands, among all and among its kind."""
    at, length = scene.row.at[n], len(scene.row.tokens)
    total = scene.totals[scene.entities[n].kind]
    yield ("n", min(count, 4), min(total, 4))
    if count == total:
        yield ("last",)
    yield ("of", FIFTHS * at // length)
    if at < NEAR:
        yield ("opens", at)
    if length - at <= NEAR:
        yield ("ends", length - at)
