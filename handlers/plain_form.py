"""The plain form: one page that says at once what a conversation says in turns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation.missing import doubt
from handlers.receiving import Refused
from nlp.text import clean
from storage import inbox
from storage.crypt import SealBroken
from storage.model.evidence import Media, MediaState
from storage.model.message import Command, Commanded, Pressed, Said, What
from storage.tx import Connection

# Ends the story, leaves the questions, sends: as if «xong» were said three times.
DONE = (Commanded(Command.ENOUGH),) * 3


@dataclass(frozen=True, slots=True)
class Form:
    """What stood in the form; its token makes a form sent twice one."""

    token: str
    story: str
    telephone: str
    is_agreed: bool
    photos: int
    doubts: tuple[str, ...] = ()


def form(fields: Mapping[str, str], files: Sequence[Media]) -> Form:
    """Return the form in these fields, with these files; an empty one is no photo."""
    photos = sum(file.state is not MediaState.EMPTY for file in files)
    doubts = dict.fromkeys(filter(None, (doubt(one.state, one.kind) for one in files)))
    return Form(
        token=clean(fields.get("token", ""))[:100],
        story=clean(fields.get("story", "")).replace("\r\n", "\n").strip(),
        telephone=clean(fields.get("telephone", "")).strip()[:60],
        is_agreed=fields.get("consent") == "yes",
        photos=photos,
        doubts=tuple(doubts),
    )


def missing(told: Form) -> str | None:
    """Return the wording of what the form still lacks, or None."""
    if not told.is_agreed:
        return "web.consent"
    if not told.story and not told.photos:
        return "web.story"
    return None


def post(tx: Connection, conversation: int, told: Form, now: datetime) -> None:
    """Put the form into the conversation, in the order that it is told in turns."""
    try:
        for place, what in enumerate(_told(told)):
            inbox.post(tx, conversation, what, f"plain:{told.token}:{place}", now)
    except SealBroken as error:  # erased this very moment: the next try begins anew
        raise Refused("web.busy", 503) from error


def _told(told: Form) -> tuple[What, ...]:
    words = (told.story, told.telephone)
    said = tuple(Said(text) for text in words if text)
    return (Pressed("consent", "yes"), *said, *DONE)
