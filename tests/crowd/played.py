"""Played: all that is known of one conversation after it: sent, asked, kept."""

from dataclasses import dataclass, field

from storage.model.tip import Telling
from tests.crowd.teller import Teller, Utterance
from tests.handlers.stage import Stage


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that we put, and whether its answer had been told before."""

    key: str
    was_told: bool


@dataclass
class Played:
    """One conversation; `turns` is how often the teller acted."""

    teller: Teller
    stage: Stage
    told: set[str] = field(default_factory=set)
    gave: set[str] = field(default_factory=set)  # in answer to a question for it
    words: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=dict)  # what told which fact
    media: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    is_invited: bool = False
    turns: int = 0
    is_endless: bool = False

    @property
    def tip(self) -> Telling | None:
        return next(reversed(self.stage.tips.values()), None)

    @property
    def ending(self) -> str:
        """Return how it ended, in the words of the design."""
        if self.is_endless:
            return "endless"
        if self.tip is not None:
            return "draft" if self.tip.draft else "filed"
        if self.stage.forgotten:
            return "tombstone"
        return "empty" if not self.words and not self.media else "lost"

    def hears(self, key: str) -> None:
        self.asked.append(Asked(key, key in self.told))

    def tells(self, said: Utterance) -> None:
        self.told |= said.tells
        self.words.append(said.text)
        for key in said.tells:
            self.said.setdefault(key, []).append(said.text)
