"""What a volunteer reads aloud, and what his pages answer him."""

SAID: dict[str, str | tuple[str, ...]] = {
    "interview.read": (
        "Lời kể sẽ được ghi lại để tìm liệt sĩ, chuyển cơ quan có thẩm quyền, và có thể có cán bộ liên hệ hỏi thêm. Bác có đồng ý không ạ?"
    ),
    "interview.read.free": (
        "Không muốn thì thôi ạ; đồng ý rồi vẫn rút lại lúc nào cũng được. Giấy tờ, kỷ vật vẫn ở lại nhà mình, không ai mang đi."
    ),
    "interview.say": "Tôi là …, tôi đồng ý.",
    "interview.originals": (
        "Chỉ chụp, không mang đi. Bản gốc giấy tờ, kỷ vật luôn ở lại với gia đình."
    ),
    "interview.recording": "Lời đồng ý của người kể",
    "interview.name": "Xin ghi tên người kể, không quá 100 ký tự.",
    "interview.many": "Hôm nay đã mở rất nhiều buổi kể; xin dùng tiếp những buổi đang có, hoặc để mai.",
    "interview.agreed": "Người kể đã đồng ý rồi. Muốn rút lại, xin nhắn “rút đồng ý” trong buổi kể.",
    "interview.no_voice": "Tệp này không phải ghi âm; xin ghi lại lời đồng ý rồi gửi.",
    "interview.long": "Đoạn ghi âm dài quá; chỉ cần ghi lời đồng ý thôi ạ.",
    "interview.stage.erased": "Đã xóa, không còn lời kể nào.",
    "interview.stage.unasked": "Chưa ghi lời đồng ý.",
    "interview.stage.telling": "Đang kể, chưa gửi.",
    "interview.first": "Xin ghi lời đồng ý của người kể trước đã ạ.",
    "volunteer.out": "Thẻ tình nguyện viên đã ngừng hoặc máy này chưa được mở. Xin liên hệ cơ quan đã cấp thẻ.",
    "volunteer.foreign": "Yêu cầu này không đến từ trang của tình nguyện viên, nên chưa thực hiện.",
    "volunteer.slowly": "Vừa có quá nhiều lần thử từ nơi này. Xin chờ ít phút rồi thử lại ạ.",
}
