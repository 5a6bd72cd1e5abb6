"""What stands around a person, place or date and may tell its role, as short signs.

A sign is any string; ``judging`` knows what those are worth that were seen when it
learned. All of them are looked for within a few tokens, so the cost grows with the
length of a message alone. What the rules say is a sign like others, and joined to some.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon
from nlp.roles.lives import within
from nlp.roles.tokens import JUDGED, STOPS, Row, groups, row
from nlp.roles.wording import Said, said
from nlp.text import Text

NEAR, BESIDE, PAIRS, SENTENCE = 6, 3, 4, 25  # tokens
HOPS = 6  # entities to either side
APART = (2, 5, 12, 29)  # tokens between neighbours: the steps of nearness
WIDEST = 60  # tokens in which a stop is looked for
OPENING = 4000  # tokens that say what a message is about
FIFTHS = 5
EVENTS = frozenset(
    [
        "BURY",
        "GRAVE",
        "DIE",
        "HIT",
        "HOME",
        "LIVE",
        "BORN",
        "JOIN",
        "FIGHT",
        "TELL",
        "SEEK",
        "MEET",
        "CALL",
        "MOVE",
        "FIND",
        "PAPER",
    ]
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A message and all that is asked of it once."""

    entities: Sequence[Entity]
    text: Text
    row: Row
    said: Said
    judged: Sequence[int]
    totals: dict[Kind, int]
    told: Sequence[str]
    roles: Sequence[str]

    @classmethod
    def of(cls, entities: Sequence[Entity], text: Text, lexicon: Lexicon) -> "Scene":
        found, known = row(entities, text), groups()
        kinds = [entity.kind for entity in entities]
        told = {g for t in {*found.tokens[:OPENING]} for g in known.get(t, ())}
        roles = {f"{e.kind}:{e.role}" for e in entities if e.kind in JUDGED}
        return cls(
            entities,
            text,
            found,
            said(text, lexicon),
            list(found.at),
            {kind: kinds.count(kind) for kind in JUDGED},
            sorted(told),
            sorted(roles),
        )

    def shared(self, kind: Kind, role: str) -> list[str]:
        """The signs that all of a kind share to which the rules give one role."""
        signs = ["r", "r=" + role, f"persons:{min(self.totals[Kind.PERSON], 5)}"]
        signs += [f"m:{group}" for group in self.told]
        if kind is not Kind.PLACE:
            signs += [f"m&{role}:{group}" for group in self.told]
            signs += [f"R:{one}&{role}" for one in self.roles]
        return signs


def evidence(scene: Scene) -> Iterator[tuple[int, list[str]]]:
    """For each judged entity its number and the signs that it does not share."""
    known: dict[str, str] = {}
    counts = dict.fromkeys(JUDGED, 0)
    for order, n in enumerate(scene.judged):
        entity = scene.entities[n]
        counts[entity.kind] += 1
        signs = _around(scene.row.tokens, scene.row.at[n])
        signs += scene.said.around(entity.kind, scene.row.spans[n], scene.text.plain)
        signs += _neighbours(scene, order)
        signs += _standing(scene, n, counts[entity.kind])
        signs += within(entity, scene.text, scene.row.spans[n], scene.entities)
        name = _name(entity)
        if name in known:
            signs.append("known:" + known[name])
        known.setdefault(name, entity.role or "-")
        yield n, [*dict.fromkeys(_joined(signs, entity))]


def _joined(signs: Sequence[str], entity: Entity) -> Iterator[str]:
    """The signs, some of them also with what the rules say; of places none is."""
    yield from signs
    if entity.kind is not Kind.PLACE:
        for sign in signs:
            if sign[:2] in ("-1", "+1", "-e", "+e", "n:", "of", "ye", "en"):
                yield f"{sign}&{entity.role}"


def _name(entity: Entity) -> str:
    name = (entity.norm or entity.text).lower()
    return name.split()[-1] if entity.kind is Kind.PERSON and name.split() else name


def _around(tokens: Sequence[str], at: int) -> list[str]:
    signs: list[str] = []
    for side, step in (("-", -1), ("+", 1)):
        stop = min(len(tokens), at + NEAR + 1) if step > 0 else max(-1, at - NEAR - 1)
        signs += _beside(side, tokens[at + step : (stop if stop >= 0 else None) : step])
        far = at + step * SENTENCE
        stop = min(len(tokens), far) if step > 0 else max(-1, far)
        signs += _sentence(
            side, tokens[at + step : (stop if stop >= 0 else None) : step]
        )
    return signs


def _beside(side: str, part: Sequence[str]) -> Iterator[str]:
    """The next words, in pairs, by their places and by their groups."""
    known = groups()
    last, word, pair = "^", side + "w", side + "b"
    for away, token in enumerate(part, 1):
        if away <= BESIDE:
            yield f"{side}{away}{token}"
        if away <= PAIRS:
            yield f"{pair}{token}_{last}"
        yield word + token
        for group in known.get(token, ()):
            yield f"{side}g{group}{1 if away == 1 else 3 if away <= BESIDE else 6}"
        if token in STOPS:
            word, pair = side + "y", side + "x"
        last = token
    if len(part) < NEAR:
        yield f"{side}edge{len(part)}"


def _sentence(side: str, part: Sequence[str]) -> Iterator[str]:
    """What the rest of its sentence tells, the two nearest events once more."""
    known = groups()
    seen: set[str] = set()
    events = length = 0
    for length, token in enumerate(part):  # noqa: B007 - how far it goes counts
        if token in STOPS:
            break
        for group in known.get(token, ()):
            if group in seen:
                continue
            seen.add(group)
            yield f"{side}s{group}"
            if group in EVENTS and events < 2:
                events += 1
                yield f"{side}f{events}{group}"
    yield f"{side}slen{length // 4}"


def _neighbours(scene: Scene, order: int) -> Iterator[str]:
    """The next person, place and date to either side, what they are and how near."""
    tokens, place = scene.row.tokens, scene.row.at
    here = place[scene.judged[order]]
    before = scene.judged[max(0, order - HOPS) : order][::-1]
    for side, part in (
        ("-", before),
        ("+", scene.judged[order + 1 : order + 1 + HOPS]),
    ):
        seen: set[Kind] = set()
        for n in part:
            other = scene.entities[n]
            if other.kind in seen:
                continue
            seen.add(other.kind)
            first, last = sorted((here, place[n]))
            nearness = sum(last - first > step for step in APART)
            is_parted = last - first < WIDEST and not STOPS.isdisjoint(
                tokens[first:last]
            )
            parted = "|" if is_parted else ""
            what = f"{side}e{other.kind}:{other.role}"
            yield from (what + parted, f"{what}{nearness}{parted}")


def _standing(scene: Scene, n: int, count: int) -> Iterator[str]:
    """Where in the message it stands, among all and among its kind."""
    at, length = scene.row.at[n], len(scene.row.tokens)
    total = scene.totals[scene.entities[n].kind]
    yield f"n:{min(count, 4)}/{min(total, 4)}"
    if count == total:
        yield "last"
    yield f"of:{FIFTHS * at // length}"
    if at < 4:
        yield "opens"
    if length - at < NEAR:
        yield "ends"
