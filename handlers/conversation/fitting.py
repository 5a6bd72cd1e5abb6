"""Fitting: which of the things that were found answers a question best."""

import re
from collections.abc import Iterable

from handlers.questions import Question
from nlp.entity import SURE, SURE_OF_NAME, Entity, Kind
from storage.model.dialogue import Answer, Dialogue, Source

# A unit small enough to ask somebody there.
OF_OFFICE = re.compile(
    r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu) ", re.IGNORECASE
)


def is_better(dialogue: Dialogue, question: Question, entity: Entity) -> bool:
    """Return whether the entity's role fits better than all that was found so far."""
    known = [one for found in dialogue.found.values() for one in found]
    before = fitting(question, [one for one in known if one != entity])
    return before is None or _rank(question, entity) < _rank(question, before)


def _rank(question: Question, entity: Entity) -> tuple[int, bool]:
    """Return how little it fits: by its role, then whether an office has no use of it.

    "Xã Triệu Nguyên, huyện Đakrông" finds the commune that is to look, "suối La La" not.
    """
    roles = question.fill.roles if question.fill else ()
    role = roles.index(entity.role) if entity.role in roles else len(roles)
    is_nowhere = entity.kind is Kind.PLACE and not OF_OFFICE.search(entity.norm or "")
    return role, is_nowhere


def fitting(question: Question, found: Iterable[Entity]) -> Entity | None:
    """Return the entity that answers the question: role as wished first, then score."""
    fill_by = question.fill
    if fill_by is None:
        return None
    fits = [
        entity
        for entity in found
        if entity.kind is fill_by.kind
        and entity.score >= (SURE_OF_NAME if entity.kind is Kind.PERSON else SURE)
        and (not fill_by.roles or entity.role in fill_by.roles)
        and fill_by.fits(entity)
    ]
    return min(
        fits, key=lambda e: (_rank(question, e), -e.score, e.start), default=None
    )


def answer_of(entity: Entity, cause: int) -> Answer:
    return Answer(entity.norm or entity.text, entity.text, Source.FOUND, cause)
