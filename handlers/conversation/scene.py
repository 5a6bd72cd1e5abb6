"""What a turn may know of the world, and what it may want done; all plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from nlp.entity import Entity
from storage.model.agency import Agency
from storage.model.alert import AlertReason
from storage.model.dialogue import Asking, Dialogue, Elsewhere
from storage.model.limits import Share
from storage.model.message import Button
from storage.model.privacy import Right
from storage.model.tip import TipStatus

Find = Callable[[str], tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """The world around one turn: time, office, what readers find, what was delivered.

    `delivered` gives the platform position of a question's delivery, None if it has
    none yet; `new_code` gives a tip code that nobody has. `since` is where our words
    stand that all follows which is new: what stands before them comes late.
    """

    now: datetime
    zone: tzinfo
    office: Agency
    find: Find
    delivered: Callable[[Asking], int | None]
    new_code: Callable[[], str]
    status: TipStatus | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Something to say, whole; channels' limits split it later.

    `key` is its wording: of several replies in one burst only the last of a key is
    said, and only the last that asks; `news` is said in any case.
    """

    cause: int
    key: str
    text: str
    buttons: tuple[Button, ...] = ()
    asks: str | None = None
    news: str = ""
    author: Literal["bot", "officer"] = "bot"
    offers: Share | None = None


@dataclass(frozen=True, slots=True)
class File:
    """Bring the tip up to what was told; a draft while the teller has not confirmed."""

    draft: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """Consent was refused: destroy the key of all that was sealed."""


@dataclass(frozen=True, slots=True)
class CallBack:
    """Somebody wants a person to call."""

    phone: str | None
    hour: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallOff:
    """Nobody need call any more."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An officer's question about another tip was answered, or answered further."""

    key: str
    told: Elsewhere


@dataclass(frozen=True, slots=True)
class Wish:
    """A teller claims a right over what he gave: staff answer, and see to it, by when."""

    right: Right
    answer_by: datetime
    due_by: datetime


@dataclass(frozen=True, slots=True)
class Agreed:
    """He gave or refused his consent, in words or by a button: kept as evidence."""

    is_given: bool
    form: str


@dataclass(frozen=True, slots=True)
class Alert:
    """Staff must look at once; not a word of what was told goes with it."""

    reason: AlertReason


@dataclass(frozen=True, slots=True)
class SetApart:
    """A file may be a secret paper: nobody reads it until somebody decides."""

    media: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Staff find these words of ours among the notes on the tip."""

    words: str


@dataclass(frozen=True, slots=True)
class Died:
    """The house said that its teller has died: staff read it on all his tips."""


Effect = (
    File | Forget | CallBack | CallOff | Answered | Wish | Agreed | Alert | SetApart
    | Remark | Died
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """What one incoming thing led to; `is_anew`: the telling before it has ended."""

    dialogue: Dialogue
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    is_anew: bool = False
