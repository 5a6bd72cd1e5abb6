"""A conversation as it was: what the citizen gave and what we said, in order."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import told, vault
from storage.crypt import Key, SealBroken
from storage.model.line import Line
from storage.model.message import (
    Commanded,
    Edited,
    Odd,
    Pinned,
    Pressed,
    Said,
    Shared,
    Showed,
    Taken,
    What,
)
from storage.outbox import open_message
from storage.tables import inbox, outbox

BUTTONS_WITHIN = 20


def after(
    tx: Connection, conversation_id: int, n: int = 0, limit: int = 500
) -> tuple[Line, ...]:
    """Return the lines past place `n`, oldest first; none once it is erased."""
    try:
        key = vault.key_of(tx, conversation_id)
    except SealBroken:
        return ()
    given = _told(tx, key, conversation_id, n, limit)
    said = _said(tx, key, conversation_id, n, limit)
    lines = sorted((*given, *said), key=lambda line: line.n)[:limit]
    return tuple(_labelled(tx, key, conversation_id, line) for line in lines)


def _labelled(tx: Connection, key: Key, conversation_id: int, line: Line) -> Line:
    """Return a pressed button with the words that stood on it."""
    if line.author != "citizen" or not line.buttons:
        return line
    query = (
        sa.select(outbox)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.n < line.n)
        .where(outbox.c.message_cell.is_not(None))
        .order_by(outbox.c.n.desc())
        .limit(BUTTONS_WITHIN)
    )
    pressed = line.buttons[0][:2]
    for row in tx.execute(query):
        for button in open_message(key, row.message_cell, row.cause, row.part).buttons:
            if (button.key, button.value) == pressed:
                return replace(line, text=button.label)
    return line


def _told(
    tx: Connection, key: Key, conversation_id: int, n: int, limit: int
) -> list[Line]:
    query = (
        sa.select(inbox)
        .where(inbox.c.conversation_id == conversation_id, inbox.c.n > n)
        .where(inbox.c.body_cell.is_not(None))
        .order_by(inbox.c.n)
        .limit(limit)
    )
    shown = (_told_line(key, row) for row in tx.execute(query))
    return [line for line in shown if line is not None]


def _said(
    tx: Connection, key: Key, conversation_id: int, n: int, limit: int
) -> list[Line]:
    query = (
        sa.select(outbox)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.n > n)
        .where(outbox.c.message_cell.is_not(None))
        .order_by(outbox.c.n)
        .limit(limit)
    )
    return [_said_line(key, row) for row in tx.execute(query)]


def _told_line(key: Key, row: sa.Row[Any]) -> Line | None:
    """Return a row as a line; None when there is nothing in it to be shown."""
    line, is_shown = Line(int(row.n), "citizen", row.received_at, ""), False
    for what in told.whats(key, row):
        more = _with(line, what)
        line, is_shown = (line, is_shown) if more is None else (more, True)
    return line if is_shown else None


def _with(line: Line, what: What) -> Line | None:
    """Return the line with what it says besides; None when that is not shown."""
    match what:
        case Said(text=text) | Commanded(words=text) | Edited(text=text):
            return replace(line, text=_joined(line.text, text))
        case Pressed(key=asked, value=value):
            return replace(line, buttons=((asked, value, value),))
        case Pinned(lat=lat, lon=lon):
            return replace(line, pin=(lat, lon))
        case Showed(media=media, caption=caption):
            return replace(line, text=_joined(line.text, caption), media=media)
        case Shared(name=name, phone=phone):
            return replace(line, text=_joined(line.text, f"{name} {phone}".strip()))
        case Taken(text=text):
            return replace(line, author="officer", text=text)
        case Odd():
            return replace(line, state="odd")
        case _:
            return None


def _joined(before: str, text: str) -> str:
    return "\n".join(part for part in (before, text) if part)


def _said_line(key: Key, row: sa.Row[Any]) -> Line:
    message = open_message(key, row.message_cell, row.cause, row.part)
    buttons = tuple((b.key, b.value, b.label) for b in message.buttons)
    return Line(
        row.n, message.author, row.created_at, message.text, buttons, state=row.state
    )
