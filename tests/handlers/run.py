"""A run: a conversation being played, and what its citizen has told in it."""

from dataclasses import dataclass, field

from storage.model.message import (
    Asked,
    Edited,
    Lapsed,
    Pressed,
    Said,
    Shared,
    What,
)
from tests.handlers.arriving import (
    AsksBack,
    Deploys,
    Edits,
    Lapses,
    Presses,
    Shares,
    Step,
    Tells,
)
from tests.handlers.stage import Stage


@dataclass
class Run:
    """A conversation being played, and what its citizen has told in it."""

    stage: Stage
    told: list[str] = field(default_factory=list)
    said_at: dict[str, int] = field(default_factory=dict)
    words: list[int] = field(default_factory=lambda: [0])
    edited: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)
    asked: int = 0
    renewed: int = 0  # how much we had said when he last refused

    def mark(self) -> str:
        mark = f"w{len(self.said_at)}w"
        self.said_at[mark] = -1
        return mark

    def what(self, step: Step) -> What:
        match step:
            case Tells(text=text):
                return Said(text.format(self.mark()))
            case Edits(back=back, text=text):
                place = self.words[-1 - back % len(self.words)]
                if back < 0:
                    place = self.stage.place - back  # still to come
                return Edited(place, text.format(self.mark()))
            case Shares(is_own=is_own):
                return Shared(self.mark(), "0912 000 777", is_own)
            case Presses(back=back):
                buttons = [b for out in self.stage.said for b in out.buttons]
                if not buttons:
                    return Pressed("consent", "yes")
                button = buttons[-1 - back % len(buttons)]
                return Pressed(button.key, button.value)
            case Lapses(timer=timer, is_stale=is_stale):
                return Lapsed(timer, self.stage.dialogue.turn - is_stale)
            case AsksBack() | Deploys():
                self.asked += 1
                text = f"câu hỏi {self.asked}?"
                about = 1 if self.stage.tips else None  # perhaps told long ago
                return Asked(self.asked, text, "xã Hòa Bình", about, "482 915 637")
            case _:
                return step


def words_of(what: What) -> str:
    match what:
        case Said(text=text) | Edited(text=text) | Shared(name=text):
            return text
        case _:
            return ""
