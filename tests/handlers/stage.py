"""A stage: plays a conversation as the line does, with nothing but values.

Between any two turns the dialogue goes through JSON, as if the process had died.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from handlers.conversation import closing
from handlers.conversation.course import Course, play
from handlers.conversation.scene import (
    Alert,
    Answered,
    CallBack,
    CallOff,
    Died,
    Effect,
    File,
    Forget,
    Remark,
    Scene,
    Wish,
)
from handlers.submit import compose
from handlers.wording import say
from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from storage.codec import pack, unpack
from storage.model.agency import Agency, Level, OpenHours
from storage.model.dialogue import Asking, Dialogue
from storage.model.limits import Limits
from storage.model.message import Incoming, Outgoing, What
from storage.model.tip import Telling, TipStatus

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # ten in the morning, a Wednesday
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEB = Limits(text=4000, buttons=10, label=60, upload_bytes=4 << 30)
OFFICE = Agency(
    1,
    "Ban Chỉ huy Quân sự xã Hòa Bình",
    Level.COMMUNE,
    telephone="0900 000 000",
    hours=(OpenHours((0, 1, 2, 3, 4), 450, 1020),),
)


@cache
def lexicon() -> Lexicon:
    return Lexicon.load()


@cache
def find(text: str) -> tuple[Entity, ...]:
    return extract(text, lexicon())


@dataclass
class Stage:
    """One conversation; `n` is the place of the last line in it, ours or the citizen's.

    `shown` tells at which place a question was first delivered. With `apart` every
    message of the citizen has a place of its own, so far before the next of ours.
    """

    limits: Limits = WEB
    office: Agency = OFFICE
    now: datetime = NOW
    apart: int = 0
    place: int = 0
    dialogue: Dialogue = field(default_factory=Dialogue)
    n: int = 0
    seen: int = 0
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    shown: dict[str, int] = field(default_factory=dict)
    said: list[Outgoing] = field(default_factory=list)
    tips: dict[int, Telling] = field(default_factory=dict)
    calls: list[CallBack] = field(default_factory=list)
    forgotten: int = 0
    alerts: list[Alert] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def put(self, *whats: What, seen: int | None = None) -> list[Outgoing]:
        """Play a burst whose sender had seen us up to `seen`; return what we say."""
        self.seen = max(self.seen, self.n if seen is None else seen)
        return self.bring([self._incoming(what) for what in whats])

    def bring(self, incoming: Sequence[Incoming]) -> list[Outgoing]:
        """Play what a platform brings as one turn; return what we say."""
        dialogue = unpack(Dialogue, pack(self.dialogue))
        course = play(dialogue, incoming, self._scene(), self.limits)
        self._carry_out(course)
        return self._deliver(course)

    def _incoming(self, what: What) -> Incoming:
        self.n += 1
        self.place = max(self.place, self.seen) + bool(self.apart)
        return Incoming(self.n, self.now, what, self.place)

    def _scene(self) -> Scene:
        tip = self.tips.get(self.dialogue.tip or 0)
        return Scene(
            now=self.now,
            zone=ZONE,
            office=self.office,
            find=find,
            delivered=self._delivered,
            new_code=lambda: f"482 915 {len(self.tips) + 637}",
            status=(TipStatus.DRAFT if tip.draft else TipStatus.NEW) if tip else None,
        )

    def _delivered(self, asking: Asking) -> int | None:
        return self.places.get((asking.cause, asking.part))

    def _carry_out(self, course: Course) -> None:
        dialogue = course.dialogue
        for end in course.ended:
            dialogue = closing.followed(
                self._effect(end.dialogue, end.effects), dialogue
            )
        self.dialogue = self._effect(dialogue, course.effects)

    def _effect(self, dialogue: Dialogue, effects: Sequence[Effect]) -> Dialogue:
        self.forgotten += sum(isinstance(effect, Forget) for effect in effects)
        for effect in effects:
            match effect:
                case Answered():
                    self._answer(effect)
                case CallBack():
                    self._call(effect)
                case Alert():
                    self.alerts.append(effect)
                case Wish():
                    self.wishes.append(effect)
                case CallOff():
                    self.calls = []
                case Remark(words=words):
                    self.remarks.append(words)
                case Died():
                    self.remarks.append(say("remark.died"))
        files = [effect for effect in effects if isinstance(effect, File)]
        if not files:
            return dialogue
        tip = dialogue.tip or len(self.tips) + 1
        is_draft = files[-1].draft and not dialogue.confirmed
        code = dialogue.code or self._scene().new_code()
        self.tips[tip] = compose(dialogue, draft=is_draft)
        return replace(dialogue, tip=tip, code=code)

    def _call(self, wish: CallBack) -> None:
        """Bring the one wish that waits up to this, as the office keeps it."""
        old = self.calls[-1] if self.calls else CallBack(None, "", "")
        phone, hour = wish.phone or old.phone, wish.hour or old.hour
        self.calls = [CallBack(phone, hour, wish.reason or old.reason)]

    def _answer(self, answered: Answered) -> None:
        tip, told = self.tips[answered.told.tip], answered.told
        self.tips[told.tip] = replace(
            tip,
            answers=tip.answers | {answered.key: told.answer},
            media=tuple(
                dict.fromkeys((*tip.media, *(one.media for one in told.shown)))
            ),
            locations=tuple(dict.fromkeys((*tip.locations, *told.pins))),
        )

    def _deliver(self, course: Course) -> list[Outgoing]:
        fresh: list[Outgoing] = []
        for cause, messages in course.messages.items():
            for part, message in enumerate(messages):
                self.n += 1 + self.apart
                self.places[cause, part] = self.n
                fresh.append(message)
        self.said += fresh
        asking = self.dialogue.asking
        if asking is not None and (place := self._delivered(asking)) is not None:
            self.shown.setdefault(asking.key, place)
        return fresh
