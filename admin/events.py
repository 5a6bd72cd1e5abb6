"""Events of platforms that belong to no conversation, as staff read of them."""

import re

from storage.receipts import UNNAMED

NAME = re.compile(r"[\w:]{1,129}", re.ASCII)
UNTOLD = "Nền tảng báo một việc không thuộc cuộc trò chuyện nào."
GROUP = "Tin trong một nhóm hoặc kênh: hệ thống chỉ nhận chuyện riêng của từng người."
# What a platform calls it, and what it is.
EVENTS = {
    "change_oa_daily_quota": "Hạn mức gửi tin trong ngày của tài khoản đã thay đổi.",
    "change_template_status": "Một mẫu tin của tài khoản đổi trạng thái duyệt.",
    "user_reply_consent": "Một người trả lời lời xin phép gọi điện của tài khoản.",
    "widget_failed_to_sync_user_external_id": (
        "Không ghép được người bấm trên trang web với mã của tấm áp phích."
    ),
}
GROUPS = ("group", "channel")


def sentence(told: str) -> str:
    """Return what an event is, by what its platform calls it."""
    if told in EVENTS:
        return EVENTS[told]
    return GROUP if any(one in told for one in GROUPS) else UNTOLD


def name(told: str) -> str:
    """Return what a platform calls an event; empty where that is no name."""
    is_name = NAME.fullmatch(told) is not None and told != UNNAMED
    return told if is_name else ""
