"""Filling answers from what was found in any text; never over what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.conversation import contradicting, kinds
from handlers.conversation.fitting import answer_of, fitting, is_better
from handlers.conversation.fragments import entities, is_fragmentary, whole
from handlers.conversation.place import STORY
from handlers.flows import flow
from handlers.informant import CALLBACK
from handlers.questions import Question
from nlp.entity import Entity, Kind
from nlp.roles.outright import outright
from nlp.roles.rectifying import rectified
from nlp.tellings import calling, phoning
from nlp.text import fold
from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source, Words

TOLD = (Source.SAID, Source.OFFICER)
LEFT = (Source.SKIPPED, Source.FORGOTTEN)
FEW = 3  # words, such as "thôi bỏ qua", that only pass over a question
OF_CALL = frozenset(question.key for question in CALLBACK)
# What speaks of the soldier even in an answer about something else.
HIS_ROLES = ("martyr", "born", "enlisted", "died", "hometown", "death", "burial")

# What is answered by the name of somebody who lives, or lived on.
OF_OTHERS = ("other_witnesses", "buried_by", "moved_by", "relic_holder")


def fill(
    dialogue: Dialogue, text: str, found: Sequence[Entity], cause: int
) -> Dialogue:
    """Return the dialogue with answers filled by the text and what it names.

    What we found before gives way only to something that fits the question better; in
    what words he did not answer it stays told.
    """
    return _filled(dialogue, kinds.current(dialogue), text, found, cause)


def _filled(
    dialogue: Dialogue, kind: str, text: str, found: Sequence[Entity], cause: int
) -> Dialogue:
    """Return the dialogue with the answers of this kind that the text fills."""
    said = as_said(text, found)
    gone = contradicting.taken(dialogue, text, found, said)
    found = phoning.own(text, by_his_name(text, at_the_grave(said)))
    named = {one.kind for one in found}
    answers, spare = dict(dialogue.answers), dialogue.spare
    for question in flow(kind).questions:
        held = answers.get(question.key)
        if held is not None and held.source in TOLD:
            continue
        better, fill_by = None, question.fill
        if held is not None:
            held = contradicting.kept(question, held, gone)
        if question.spot is not None:
            better = _spotted(question, text, found, held, cause)
        if better is None and fill_by is not None and fill_by.kind in named:
            better = _named(dialogue, question, found, held, cause)
        if better is not None:
            answers[question.key] = better
            spare += unanswering(held)
    return altered(dialogue, answers=himself_apart(answers), spare=spare)


def unanswering(held: Answer | None) -> tuple[Words, ...]:
    """Return the words by which somebody passed over a question, if they say more."""
    if held is None or held.source not in LEFT or held.cause is None:
        return ()
    is_short = len(held.words.split()) <= FEW
    return () if is_short else (Words(held.cause, held.words),)


def himself_apart(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Return the answers; the soldier's name is neither his teller's nor his other one."""
    soldier = answers.get("martyr_name")
    name = fold(soldier.value or "") if soldier else ""
    twice = [
        key
        for key in ("teller_name", "alias")
        if (held := answers.get(key)) is not None
        and held.source is Source.FOUND
        and name
        and fold(held.value or "") == name
    ]
    if not twice:
        return answers
    return {key: held for key, held in answers.items() if key not in twice}


def spotted(
    question: Question, text: str, found: Sequence[Entity], cause: int | None = None
) -> Answer | None:
    """Return the answer that the words give without naming it outright."""
    spot = question.spot(text, found) if question.spot else None
    return Answer(spot[0], spot[1], Source.FOUND, cause) if spot else None


def _spotted(
    question: Question,
    text: str,
    found: Sequence[Entity],
    held: Answer | None,
    cause: int,
) -> Answer | None:
    """Return what the words say; of two choices the first of the question's counts."""
    if held is None or held.source is not Source.FOUND:
        return spotted(question, text, found, cause)
    better = _before(question, held)
    answer = spotted(question, text, found, cause) if better else None
    return answer if answer and answer.value in better else None


