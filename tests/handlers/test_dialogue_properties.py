"""Whatever arrives in whatever order: what must hold of a conversation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.flows import flow
from handlers.informant import CALLBACK
from handlers.place import FIX, has_content
from handlers.submit import compose
from storage.model.dialogue import Consent, Dialogue, Source
from storage.model.message import (
    Asked,
    Lapsed,
    Limits,
    Outgoing,
    Pressed,
    Said,
    What,
)
from storage.model.tip import Telling
from tests.handlers.arriving import (
    AsksBack,
    Deploys,
    Lapses,
    Presses,
    Step,
    Tells,
    bursts,
    deploy,
    flows_restored,
)
from tests.handlers.stage import WEB, Stage

TOKEN = re.compile(r"\bw\d+w\b")
NARROW = Limits(text=160, buttons=4, label=20, upload_bytes=0)


@dataclass
class Run:
    """A conversation being played, and what its citizen has told in it."""

    stage: Stage
    told: list[str] = field(default_factory=list)
    said_at: dict[str, int] = field(default_factory=dict)
    asked: int = 0

    def what(self, step: Step) -> What:
        match step:
            case Tells(text=text):
                mark = f"w{len(self.said_at)}w"
                self.said_at[mark] = -1
                return Said(text.format(mark))
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


@given(bursts, st.sampled_from((WEB, NARROW)))
@settings(max_examples=150, deadline=None)
def test_nothing_that_arrives_breaks_a_promise(
    played: list[tuple[list[Step], bool]], limits: Limits
) -> None:
    run = Run(Stage(limits))
    with flows_restored():
        for steps, is_early in played:
            turn(run, steps, is_early=is_early)
        finish(run)


def turn(run: Run, steps: list[Step], *, is_early: bool) -> None:
    for step in steps:
        if isinstance(step, Deploys):
            deploy(step.change)
    whats = [run.what(step) for step in steps if not isinstance(step, Deploys)]
    if whats:
        play(run, whats, is_early=is_early)


def play(run: Run, whats: list[What], *, is_early: bool = False) -> None:
    stage, before = run.stage, run.stage.dialogue
    unseen = len(stage.said)
    tips, forgotten = len(stage.tips), stage.forgotten
    is_new = before.consent is Consent.REFUSED  # and hears the welcome once more
    last = stage.said[-1] if stage.said and not is_new else None
    has_pressed = any(isinstance(what, Pressed) for what in whats)
    seen = stage.seen if is_early and not has_pressed else None
    fresh = stage.put(*whats, seen=seen)
    for what in whats:
        for mark in marks([what.text]) if isinstance(what, Said) else ():
            run.said_at[mark] = stage.seen
            run.told.append(mark)
    if stage.forgotten != forgotten:  # consent was refused, and this is a promise too
        run.told = [mark for mark in run.told if mark in marks(kept(stage))]
        last = None
    every_input_is_answered(whats, fresh)
    nothing_is_said_twice(last, fresh)
    limits_are_kept(stage, unseen)
    no_word_is_lost(run)
    no_answer_is_misplaced(run)
    is_anew = stage.dialogue.tip is None or len(stage.tips) != tips
    said_stays_said(before, stage.dialogue, is_anew=is_anew)
    assert len(stage.dialogue.asked) <= flow(stage.dialogue.flow).most


def every_input_is_answered(whats: list[What], fresh: list[Outgoing]) -> None:
    """Only timers and an officer's next question may pass without a word."""
    is_silent = all(isinstance(what, Lapsed | Asked) for what in whats)
    assert fresh or is_silent


def nothing_is_said_twice(last: Outgoing | None, fresh: list[Outgoing]) -> None:
    said = [last, *fresh]
    for one, other in pairwise(said):
        assert one is None or other is None or one.text != other.text


def limits_are_kept(stage: Stage, first: int) -> None:
    for out in stage.said[first:]:
        assert 0 < len(out.text) <= stage.limits.text
        assert len(out.buttons) <= stage.limits.buttons
        assert all(0 < len(b.label) <= stage.limits.label for b in out.buttons)


def no_word_is_lost(run: Run) -> None:
    held = kept(run.stage)
    assert set(run.told) <= set(marks(held))
    dialogue = run.stage.dialogue
    if dialogue.tip is not None and dialogue.tip in run.stage.tips:
        filed = run.stage.tips[dialogue.tip]
        now = compose(dialogue, draft=filed.draft)
        assert set(marks(texts(now))) == set(marks(texts(filed)))
    for telling in tellings(run.stage):
        order = [int(mark[1:-1]) for mark in marks([telling.story])]
        assert order == sorted(order)


def no_answer_is_misplaced(run: Run) -> None:
    for telling in tellings(run.stage):
        for key, held in telling.answers.items():
            own = list(marks([held.words]))
            # A number to call is taken whenever it is told.
            if held.source is Source.SAID and own and key != "callback_phone":
                assert run.said_at[own[0]] >= shown_at(run.stage, key)


def shown_at(stage: Stage, key: str) -> int:
    """Return where a question was first put, or the choice of what to correct."""
    places = [stage.shown[name] for name in (key, FIX) if name in stage.shown]
    return min(places)


def said_stays_said(before: Dialogue, after: Dialogue, *, is_anew: bool) -> None:
    if is_anew:
        return
    for key, held in before.answers.items():
        if held.source is Source.SAID and key not in {q.key for q in CALLBACK}:
            assert after.answers[key].source is not Source.FOUND


def finish(run: Run) -> None:
    """Consent if asked, then `xong` until nothing is left to end."""
    stage = run.stage
    play(run, [Pressed("consent", "yes")])
    for _ in range(12 + run.asked):
        play(run, [Said("xong")])
    dialogue = stage.dialogue
    assert not dialogue.officer
    if has_content(dialogue):
        assert dialogue.confirmed
        assert not stage.tips[dialogue.tip or 0].draft
    else:
        assert not dialogue.confirmed


def tellings(stage: Stage) -> list[Telling]:
    return [*stage.tips.values(), compose(stage.dialogue, draft=True)]


def kept(stage: Stage) -> list[str]:
    """Return all words that stand somewhere: sealed, told, filed."""
    sealed = [i.what.text for i in stage.dialogue.sealed if isinstance(i.what, Said)]
    return sealed + [text for telling in tellings(stage) for text in texts(telling)]


def texts(telling: Telling) -> list[str]:
    return [
        telling.story, telling.spare, *(held.words for held in telling.answers.values())
    ]  # fmt: skip


def marks(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from TOKEN.findall(text)
