"""Filling answers from what was found in any text; never over what was said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.conversation.place import STORY
from handlers.flows import flow
from handlers.questions import Question
from nlp.entity import Entity, Kind
from storage.model.dialogue import Answer, Dialogue, Source, Words

SURE = 0.5
TOLD = (Source.SAID, Source.OFFICER)


def fill(
    dialogue: Dialogue, text: str, found: Sequence[Entity], cause: int
) -> Dialogue:
    """Return the dialogue with answers filled by the text and what it names.

    What we found before gives way only to something that fits the question better.
    """
    found = at_the_grave(found)
    answers = dict(dialogue.answers)
    for question in flow(dialogue.flow).questions:
        held = answers.get(question.key)
        if held is not None and held.source in TOLD:
            continue
        better = _spotted(question, text, held, cause) or _named(
            dialogue, question, found, held, cause
        )
        if better is not None:
            answers[question.key] = better
    return replace(dialogue, answers=answers)


def spotted(question: Question, text: str, cause: int | None = None) -> Answer | None:
    """Return the answer that the words give without naming anything."""
    spot = question.spot(text) if question.spot else None
    return Answer(spot[0], spot[1], Source.FOUND, cause) if spot else None


def _spotted(
    question: Question, text: str, held: Answer | None, cause: int
) -> Answer | None:
    """Return what the words say; of two choices the first of the question's counts."""
    answer = spotted(question, text, cause)
    if answer is None or held is None or held.source is not Source.FOUND:
        return answer
    order = [choice.value for choice in question.choices]
    stronger = order[: order.index(answer.value or "")]
    return None if held.value in (*stronger, answer.value) else answer


def _named(
    dialogue: Dialogue,
    question: Question,
    found: Sequence[Entity],
    held: Answer | None,
    cause: int,
) -> Answer | None:
    """Return what is named, if it fits better than what we found before."""
    best = fitting(question, found)
    if best is None:
        return None
    is_first = held is None or held.source is not Source.FOUND
    is_taken = is_first or _is_better(dialogue, question, best)
    return answer_of(best, cause) if is_taken else None


def into_story(
    dialogue: Dialogue, cause: int, text: str, found: tuple[Entity, ...]
) -> Dialogue:
    """Return the dialogue with more of the story, filled by what it says."""
    dialogue = replace(
        dialogue,
        story=(*dialogue.story, Words(cause, text)),
        found={**dialogue.found, f"story.{cause}": found},
        last=STORY,
    )
    return fill(dialogue, text, found, cause)


def at_the_grave(found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities; a place named within the words of a grave is that grave's."""
    graves = [entity for entity in found if entity.kind is Kind.BURIAL]

    def is_there(entity: Entity) -> bool:
        return any(g.start < entity.end and entity.start < g.end for g in graves)

    return tuple(
        replace(entity, role="burial")
        if entity.kind is Kind.PLACE and is_there(entity)
        else entity
        for entity in found
    )


def refill(dialogue: Dialogue) -> Dialogue:
    """Fill again from the story as far as it was told: the flow was only now decided."""
    for piece in dialogue.story:
        found = dialogue.found.get(f"story.{piece.cause}", ())
        dialogue = fill(dialogue, piece.text, found, piece.cause)
    return dialogue


def _is_better(dialogue: Dialogue, question: Question, entity: Entity) -> bool:
    """Return whether the entity's role fits better than all that was found so far."""
    known = [one for found in dialogue.found.values() for one in found]
    before = fitting(question, [one for one in known if one != entity])
    return before is None or _rank(question, entity) < _rank(question, before)


def _rank(question: Question, entity: Entity) -> int:
    roles = question.fill.roles if question.fill else ()
    return roles.index(entity.role) if entity.role in roles else len(roles)


def fitting(question: Question, found: Iterable[Entity]) -> Entity | None:
    """Return the entity that answers the question: role as wished first, then score."""
    fill_by = question.fill
    if fill_by is None:
        return None
    fits = [
        entity
        for entity in found
        if entity.kind is fill_by.kind
        and entity.score >= SURE
        and (not fill_by.roles or entity.role in fill_by.roles)
    ]
    return min(
        fits, key=lambda e: (_rank(question, e), -e.score, e.start), default=None
    )


def answer_of(entity: Entity, cause: int) -> Answer:
    return Answer(entity.norm or entity.text, entity.text, Source.FOUND, cause)
