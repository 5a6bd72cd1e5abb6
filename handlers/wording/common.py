"""What is said in every conversation, whatever it is about."""

SAID: dict[str, str | tuple[str, ...]] = {
    # Welcome and consent: two sentences, then the choice.
    "welcome": "Xin chào, đây là kênh nhận thông tin về liệt sĩ của {office}. Nói để ghi âm, gõ chữ hay gửi ảnh đều được; lời kể được lưu để tìm kiếm liệt sĩ, chỉ cán bộ có trách nhiệm mới xem ạ.",
    "consent": (
        "Xin hỏi có đồng ý để {we} lưu lời kể không ạ?",
        "Xin bấm «Đồng ý» để {we} được đọc lời kể, hoặc «Không đồng ý» ạ.",
        "{We} chỉ đọc khi đã có lời đồng ý. Đồng ý hay không đồng ý ạ?",
    ),
    "consent.sealed": (
        "Lời kể đã được giữ kín, chưa ai đọc.",
        "Phần vừa gửi cũng đang được giữ kín.",
    ),
    "consent.yes": "Đồng ý",
    "consent.no": "Không đồng ý",
    "consent.officer": "Gặp cán bộ",
    "consent.given": "Xin cảm ơn ạ.",
    "consent.refused": (
        "Vâng, những gì vừa gửi đã được xóa hết. Khi nào muốn kể, xin cứ nhắn lại ạ.",
        "Vâng, không có gì được lưu lại. Khi nào muốn kể, xin cứ nhắn lại ạ.",
    ),
    "consent.refused.call": (
        "Vâng, lời kể đã được xóa hết. Yêu cầu gọi lại thì vẫn giữ để cán bộ gọi; không cần nữa, xin bấm «Không cần gọi nữa» ạ.",
        "Vâng, lời kể không được lưu lại. Riêng yêu cầu gọi lại vẫn được giữ; không cần nữa, xin bấm «Không cần gọi nữa» ạ.",
    ),
    "consent.silent": "Lời kể gửi hôm trước vẫn được giữ kín và chưa ai đọc.",
    # Story first.
    "ask.story": (
        "Xin mời kể điều còn nhớ: ai, ở đâu, khi nào. Bấm ghi âm rồi nói là tiện nhất; gõ chữ, gửi ảnh, sơ đồ hay ghim vị trí đều được ạ.",
        "Xin cứ nói hoặc gõ, nhớ đến đâu kể đến đó ạ.",
        "{We} đang đợi nghe; nói hay gõ đều được ạ.",
    ),
    "story.more": (
        "Nhớ thêm gì xin cứ kể tiếp; kể xong thì bấm «Kể xong» ạ.",
        "Còn gì nữa xin cứ kể, hoặc bấm «Kể xong» ạ.",
        "{We} vẫn đang ghi; khi nào kể xong xin bấm «Kể xong» ạ.",
    ),
    "story.done": "Kể xong",
    "story.empty": (
        "{We} chưa nhận được lời kể nào ạ.",
        "Hiện chưa có lời kể nào ạ.",
    ),
    # Acknowledgements.
    "ack": (
        "Dạ {you}, đã ghi ạ.",
        "Vâng, đã ghi lại rồi ạ.",
        "Dạ {you}, {we} ghi rồi ạ.",
    ),
    "ack.story": (
        "Dạ {you}, đã ghi lại ạ.",
        "Vâng, lời kể đã được ghi ạ.",
        "Dạ {you}, {we} ghi rồi ạ.",
    ),
    "ack.shown": (
        "Đã nhận {counts} ạ.",
        "Dạ, đã có {counts} ạ.",
    ),
    "ack.pin": "Đã nhận vị trí trên bản đồ ạ.",
    "ack.pin.sea": "Vị trí này nằm ngoài biển; nếu ghim nhầm xin ghim lại ạ.",
    "ack.pin.far": (
        "Vị trí này ở ngoài Việt Nam, Lào và Campuchia; nếu ghim nhầm xin ghim lại ạ."
    ),
    "ack.early": ("Dạ, đã ghi thêm ạ.", "Vâng, phần này đã ghi cùng ạ."),
    "ack.skip": (
        "Không sao ạ.",
        "Vâng, để câu này lại sau ạ.",
    ),
    "who": (
        "Đây là kênh của {office}: máy ghi lời kể về liệt sĩ khi có lời đồng ý, cán bộ đọc. Muốn nói với người, xin nhắn «gặp cán bộ» ạ.",
        "Ở đây {office} nghe kể về liệt sĩ: máy ghi lại khi đã đồng ý, cán bộ đọc. Cần gặp người, xin nhắn «gặp cán bộ» ạ.",
    ),
    # He asks us something, or has told it before.
    "ack.inquiry": (
        "Câu hỏi này đã ghi lại để cán bộ trả lời ạ.",
        "Điều này cán bộ sẽ trả lời, {we} đã ghi lại ạ.",
    ),
    "ack.tired": (
        "Dạ, xin {you} nghỉ cho khỏe; lúc nào kể tiếp cũng được, lời kể vẫn giữ nguyên ạ.",
        "Vâng, xin cứ nghỉ ạ. Lời kể vẫn còn đây, hôm khác kể tiếp cũng được.",
    ),
    "ack.reproach": (
        "Xin lỗi {you}, lời kể trên vẫn còn nguyên để cán bộ đọc ạ.",
        "Vâng, {we} xin lỗi; điều đã kể cán bộ sẽ đọc kỹ ạ.",
    ),
    "unknown": (
        "Ở đây không có lệnh này ạ; xin cứ kể bằng lời, hoặc nhắn «trợ giúp».",
        "Lệnh này không có ạ; xin nhắn «trợ giúp» để xem cách dùng.",
    ),
    "ack.odd": (
        "Tin này {we} chưa mở được, nhưng đã giữ lại cho cán bộ xem ạ.",
        "Tin này cũng đã giữ lại cho cán bộ xem ạ.",
    ),
    "ack.added": (
        "Đã ghi thêm vào thông tin mã {code} ạ. Khi cần cứ kể thêm tại đây.",
        "Phần này cũng đã ghi vào thông tin mã {code} ạ.",
    ),
    "ack.officer": (
        "Câu trả lời đã chuyển tới cán bộ, xin cảm ơn ạ.",
        "Cán bộ sẽ đọc câu trả lời này, xin cảm ơn ạ.",
    ),
    # When we do not follow.
    "misread": (
        "Xin lỗi, {we} chưa rõ ý này.",
        "{We} vẫn chưa rõ, nhắn vài chữ thôi cũng được; cần người giúp, xin nhắn «gặp cán bộ» ạ.",
        "Lời này đã ghi lại để cán bộ đọc; cần người giúp, xin nhắn «gặp cán bộ» ạ.",
    ),
    "unsure": (
        "Chữ «{text}» không dấu có mấy cách hiểu. Xin bấm nút, hoặc nhắn số ở đầu nút ạ.",
        "Xin bấm nút hoặc nhắn số ở đầu nút, để {we} hiểu đúng chữ «{text}» ạ.",
    ),
    "help": (
        "Cứ nói hay gõ, nhớ gì kể nấy ạ. Nhắn «xong» khi kể xong, «sửa» để sửa, «loại khác» để chọn loại chuyện, «gặp cán bộ» khi cần người giúp.",
        "Có thể nhắn: «kể xong», «không nhớ», «bỏ qua», «quay lại», «sửa», «loại khác», «xưng hô», «gặp cán bộ» ạ.",
    ),
    # Under every question.
    "choice.forgot": "Không nhớ",
    "choice.skip": "Bỏ qua",
    # Reading back.
    "facts": "{We} ghi được như sau:",
    "facts.none": "Lời kể đã được giữ nguyên để cán bộ đọc ạ.",
    "facts.shown": "Kèm {counts}.",
    "ask.confirm": (
        "Ghi như vậy đã đúng chưa ạ?",
        "Xin xem giúp, như trên đã đúng chưa ạ?",
    ),
    "confirm.yes": "Đúng rồi, gửi đi",
    "confirm.fix": "Sửa lại",
    "confirm.more": "Kể thêm",
    "ask.fix": (
        "Cần sửa điều nào ạ?",
        "Xin chọn điều cần sửa ạ; không sửa nữa thì nhắn «xong».",
    ),
    "fix.unclear": (
        "{We} chưa rõ cần sửa điều nào.",
        "Xin lỗi, {we} chưa rõ cần sửa điều nào.",
    ),
    # Filed.
    "filed": "Đã gửi tới {office}, mã thông tin là {code}. Cán bộ sẽ đọc và kiểm tra; nhớ thêm gì xin cứ nhắn tại đây ạ.",
    "filed.safety": "Xin đừng tự đào bới, đề phòng bom mìn. Việc này không ai được thu tiền; xin cảnh giác với «ngoại cảm» ạ.",
    "filed.new": "Kể chuyện khác",
    "status": ("Mã thông tin là {code}. {state}", "Xin nhắc lại mã: {code}. {state}"),
    "status.none": (
        "Lời kể này chưa gửi đi ạ.",
        "Hiện chưa có mã, vì lời kể chưa gửi đi ạ.",
    ),
    "state.draft": "Lời kể đang được giữ, chưa hoàn tất.",
    "state.new": "Thông tin đã nhận, đang chờ cán bộ đọc.",
    "state.claimed": "Cán bộ đang xem thông tin.",
    "state.waiting": "Cán bộ có hỏi thêm, đang chờ trả lời.",
    "state.answered": "Cán bộ đã nhận phần kể thêm.",
    "state.verified": "Thông tin đã được kiểm tra.",
    "state.unverifiable": "Thông tin được lưu lại để đối chiếu tiếp.",
    "state.not_ours": "Thông tin đã được xem và lưu lại.",
    "state.handed_over": "Thông tin đã chuyển tới cơ quan có thẩm quyền.",
    "farewell": (
        "Khi nào nhớ ra điều gì, xin cứ nhắn lại đây ạ.",
        "{We} vẫn ở đây, nhớ thêm gì xin cứ nhắn ạ.",
    ),
    # An officer asks.
    "officer.asks": (
        "Cán bộ {office} hỏi: {text}",
        "Cán bộ {office} đang đợi trả lời câu này: {text}",
    ),
    # He asks about another story than the one being told.
    "officer.asks.other": (
        "Cán bộ {office} hỏi về {about}: {text}",
        "Cán bộ {office} đang đợi câu trả lời về {about}: {text}",
    ),
    "officer.about.name": "liệt sĩ {martyr} trong lời kể trước",
    "officer.about.code": "lời kể trước, mã {code}",
    # Reminders, by day, two at most.
    "nudge": (
        "Lời kể đang dở vẫn được giữ nguyên ạ.",
        "{We} vẫn giữ lời kể đang dở ạ.",
    ),
    "consent.late.yes": (
        "Vâng, đã ghi nhận lời đồng ý ạ.",
        "Lời đồng ý đã được ghi nhận rồi ạ.",
    ),
    "consent.late.no": (
        "Lời kể đã nhận theo lời đồng ý trước. Muốn xóa đi, xin nhắn «gặp cán bộ» ạ.",
        "Để xóa lời kể đã gửi, xin nhắn «gặp cán bộ» ạ.",
    ),
    "new.first": (
        "Xin kể nốt chuyện này trước đã ạ.",
        "Chuyện này chưa xong, xin kể nốt rồi sang chuyện khác ạ.",
    ),
    "command.skip": "bỏ qua",
    "command.forgot": "không nhớ",
    "command.enough": "xong",
    "command.menu": "loại khác",
    "command.address": "xưng hô",
}
