"""False news and fraud: what helps those who look into it."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.suspect": (
        "Người đó tên gì, số điện thoại hay trang mạng nào ạ?",
        "Có biết gì thêm về người đó không ạ: tên, số máy, địa chỉ?",
    ),
    "ask.misinfo_kind": (
        "Việc ấy thuộc loại nào ạ?",
        "Họ thu tiền, xưng «ngoại cảm» hay giả danh cơ quan ạ?",
    ),
    "ask.amount": (
        "Họ đòi hoặc đã nhận bao nhiêu tiền ạ?",
        "Số tiền khoảng bao nhiêu ạ? Chưa đưa thì nhắn «chưa đưa».",
    ),
    "ask.to_police": (
        "Có đồng ý để cơ quan chuyển việc này tới công an không ạ?",
        "Chuyển thông tin này tới công an có được không ạ?",
    ),
    "misinfo_kind.money": "Thu tiền tìm mộ",
    "misinfo_kind.medium": "Xưng «ngoại cảm»",
    "misinfo_kind.office": "Giả danh cơ quan",
    "misinfo_kind.rumour": "Tin không có thật",
    "misinfo_kind.remains": "Hài cốt, kỷ vật giả",
    "to_police.yes": "Đồng ý",
    "to_police.no": "Không đồng ý",
    # It broke into a telling of something else.
    "ack.fraud": (
        "Việc này {we} đã ghi riêng để cán bộ xem; xin đừng chuyển tiền cho ai ạ.",
        "Chuyện này đã ghi riêng cho cán bộ; tìm liệt sĩ không ai được thu tiền ạ.",
    ),
    "fact.fraud_beside": "Việc đòi tiền, lừa đảo",
    "fact.misinfo_kind": "Việc",
    "fact.suspect": "Người, số máy",
    "fact.amount": "Số tiền",
    "fact.to_police": "Chuyển công an",
    "filed.misinfo": (
        "Xin đừng chuyển thêm tiền cho ai. Chiến dịch không thu tiền; tin nhắn, biên lai xin giữ lại ạ."
    ),
}
