"""Values of answers as staff read them: a choice in its words, a date as in Vietnam."""

import re

from handlers.wording import SAID
from storage.model.dialogue import Answer, Source

ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
MUTE = (Source.SKIPPED, Source.FORGOTTEN)


def shown(key: str, answer: Answer) -> str:
    """Return the value in words; empty where nothing was told."""
    if answer.source in MUTE:
        return ""
    value = answer.value or answer.words
    return dict(choices(key)).get(value) or dated(value)


def dated(value: str) -> str:
    """Return a date as it is written in Vietnam, anything else as it is."""
    found = ISO.fullmatch(value)
    return "/".join(filter(None, reversed(found.groups()))) if found else value


def choices(key: str) -> tuple[tuple[str, str], ...]:
    """Return the values that a key may take with their words; none if it is free."""
    start = f"{key}."
    return tuple(
        (name.removeprefix(start), said[0])
        for name, said in SAID.items()
        if name.startswith(start)
    )
