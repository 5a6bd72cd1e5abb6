"""What stands around the other mentions of a name: it tells of whom the name is.

"Anh Khuông cùng xóm tôi … Khuông hy sinh" says of the first what is said of the second.
"""

from collections.abc import Mapping, Sequence

from nlp.entity import Entity, Kind
from nlp.roles.signs import Seen
from nlp.roles.tokens import Row
from nlp.text import fold

AROUND, MOST = 3, 6  # tokens, mentions
STEPS = range(1, AROUND + 1)


def mentions(row: Row, n: int, called: Mapping[int, str]) -> Seen:
    """The words beside the other mentions of a person's name, whether any is before."""
    at, name, tokens = row.at[n], called[n], row.tokens
    spots = [row.at[m] for m, other in called.items() if m != n and other == name]
    if name in tokens:
        spots += [spot for spot, token in enumerate(tokens) if token == name]
    is_first = all(spot > at for spot in spots)
    seen: Seen = [("mentions", ((min(len(spots), AROUND), is_first),))]
    for spot in spots[:MOST]:
        behind = tokens[spot + 1 : min(row.ends[spot], spot + AROUND) + 1]
        before = tokens[max(row.begins[spot], spot - AROUND) : spot][::-1]
        seen.append(("o+", zip(STEPS, behind, strict=False)))
        seen.append(("o-", zip(STEPS, before, strict=False)))
    return seen


def names(judged: Sequence[int], entities: Sequence[Entity]) -> Mapping[int, str]:
    """By number how each is called, folded; people by the last word of their names."""
    return {n: _name(entities[n]) for n in judged}


def _name(entity: Entity) -> str:
    name = entity.norm or entity.text
    return fold(name.rpartition(" ")[2] if entity.kind is Kind.PERSON else name)
