"""A family that looks for its fallen: only received, being looked at, a call to come."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.dna": (
        "Xin hỏi {you} có đồng ý để cơ quan chức năng liên hệ về việc lấy mẫu ADN không ạ?",
        "Việc lấy mẫu ADN, có muốn được cơ quan chức năng liên hệ không ạ?",
    ),
    "ask.dna_given": (
        "Mẫu đã lấy ở đâu, khi nào ạ?",
        "Đã lấy mẫu ở cơ quan nào, khoảng năm nào ạ? Ví dụ: công an xã, năm 2025.",
    ),
    "fact.relative.place": "Nơi chôn cất được biết",
    "dna.agrees": "Đồng ý liên hệ",
    "dna.given": "Đã lấy mẫu rồi",
    "dna.later": "Để sau",
    "fact.dna": "Lấy mẫu ADN",
    "fact.dna_given": "Đã lấy mẫu ở",
    "filed.relative": (
        "Tin này không thay cho đơn nộp tại Ủy ban nhân dân xã. Khi cần giúp đỡ, Hội Phụ nữ xã sẵn lòng cùng gia đình ạ."
    ),
    # Of how it stands a relative hears no more than this; the rest is said by a person.
    "state.relative.received": "Thông tin đã nhận.",
    "state.relative.looking": "Cán bộ đang xem thông tin.",
    "state.relative.call": "Cán bộ sẽ gọi lại để trao đổi.",
}
