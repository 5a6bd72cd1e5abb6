"""Submitting: what a conversation gives to its tip, composed purely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.conversation import abuse
from handlers.conversation.filling import spotted
from handlers.conversation.fitting import answer_of, fitting
from handlers.conversation.kinds import current
from handlers.flows import flow
from handlers.questions import Question
from handlers.soldiers import renumbered
from nlp.entity import Entity, Kind
from nlp.files.idcards import masked
from storage.model.dialogue import Answer, Dialogue, Source
from storage.model.evidence import Location
from storage.model.tip import Telling

# Clear tips come first (plan of 7 March 2024, I.3: "dễ, rõ trước"); weights are ours.
CLARITY = {
    "place": 20, "landmark": 15, "martyr_name": 15, "unit": 10, "died": 10,
    "teller_phone": 10,
}  # fmt: skip
FIRST_HAND = {"buried": 20, "saw": 10}
PINNED = 20
COORD_RADIUS_M = 100.0


def compose(dialogue: Dialogue, *, draft: bool) -> Telling:
    """Return the telling: every word, what was read, what was shown, where."""
    entities = tuple(_entities(dialogue))
    apart = abuse.reason(dialogue)
    return Telling(
        kind=flow(current(dialogue)).kind,
        draft=draft,
        story=masked("\n".join(piece.text for piece in dialogue.story)),
        spare=masked("\n".join(piece.text for piece in dialogue.spare)),
        answers={key: _masked(held) for key, held in dialogue.answers.items()},
        readings=_readings(dialogue),
        entities=entities,
        locations=dialogue.pins + tuple(_coordinates(entities)),
        media=tuple(item.media for item in dialogue.shown),
        source=dialogue.source,
        priority=0 if apart else priority(dialogue),
        apart=apart,
    )


def _masked(held: Answer) -> Answer:
    """Return the answer without the number of an identity card in its words."""
    value = masked(held.value) if held.value else held.value
    return replace(held, value=value, words=masked(held.words))


def priority(dialogue: Dialogue) -> int:
    """Return how clear and valuable the telling is, 0 to 100."""
    answers = dialogue.answers
    points = sum(worth for key, worth in CLARITY.items() if _stands(answers.get(key)))
    known = answers.get("how_known")
    points += FIRST_HAND.get(known.value or "", 0) if known else 0
    points += PINNED if dialogue.pins else 0
    return min(points, 100)


def _entities(dialogue: Dialogue) -> Iterator[tuple[str, Entity]]:
    """Yield what the words name, at its place in the whole story or in an answer."""
    texts: list[tuple[str, int, tuple[Entity, ...]]] = []
    length = 0
    for piece in dialogue.story:
        texts.append(("story", length, dialogue.found.get(f"story.{piece.cause}", ())))
        length += len(piece.text) + 1
    for where, found in dialogue.found.items():
        if where.startswith("answer:"):
            texts.append((where, 0, found))
    numbered = renumbered(found for _, _, found in texts)
    for (where, start, _), entities in zip(texts, numbered, strict=True):
        for entity in entities:
            yield where, moved(entity, start)


def moved(entity: Entity, by: int) -> Entity:
    """Return the entity at its place in a longer text."""
    return replace(entity, start=entity.start + by, end=entity.end + by)


def _readings(dialogue: Dialogue) -> dict[str, str]:
    """Return what the machine read for each question, beside what was said."""
    found = [entity for entities in dialogue.found.values() for entity in entities]
    read = {
        question.key: _spotted(question, dialogue) or _named(question, found)
        for question in flow(current(dialogue)).questions
    }
    return {key: held.value for key, held in read.items() if held and held.value}


def _spotted(question: Question, dialogue: Dialogue) -> Answer | None:
    """Return the first thing that a piece of the story says of this."""
    answers = (
        spotted(question, piece.text, dialogue.found.get(f"story.{piece.cause}", ()))
        for piece in dialogue.story
    )
    return next(filter(None, answers), None)


def _named(question: Question, found: Sequence[Entity]) -> Answer | None:
    entity = fitting(question, found)
    return answer_of(entity, 0) if entity is not None else None


def _coordinates(entities: Iterable[tuple[str, Entity]]) -> Iterable[Location]:
    for where, entity in entities:
        if entity.kind is Kind.COORD and entity.norm:
            lat, _, lon = entity.norm.partition(",")
            yield Location(float(lat), float(lon), COORD_RADIUS_M, "text", where)


def _stands(answer: Answer | None) -> bool:
    return answer is not None and answer.source not in (
        Source.SKIPPED, Source.FORGOTTEN,
    )  # fmt: skip
