"""Checking flows and wording: what would embarrass us before a citizen, said first.

Each rule returns sentences; no sentence means that all is well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from handlers import phrasing, walking
from handlers.besides import FOUND_PLACE
from handlers.conversation import kinds
from handlers.conversation.address import EQUAL, NORTHERN, SOUTHERN
from handlers.conversation.place import ADDRESS, CONFIRM, FIX, STORY, WHICH
from handlers.conversation.saying import (
    CONFIRM_CHOICES,
    CONSENT_CHOICES,
    LEAVING,
    STORY_CHOICES,
    WHICH_CHOICES,
)
from handlers.informant import CALLBACK
from handlers.questions import Flow, Question
from handlers.wording import Sentences
from storage.model.limits import Limits
from storage.model.tip import ANSWER_KEYS

KEYS = Path(__file__).parent / "flows" / "keys.txt"
PLACES = (STORY, CONFIRM, FIX)
OURS = (*PLACES, kinds.KIND, ADDRESS, WHICH)
MOST_ASKED = 5
BESIDE = (*CALLBACK, FOUND_PLACE)
ASKED = tuple(f"ask.{key}" for key in (*OURS, *(q.key for q in BESIDE)))
NUMBER = "10. "


def check(
    flows: Mapping[str, Flow],
    said: Mapping[str, Sentences],
    limits: Mapping[str, Limits],
) -> list[str]:
    """Return what is wrong, one sentence each."""
    known = KEYS.read_text("utf-8").split()
    return [
        *recorded(known),
        *chain.from_iterable(keys(name, flow, known) for name, flow in flows.items()),
        *chain.from_iterable(ends(name, flow) for name, flow in flows.items()),
        *chain.from_iterable(walking.ways(name) for name in flows),
        *chain.from_iterable(
            sentences(name, flow, said) for name, flow in flows.items()
        ),
        *(f"{key} has no sentence in wording/." for key in ASKED if key not in said),
        *phrasing.words(said),
        *phrasing.lengths(said),
        *chain.from_iterable(
            room(name, limit, flows, said) for name, limit in limits.items()
        ),
    ]


def recorded(known: list[str]) -> Iterator[str]:
    """A key that stands in the database is never taken off the list."""
    for key, times in Counter(known).items():
        if times > 1:
            yield f"{KEYS.name}: {key} stands {times} times."
    for key in ANSWER_KEYS:
        if key not in known:
            yield f"{KEYS.name}: {key} is gone, but tips hold answers under it."


def keys(name: str, flow: Flow, known: list[str]) -> Iterator[str]:
    """Keys are unique and for ever: they stand in the database."""
    used = Counter(question.key for question in flow.questions)
    for key, times in used.items():
        if times > 1:
            yield f"{name}: the key {key} stands {times} times."
        if key not in known:
            yield f"{name}: the key {key} is not in {KEYS.name}; add it there for ever."
        if key in OURS:
            yield f"{name}: the key {key} belongs to the engine."


def ends(name: str, flow: Flow) -> Iterator[str]:
    """Few questions are asked, and each can be left."""
    if flow.most > MOST_ASKED:
        yield f"{name}: asks up to {flow.most} questions, {MOST_ASKED} are enough."
    reserved = [q for q in flow.questions if q.is_reserved and q.is_asked]
    if len(reserved) > flow.most:
        yield f"{name}: reserves {len(reserved)} places of {flow.most}."
    left = {choice.value for choice in LEAVING}
    for question in flow.questions:
        values = Counter(choice.value for choice in question.choices)
        if left & set(values) or max(values.values(), default=1) > 1:
            yield f"{name}: two choices of {question.key} have the same value."


def sentences(name: str, flow: Flow, said: Mapping[str, Sentences]) -> Iterator[str]:
    """Every kind has its name, every question its sentence, every fact its name.

    A question that is put again needs other words.
    """
    if f"kind.{name}" not in said:
        yield f"kind.{name} has no sentence in wording/."
    for question in flow.questions:
        for key in (f"ask.{question.key}", f"fact.{question.key}"):
            if key not in said:
                yield f"{key} has no sentence in wording/."
        again = said.get(f"ask.{name}.{question.key}", said.get(f"ask.{question.key}"))
        if again is not None and len(again) == 1:
            yield f"ask.{question.key} has no other words to be put again."


def room(
    name: str, limits: Limits, flows: Mapping[str, Flow], said: Mapping[str, Sentences]
) -> Iterator[str]:
    """Every sentence and every button fits the channel.

    The ways to leave a question are listed as words where buttons run short.
    """
    yield from phrasing.room(name, limits, said)
    for question in questions(flows):
        if len(question.choices) > limits.buttons:
            yield f"{name}: {question.key} has more than {limits.buttons} buttons."
    for label in labels(flows):
        if len(NUMBER + label) > limits.label:
            yield f"{name}: the button «{label}» is longer than {limits.label}."


def questions(flows: Mapping[str, Flow]) -> tuple[Question, ...]:
    """Return all that may be asked, of a call-back and a find that broke in too."""
    return (*BESIDE, *(q for flow in flows.values() for q in flow.questions))


def labels(flows: Mapping[str, Flow]) -> Iterator[str]:
    """Return every label that a button may carry."""
    fixed = (
        CONFIRM_CHOICES, CONSENT_CHOICES, STORY_CHOICES, WHICH_CHOICES, LEAVING,
        kinds.choices(),
    )  # fmt: skip
    asked = (question.choices for question in questions(flows))
    for choice in chain(*fixed, *asked):
        yield choice.label
    for address in (NORTHERN | SOUTHERN | EQUAL).values():
        yield address.you.capitalize()
