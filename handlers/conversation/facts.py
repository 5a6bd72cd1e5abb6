"""Facts read back: who, where, when, as heard; never a whole telling."""

from collections import Counter
from collections.abc import Iterable

from handlers.besides import BESIDES
from handlers.flows import DEFAULT, flow
from handlers.questions import Question
from handlers.wording import SAID, say, within
from nlp.entity import Kind
from nlp.files.idcards import masked
from nlp.text import fold
from storage.model.dialogue import Answer, Dialogue, Source
from storage.model.evidence import MediaKind
from storage.model.tip import TELLER_KEYS

SHORT = 80
COUNTED = {
    MediaKind.PHOTO: "ảnh",
    MediaKind.VOICE: "ghi âm",
    MediaKind.VIDEO: "video",
    MediaKind.DOCUMENT: "tài liệu",
    MediaKind.OTHER: "tệp",
}


def facts_text(dialogue: Dialogue) -> str:
    """Return the facts we hold, a line each, and how many things were shown."""
    lines = [
        f"• {say(within(dialogue.flow, 'fact', q.key))}: {masked(told(dialogue, q, dialogue.answers[q.key]))}"
        for q in in_order((*flow(dialogue.flow).questions, *BESIDES))
        if f"fact.{q.key}" in SAID and is_fact(dialogue.answers.get(q.key))
    ]
    kind = f"• {say('fact.kind')}: {say(f'kind.{dialogue.flow or DEFAULT}')}"
    parts = [say("facts"), kind, *lines] if lines else [say("facts.none"), kind]
    if dialogue.shown or dialogue.pins:
        parts.append(say("facts.shown", counts=counts(dialogue)))
    return "\n".join(parts)


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Return the questions about the fallen first, about their teller last."""
    return sorted(questions, key=lambda question: question.key in TELLER_KEYS)


def told(dialogue: Dialogue, question: Question, answer: Answer) -> str:
    """Return an answer as it is read back; of several soldiers all that were named."""
    if question.key != "martyr_name" or answer.source is not Source.FOUND:
        return shown(dialogue, question, answer)
    own = shown(dialogue, question, answer)
    names = (
        own if fold(name) == fold(own) else name  # of two that look alike the one held
        for name in martyrs(dialogue)
    )
    return "; ".join(names) or own


def martyrs(dialogue: Dialogue) -> tuple[str, ...]:
    """Return the names of all soldiers in the story, once each, as they were told."""
    found = [one for several in dialogue.found.values() for one in several]
    named = [e for e in found if e.kind is Kind.PERSON and e.role == "martyr"]
    names: dict[str, str] = {}
    for entity in named:
        names.setdefault(fold(entity.norm or entity.text), entity.text)
    return tuple(
        told
        for name, told in names.items()
        if not _is_part(name, names.keys() - {name})
    )


def _is_part(name: str, others: Iterable[str]) -> bool:
    """Return whether a name only calls one of the others: "anh Bình" of two."""
    return any(other.endswith(f" {name}") for other in others)


def is_fact(answer: Answer | None) -> bool:
    return answer is not None and answer.source not in (
        Source.SKIPPED, Source.FORGOTTEN,
    )  # fmt: skip


def shown(dialogue: Dialogue, question: Question, answer: Answer) -> str:
    """Return an answer in the teller's own words, shortened for reading back."""
    label = next((c.label for c in question.choices if c.value == answer.value), None)
    text = label or _named(dialogue, question, answer) or answer.words or answer.value
    text = " ".join((text or "").split())
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def _named(dialogue: Dialogue, question: Question, answer: Answer) -> str | None:
    """Return the words of a longer answer that name what was asked.

    What was told in several messages is read back whole.
    """
    if "\n" in answer.words:
        return None
    if answer.value and answer.words.startswith(f"{answer.value},"):
        return answer.value  # told first of several things
    found = dialogue.found.get(f"answer:{question.key}", ())
    named = (e.text for e in found if answer.value in (e.norm, e.text))
    return next(named, None)


def counts(dialogue: Dialogue) -> str:
    """Return what was shown, in words: `6 ảnh, 1 ghi âm, 1 vị trí`."""
    by_kind = Counter(item.kind for item in dialogue.shown)
    parts = [
        f"{by_kind[kind]} {word}" for kind, word in COUNTED.items() if by_kind[kind]
    ]
    if dialogue.pins:
        parts.append(f"{len(dialogue.pins)} vị trí")
    return ", ".join(parts)