def _before(question: Question, held: Answer) -> list[str | None]:
    """Return the choices that come before the one that is held."""
    order: list[str | None] = [choice.value for choice in question.choices]
    return order[: order.index(held.value)] if held.value in order else []


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
    is_first |= _is_other_name(dialogue, question, held)
    is_taken = is_first or is_better(dialogue, question, best)
    return answer_of(best, cause) if is_taken else None


def _is_other_name(dialogue: Dialogue, question: Question, held: Answer | None) -> bool:
    """Return whether what stands as his name is only what he was called beside it."""
    alias = dialogue.answers.get("alias")
    if held is None or alias is None or question.key != "martyr_name":
        return False
    return fold(held.words) == fold(alias.value or "")


def into_story(
    dialogue: Dialogue, cause: int, text: str, found: tuple[Entity, ...]
) -> Dialogue:
    """Return the dialogue with more of the story, filled by what it says.

    While it is being told, more of it may show another kind: then all is filled anew.
    """
    before = "" if dialogue.told else kinds.current(dialogue)
    dialogue = altered(
        dialogue,
        story=(*dialogue.story, Words(cause, text)),
        found={**dialogue.found, f"story.{cause}": found},
        last=STORY,
    )
    kind = kinds.current(dialogue)
    if dialogue.told or kind == before:
        return _filled(dialogue, kind, text, found, cause)
    return refill(dialogue)


def as_said(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities as the words right at them say, without what is not so."""
    return rectified(text, outright(text, found))


def at_the_grave(found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities; a place named within the words of a grave is that grave's."""
    graves = [entity for entity in found if entity.kind is Kind.BURIAL]
    if not graves:
        return tuple(found)

    def is_there(entity: Entity) -> bool:
        return any(g.start < entity.end and entity.start < g.end for g in graves)

    return tuple(
        replace(entity, role="burial")
        if entity.kind is Kind.PLACE and is_there(entity)
        else entity
        for entity in found
    )


def by_his_name(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities without another name that he had ("tức Hải Lì")."""
    other = calling.alias(text, found) if found else None
    if other is None:
        return tuple(found)
    return tuple(one for one in found if fold(one.text) != fold(other[0]))


def refill(dialogue: Dialogue) -> Dialogue:
    """Fill again from all that was told: the flow was only now decided."""
    told = tuple(_told(dialogue))
    causes = {cause for cause, _, _ in told} | {one.cause for one in dialogue.story}
    answers = {
        key: held
        for key, held in dialogue.answers.items()
        if held.source is not Source.FOUND or key in OF_CALL or held.cause not in causes
    }
    dialogue = altered(dialogue, answers=answers)
    for cause, text, found in told:
        dialogue = fill(dialogue, text, found, cause)
    return dialogue


def beside(question: Question, value: str, found: Sequence[Entity]) -> list[Entity]:
    """Return what an answer names beside what was asked, and may fill other questions.

    Who is asked for a witness or a finder names people and places of his own; a number
    given with a choice is the teller's.
    """
    if question.fill is None:
        is_others = question.key in OF_OTHERS
        his = [
            entity
            for entity in found
            if (
                entity.role in HIS_ROLES
                or (question.choices and entity.kind is Kind.PHONE)
            )
            and not (is_others and entity.kind is Kind.PERSON)
        ]
        return [entity for entity in his if value not in (entity.norm, entity.text)]
    kind = question.fill.kind
    return [e for e in found if e.kind is not kind or value not in (e.norm, e.text)]


def _told(dialogue: Dialogue) -> Iterator[tuple[int, str, Sequence[Entity]]]:
    """Return every text that fills, in the order told: its row, words and names."""
    if dialogue.told and is_fragmentary(dialogue.story):
        yield dialogue.story[-1].cause, whole(dialogue.story), entities(dialogue)
    else:
        for piece in dialogue.story:
            found = dialogue.found.get(f"story.{piece.cause}", ())
            yield piece.cause, piece.text, found
    for question in flow(kinds.current(dialogue)).questions:
        held = dialogue.answers.get(question.key)
        if held is None or held.source is not Source.SAID:
            continue
        named = dialogue.found.get(f"answer:{question.key}", ())
        yield held.cause or 0, held.words, beside(question, held.value or "", named)
