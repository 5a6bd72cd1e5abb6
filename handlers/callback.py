"""A person is wanted: who, where and when in truth, and a call-back filed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers import readers
from handlers.informant import CALLBACK
from handlers.place import has_content, is_open, next_key
from handlers.questions import is_said
from handlers.saying import ask
from handlers.scene import CallBack, Effect, File, Scene, Turn
from handlers.wording import say
from nlp.entity import Entity
from storage.model.agency import Agency, OpenHours
from storage.model.dialogue import Answer, Dialogue, Source, Words

HERE = re.compile(r"\+84(\d{3})(\d{3})(\d{3})")
DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def begin(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Say where a person is, and ask for number, best hour and reason."""
    dialogue = replace(_emptied(dialogue), wants_officer=True, misread=0)
    ack = where(scene)
    phone = dialogue.answers.get("callback_phone")
    if phone is not None:
        ack = f"{ack} {say('callback.number', phone=_spoken(phone))}"
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def _spoken(number: Answer) -> str:
    """Return a number as it is read aloud here, else as it was told."""
    known = HERE.fullmatch(number.value or "")
    if known is None:
        return number.words or number.value or ""
    return f"0{' '.join(known.groups())}"


def _emptied(dialogue: Dialogue) -> Dialogue:
    """Return the dialogue before its wish; words of an earlier one go to `spare`.

    A number told before, here or in the story, is not asked again.
    """
    answers = dict(dialogue.answers)
    known = next(
        (k for k in ("callback_phone", "teller_phone") if is_said(answers, k)), ""
    )
    number = answers.get(known)
    gone = [answers.pop(q.key) for q in CALLBACK if q.key in answers]
    words = tuple(
        Words(held.cause or 0, held.words)
        for held in gone
        if held.source is Source.SAID and held.words
    )
    if number is not None:
        answers["callback_phone"] = replace(number, source=Source.FOUND)
    return replace(dialogue, answers=answers, spare=dialogue.spare + words)


def renumber(
    dialogue: Dialogue, cause: int, text: str, found: Sequence[Entity]
) -> Dialogue:
    """Take the last number that is told; the words of the one before go to `spare`."""
    number = readers.phone(text, found)
    if number is None:
        return dialogue
    before = dialogue.answers.get("callback_phone")
    if before is not None and before.source is Source.SAID and before.words:
        words = Words(before.cause or 0, before.words)
        dialogue = replace(dialogue, spare=(*dialogue.spare, words))
    held = Answer(number, text, Source.SAID, cause)
    return replace(dialogue, answers={**dialogue.answers, "callback_phone": held})


def go_on(dialogue: Dialogue, cause: int, ack: str) -> Turn:
    """Ask what is missing of the wish; file it when all is there."""
    if not dialogue.wants_officer or any(is_open(dialogue, q) for q in CALLBACK):
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    return leave(dialogue, cause)


def leave(dialogue: Dialogue, cause: int) -> Turn:
    """File the wish with what was told of it, and go back to the story."""
    wanted = wish(dialogue)
    ack = say("callback.filed" if wanted.phone else "callback.no_number")
    effects: tuple[Effect, ...] = (wanted,)
    if has_content(dialogue) and not dialogue.confirmed:
        effects = (File(draft=True), wanted)
    dialogue = replace(dialogue, wants_officer=False)
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,), effects)


def wish(dialogue: Dialogue) -> CallBack:
    """Return the wish as far as it was told."""
    number = dialogue.answers.get("callback_phone")
    return CallBack(
        number.value if number else None,
        _words(dialogue, "callback_hour"),
        _words(dialogue, "callback_reason"),
    )


def _words(dialogue: Dialogue, key: str) -> str:
    answer = dialogue.answers.get(key)
    if answer is None or not is_said(dialogue.answers, key):
        return ""
    return answer.words or answer.value or ""


def where(scene: Scene) -> str:
    """Return the office's name, whether somebody is there, its hours and telephone."""
    office = scene.office
    parts = [say(_state(scene), office=office.name)]
    if office.hours and not _is_open(scene):
        parts.append(say("callback.hours", hours=hours(office)))
    if office.telephone:
        parts.append(say("callback.phone", telephone=office.telephone))
    else:
        parts.append(say("callback.no_telephone"))
    return " ".join(parts)


def _state(scene: Scene) -> str:
    if not scene.office.hours:
        return "callback.no_hours"
    return "callback.open" if _is_open(scene) else "callback.closed"


def _is_open(scene: Scene) -> bool:
    return scene.office.is_open(scene.now.astimezone(scene.zone))


def hours(office: Agency) -> str:
    """Return the hours of duty in words."""
    return "; ".join(_stretch(stretch) for stretch in office.hours)


def _stretch(stretch: OpenHours) -> str:
    first, last = DAYS[stretch.days[0]], DAYS[stretch.days[-1]]
    days = first if first == last else f"{first} đến {last}"
    return f"{_clock(stretch.opens)}–{_clock(stretch.closes)} {days}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
