"""The teller: how he knows, whose story it is, where he can be reached."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.how_known": (
        "Chuyện này do tự mình chứng kiến hay nghe kể ạ?",
        "Nhờ đâu {you} biết chuyện này ạ?",
    ),
    "ask.teller_phone": (
        "Xin {you} số điện thoại để cán bộ hỏi thêm khi cần; không cho cũng không sao ạ.",
        "Xin nhắn số điện thoại, ví dụ 0912 000 111, hoặc bấm «Bỏ qua» ạ.",
    ),
    "ask.teller_name": (
        "Xin cho biết tên người kể ạ.",
        "Tên người kể là gì ạ? Ví dụ: Lê Văn Tấn.",
    ),
    "ask.kinship": (
        "Liệt sĩ là người thế nào trong gia đình mình ạ? Ví dụ: anh trai, chú ruột.",
        "Xin hỏi quan hệ với liệt sĩ là thế nào ạ? Ví dụ: em gái, cháu gọi bằng cậu.",
    ),
    "ask.told_for": (
        "Xin hỏi đang kể giúp cho ai ạ?",
        "Người biết chuyện là ai ạ? Ví dụ: ông nội, bác hàng xóm.",
    ),
    "ask.witness_name": (
        "Người biết chuyện này tên là gì ạ?",
        "Xin cho biết tên của người biết chuyện ạ. Ví dụ: bác Lê Văn Tấn.",
    ),
    "ask.can_guide": (
        "Có thể dẫn đường tới đó không ạ?",
        "Nếu cán bộ tới, có ai chỉ được chỗ ấy không ạ?",
    ),
    "fact.can_guide": "Dẫn đường",
    "how_known.buried": "Tự tay chôn cất",
    "how_known.saw": "Tận mắt thấy",
    "how_known.heard": "Nghe kể lại",
    "how_known.papers": "Có giấy tờ",
    "fact.how_known": "Vì sao biết",
    "fact.teller_phone": "Điện thoại",
    "fact.teller_name": "Người kể",
    "ask.teller_birth": (
        "Xin hỏi {you} năm nay bao nhiêu tuổi ạ?",
        "Xin cho biết tuổi hay năm sinh của người kể ạ.",
    ),
    "ask.teller_address": (
        "Xin hỏi {you} hiện ở đâu ạ?",
        "Xin cho biết nơi ở hiện nay ạ; chỉ cần tên xã.",
    ),
    "fact.teller_birth": "Tuổi người kể",
    "fact.teller_address": "Nơi ở người kể",
    "fact.kinship": "Quan hệ với liệt sĩ",
    "fact.told_for": "Kể giúp",
    "ask.forwarded": (
        "Bài này lấy từ báo hay sách nào ạ?",
        "Xin cho biết tên báo, tên sách ạ. Ví dụ: báo Quân khu 7.",
    ),
    "ask.knows_more": (
        "Xin hỏi {you} có biết gì thêm về việc này không ạ?",
        "Ngoài bài này, {you} còn nhớ hay nghe được điều gì nữa không ạ?",
    ),
    "knows_more.yes": "Có, tôi kể thêm",
    "knows_more.no": "Tôi chỉ gửi bài",
    "ack.forwarded": (
        "Dạ, bài này được giữ nguyên để cán bộ đọc ạ.",
        "Vâng, bài đã được giữ nguyên cho cán bộ đọc ạ.",
    ),
    "fact.forwarded": "Bài báo, sách gửi kèm",
    "fact.knows_more": "Biết thêm",
    "fact.witness_name": "Người biết chuyện",
}
