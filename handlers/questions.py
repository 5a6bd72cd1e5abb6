"""Questions as data: what a flow may ask, how an answer is read, what fills it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from handlers.readers import Reader
from nlp.entity import Entity, Kind
from storage.model.dialogue import Answer, Source
from storage.model.tip import TipKind

Answers = Mapping[str, Answer]
Condition = Callable[[Answers], bool]
# Of a text and what it names: the value that it gives and the words that say so.
Spot = Callable[[str, Sequence[Entity]], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few answers: a value for ever, a word to show, words that mean it.

    `words` are folded; `marked` mean it only with their marks (đúng, not dừng).
    """

    value: str
    label: str
    words: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """What in a text answers a question by itself; no role means any role.

    `fits`: what else must be true of it.
    """

    kind: Kind
    roles: tuple[str | None, ...] = ()
    fits: Callable[[Entity], bool] = lambda _entity: True


def always(_answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing we may ask. Its key is for ever; its sentences stand in wording/.

    `is_asked` False: it is filled or corrected, but never asked on our own account.
    `is_reserved`: it keeps a place among the few that a flow may ask.
    """

    key: str
    read: Reader
    fill: Fill | None = None
    spot: Spot | None = None
    choices: tuple[Choice, ...] = ()
    when: Condition = always
    is_asked: bool = True
    is_reserved: bool = False
    reads_number: bool = False

    def unasked(self) -> "Question":
        """Return the question for a flow that only fills or corrects it."""
        return replace(self, is_asked=False)


@dataclass(frozen=True)
class Flow:
    """A kind of tip: what is asked, most useful first, and at most how many.

    `is_urgent`: nothing is asked that can wait, not even how to address the teller.
    """

    kind: TipKind
    questions: tuple[Question, ...]
    most: int = 5
    is_urgent: bool = False

    def question(self, key: str) -> Question | None:
        """Return the question with this key; None when no deploy knows it any more."""
        return self._keyed.get(key)

    @cached_property
    def _keyed(self) -> Mapping[str, Question]:
        return {question.key: question for question in reversed(self.questions)}


def is_said(answers: Answers, key: str) -> bool:
    """Return whether something stands under this key, told or found."""
    answer = answers.get(key)
    return answer is not None and answer.source in (
        Source.SAID, Source.FOUND, Source.OFFICER,
    )  # fmt: skip
