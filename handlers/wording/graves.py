"""A grave that has a stone, or that was moved."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.current_grave": (
        "Mộ hiện nay ở nghĩa trang nào, lô, hàng, số mấy ạ?",
        "Nay mộ nằm ở đâu ạ? Ví dụ: nghĩa trang liệt sĩ xã, hàng 3, mộ số 12.",
    ),
    "ask.moved.place": (
        "Trước khi đưa đi, mộ nằm ở xã, huyện, tỉnh nào ạ? Tên cũ cũng được.",
        "Mộ cũ ở gần làng, suối, đồi nào ạ? Ví dụ: suối Đá, xã Hòa Bình cũ.",
    ),
    "fact.moved.place": "Nơi mộ trước kia",
    "fact.identity.place": "Nơi chôn cất trước kia",
    "ask.error_claim": (
        "Trên bia ghi thế nào, và đúng ra phải là gì ạ?",
        "Điều nào ghi chưa đúng ạ? Ví dụ: bia ghi 1950, đúng ra là 1948.",
    ),
    "ask.papers": (
        "Có giấy tờ gì về liệt sĩ không ạ? Chụp gửi vào đây cũng được.",
        "Còn giấy báo tử, trích lục, thư hay ảnh của liệt sĩ không ạ?",
    ),
    "ask.moved_at": (
        "Mộ được đưa đi khi nào ạ? Nhớ năm cũng được.",
        "Đưa đi khoảng năm nào ạ? Ví dụ: 1994.",
    ),
    "ask.moved_by": (
        "Ai đã đưa mộ đi ạ: gia đình hay đội quy tập?",
        "Gia đình tự đưa về hay đơn vị quy tập ạ?",
    ),
    "fact.current_grave": "Mộ hiện nay",
    "fact.error_claim": "Điều cần sửa trên bia",
    "fact.papers": "Giấy tờ",
    "fact.moved_at": "Di dời khi nào",
    "fact.moved_by": "Ai di dời",
}
