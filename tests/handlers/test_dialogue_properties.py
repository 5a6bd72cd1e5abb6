"""Whatever arrives in whatever order: what must hold of a conversation."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.besides import FOUND_BESIDE, FRAUD_BESIDE
from handlers.conversation.abuse import reason
from handlers.conversation.place import FIX, has_content
from handlers.flows import flow
from handlers.informant import CALLBACK
from handlers.submit import compose
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.dialogue import Consent, Dialogue, Source
from storage.model.limits import Limits
from storage.model.message import (
    Asked,
    Command,
    Commanded,
    Echoed,
    Edited,
    Gone,
    Lapsed,
    Odd,
    Outgoing,
    Pressed,
    Released,
    Said,
    Shared,
    Taken,
    What,
    Withdrew,
)
from storage.model.tip import Telling
from tests.handlers.arriving import (
    TELLINGS,
    AsksBack,
    Deploys,
    Edits,
    Presses,
    Shares,
    Step,
    Tells,
    bursts,
    decided,
    deploy,
    flows_restored,
)
from tests.handlers.run import Run, words_of
from tests.handlers.stage import WEB, Stage

TOKEN = re.compile(r"\bw\d+w\b")
UNANSWERED = (
    Lapsed, Asked, Gone, Taken, Released, Withdrew, Echoed, Odd, StatusChanged, TellerDied,
    Cleared,
)  # fmt: skip
NARROW = Limits(text=160, buttons=4, label=20, upload_bytes=0)
UNASKED = ("callback_phone", FOUND_BESIDE.key, FRAUD_BESIDE.key)
TELLS = Tells(TELLINGS[0])
AGREES = ([Pressed("consent", "yes")], False)
CARD = [Shares(is_own=True), Edits(-1, "{}")]
ASKED_AND_GONE = ([AsksBack(), AsksBack(), Gone()], False)
DONE_AND_TELLS = ([Said("xong"), TELLS], False)
TOLD_AND_ASKED = [([TELLS], False), AGREES, ([Said("1")], False)]
REFUSED_AND_CALLED = ([Presses(0), Presses(1)], False)
CALLED = ([Presses(0)], False)
CARDS_TO_OFFICER = (
    [Taken("Chào bác"), Shares(is_own=True), Shares(is_own=True)],
    False,
)
TWO_DECIDED = ([decided(1, "verified"), decided(2, "verified")], False)
DIED_AND_AGREES = ([TellerDied(), Pressed("consent", "yes")], False)
WITHDRAWS = ([Commanded(Command.WITHDRAW)], False)
RIGHT_TWICE = ([Said("đúng"), Said("đúng")], False)
DIED_AND_NEW = ([TellerDied(), Commanded(Command.NEW)], False)
NEW = ([TELLS, Commanded(Command.NEW)], False)
WITHDREW_AGAIN = ([TELLS, Withdrew(), TELLS], False)


@given(bursts, st.sampled_from((WEB, NARROW)))
@example([([AsksBack()], False), (CARD, True)], WEB)
@example([AGREES, ([AsksBack()], False), (CARD, True)], WEB)
@example([AGREES, ASKED_AND_GONE, DONE_AND_TELLS], WEB)
@example([*TOLD_AND_ASKED, ([AsksBack(), TELLS, Gone()], False)], WEB)
@example([([TELLS], False), REFUSED_AND_CALLED, ([TELLS], False)], WEB)
@example([([TELLS], False), CALLED, CARDS_TO_OFFICER], WEB)
@example([([TELLS], False), REFUSED_AND_CALLED, CARDS_TO_OFFICER], WEB)
@example([AGREES, ([Withdrew()], False), WITHDREW_AGAIN], WEB)
@example([AGREES, TWO_DECIDED], WEB)
@example([([TELLS], False), DIED_AND_AGREES, NEW], WEB)
@example([AGREES, DIED_AND_NEW], WEB)
@example([AGREES, WITHDRAWS, RIGHT_TWICE], WEB)
@settings(max_examples=150, deadline=None)
def test_nothing_that_arrives_breaks_a_promise(
    played: list[tuple[list[Step], bool]], limits: Limits
) -> None:
    run = Run(Stage(limits, apart=1000))
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
    last = stage.said[-1] if stage.said[run.renewed :] and not is_new else None
    has_pressed = any(isinstance(what, Pressed) for what in whats)
    seen = stage.seen if is_early and not has_pressed else None
    first = max(stage.place, stage.seen if seen is not None else stage.n)
    fresh = stage.put(*whats, seen=seen)
    for at, what in enumerate(whats, first + 1):
        run.words += [at] if isinstance(what, Said) else []
    for what in whats:
        for mark in marks([words_of(what)]):
            is_edit = isinstance(what, Edited)
            run.said_at[mark] = what.message if is_edit else stage.seen
            run.told.append(mark)
            run.edited |= {mark} if is_edit else set()
            run.cards |= {mark} if isinstance(what, Shared) else set()
    if stage.forgotten != forgotten:  # consent was refused, and this is a promise too
        run.told = [mark for mark in run.told if mark in marks(kept(stage))]
        last, run.renewed = None, unseen
    every_input_is_answered(whats, fresh, stage.dialogue)
    nothing_is_said_twice(last, fresh)
    limits_are_kept(stage, unseen)
    no_word_is_lost(run)
    no_answer_is_misplaced(run)
    is_anew = stage.dialogue.tip is None or len(stage.tips) != tips
    said_stays_said(before, stage.dialogue, is_anew=is_anew)
    assert len(stage.dialogue.asked) <= flow(stage.dialogue.flow).most


def every_input_is_answered(
    whats: list[What], fresh: list[Outgoing], dialogue: Dialogue
) -> None:
    """Only what is no message of his may pass without a word, and one more sticker."""
    if dialogue.gone or dialogue.taken:
        assert not fresh
        return
    if dialogue.muted:  # one sentence of condolence at most
        assert ["chia buồn" in out.text for out in fresh] == [True][: len(fresh)]
        return
    if reason(dialogue):
        return  # he was told so once
    assert fresh or all(isinstance(what, UNANSWERED) for what in whats)


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
        order = [int(m[1:-1]) for m in marks([telling.story]) if m not in run.edited]
        assert order == sorted(order)


def no_answer_is_misplaced(run: Run) -> None:
    for telling in tellings(run.stage):
        for key, held in telling.answers.items():
            own = list(marks([held.words]))
            # His own number is taken whenever he gives it, and what breaks in.
            if not own or own[0] in run.cards or key in UNASKED:
                continue
            if held.source is Source.SAID:
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
    play(run, [Released()])
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
    sealed = [words_of(one.what) for one in stage.dialogue.sealed]
    return sealed + [text for telling in tellings(stage) for text in texts(telling)]


def texts(telling: Telling) -> list[str]:
    return [
        telling.story, telling.spare, *(held.words for held in telling.answers.values())
    ]  # fmt: skip


def marks(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from TOKEN.findall(text)
