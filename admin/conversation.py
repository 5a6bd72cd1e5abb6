"""The conversation as it was, ready to be drawn: bubbles with what was pressed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from admin.marks import Piece, cut
from storage.model.evidence import Media
from storage.model.line import Line, OutboxState

AUTHORS = {"citizen": "Người kể", "bot": "Hệ thống", "officer": "Cán bộ"}
STATES = {
    "odd": "Loại tin chưa đọc được, bản gốc được giữ nguyên",
    OutboxState.DEAD: "Chưa gửi được tới người kể",
    OutboxState.UNKNOWN: "Chưa rõ đã tới người kể hay chưa",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A button under one of our messages."""

    label: str
    is_pressed: bool


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of the conversation."""

    n: int
    author: str
    name: str
    at: datetime
    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]
    pressed: str | None
    media: Media | None
    pin: tuple[float, float] | None
    state: str


def bubbles(
    lines: Sequence[Line], files: Iterable[Media], words: Iterable[tuple[str, str]]
) -> tuple[Bubble, ...]:
    """Return all lines as bubbles; the words behind the fields are marked."""
    by_id = {file.id: file for file in files}
    labels = {
        (key, value): label
        for line in lines
        if line.author != "citizen"
        for key, value, label in line.buttons
    }
    pressed = {
        (key, value)
        for line in lines
        if line.author == "citizen"
        for key, value, _ in line.buttons
    }
    marked = tuple(words)
    return tuple(_bubble(line, by_id, labels, pressed, marked) for line in lines)


def _bubble(
    line: Line,
    files: dict[str, Media],
    labels: dict[tuple[str, str], str],
    pressed: set[tuple[str, str]],
    words: tuple[tuple[str, str], ...],
) -> Bubble:
    is_told = line.author == "citizen"
    return Bubble(
        n=line.n,
        author=line.author,
        name=AUTHORS.get(line.author, line.author),
        at=line.at,
        pieces=cut(line.text, words if is_told else ()),
        choices=() if is_told else _choices(line, pressed),
        pressed=_pressed(line, labels) if is_told else None,
        media=files.get(line.media) if line.media else None,
        pin=line.pin,
        state=STATES.get(line.state, ""),
    )


def _choices(line: Line, pressed: set[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(label, (key, value) in pressed) for key, value, label in line.buttons
    )


def _pressed(line: Line, labels: dict[tuple[str, str], str]) -> str | None:
    for key, value, label in line.buttons:
        return labels.get((key, value), label)
    return None
