"""Walking: every way through a flow's questions, to see that each of them ends."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from handlers.conversation.place import CONFIRM, next_key, question_of
from handlers.flows import flow
from handlers.questions import Question
from storage.model.dialogue import Answer, Consent, Dialogue, Source, Words

Following = Callable[[Dialogue], str | None]
TOLD = "lời kể"


def ways(name: str, following: Following = next_key) -> Iterator[str]:
    """Yield where a way through the flow does not end, one sentence a fault.

    `following` says what is asked next: the engine's own place.
    """
    faults: dict[str, None] = {}
    seen: set[tuple[object, ...]] = set()
    waiting = [_begun(name)]
    while waiting:
        dialogue = waiting.pop()
        if (state := _state(dialogue)) in seen:
            continue
        seen.add(state)
        key = following(dialogue)
        question = question_of(dialogue, key or "")
        if key == CONFIRM:
            continue
        if key is None or question is None or key in dialogue.answers:
            faults[f"{name}: the way to {key} never ends."] = None
        elif len(dialogue.asked) >= flow(name).most:
            faults[f"{name}: more than {flow(name).most} questions are asked."] = None
        else:
            waiting += [_on(dialogue, key, held) for held in _answers(question)]
    yield from faults


def _begun(name: str) -> Dialogue:
    return Dialogue(
        flow=name,
        is_chosen=True,
        told=True,
        consent=Consent.GIVEN,
        story=(Words(1, TOLD),),
    )


def _answers(question: Question) -> list[Answer]:
    """Return all that may become of a question: left, forgotten, answered."""
    values = [choice.value for choice in question.choices] or [TOLD]
    said = [Answer(value, TOLD, Source.SAID) for value in values]
    left = (Source.SKIPPED, Source.FORGOTTEN)
    return [*said, *(Answer(None, "", source) for source in left)]


def _on(dialogue: Dialogue, key: str, held: Answer) -> Dialogue:
    return replace(
        dialogue,
        answers={**dialogue.answers, key: held},
        asked=(*dialogue.asked, key),
    )


def _state(dialogue: Dialogue) -> tuple[object, ...]:
    held = {(key, one.value, one.source) for key, one in dialogue.answers.items()}
    return (frozenset(held), frozenset(dialogue.asked))
