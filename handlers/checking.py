"""Checking flows and wording: what would embarrass us before a citizen, said first.

Each rule returns sentences; no sentence means that all is well.
"""

import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from handlers.conversation.place import CONFIRM, FIX, STORY
from handlers.conversation.saying import (
    CONFIRM_CHOICES,
    CONSENT_CHOICES,
    LEAVING,
    STORY_CHOICES,
)
from handlers.informant import CALLBACK
from handlers.questions import Flow, Question
from handlers.wording import Sentences
from storage.model.limits import Limits

KEYS = Path(__file__).parent / "flows" / "keys.txt"
PLACES = (STORY, CONFIRM, FIX)
MOST_ASKED = 5
ASKED = tuple(f"ask.{key}" for key in (*PLACES, *(q.key for q in CALLBACK)))
# Longest that a name, a code or a telephone takes in a sentence.
FACT = "x" * 60
NUMBER = "10. "

# Words that wound or belittle (DESIGN section 8), on word borders; "xác minh", "chính
# xác" and "trùng khớp" stay allowed.
FORBIDDEN = re.compile(
    r"\b(?:khai báo|đối tượng|bộ xương|độ tin cậy thấp|ngụy|vô danh|liệt sỹ|sai"
    r"|(?<!chính )xác(?! minh| định| nhận)|trùng(?! khớp)|địch)\b",
    re.IGNORECASE,
)


def check(
    flows: Mapping[str, Flow],
    said: Mapping[str, Sentences],
    limits: Mapping[str, Limits],
) -> list[str]:
    """Return what is wrong, one sentence each."""
    known = KEYS.read_text("utf-8").split()
    return [
        *chain.from_iterable(keys(name, flow, known) for name, flow in flows.items()),
        *chain.from_iterable(ends(name, flow) for name, flow in flows.items()),
        *chain.from_iterable(sentences(flow, said) for flow in flows.values()),
        *(f"{key} has no sentence in wording/." for key in ASKED if key not in said),
        *words(said),
        *chain.from_iterable(
            room(name, limit, flows, said) for name, limit in limits.items()
        ),
    ]


def keys(name: str, flow: Flow, known: list[str]) -> Iterator[str]:
    """Keys are unique and for ever: they stand in the database."""
    used = Counter(question.key for question in flow.questions)
    for key, times in used.items():
        if times > 1:
            yield f"{name}: the key {key} stands {times} times."
        if key not in known:
            yield f"{name}: the key {key} is not in {KEYS.name}; add it there for ever."
        if key in PLACES:
            yield f"{name}: the key {key} belongs to the engine."


def ends(name: str, flow: Flow) -> Iterator[str]:
    """Every path ends: few questions, and each can be left."""
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


def sentences(flow: Flow, said: Mapping[str, Sentences]) -> Iterator[str]:
    """Every question has its sentence, and every fact its name."""
    for question in flow.questions:
        for key in (f"ask.{question.key}", f"fact.{question.key}"):
            if key not in said:
                yield f"{key} has no sentence in wording/."


def words(said: Mapping[str, Sentences]) -> Iterator[str]:
    """No sentence is empty or holds a word that we do not say to citizens."""
    for key, variants in said.items():
        for variant in variants:
            if not variant.strip():
                yield f"{key} is empty."
            if found := FORBIDDEN.search(variant):
                yield f"{key} says «{found[0]}»."


def room(
    name: str, limits: Limits, flows: Mapping[str, Flow], said: Mapping[str, Sentences]
) -> Iterator[str]:
    """Every sentence and every button fits the channel.

    The ways to leave a question are listed as words where buttons run short.
    """
    for key, variants in said.items():
        for variant in variants:
            if len(filled(variant)) > limits.text:
                yield f"{name}: {key} is longer than {limits.text} characters."
    for question in questions(flows):
        if len(question.choices) > limits.buttons:
            yield f"{name}: {question.key} has more than {limits.buttons} buttons."
    for label in labels(flows):
        if len(NUMBER + label) > limits.label:
            yield f"{name}: the button «{label}» is longer than {limits.label}."


def questions(flows: Mapping[str, Flow]) -> tuple[Question, ...]:
    """Return all that may be asked, of the teller and of a call-back too."""
    return (*CALLBACK, *(q for flow in flows.values() for q in flow.questions))


def labels(flows: Mapping[str, Flow]) -> Iterator[str]:
    """Return every label that a button may carry."""
    fixed = (CONFIRM_CHOICES, CONSENT_CHOICES, STORY_CHOICES, LEAVING)
    asked = (question.choices for question in questions(flows))
    for choice in chain(*fixed, *asked):
        yield choice.label


def filled(sentence: str) -> str:
    """Return the sentence with the longest facts in its places."""
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    return sentence.format_map(dict.fromkeys(names, FACT))
