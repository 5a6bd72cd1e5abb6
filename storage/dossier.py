"""Everything that the page of a tip shows, from one consistent view."""

from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.files.idcards import masked
from storage import (
    area,
    audit,
    callbacks,
    complaints,
    consents,
    deeds,
    handovers,
    lines,
    media,
    notes,
    questions,
    tips,
)
from storage.callbacks import Callback
from storage.consents import Agreement
from storage.deeds import Deed
from storage.handovers import Handover
from storage.model.evidence import Media
from storage.model.line import Line
from storage.model.staff import Staff
from storage.model.tip import Tip, TipKind
from storage.notes import Note
from storage.questions import Question
from storage.tables import staff

LONGEST = 5000  # lines of a conversation that a page can show


@dataclass(frozen=True, slots=True)
class Dossier:
    """A tip and all that was said and done about it; `names` are those of staff."""

    tip: Tip
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]
    callbacks: tuple[Callback, ...]
    handovers: tuple[Handover, ...]
    files: tuple[Media, ...]
    deeds: tuple[Deed, ...]
    agreements: tuple[Agreement, ...]
    is_intact: bool
    names: dict[int, str]

    @property
    def spoken(self) -> Media | None:
        """Return the recording of a consent in the narrator's own words."""
        name = self.tip.collector.recording if self.tip.collector else None
        return next((file for file in self.files if file.id == name), None)


def of(tx: Connection, tip_id: int, who: Staff) -> Dossier | None:
    """Return the dossier of a tip; None if it is not in this member's area."""
    tip = tips.load(tx, tip_id)
    if tip is None or not area.is_open_to(tx, tip, who):
        return None
    subject = f"tip:{tip_id}"
    return Dossier(
        tip=tip,
        lines=_lines(tx, tip),
        notes=notes.of(tx, tip_id),
        questions=questions.of(tx, tip_id),
        callbacks=callbacks.of(tx, tip_id),
        handovers=handovers.of(tx, tip_id),
        files=media.of_conversation(tx, tip.conversation),
        deeds=deeds.trail(tx, subject, tip.conversation),
        agreements=tuple(consents.of(tx, tip.conversation)),
        is_intact=audit.verify(tx, subject),
        names=_names(tx),
    )


def _lines(tx: Connection, tip: Tip) -> tuple[Line, ...]:
    """Return what was said, without the numbers of identity cards."""
    told, hidden = lines.after(tx, tip.conversation, limit=LONGEST), _hidden(tx, tip)
    return tuple(
        replace(line, text=masked(line.text))
        for line in told
        if line.n not in hidden or line.author == "officer"
    )


def _hidden(tx: Connection, tip: Tip) -> frozenset[int]:
    """Return the places of complaints, which are read on their own pages only."""
    if tip.kind is TipKind.COMPLAINT:
        return frozenset()
    return complaints.places(tx, tip.conversation)


def _names(tx: Connection) -> dict[int, str]:
    return {row.id: row.name for row in tx.execute(sa.select(staff.c.id, staff.c.name))}
