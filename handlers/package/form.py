"""The case form "Phiếu chuyển thông tin": what stands on it, and its PDF.

Citizens' words reach typst as JSON, as strings: nothing in them can become markup.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from handlers.labels import CHANNELS, FIELDS, FILE_STATES, FILES, KINDS, STATUSES
from handlers.package.dossier import Dossier
from handlers.package.words import (
    ABSENT,
    ACTS,
    LOCATIONS,
    SOURCES,
    UNKNOWN,
)
from handlers.placement_codes import spoken
from handlers.soldiers import COLUMNS, soldiers
from handlers.values import shown
from storage.audit import AuditRow
from storage.model.dialogue import Answer
from storage.model.evidence import Location, Media
from storage.model.tip import ANSWER_KEYS, CALLBACK_KEYS, TELLER_KEYS

TEMPLATE = Path(__file__).with_name("form.typ")
# A word longer than a line would run over the edge of the paper.
LONG_WORD = re.compile(r"\S{30}(?=\S)")
BREAK = "\u200b"
OFFICE = ("name", "address", "telephone")
# Who told stands apart from what was told: a reader can cover it.
TELLER = tuple(key for key in TELLER_KEYS if key != "how_known") + CALLBACK_KEYS
APART = "Có thể là tài liệu mật, để riêng, không kèm theo"
FACTS = tuple(key for key in ANSWER_KEYS if key not in TELLER)


def pdf(dossier: Dossier, attached: Mapping[str, str]) -> bytes:
    """Return the form; `attached` says where in the package each file lies."""
    content = json.dumps(_printable(sheet(dossier, attached)))
    made: bytes = typst.compile(
        TEMPLATE,
        sys_inputs={"sheet": content},
        ignore_system_fonts=True,  # the same pages on every machine
        timestamp=int(dossier.at.timestamp()),
        format="pdf",
    )
    return made


def sheet(dossier: Dossier, attached: Mapping[str, str]) -> dict[str, Any]:
    """Return all that the template prints, in words."""
    tip, office = dossier.tip, dossier.office
    return {
        "code": tip.code,
        "office": {key: getattr(office, key) for key in OFFICE},
        "receiver": dossier.receiver.name if dossier.receiver else "",
        "day": _day(dossier.at.astimezone(dossier.zone)),
        "particulars": _particulars(dossier),
        "story": tip.story.split("\n") if tip.story.strip() else [],
        "spare": tip.spare.split("\n") if tip.spare.strip() else [],
        "facts": _facts(dossier, FACTS),
        "soldiers": _soldiers(dossier),
        "teller": _facts(dossier, TELLER),
        "locations": [_location(location) for location in tip.locations],
        "media": [_media(media, attached) for media in tip.media],
        "notes": [
            [_time(dossier, note.at), note.by, note.text] for note in dossier.notes
        ],
        "custody": [_act(dossier, row) for row in dossier.custody],
    }


def _particulars(dossier: Dossier) -> list[list[str]]:
    tip = dossier.tip
    rows = [
        ["Mã tin", tip.code],
        ["Loại thông tin", KINDS[tip.kind]],
        ["Kênh tiếp nhận", CHANNELS.get(tip.channel, tip.channel)],
        ["Mã QR đã quét", spoken(tip.source or "")],
        ["Người ghi lời kể", _collector(dossier)],
        ["Thời điểm kể", _time(dossier, tip.created_at)],
        ["Lần bổ sung gần nhất", _time(dossier, tip.updated_at)],
        ["Tình trạng xử lý", STATUSES[tip.status]],
        ["Kết luận", _decision(dossier)],
    ]
    return [row for row in rows if row[1]]


def _collector(dossier: Dossier) -> str:
    collector = dossier.tip.collector
    return dossier.name_of(collector.actor) if collector else ""


def _decision(dossier: Dossier) -> str:
    decided = dossier.decision()
    if decided is None:
        return ""
    status = STATUSES.get(decided.details.get("to", ""), "")
    by = f"{dossier.name_of(decided.actor)}, {_time(dossier, decided.at)}"
    return ". ".join(filter(None, (status, decided.reason.rstrip("."), by)))


def _facts(dossier: Dossier, keys: Iterable[str]) -> list[list[str]]:
    answers = dossier.tip.answers
    return [_fact(key, answers[key]) for key in keys if key in answers]


def _fact(key: str, answer: Answer) -> list[str]:
    value = shown(key, answer) or UNKNOWN
    return [FIELDS[key], value, answer.words, SOURCES[answer.source]]


def _soldiers(dossier: Dossier) -> list[list[str]]:
    """Return the heads and rows of the table of several soldiers; none for one."""
    told = soldiers(entity for _, entity in dossier.tip.entities)
    rows = [[str(at), *one.row()] for at, one in enumerate(told, 1)]
    return [["TT", "Họ tên", *COLUMNS.values()], *rows] if rows else []


def _location(location: Location) -> list[str]:
    radius = location.radius_m
    return [
        f"{location.lat:.6f}",
        f"{location.lon:.6f}",
        f"± {radius:.0f} m" if radius is not None else "chưa rõ",
        LOCATIONS.get(location.source, location.source),
    ]


def _state(media: Media) -> str:
    return APART if media.is_apart else FILE_STATES[media.state]


def _media(media: Media, attached: Mapping[str, str]) -> dict[str, Any]:
    seconds = media.duration_s
    length = f"{int(seconds) // 60} phút {int(seconds) % 60} giây" if seconds else ""
    size = f"{media.size:,} byte".replace(",", ".") if media.is_here else ""
    kind = ". ".join(filter(None, (FILES[media.kind], length, _state(media))))
    return {
        "name": attached.get(media.id, ABSENT),
        "title": media.label or media.title,
        "kind": kind,
        "size": size,
        "sha256": media.sha256,
        "text": media.text or "",
    }


def _act(dossier: Dossier, row: AuditRow) -> list[str]:
    actor, what = dossier.name_of(row.actor), ACTS.get(row.act, row.act)
    return [_time(dossier, row.at), actor, what, row.reason]


def _time(dossier: Dossier, at: datetime) -> str:
    return f"{at.astimezone(dossier.zone):%H:%M, %d/%m/%Y}"


def _day(at: datetime) -> str:
    return f"ngày {at:%d} tháng {at:%m} năm {at:%Y}"


def _printable(value: Any) -> Any:
    """Return the value with each text fit for paper; the JSON holds it exactly."""
    match value:
        case str():
            return LONG_WORD.sub(rf"\g<0>{BREAK}", _visible(value))
        case Mapping():
            return {key: _printable(item) for key, item in value.items()}
        case Iterable():
            return [_printable(item) for item in value]
        case _:
            return value


def _visible(text: str) -> str:
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
