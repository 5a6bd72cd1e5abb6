"""The audit of the house: who came in, who changed what of the office."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from admin.auth import requires
from admin.keys import DB
from admin.menu import ROLES
from admin.pages import render
from storage import audit, staff
from storage.audit import HOUSE, AuditRow
from storage.model.staff import Role

PAGE = 100
LONGEST_NUMBER = 9
ACTS = {
    "staff_added": "thêm {whom}, {role}",
    "link_made": "tạo liên kết một lần cho {whom}",
    "link_used": "mở liên kết một lần",
    "enrolled": "đăng ký xong với tên đăng nhập {login}",
    "signed_in": "đăng nhập",
    "signed_out": "đăng xuất",
    "signed_out_everywhere": "đăng xuất khỏi mọi máy",
    "locked": "cho {whom} chờ: mật khẩu đúng nhưng mã sai nhiều lần",
    "staff_suspended": "ngừng tài khoản của {whom}",
    "staff_restored": "mở lại tài khoản của {whom}",
    "volunteer_invited": "mời tình nguyện viên {name}",
    "volunteer_link_made": "tạo liên kết mới cho tình nguyện viên {name}",
    "volunteer_withdrawn": "thu hồi thẻ của tình nguyện viên {name}",
    "interview_handed_on": "giao buổi kể số {interview} của {giver} cho {name}",
    "volunteer_entered": "{name} mở liên kết tình nguyện viên",
    "office_changed": "sửa thông tin cơ quan: {parts}",
    "callback_wished": "người kể xin được gọi lại",
    "callback_changed": "người kể đổi lời xin gọi lại",
    "callback_called_off": "người kể không cần gọi lại nữa",
    "called_back": "ghi nhận đã gọi lại",
    "placement_added": "tạo mã QR {code}",
    "unit_decoded": "ghi ký hiệu {code} là {decoded}",
    "consent_withdrawn": "người kể rút lại đồng ý, cuộc trò chuyện số {conversation}",
    "right_wished": "người kể có yêu cầu về dữ liệu, cuộc trò chuyện số {conversation}",
    "right_put_off": "gia hạn yêu cầu về dữ liệu số {request}",
    "alerted": "có việc báo gấp, cuộc trò chuyện số {conversation}",
    "alert_seen_to": "ghi nhận đã xử lý việc báo gấp số {alert}",
    "withdrawal_seen_to": "ghi nhận đã giải quyết yêu cầu về dữ liệu số {request}",
    "conversation_released": "trả cuộc trò chuyện số {conversation} lại cho hệ thống",
    "set_aside_retried": "cho thử lại {origin} số {row}",
    "set_aside_seen": "ghi nhận đã giải quyết {origin} số {row}",
}
PARTS = {
    "name": "tên",
    "level": "cấp",
    "address": "địa chỉ",
    "telephone": "điện thoại",
    "hours": "giờ trực",
    "idle_minutes": "thời gian nghỉ của phiên",
}
ORIGINS = {"inbox": "tin đến", "outbox": "tin gửi", "job": "việc xử lý tệp"}


@dataclass(frozen=True, slots=True)
class Line:
    """One act in words."""

    seq: int
    at: datetime
    actor: str
    what: str
    reason: str


@requires(Role.ADMINISTRATOR)
async def show(request: web.Request) -> web.StreamResponse:
    """Show a page of acts, newest first; `?check` follows the whole chain."""
    db = request.app[DB]
    rows = await db.read(audit.recent, HOUSE, PAGE, _before(request))
    names = await db.read(staff.names)
    is_checked = "check" in request.query
    return render(
        request,
        "audit.html",
        lines=tuple(line(row, names) for row in rows),
        is_checked=is_checked,
        is_intact=is_checked and await db.read(audit.verify, HOUSE),
    )


def line(row: AuditRow, names: dict[int, str]) -> Line:
    """Return an act in words; one of another age keeps its own name."""
    said = ACTS.get(row.act, row.act).format_map(_Words(_words(row.details, names)))
    return Line(row.seq, row.at, _actor(row.actor, names), said, row.reason)


class _Words(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return "…"


def _words(details: dict[str, Any], names: dict[int, str]) -> dict[str, str]:
    role = details.get("role")
    return {
        **{name: str(value) for name, value in details.items()},
        "whom": names.get(details.get("staff", 0), "…"),
        "role": ROLES[Role(role)].lower() if role in list(Role) else "…",
        "parts": ", ".join(PARTS.get(part, part) for part in details.get("parts", ())),
        "origin": ORIGINS.get(details.get("origin", ""), "…"),
    }


def _actor(actor: str, names: dict[int, str]) -> str:
    kind, _, number = actor.partition(":")
    if kind == "staff" and number.isdigit():
        return names.get(int(number), "Cán bộ")
    return "Tình nguyện viên" if kind == "volunteer" else "Hệ thống"


def _before(request: web.Request) -> int | None:
    asked = request.query.get("before", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER
    return int(asked) if is_number else None


ROUTES = (web.get("/audit", show),)
