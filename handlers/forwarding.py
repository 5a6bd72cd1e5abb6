"""What goes into the package of a tip: its papers, and the files shown with it.

The teller's own data are in it: it goes to the standing agency that may call him. It is
not yet sealed for the receiver, so it must travel on a medium that the office guards.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from handlers.exporting import as_json
from handlers.package import form, names
from handlers.package.dossier import Dossier
from handlers.package.transcript import transcript
from storage.exports import Exported
from storage.model.evidence import Media

FORM = "phieu-thong-tin.pdf"
RECORD = "thong-tin.json"
TRANSCRIPT = "hoi-thoai.txt"
COLLECTOR = ("name", "unit", "area")
OFFICE = ("name", "level", "address", "telephone")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that we write."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the teller gave: it goes in byte for byte."""

    name: str
    media: Media


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that goes to the agency, in its order."""

    code: str
    made_at: str
    papers: tuple[Paper, ...]
    attachments: tuple[Attachment, ...]


def package(dossier: Dossier) -> Package:
    """Return the package of a tip."""
    spoken = (dossier.spoken,) if dossier.spoken else ()
    attachments = tuple(
        Attachment(names.name_of(number, media), media)
        for number, media in enumerate((*dossier.tip.media, *spoken), 1)
        if media.is_here  # the form names the others, and why they are missing
    )
    attached = {item.media.id: item.name for item in attachments}
    papers = (
        Paper(FORM, form.pdf(dossier, attached)),
        Paper(RECORD, _json(told(dossier))),
        Paper(TRANSCRIPT, transcript(dossier, attached).encode()),
    )
    made_at = dossier.at.astimezone(dossier.zone).isoformat()
    return Package(dossier.tip.code, made_at, papers, attachments)


def told(dossier: Dossier) -> dict[str, Any]:
    """Return the record of the tip, who hands it over, and what was decided."""
    office = asdict(dossier.office)
    return as_json(Exported(dossier.tip, dossier.custody)) | {
        "agency": {key: office[key] for key in OFFICE},
        "decision": _decision(dossier),
        "collector": _collector(dossier),
    }


def _collector(dossier: Dossier) -> dict[str, str] | None:
    """Return the volunteer who wrote the telling down, if one did."""
    known = dossier.tip.collector
    return {key: getattr(known, key) for key in COLLECTOR} if known else None


def _decision(dossier: Dossier) -> dict[str, str] | None:
    decided = dossier.decision()
    if decided is None:
        return None
    by = dossier.name_of(decided.actor)
    return {"reason": decided.reason, "by": by, "at": decided.at.isoformat()}


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"
