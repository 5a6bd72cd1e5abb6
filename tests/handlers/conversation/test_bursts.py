"""Whatever order a platform brings a burst in, its tip is that of the quiet run."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.submit import compose
from storage.model.message import (
    Edited,
    Incoming,
    Pressed,
    Said,
    Shared,
    What,
)
from storage.model.tip import Telling
from tests.handlers.arriving import Edits, Presses, Shares, Step, Tells, giving
from tests.handlers.stage import NOW, Stage

Draw = st.DataObject


@dataclass
class Chat:
    """A chat on a platform that numbers its messages and its events."""

    stage: Stage = field(default_factory=Stage)
    shown: Stage | None = None  # whose buttons are pressed; its own, if no other's
    events: int = 0
    marks: int = 0
    causes: int = 1000
    sent_at: list[int] = field(default_factory=list)

    def sent(self, steps: Sequence[Step]) -> list[Incoming]:
        """Return a burst as its sender wrote it, none of our words in between."""
        return [self._incoming(self._what(step)) for step in steps]

    def _what(self, step: Step) -> What:
        match step:
            case Tells(text=text):
                return Said(text.format(self._mark()))
            case Edits(back=back, text=text):
                sent = self.sent_at or [0]
                return Edited(sent[-1 - back % len(sent)], text.format(self._mark()))
            case Shares(is_own=is_own):
                return Shared(self._mark(), "0912 000 777", is_own)
            case Presses(back=back):
                return self._pressed(back)
            case _:
                return step

    def _pressed(self, back: int) -> What:
        said = (self.shown or self.stage).said
        buttons = said[-1].buttons if said else ()
        button = buttons[back % len(buttons)] if buttons else None
        is_here = button is not None and button.key != "more"
        return Pressed(button.key, button.value) if is_here else Said("dạ")

    def _mark(self) -> str:
        self.marks += 1
        return f"w{self.marks}w"

    def _incoming(self, what: What) -> Incoming:
        self.events += 1
        if isinstance(what, Edited):
            return Incoming(0, NOW, what, what.message, self.events)
        self.stage.n += 1
        self.stage.seen = self.stage.n
        self.sent_at += [self.stage.n] if isinstance(what, Said) else []
        return Incoming(0, NOW, what, self.stage.n, self.events)

    def brought(self, burst: Sequence[Incoming]) -> None:
        """Bring part of a burst in one turn; its rows are numbered as they come."""
        rows = []
        for one in burst:
            self.causes += 1
            rows.append(
                Incoming(self.causes, one.at, one.what, one.position, one.order)
            )
        self.stage.bring(rows)


def standing(chat: Chat) -> tuple[object, str | None]:
    """Return what was told, and what the teller is asked next."""
    dialogue = chat.stage.dialogue
    asking = dialogue.asking
    telling = compose(dialogue, draft=not dialogue.confirmed)
    return without_rows(telling), asking.key if asking else None


def filed(chat: Chat) -> list[object]:
    """Return what staff get, once he has said that it was all."""
    for _ in range(12):
        chat.brought(chat.sent([Said("xong")]))
    return [without_rows(tip) for tip in chat.stage.tips.values()]


def without_rows(tip: Telling) -> object:
    answers = {
        key: (held.value, held.words, held.source) for key, held in tip.answers.items()
    }
    return (
        tip.kind, tip.draft, tip.story, tip.spare, answers, tip.readings, tip.entities,
        tip.locations, tip.media, tip.source, tip.priority,
    )  # fmt: skip


# Another story is begun by itself: nothing is put before it in a burst. A teller's death
# has tests of its own: nothing is asked after it, so no question decides what words mean.
ANEW, DEATH = Said("kể chuyện khác"), Said("người kể đã mất")
in_burst = giving.filter(lambda step: step not in (ANEW, DEATH))
bursts = st.one_of(
    st.lists(in_burst, min_size=1, max_size=4),
    st.just([ANEW]),
)


@given(st.lists(bursts, max_size=12), st.data())
@settings(max_examples=150, deadline=None)
def test_a_burst_is_told_as_it_was_written_in_whatever_order_it_comes(
    bursts: list[list[Step]], data: Draw
) -> None:
    quiet = Chat()
    # Words said between the parts of a burst differ, so what is pressed may not.
    shuffled = Chat(shown=quiet.stage)
    for steps in [[Said("chào")], [Pressed("consent", "yes")], *bursts]:
        burst = data.draw(st.permutations(shuffled.sent(steps)))
        quiet.brought(quiet.sent(steps))
        while burst:
            count = data.draw(st.integers(1, len(burst)))
            shuffled.brought(burst[:count])
            burst = burst[count:]
        assert standing(shuffled) == standing(quiet)
    assert filed(shuffled) == filed(quiet)


def test_what_was_sent_before_a_refusal_is_destroyed_with_the_rest() -> None:
    chat = Chat()
    chat.brought(chat.sent([Said("chào")]))
    told, refused = chat.sent([Said("tôi biết một chuyện"), Pressed("consent", "no")])
    chat.brought([refused])
    said = len(chat.stage.said)

    chat.brought([told])

    assert chat.stage.forgotten == 2
    assert chat.stage.dialogue.sealed == ()
    assert len(chat.stage.said) == said


@pytest.mark.parametrize("parts", [[[0, 1]], [[0], [1]], [[1], [0]], [[1, 0]]])
def test_words_sent_after_an_edit_answer_the_question_that_their_writer_saw(
    parts: list[list[int]],
) -> None:
    chat = Chat()
    told = [
        Tells("{} anh Nguyễn Văn Ba hy sinh năm 1972"),
        Tells("{} ở xã Hòa Bình, huyện Chợ Lách"),
        Pressed("story", "done"),
    ]
    for steps in ([Said("chào")], [Pressed("consent", "yes")], told):
        chat.brought(chat.sent(steps))
    assert standing(chat)[1] == "landmark"
    burst = chat.sent([Edits(0, "{} hồi ấy chúng tôi đi qua suối"), Said("cây gạo")])

    for part in parts:
        chat.brought([burst[at] for at in part])

    dialogue = chat.stage.dialogue
    assert dialogue.answers["landmark"].words == "cây gạo"
    assert "place" not in dialogue.answers
    assert standing(chat)[1] == "place"


@pytest.mark.parametrize(
    "parts", [[[0, 1, 2]], [[1], [0, 2]], [[1], [0], [2]], [[1], [2], [0]]]
)
def test_words_are_no_answer_to_a_question_that_only_their_replay_put_again(
    parts: list[list[int]],
) -> None:
    chat, story = Chat(), "{} hồi ấy chúng tôi đi qua suối"
    wish = Said("gặp cán bộ")
    for step in (Said("chào"), Pressed("consent", "yes"), Tells(story), wish):
        chat.brought(chat.sent([step]))
    assert standing(chat)[1] == "callback_phone"
    forgot = Presses(0)
    burst = chat.sent([forgot, wish, Tells(story)])

    for part in parts:
        chat.brought([burst[at] for at in part])

    dialogue = chat.stage.dialogue
    assert dialogue.spare == ()
    assert [piece.text[:3] for piece in dialogue.story] == ["chà", "w1w", "w2w"]
