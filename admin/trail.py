"""The audit of a tip in sentences: who did what, when and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.labels import FIELDS, STATUSES
from handlers.placement_codes import spoken
from storage.deeds import Deed
from storage.dossier import Dossier
from storage.model.tip import TipStatus

ACTS = {
    "collected": "ghi lại lời kể",
    "drafted": "bắt đầu kể",
    "filed": "gửi thông tin",
    "added": "kể thêm",
    "scanned": "đến thêm bằng mã",
    "claimed": "nhận xử lý",
    "released": "trả lại hàng tin",
    "taken_over": "nhận thay",
    "asked": "hỏi thêm người kể",
    "noted": "ghi chú",
    "corrected": "sửa",
    "decided": "kết luận",
    "handed_over": "chuyển giao",
    "put_back": "đưa tin để riêng về hàng tin",
    "teller_died": "báo người kể đã mất",
    "exported": "xuất dữ liệu",
    "fetched_again": "cho tải lại một tệp",
    "file_given_back": "cho mở lại một tệp để riêng",
    "receiver_told": "báo cho cơ quan đã nhận tin về ý muốn của người kể",
    "callback_wished": "xin được gọi lại",
    "callback_changed": "đổi lời xin gọi lại",
    "callback_called_off": "không cần gọi lại nữa",
    "called_back": "đã gọi lại",
}
ACTORS = {
    "citizen": "Người kể",
    "system": "Hệ thống",
    "volunteer": "Tình nguyện viên",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One act in words."""

    at: datetime
    actor: str
    what: str
    reason: str


def acts(held: Dossier) -> tuple[Line, ...]:
    """Return what was done, newest first."""
    return tuple(reversed(tuple(_lines(held))))


def _lines(held: Dossier) -> Iterator[Line]:
    for deed in held.deeds:
        row = deed.row
        yield Line(row.at, _actor(row.actor, held), _what(deed, held), row.reason)


def _actor(actor: str, held: Dossier) -> str:
    kind, _, number = actor.partition(":")
    if kind == "staff" and number.isdigit():
        return held.names.get(int(number), "Cán bộ")
    collector = held.tip.collector
    if collector is not None and actor == collector.actor:
        return f"{collector.name} ({collector.unit})"
    return ACTORS.get(kind, actor)


def _what(deed: Deed, held: Dossier) -> str:
    act, details = deed.row.act, deed.row.details
    said = ACTS.get(act, act)
    match act:
        case "corrected":
            field = FIELDS.get(details["key"], details["key"])
            before = f"từ “{deed.was}” " if deed.was else ""
            return f"{said} {field}: {before}thành “{deed.value or '—'}”"
        case "decided":
            return f"{said}: {STATUSES[TipStatus(details['to'])]}"
        case "taken_over":
            return f"{said} {held.names.get(details['holder'], 'cán bộ khác')}"
        case "scanned":
            return f"{said} {spoken(details['source'])}"
        case "handed_over":
            return f"{said}, SHA-256 của gói {details['sha256']}"
        case _:
            return said
