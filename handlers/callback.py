"""A person is wanted: who, where and when in truth, and a call-back filed."""

from dataclasses import replace

from handlers.informant import CALLBACK
from handlers.place import has_content, is_open, next_key
from handlers.questions import is_said
from handlers.saying import ask
from handlers.scene import CallBack, Effect, File, Scene, Turn
from handlers.wording import say
from storage.model.agency import Agency, OpenHours
from storage.model.dialogue import Dialogue

DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def begin(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Say where a person is, and ask for number, best hour and reason."""
    answers = dict(dialogue.answers)
    for question in CALLBACK:
        answers.pop(question.key, None)
    if is_said(answers, "teller_phone"):
        answers["callback_phone"] = answers["teller_phone"]
    dialogue = replace(dialogue, answers=answers, wants_officer=True, misread=0)
    reply = ask(dialogue, next_key(dialogue), cause, where(scene))
    return Turn(dialogue, (reply,))


def go_on(dialogue: Dialogue, cause: int) -> Turn:
    """Ask what is missing of the wish; file it when all is there."""
    if not dialogue.wants_officer or any(is_open(dialogue, q) for q in CALLBACK):
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
    return leave(dialogue, cause)


def leave(dialogue: Dialogue, cause: int) -> Turn:
    """File the wish with what was told of it, and go back to the story."""
    phone = value(dialogue, "callback_phone")
    wish = CallBack(
        phone,
        value(dialogue, "callback_hour") or "",
        value(dialogue, "callback_reason") or "",
    )
    dialogue = replace(dialogue, wants_officer=False)
    ack = say("callback.filed") if phone else say("callback.no_number")
    effects: tuple[Effect, ...] = (wish,)
    if has_content(dialogue) and not dialogue.confirmed:
        effects = (File(draft=True), wish)
    reply = ask(dialogue, next_key(dialogue), cause, ack)
    return Turn(dialogue, (reply,), effects)


def value(dialogue: Dialogue, key: str) -> str | None:
    answer = dialogue.answers.get(key)
    return (answer.words or answer.value) if answer else None


def where(scene: Scene) -> str:
    """Return the office's name, whether somebody is there, its hours and telephone."""
    office = scene.office
    is_open_now = office.is_open(scene.now.astimezone(scene.zone))
    parts = [
        say("callback.open" if is_open_now else "callback.closed", office=office.name)
    ]
    if office.hours and not is_open_now:
        parts.append(say("callback.hours", hours=hours(office)))
    if office.telephone:
        parts.append(say("callback.phone", telephone=office.telephone))
    else:
        parts.append(say("callback.no_telephone"))
    return " ".join(parts)


def hours(office: Agency) -> str:
    """Return the hours of duty in words."""
    return "; ".join(_stretch(stretch) for stretch in office.hours)


def _stretch(stretch: OpenHours) -> str:
    first, last = DAYS[stretch.days[0]], DAYS[stretch.days[-1]]
    days = first if first == last else f"{first} đến {last}"
    return f"{_clock(stretch.opens)}–{_clock(stretch.closes)} {days}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
