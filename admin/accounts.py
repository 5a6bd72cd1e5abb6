"""Accounts: how our own side stands at the platforms, and what a person must do there."""

from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from admin.auth import requires
from admin.keys import DB
from admin.pages import now, render
from handlers.account_health import Ail, ails
from handlers.labels import CHANNELS
from storage import accounts
from storage.model.account import Account, AccountState
from storage.model.staff import Role
from storage.tx import Connection

STATES = {
    AccountState.OK: ("Đang hoạt động", "good"),
    AccountState.STOPPED: ("Đang bị từ chối", "warn"),
    AccountState.SHUT_OUT: ("Chưa được cấp quyền", "warn"),
}
AILS = {
    Ail.SHUT_OUT: "Cần cấp quyền lại: người quản trị tài khoản mở liên kết bên dưới và bấm đồng ý. Tin của người dân vẫn nhận đủ, tin trả lời chờ đến lúc đó.",
    Ail.STOPPED: "Nền tảng không cho tài khoản gửi tin (mã {reason}). Xin xem thông báo trong trang quản trị của nền tảng; tin trả lời đang chờ.",
    Ail.UNANSWERED: "Nền tảng chưa trả lời việc gia hạn quyền gửi tin. Hệ thống vẫn tự thử lại; nếu quá nửa ngày chưa được, xin cấp quyền lại. Tin của người dân vẫn nhận đủ, tin trả lời đang chờ.",
    Ail.MISSED: "{missed} tin gần đây của người dân có trên nền tảng mà chưa được chuyển về đây. Xin kiểm tra Webhook còn bật không, và xem các tin đó trong công cụ của nền tảng.",
    Ail.FAILING: "Nền tảng đang không đưa được tin của người dân đến đây ({failing}). Xin kiểm tra đường truyền và địa chỉ công khai; tin chờ ở nền tảng nhiều nhất 24 giờ.",
    Ail.SPENT: "Đã gửi đủ {spent} tin trả phí trong ngày theo mức cơ quan đặt. Tin cho người im lặng quá 48 giờ chờ đến sáng mai, hoặc đến khi họ nhắn lại.",
    Ail.UNVERIFIED: "Tài khoản chưa được xác thực nên có thể không gửi được tin.",
    Ail.UNRENEWED: "Quyền gửi tin lâu chưa được gia hạn, sắp hết hiệu lực. Xin cấp quyền lại.",
    Ail.EXPIRING: "Gói dịch vụ sắp hết hạn hoặc đã hết hạn. Xin gia hạn sớm.",
}
FACTS = {
    "name": "Tên tài khoản",
    "package_name": "Gói dịch vụ",
    "package_valid_through_date": "Gói dùng đến",
    "num_follower": "Số người quan tâm",
    "pending": "Tin đang chờ ở nền tảng",
}
SETUP = {
    "webhook": "Địa chỉ nhận tin (Webhook)",
    "callback": "Địa chỉ quay về (Callback URL)",
    "challenge": "Code Challenge",
}
PAYERS = {
    "reply": "Trả lời miễn phí",
    "welcome_msg": "Chào người mới",
    "sub_quota": "Trong gói",
    "purchase_quota": "Đã mua thêm",
    "reward_quota": "Được tặng",
    "billed": "Tính tiền",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One account as an administrator sees it."""

    account: Account
    heard_at: datetime | None  # when the platform last brought something
    ails: tuple[str, ...]

    @property
    def counts(self) -> list[tuple[str, int]]:
        told = self.account.counts.items()
        return [(PAYERS.get(kind, kind), number) for kind, number in told]


@requires(Role.ADMINISTRATOR)
async def show(request: web.Request) -> web.StreamResponse:
    """Show how all accounts stand."""
    cards = await request.app[DB].read(_cards, now(request))
    return render(
        request,
        "accounts.html",
        cards=cards,
        channels=CHANNELS,
        states=STATES,
        facts=FACTS,
        setup=SETUP,
    )


def _cards(tx: Connection, now: datetime) -> tuple[Card, ...]:
    return tuple(
        Card(
            account,
            accounts.last_event(tx, account.channel, account.account),
            tuple(_sentence(one, account) for one in ails(account, now)),
        )
        for account in accounts.listed(tx)
    )


def _sentence(ail: Ail, account: Account) -> str:
    told = {key: account.profile.get(key, "") for key in ("missed", "failing", "spent")}
    return AILS[ail].format(reason=account.reason, **told)


ROUTES = (web.get("/accounts", show),)
