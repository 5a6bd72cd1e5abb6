"""Deeds: acts about a conversation, whose free words lie sealed in the audit.

The audit can never be cleaned, so what officers write into it, and the values that they
replace, are sealed under the key of the conversation: destroying that key cleans it. The
chain covers the sealed words, and stays whole without them.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import audit, vault
from storage.audit import AuditRow
from storage.crypt import Key, SealBroken

SEALED = ("why", "replaced", "value")


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the audit with its reason opened, and a value that was set right."""

    row: AuditRow
    was: str | None = None
    value: str | None = None


def write(
    tx: Connection,
    subject: str,
    conversation_id: int,
    actor: str,
    act: str,
    now: datetime,
    words: Mapping[str, str | None],
    **details: Any,
) -> None:
    """Add an act to the subject's chain; `words` names what of SEALED goes with it."""
    key = vault.key_of(tx, conversation_id)
    sealed = {
        name: _seal(key, _about(subject, act, name), said)
        for name, said in words.items()
        if said
    }
    audit.write(tx, subject, actor, act, now, **details, **sealed)


def trail(tx: Connection, subject: str, conversation_id: int) -> tuple[Deed, ...]:
    """Return all acts on the subject, oldest first, and what is sealed in them."""
    key = vault.key_of(tx, conversation_id)
    return tuple(_deed(key, row) for row in audit.trail(tx, subject))


def rows(deeds: Iterable[Deed]) -> tuple[AuditRow, ...]:
    """Return the lines of the audit as people read them."""
    return tuple(deed.row for deed in deeds)


def _deed(key: Key, row: AuditRow) -> Deed:
    reason, was, value = (_open(key, row, name) for name in SEALED)
    return Deed(replace(row, reason=reason or row.reason), was, value)


def _seal(key: Key, about: str, said: str) -> str:
    return base64.b64encode(key.seal(said.encode(), about)).decode("ascii")


def _open(key: Key, row: AuditRow, name: str) -> str | None:
    cell = row.details.get(name)
    if cell is None:
        return None
    about = _about(row.subject, row.act, name)
    try:
        return key.open(base64.b64decode(cell), about).decode()
    except SealBroken:
        return None


def _about(subject: str, act: str, name: str) -> str:
    return f"audit:{subject}:{act}:{name}"
