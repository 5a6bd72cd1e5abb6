"""What the model of roles learns from: signs of things that rules found, their true roles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.entity import Kind
from nlp.extract import ruled
from nlp.lexicon import Lexicon
from nlp.roles.evidence import Scene, evidence
from nlp.roles.judging import FEWEST
from nlp.roles.tokens import JUDGED
from nlp.text import read
from tests.reading.generator.scenes import scenes
from tests.reading.generator.telling import tell
from tests.reading.markup import Tip, tips
from tests.reading.renderings import RENDERINGS
from tests.reading.score import pairs

SEED, INVENTED, SCENES = 1, 800, 1000


@dataclass(frozen=True, slots=True)
class Lesson:
    tip: str
    rendering: str
    kind: Kind
    role: str
    rule: str
    signs: tuple[str, ...]

    @property
    def author(self) -> str:
        return self.tip.split(":")[0].removesuffix("_more")


def of_people(lexicon: Lexicon) -> list[Lesson]:
    """Of the development tips in all renderings."""
    return [
        lesson
        for tip in tips("dev")
        for name, render in RENDERINGS.items()
        for lesson in _lessons(render(tip), tip.name, name, lexicon)
    ]


def invented(lexicon: Lexicon) -> list[Lesson]:
    return [
        lesson
        for tip in (*tell(SEED, INVENTED), *scenes(SEED, SCENES))
        for lesson in _lessons(tip, f"invented:{tip.name}", "invented", lexicon)
    ]


def _lessons(tip: Tip, name: str, rendering: str, lexicon: Lexicon) -> Iterator[Lesson]:
    text = read(tip.text)
    found = ruled(text, lexicon)
    scene = Scene.of(found, text, lexicon)
    if len(scene.row.tokens) < FEWEST:
        return  # rules alone read it
    signs = {id(found[n]): told for n, told in evidence(scene)}
    for gold, entity in _met(tip, found):
        if gold.role and id(entity) in signs:
            rule = entity.role or "-"
            told = (*signs[id(entity)], *scene.shared(entity.kind, rule))
            yield Lesson(name, rendering, entity.kind, gold.role, rule, told)


def _met(tip: Tip, found: Iterable):
    for kind in JUDGED:
        wanted = [g for g in tip.gold if g.kind is kind and not g.is_optional]
        yield from pairs(wanted, [e for e in found if e.kind is kind], is_exact=False)
