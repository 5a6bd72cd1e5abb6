"""Replies: sentence, buttons and what they ask, in words not said just before."""

from collections.abc import Callable

from handlers.besides import FOUND_BESIDE
from handlers.conversation import address, choosing, elsewhere, kinds
from handlers.conversation.facts import facts_text
from handlers.conversation.kinds import KIND
from handlers.conversation.offering import offer
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    OFFICER,
    RIGHT,
    STORY,
    WHICH,
    question_of,
)
from handlers.conversation.scene import Reply
from handlers.flows import flow
from handlers.informant import TELLER_PHONE
from handlers.questions import Choice, Question
from handlers.wording import SAID, say, within
from storage.model.dialogue import Dialogue
from storage.model.message import Button
from storage.model.tip import TipKind

FORGOT = "forgot"
SKIP = "skip"
MORE = "more"
FIX_AT_MOST = 8
LEAVING = (
    Choice(FORGOT, say("choice.forgot")),
    Choice(SKIP, say("choice.skip")),
)
STORY_CHOICES = (Choice("done", say("story.done"), ("ke xong", "xong")),)
CONFIRM_CHOICES = (
    Choice(
        "yes",
        say("confirm.yes"),
        ("dung roi", "gui di", "dong y", "ok", "vang", "u", "uh", "yes"),
        ("đúng",),
    ),
    Choice(
        "fix",
        say("confirm.fix"),
        ("chua", "chua dung", "khong dung", "sai", "sai roi", "sua"),
    ),
    Choice("more", say("confirm.more"), ("ke them", "them")),
)
CONSENT_CHOICES = (
    Choice(
        "yes",
        say("consent.yes"),
        (
            "dong y",
            "toi dong y",
            "ok",
            "vang",
            "u",
            "uh",
            "co",
            "duoc",
            "duoc roi",
            "yes",
            "dong y roi",
            "i agree",
        ),
    ),
    Choice("no", say("consent.no"), ("khong dong y", "toi khong dong y", "khong")),
    Choice("officer", say("consent.officer")),
)


WHICH_CHOICES = (
    Choice("new", say("which.new"), ("moi", "chuyen khac", "khac")),
    Choice("more", say("which.more"), ("ke them", "them", "cu", "chuyen cu")),
)
RIGHT_CHOICES = (
    Choice(
        "yes", say("right.yes"), ("dung", "co", "dong y", "u", "uh", "vang"), ("đúng",)
    ),
    Choice("no", say("right.no"), ("khong", "thoi", "de nguyen")),
)
# What the engine itself asks, beside the flows' questions.
OWN_CHOICES: dict[str, Callable[[Dialogue], tuple[Choice, ...]]] = {
    KIND: lambda _dialogue: kinds.choices(),
    WHICH: lambda _dialogue: WHICH_CHOICES,
    RIGHT: lambda _dialogue: RIGHT_CHOICES,
    ADDRESS: address.choices,
}


def ask(
    dialogue: Dialogue,
    key: str | None,
    cause: int,
    ack: str = "",
    *,
    is_news: bool = False,
) -> Reply:
    """Return the reply that acknowledges and puts the question under `key`.

    `is_news`: the acknowledgement is said even if the question is overtaken.
    """
    news = ack if is_news else ""
    if key is None:
        return Reply(cause, "ack", ack or acknowledge(dialogue, "farewell"), news=news)
    text = " ".join(part for part in (ack, sentence(dialogue, key)) if part)
    is_officers = key.startswith(OFFICER) and not ack
    return Reply(
        cause,
        f"ask.{key}",
        text,
        buttons(dialogue, key),
        asks=key,
        news=news,
        author="officer" if is_officers else "bot",
        offers=offer(dialogue, key),
    )


def sentence(dialogue: Dialogue, key: str) -> str:
    """Return the words of a question as they fit now, other ones when put again."""
    times = dialogue.times if dialogue.put == key else 0
    if key == CONFIRM:
        return f"{facts_text(dialogue)}\n{say('ask.confirm', times)}"
    if key == STORY and has_begun(dialogue):
        return say("story.more", times)
    if key.startswith(OFFICER):
        return officer_sentence(dialogue, times)
    if key == RIGHT:
        return say("ask.right", times, what=say(f"right.what.{dialogue.claiming}"))
    is_urgent = key == TELLER_PHONE.key and FOUND_BESIDE.key in dialogue.answers
    name = TipKind.FOUND_NOW if is_urgent else dialogue.flow
    return say(within(name, "ask", key), times)


def officer_sentence(dialogue: Dialogue, times: int) -> str:
    asked = dialogue.officer[0]
    if not elsewhere.is_meant(dialogue, asked):
        return say("officer.asks", times, office=asked.office, text=asked.text)
    about = say(
        "officer.about.name" if asked.martyr else "officer.about.code",
        martyr=asked.martyr,
        code=asked.code,
    )
    return say(
        "officer.asks.other", times, office=asked.office, about=about, text=asked.text
    )


def acknowledge(dialogue: Dialogue, key: str, **facts: object) -> str:
    """Return one of the sentences under `key`, another than the last time."""
    return say(key, dialogue.spoken, **facts)


def buttons(dialogue: Dialogue, key: str) -> tuple[Button, ...]:
    """Return the choices under a question, numbered unless it reads a number."""
    if key == KIND:
        return kinds.menu()
    numbered = is_numbered(dialogue, key)
    return tuple(
        Button(key, choice.value, f"{at}. {choice.label}" if numbered else choice.label)
        for at, choice in enumerate(choices(dialogue, key), 1)
    )


def is_numbered(dialogue: Dialogue, key: str) -> bool:
    """Return whether a number means a choice here: never where it may be an answer.

    "Ba" and "Tư" are names, "72" is a year: only real choices are counted.
    """
    question = question_of(dialogue, key)
    if question is None:
        return True
    return bool(question.choices) and not question.reads_number


def choose(dialogue: Dialogue, key: str, text: str) -> str | None:
    """Return the choice under `key` that the text means; a number as it was shown."""
    held = dialogue.asking
    is_counted = held is not None and held.key == key and is_numbered(dialogue, key)
    shown = held.choices if held is not None and is_counted else ()
    if key == KIND and shown:
        shown = kinds.ORDER  # the numbers of all go on, whichever are shown
    return choosing.choose(text, choices(dialogue, key), shown)


def choices(dialogue: Dialogue, key: str) -> tuple[Choice, ...]:
    """Return what may be chosen under `key`, in the order shown."""
    if key == STORY:
        return STORY_CHOICES if has_begun(dialogue) else ()
    if key == CONFIRM:
        return CONFIRM_CHOICES
    if key == FIX:
        return tuple(
            Choice(held, say(within(dialogue.flow, "fact", held)))
            for held in correctable(dialogue)
        )
    if key.startswith(OFFICER):
        return ()
    if key in OWN_CHOICES:
        return OWN_CHOICES[key](dialogue)
    question = question_of(dialogue, key)
    return question.choices + LEAVING if question else ()


def correctable(dialogue: Dialogue) -> tuple[str, ...]:
    """Return the keys of facts that stand and may be corrected, in the flow's order."""
    asked: tuple[Question, ...] = flow(dialogue.flow).questions
    held = [q.key for q in asks_of(asked) if q.key in dialogue.answers]
    return (*held[: FIX_AT_MOST - 1], *((KIND,) if held else ()))


def asks_of(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(q for q in questions if f"fact.{q.key}" in SAID)


def has_begun(dialogue: Dialogue) -> bool:
    return bool(dialogue.story or dialogue.shown or dialogue.pins)
