"""Filling answers from what was found in any text; never over what was said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.flows import flow
from handlers.questions import Question
from nlp.entity import Entity
from storage.model.dialogue import Answer, Dialogue, Source

SURE = 0.5


def fill(dialogue: Dialogue, found: Sequence[Entity], cause: int) -> Dialogue:
    """Return the dialogue with open answers filled by `found`, best first."""
    answers = dict(dialogue.answers)
    for question in flow(dialogue.flow).questions:
        if is_held(answers.get(question.key)):
            continue
        best = fitting(question, found)
        if best is not None:
            answers[question.key] = answer_of(best, cause)
    return replace(dialogue, answers=answers)


def refill(dialogue: Dialogue) -> Dialogue:
    """Fill again from everything found so far: the flow was only now decided."""
    for found in dialogue.found.values():
        dialogue = fill(
            dialogue, found, dialogue.story[0].cause if dialogue.story else 0
        )
    return dialogue


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
    roles = fill_by.roles or (None,)
    rank = {role: place for place, role in enumerate(roles)}
    return min(
        fits,
        key=lambda e: (rank.get(e.role, len(rank)), -e.score, e.start),
        default=None,
    )


def answer_of(entity: Entity, cause: int) -> Answer:
    return Answer(entity.norm or entity.text, entity.text, Source.FOUND, cause)


def is_held(answer: Answer | None) -> bool:
    """Return whether an answer stands that a finding may not replace."""
    return answer is not None and answer.source in (
        Source.SAID, Source.OFFICER, Source.FOUND,
    )  # fmt: skip
