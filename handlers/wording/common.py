"""What is said in every conversation, whatever it is about."""

SAID: dict[str, str | tuple[str, ...]] = {
    # Welcome and consent: two sentences, then the choice.
    "welcome": (
        "Xin chào, đây là kênh tiếp nhận thông tin về liệt sĩ và phần mộ liệt sĩ của "
        "{office}. Lời kể, ảnh, giọng nói và vị trí được lưu để xác minh, tìm kiếm, quy "
        "tập; chỉ cơ quan có trách nhiệm được xem."
    ),
    "consent": (
        "Xin cho biết có đồng ý để chúng tôi tiếp nhận và lưu lời kể không ạ?",
        "Để đọc được lời kể, chúng tôi cần một câu trả lời: đồng ý hay không đồng ý ạ?",
        "Xin bấm hoặc nhắn «đồng ý» hay «không đồng ý» ạ. Cần người giúp, xin nhắn «gặp "
        "cán bộ».",
    ),
    "consent.sealed": (
        "Lời kể đã được giữ kín, chưa ai đọc.",
        "Phần vừa gửi cũng đang được giữ kín.",
    ),
    "consent.yes": "Đồng ý",
    "consent.no": "Không đồng ý",
    "consent.given": "Xin cảm ơn ạ.",
    "consent.refused": (
        "Vâng, chúng tôi đã xóa những gì vừa gửi và không lưu lời kể nào. Khi nào muốn "
        "kể, chỉ cần nhắn lại ạ."
    ),
    "consent.silent": ("Lời kể gửi hôm trước vẫn được giữ kín và chưa ai đọc."),
    # Story first.
    "ask.story": (
        "Xin mời kể những gì còn nhớ: ai, ở đâu, khi nào. Gõ chữ, ghi âm, gửi ảnh, sơ đồ "
        "hay ghim vị trí đều được ạ.",
        "Xin cứ kể tự nhiên, nhớ đến đâu kể đến đó ạ.",
    ),
    "story.more": (
        "Xin kể tiếp nếu còn nhớ thêm; kể xong thì bấm «Kể xong» ạ.",
        "Còn gì nữa xin cứ kể tiếp, hoặc bấm «Kể xong» ạ.",
        "Chúng tôi vẫn đang ghi. Kể xong xin bấm «Kể xong» ạ.",
    ),
    "story.done": "Kể xong",
    "story.empty": "Chúng tôi chưa nhận được lời kể nào.",
    # Acknowledgements.
    "ack": ("Dạ, đã ghi ạ.", "Vâng, đã ghi lại rồi ạ.", "Dạ, chúng tôi ghi rồi ạ."),
    "ack.story": (
        "Dạ, đã ghi lại lời kể ạ.",
        "Vâng, đã ghi thêm ạ.",
        "Dạ, phần này cũng đã ghi ạ.",
    ),
    "ack.shown": "Đã nhận {counts} ạ.",
    "ack.pin": "Đã nhận vị trí trên bản đồ ạ.",
    "ack.pin.sea": "Vị trí này nằm ngoài biển; nếu ghim nhầm xin ghim lại ạ.",
    "ack.pin.far": (
        "Vị trí này ở ngoài Việt Nam, Lào và Campuchia; nếu ghim nhầm xin ghim lại ạ."
    ),
    "ack.early": ("Dạ, đã ghi thêm ạ.", "Vâng, phần này đã ghi cùng ạ."),
    "ack.skip": ("Không sao ạ.", "Vâng, ta để câu này lại ạ."),
    "ack.odd": (
        "Chúng tôi chưa mở được loại tin này nhưng đã giữ lại cho cán bộ xem ạ."
    ),
    "ack.added": (
        "Đã ghi thêm vào thông tin mã {code} ạ. Khi cần cứ kể thêm tại đây.",
        "Phần này cũng đã ghi vào thông tin mã {code} ạ.",
    ),
    "ack.officer": "Đã chuyển câu trả lời tới cán bộ ạ. Xin cảm ơn.",
    # When we do not follow.
    "misread": (
        "Xin lỗi, chúng tôi chưa rõ ý này.",
        "Chúng tôi vẫn chưa rõ, xin nhắn ngắn thôi ạ.",
        "Nếu khó trả lời, xin nhắn «gặp cán bộ» để được gọi điện giúp ạ.",
    ),
    "unsure": (
        "Chữ «{text}» không dấu có thể hiểu mấy cách. Xin bấm nút, hoặc nhắn số ở đầu "
        "nút ạ.",
        "Xin giúp chúng tôi hiểu rõ «{text}»: bấm nút hoặc nhắn số ở đầu nút ạ.",
    ),
    "help": (
        "Cứ kể bằng chữ, giọng nói, ảnh hay vị trí. Nhắn «xong» khi kể xong, «sửa» để "
        "sửa, «gặp cán bộ» khi cần người.",
        "Có thể nhắn: «kể xong», «không nhớ», «bỏ qua», «quay lại», «sửa», «gặp cán bộ».",
    ),
    "unknown": "Chúng tôi chưa có lệnh này, nhưng vẫn giữ lại lời nhắn ạ.",
    # Under every question.
    "choice.forgot": "Không nhớ",
    "choice.skip": "Bỏ qua",
    # Reading back.
    "facts": "Chúng tôi ghi được như sau:",
    "facts.none": "Chúng tôi đã giữ nguyên lời kể để cán bộ đọc.",
    "facts.shown": "Kèm {counts}.",
    "ask.confirm": "Ghi như vậy đã đúng chưa ạ?",
    "confirm.yes": "Đúng rồi, gửi đi",
    "confirm.fix": "Sửa lại",
    "confirm.more": "Kể thêm",
    "ask.fix": "Cần sửa điều nào ạ?",
    "again": "Xin cho biết lại ạ.",
    # Filed.
    "filed": (
        "Đã gửi tới {office}, mã thông tin: {code}. Cán bộ sẽ đọc và kiểm tra; muốn kể "
        "thêm, xin nhắn tiếp tại đây."
    ),
    "filed.safety": (
        "Xin đừng tự đào bới, đề phòng bom mìn. Không ai được thu tiền; xin cảnh giác "
        "«ngoại cảm»."
    ),
    "filed.new": "Kể chuyện khác",
    "status": "Mã thông tin là {code}. {state}",
    "status.none": "Lời kể này chưa gửi đi; kể xong xin bấm «Kể xong» ạ.",
    "state.draft": "Lời kể đang được giữ, chưa hoàn tất.",
    "state.new": "Thông tin đã nhận, đang chờ cán bộ đọc.",
    "state.claimed": "Cán bộ đang xem thông tin.",
    "state.waiting": "Cán bộ có hỏi thêm, đang chờ trả lời.",
    "state.answered": "Cán bộ đã nhận phần kể thêm.",
    "state.verified": "Thông tin đã được kiểm tra.",
    "state.unverifiable": "Thông tin được lưu lại để đối chiếu tiếp.",
    "state.not_ours": "Thông tin đã được xem và lưu lại.",
    "state.handed_over": "Thông tin đã chuyển tới cơ quan có thẩm quyền.",
    "farewell": "Khi nào nhớ ra điều gì, xin cứ nhắn lại đây ạ.",
    # An officer asks.
    "officer.asks": "Cán bộ {office} hỏi: {text}",
    # Reminders, by day, two at most.
    "nudge": (
        "Lời kể đang dở vẫn được giữ nguyên; muốn kể tiếp, xin nhắn tại đây ạ.",
        "Chúng tôi vẫn giữ lời kể đang dở. Nhớ thêm điều gì xin kể tiếp ạ.",
    ),
}
