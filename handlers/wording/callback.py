"""When somebody wants a person: the truth about who calls, from where and when."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.callback_phone": (
        "Xin cho số điện thoại để cán bộ gọi lại ạ.",
        "Xin nhắn số điện thoại, ví dụ 0912 000 111, hoặc bấm «Bỏ qua» ạ.",
    ),
    "ask.callback_hour": "Gọi lúc nào thì tiện ạ?",
    "ask.callback_reason": "Cần cán bộ giúp việc gì ạ?",
    "callback_hour.morning": "Buổi sáng",
    "callback_hour.afternoon": "Buổi chiều",
    "callback_hour.any": "Lúc nào cũng được",
    "callback.open": "{office} đang có người trực.",
    "callback.closed": "Hiện ngoài giờ trực của {office}.",
    "callback.hours": "Giờ trực: {hours}.",
    "callback.phone": "Điện thoại: {telephone}.",
    "callback.address": "Địa chỉ: {address}.",
    "callback.filed": "Yêu cầu gọi lại đã ghi; cán bộ sẽ gọi trong giờ trực ạ.",
    "callback.no_number": (
        "Chưa có số để gọi lại; xin gọi tới cơ quan hoặc nhắn số khi tiện ạ."
    ),
    "callback.no_telephone": "Cơ quan chưa công bố số điện thoại trên kênh này.",
}
