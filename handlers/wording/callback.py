"""When somebody wants a person: the truth about who calls, from where and when."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.callback_phone": (
        "Xin cho số điện thoại để cán bộ gọi lại ạ.",
        "Xin nhắn số điện thoại, ví dụ 0912 000 111, hoặc bấm «Bỏ qua» ạ.",
    ),
    "ask.callback_hour": (
        "Gọi lúc nào thì tiện ạ?",
        "Buổi sáng hay buổi chiều thì tiện nghe máy ạ?",
    ),
    "ask.callback_reason": (
        "Cần cán bộ giúp việc gì ạ?",
        "Xin nói vắn tắt cần giúp việc gì ạ? Ví dụ: hỏi về giấy báo tử.",
    ),
    "callback_hour.morning": "Buổi sáng",
    "callback_hour.afternoon": "Buổi chiều",
    "callback_hour.any": "Lúc nào cũng được",
    "callback.open": "{office} đang có người trực.",
    "callback.closed": "Hiện ngoài giờ trực của {office}.",
    "callback.hours": "Giờ trực: {hours}.",
    "callback.phone": "Điện thoại: {telephone}.",
    "callback.address": "Địa chỉ: {address}.",
    "callback.filed": "Yêu cầu gọi lại đã ghi; cán bộ sẽ gọi khi có người trực ạ.",
    "callback.no_number": "Yêu cầu đã ghi, nhưng chưa có số để gọi; khi tiện xin nhắn số tại đây ạ.",
    "callback.no_telephone": "Cơ quan chưa công bố số điện thoại trên kênh này.",
    "callback.no_hours": "{office} chưa báo giờ trực trên kênh này.",
    "callback.off": "Không cần gọi nữa",
    "callback.called_off": "Vâng, cán bộ sẽ không gọi lại nữa ạ.",
    "callback.none": "Hiện không có yêu cầu gọi lại nào ạ.",
    "callback.number": "Cán bộ sẽ gọi số {phone}.",
}
